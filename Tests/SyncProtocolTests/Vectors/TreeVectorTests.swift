import StrictJSON
import SyncProtocol
import Testing

/// Trees, proofs, checkpoints and receipts of `protocol/v1/vectors`, computed apart from this module.
@Suite struct TreeVectorTests {
    private static func hash(_ json: JSON?) throws -> [UInt8] {
        let text = try #require(json?.string)
        return try #require(Hex.decode(text))
    }

    @Test(arguments: try Vector.all("tree-roots")) func rootIsAsListed(_ vector: Vector) throws {
        var tree = TreeFrontier()
        for entry in try vector.array("entries") {
            tree.append(TreeHash.leaf(try Self.hash(entry)))
        }
        #expect((Hex.encode(tree.root) == (try vector.text("root"))) == vector.isValid)
    }

    @Test(arguments: try Vector.all("tree-proofs")) func proofIsJudgedAsListed(_ vector: Vector) throws {
        let proof = try vector.array("proof").map(Self.hash)
        let (size, root) = (try vector.integer("size"), try Self.hash(vector.json["root"]))
        let holds =
            try vector.text("kind") == "inclusion"
            ? TreeCheck.includes(
                leaf: try Self.hash(vector.json["leaf"]), index: try vector.integer("index"), size: size, root: root,
                proof: proof)
            : TreeCheck.extends(
                old: try vector.integer("old"), oldRoot: try Self.hash(vector.json["oldRoot"]), size: size, root: root,
                proof: proof)
        #expect(holds == vector.isValid)
    }

    @Test(arguments: try Vector.all("checkpoints")) func checkpointIsJudgedAsListed(_ vector: Vector) throws {
        var checkpoint: Checkpoint?
        let refusal = Vector.refusal { checkpoint = try Checkpoint(parsing: try vector.text("checkpoint")) }
        let holds = checkpoint?.verifies(region: try vector.text("region"), key: try vector.key("key"))
        #expect((refusal ?? (holds == false ? "signature" : nil)) == vector.code)
        guard vector.isValid else { return }
        let read = try #require(checkpoint)
        #expect(
            read.head
                == Head(
                    epoch: try vector.integer("epoch"), position: try vector.integer("position"),
                    root: try vector.text("root")))
        #expect(read.day == (try vector.text("day")))
    }

    @Test(arguments: try Vector.all("receipts")) func receiptIsJudgedAsListed(_ vector: Vector) throws {
        var receipt: Receipt?
        let refusal = Vector.refusal { receipt = try Receipt(parsing: try vector.bytes("receipt")) }
        let holds = receipt?.verifies(with: try vector.key("key"))
        let isOfBundle = receipt?.covers(try Bundle(parsing: try vector.bytes("bundle")))
        #expect(
            (refusal ?? (holds == false ? "signature" : nil) ?? (isOfBundle == false ? "other" : nil)) == vector.code)
        guard vector.isValid, !(try vector.text("receipt").contains("later")) else { return }
        #expect(receipt?.json.encoded == (try vector.bytes("receipt")))
    }
}
