import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// Hashes, names and ids of `protocol/v1/vectors`.
@Suite struct DerivationVectorTests {
    @Test(arguments: try Vector.all("view-digests")) func digestIsAsListed(_ vector: Vector) throws {
        var digest = ViewDigest()
        var leaves: [String] = []
        for record in try vector.array("records") {
            let leaf = ViewDigest.leaf(
                kind: try record.requiredString("kind"),
                id: try #require(RecordID(text: try record.requiredString("id"))),
                revision: try record.requiredInteger("revision"), body: Array(try record.requiredString("body").utf8))
            digest.add(leaf)
            leaves.append(Hex.encode(leaf.bytes))
        }
        #expect(leaves == (try vector.array("leaves").map(\.string)))
        let stated = try #require(ViewDigest(hex: try vector.text("digest"), count: try vector.integer("count")))
        #expect((digest == stated) == vector.isValid)
    }

    @Test(arguments: try Vector.all("derived-ids")) func derivedIDIsAsListed(_ vector: Vector) throws {
        let id = DerivedID.make(
            agency: try #require(AgencyCode(try vector.text("agency"))), operation: try vector.operationID(),
            number: try vector.integer("number"))
        #expect((id.text == (try vector.text("id"))) == vector.isValid)
    }

    @Test(arguments: try Vector.all("person-tags")) func personTagIsAsListed(_ vector: Vector) throws {
        let key = try #require(Base64URL.decode(try vector.text("key")))
        let tag = PersonTag.make(nip: try vector.text("nip"), key: key)
        #expect((tag == (try vector.text("tag"))) == vector.isValid)
    }

    @Test(arguments: try Vector.all("attachments")) func attachmentIsJudgedAsListed(_ vector: Vector) throws {
        let json = try vector.json.requiredObject("attachment")
        let attachment = try? SyncProtocol.Attachment(reading: json)
        #expect((attachment != nil) == vector.isValid)
        #expect(attachment == nil || attachment?.name == json["name"]?.string)
    }
}
