import Foundation
import GRDB
import Negotiation
import SyncProtocol
import Testing

@testable import CoordinatorKit

@Suite struct StoredTreeTests {
    /// Leaves of the whole journal.
    static func leaves(_ store: any CoordinatorStore) throws -> [[UInt8]] {
        try store.read { try $0.entries(after: 0, limit: 10_000) }.map { StoredEntry.leaf(of: $0.bytes) }
    }

    /// The root of leaves by another way than the store's.
    static func root(_ leaves: [[UInt8]]) -> [UInt8] {
        var tree = TreeFrontier()
        for leaf in leaves {
            tree.append(leaf)
        }
        return tree.root
    }

    /// A region whose journal has grown in groups of several sizes.
    static func grown(_ store: (any CoordinatorStore)? = nil) async throws -> TestRegion {
        var region = try TestRegion(store: store)
        for count in [1, 2, 13, 40, 200, 17] {
            _ = try await region.desk.sync(
                region.coordinator, (0..<count).map { Statement.put("note \($0)", to: nil) })
        }
        return region
    }

    @Test func everyGroupLeavesTheRootOfItsEntries() async throws {
        let region = try await Self.grown()
        let leaves = try Self.leaves(region.store)
        let roots = try region.store.read { try $0.roots(after: 0, limit: 100) }
        #expect(roots.map(\.position) == [3, 4, 6, 19, 59, 259, 276])
        for root in roots {
            #expect(root.hash == Self.root(Array(leaves[..<root.position])), "position \(root.position)")
            #expect(root.epoch == 1 && root.day == "2026-03-02")
        }
        let edge = try region.store.read { try $0.frontier() }
        #expect(edge.size == 276 && edge.root == roots.last?.hash)
        #expect(try region.store.read { try $0.treeHashCount() } == 276 / 16 + 276 / 256)
    }

    @Test func anySubtreeAndAnyProofIsReadFromWhatIsStored() async throws {
        let region = try await Self.grown()
        let leaves = try Self.leaves(region.store)
        try region.store.read { snapshot in
            let tree = StoredTree(snapshot)
            for size in stride(from: 1, through: 276, by: 5) {
                let root = Self.root(Array(leaves[..<size]))
                #expect(try tree.root(size: size) == root)
                for index in stride(from: 0, to: size, by: 7) {
                    let proof = try TreeProof.inclusion(of: index, size: size, from: tree)
                    #expect(
                        TreeCheck.includes(leaf: leaves[index], index: index, size: size, root: root, proof: proof))
                }
                let proof = try TreeProof.consistency(from: size, to: 276, from: tree)
                #expect(
                    TreeCheck.extends(
                        old: size, oldRoot: root, size: 276, root: Self.root(leaves), proof: proof))
            }
        }
    }

    @Test func requestThatFailsTakesItsEntriesOutOfTheTree() async throws {
        var region = try await Self.grown()
        let before = try region.store.read { try $0.frontier() }
        var request = region.desk.request([Statement.put("lost", to: nil)])
        request.lastNonce = request.nonce
        #expect(await region.desk.send(request, to: region.coordinator).status == 409)
        #expect(try region.store.read { try $0.frontier() } == before)
        _ = try await region.desk.sync(region.coordinator, [Statement.put("kept", to: nil)])
        _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test(
        arguments: [
            "UPDATE tree SET hash = randomblob(32) WHERE id = (SELECT max(id) FROM tree)",
            "DELETE FROM tree WHERE id = (SELECT min(id) FROM tree)",
            "INSERT INTO tree (id, hash) VALUES (1, randomblob(32))",
            "UPDATE head SET frontier = randomblob(length(frontier))",
            "UPDATE root SET hash = randomblob(32) WHERE position = 19",
            "UPDATE root SET day = '2026-03-03' WHERE position = 19",
            "UPDATE root SET epoch = 2 WHERE position = 19",
            "DELETE FROM root WHERE position = 276",
            "INSERT INTO root (position, epoch, hash) VALUES (277, 1, randomblob(32))",
        ])
    func damageOfTheTreeIsFoundAndNamed(_ sql: String) async throws {
        let queue = try DatabaseQueue()
        let region = try await Self.grown(try SQLiteStore(writer: queue))
        try await queue.write { try $0.execute(sql: sql) }
        do {
            _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
            Issue.record("not found: \(sql)")
        } catch let damage as JournalDamage {
            #expect(damage.code == .tree)
        } catch let failure as StoreFailure {
            #expect(failure.code == .damaged)
        }
    }
}
