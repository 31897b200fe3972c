import SyncProtocol
import Testing

/// Every tree of up to 65 entries, against the definitions.
@Suite struct TreeTests {
    static let sizes = 0...65

    @Test func rootOfEveryEdgeIsTheRootOfItsEntries() throws {
        var frontier = TreeFrontier()
        #expect(frontier.root == MemoryTree.root(of: []))
        for size in 1...65 {
            let tree = MemoryTree(count: size)
            frontier.append(tree.leaves[size - 1])
            #expect(frontier.root == MemoryTree.root(of: tree.leaves), "size \(size)")
            #expect(frontier == (try TreeFrontier(size: size, of: tree)))
            #expect(frontier == TreeFrontier(size: size, bytes: frontier.bytes))
            #expect(try tree.root(size: size) == frontier.root)
        }
    }

    @Test func edgeOfAnotherSizeIsNotRead() throws {
        let bytes = try TreeFrontier(size: 5, of: MemoryTree(count: 5)).bytes
        #expect(TreeFrontier(size: 4, bytes: bytes) == nil)
        #expect(TreeFrontier(size: 5, bytes: bytes.dropLast()) == nil)
        #expect(TreeFrontier(size: -1, bytes: []) == nil)
        #expect(TreeFrontier(size: 6, bytes: bytes) != nil, "two bits as well: only the root tells them apart")
    }

    @Test func appendingHandsOverEverySubtreeOnce() {
        var frontier = TreeFrontier()
        var seen: [String] = []
        let tree = MemoryTree(count: 64)
        for leaf in tree.leaves {
            frontier.append(leaf) { level, index, hash in
                seen.append("\(level)/\(index)")
                #expect(hash == tree.hash(level: level, index: index))
            }
        }
        let all = (1...6).flatMap { level in (0..<64 >> level).map { "\(level)/\($0)" } }
        #expect(seen.sorted() == all.sorted())
    }

    @Test(arguments: 1...65) func everyEntryIsProvenAndNothingElse(_ size: Int) throws {
        let tree = MemoryTree(count: size)
        let root = MemoryTree.root(of: tree.leaves)
        for index in 0..<size {
            let proof = try TreeProof.inclusion(of: index, size: size, from: tree)
            #expect(proof == MemoryTree.path(index, tree.leaves))
            func holds(_ proof: [[UInt8]], leaf: Int, index: Int, size: Int) -> Bool {
                TreeCheck.includes(leaf: tree.leaves[leaf], index: index, size: size, root: root, proof: proof)
            }
            #expect(holds(proof, leaf: index, index: index, size: size))
            for other in 0..<size where other != index {
                #expect(!holds(proof, leaf: other, index: index, size: size))
                #expect(!holds(proof, leaf: index, index: other, size: size))
            }
            #expect(!holds(proof + [root], leaf: index, index: index, size: size))
            #expect(!holds(proof, leaf: index, index: -1, size: size))
            #expect(!holds(proof, leaf: index, index: size, size: size))
            for place in proof.indices {
                #expect(!holds(Self.damaged(proof, at: place), leaf: index, index: index, size: size))
                var shorter = proof
                shorter.remove(at: place)
                #expect(!holds(shorter, leaf: index, index: index, size: size))
            }
        }
    }

    @Test(arguments: sizes) func everyTreeExtendsItsBeginningsAndNothingElse(_ size: Int) throws {
        let tree = MemoryTree(count: size)
        let root = MemoryTree.root(of: tree.leaves)
        for old in 0...size {
            let oldRoot = MemoryTree.root(of: Array(tree.leaves[..<old]))
            let proof = try TreeProof.consistency(from: old, to: size, from: tree)
            if old > 0 {
                #expect(proof == MemoryTree.subproof(old, tree.leaves, true))
            }
            func holds(_ proof: [[UInt8]], old: Int, oldRoot: [UInt8], root: [UInt8]) -> Bool {
                TreeCheck.extends(old: old, oldRoot: oldRoot, size: size, root: root, proof: proof)
            }
            #expect(holds(proof, old: old, oldRoot: oldRoot, root: root))
            var forged = oldRoot
            forged[31] ^= 1
            #expect(!holds(proof, old: old, oldRoot: forged, root: root))
            #expect(!holds(proof + [root], old: old, oldRoot: oldRoot, root: root))
            for place in proof.indices {
                #expect(!holds(Self.damaged(proof, at: place), old: old, oldRoot: oldRoot, root: root))
                var shorter = proof
                shorter.remove(at: place)
                #expect(!holds(shorter, old: old, oldRoot: oldRoot, root: root))
            }
            for other in 0...size where other != old {
                #expect(!holds(proof, old: other, oldRoot: oldRoot, root: root))
            }
        }
    }

    @Test func proofsFromOutsideNeverTrap() {
        let hash = TreeHash.empty
        for size in [-1, 0, 1, 2, Int.max] {
            for number in [Int.min, -1, 0, 1, Int.max] {
                for proof in [[], [hash], [[UInt8]](repeating: hash, count: 128), [[1, 2, 3]]] {
                    #expect(
                        !TreeCheck.includes(leaf: hash, index: number, size: size, root: hash, proof: proof)
                            || (size == 1 && number == 0 && proof.isEmpty))
                    _ = TreeCheck.extends(old: number, oldRoot: hash, size: size, root: hash, proof: proof)
                }
            }
        }
    }

    private static func damaged(_ proof: [[UInt8]], at place: Int) -> [[UInt8]] {
        var proof = proof
        proof[place][0] ^= 0x80
        return proof
    }
}
