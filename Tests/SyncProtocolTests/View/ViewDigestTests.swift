import Negotiation
import SyncProtocol
import Testing

@Suite struct ViewDigestTests {
    static func leaf(_ seed: Int) throws -> ViewDigest.Leaf {
        ViewDigest.leaf(
            kind: "card", id: try #require(RecordID(text: Samples.nodeText)), revision: seed,
            body: Samples.operation(seed))
    }

    /// Computed apart with Python's hashlib and integers.
    @Test func leavesAndSumMatchTheirDefinition() throws {
        let id = try #require(RecordID(text: Samples.nodeText))
        let first = ViewDigest.leaf(kind: "vacancy", id: id, revision: 3, body: Array("{}".utf8))
        let second = ViewDigest.leaf(kind: "card", id: id, revision: 1, body: Array(#"{"a":1}"#.utf8))
        #expect(Hex.encode(first.bytes) == "5c936ec51107ca68eee91f16de9751bbcb54e248e732b95beec2448c6671a2db")
        #expect(Hex.encode(second.bytes) == "ca6bf2dcc8ca9c17c44edf497139435a2d627fe401bf1931a691571d9c0b2cf0")
        var digest = ViewDigest()
        digest.add(first)
        digest.add(second)
        #expect(digest.count == 2)
        #expect(digest.hex == "26ff61a1d9d26680b337fe604fd09515f8b7622ce8f1d28d95539baa027ccfcb")
    }

    @Test func everyPartOfARecordCounts() throws {
        let id = try #require(RecordID(text: Samples.nodeText))
        let other = try #require(RecordID(text: Samples.instanceText))
        let leaves = [
            ViewDigest.leaf(kind: "card", id: id, revision: 1, body: [1]),
            ViewDigest.leaf(kind: "cards", id: id, revision: 1, body: [1]),
            ViewDigest.leaf(kind: "card", id: other, revision: 1, body: [1]),
            ViewDigest.leaf(kind: "card", id: id, revision: 2, body: [1]),
            ViewDigest.leaf(kind: "card", id: id, revision: 1, body: [2]),
        ]
        #expect(Set(leaves.map { Hex.encode($0.bytes) }).count == leaves.count)
    }

    @Test func orderDoesNotMatterAndRemovingUndoesAdding() throws {
        let leaves = try (0..<40).map(Self.leaf)
        var forward = ViewDigest()
        var backward = ViewDigest()
        for leaf in leaves {
            forward.add(leaf)
        }
        for leaf in leaves.reversed() {
            backward.add(leaf)
        }
        #expect(forward == backward)
        for leaf in leaves.dropFirst(7) {
            forward.remove(leaf)
        }
        var few = ViewDigest()
        for leaf in leaves.prefix(7) {
            few.add(leaf)
        }
        #expect(forward == few)
        for leaf in leaves.prefix(7) {
            forward.remove(leaf)
        }
        #expect(forward == ViewDigest())
    }

    @Test func digestOfTwoPartsIsTheirSum() throws {
        var all = ViewDigest()
        var parts = (ViewDigest(), ViewDigest())
        for seed in 0..<20 {
            all.add(try Self.leaf(seed))
            if seed % 3 == 0 {
                parts.0.add(try Self.leaf(seed))
            } else {
                parts.1.add(try Self.leaf(seed))
            }
        }
        #expect(parts.0 + parts.1 == all)
        #expect(parts.1 + parts.0 == all)
        #expect(all + ViewDigest() == all)
    }

    @Test func additionCarriesThroughEveryWordAndWraps() throws {
        let one = try #require(ViewDigest.Leaf(bytes: [UInt8](repeating: 0, count: 31) + [1]))
        let most = try #require(ViewDigest.Leaf(bytes: [UInt8](repeating: 255, count: 32)))
        var digest = ViewDigest()
        digest.add(most)
        digest.add(one)
        #expect(digest.hex == Bundle.none)
        digest.remove(one)
        #expect(digest.hex == String(repeating: "f", count: 64))
        for byte in 1..<32 {
            let low = [UInt8](repeating: 0, count: 32 - byte) + [UInt8](repeating: 255, count: byte)
            var digest = ViewDigest()
            digest.add(try #require(ViewDigest.Leaf(bytes: low)))
            digest.add(one)
            let expected = [UInt8](repeating: 0, count: 31 - byte) + [1] + [UInt8](repeating: 0, count: byte)
            #expect(digest.bytes == expected)
        }
    }

    @Test func textComesBackAndOnlyIt() throws {
        var digest = ViewDigest()
        digest.add(try Self.leaf(1))
        #expect(ViewDigest(hex: digest.hex, count: 1) == digest)
        #expect(ViewDigest(hex: digest.hex, count: 2) != digest)
        #expect(ViewDigest(hex: digest.hex, count: -1) == nil)
        #expect(ViewDigest(hex: digest.hex, count: .max) == nil)
        #expect(ViewDigest(hex: digest.hex + "0", count: 1) == nil)
        #expect(ViewDigest(hex: digest.hex.uppercased(), count: 1) == nil)
        #expect(ViewDigest.Leaf(bytes: []) == nil)
    }
}
