import Negotiation
import StrictJSON
import SyncProtocol
import Testing

@Suite struct JoinTests {
    static let box = [UInt8](repeating: 4, count: 32)

    @Test func requestComesBackWithItsProof() throws {
        let request = JoinRequest.make(code: "AAECAwQFBgcICQoLDA0ODw", key: try Samples.key(), box: Self.box)
        let read = try JoinRequest(parsing: request.encode())
        #expect(read == request)
        let again = JoinRequest.make(code: "one", key: try Samples.key(), box: Self.box, agency: AgencyCode("disdik"))
        #expect(try JoinRequest(parsing: again.encode()) == again)
        #expect(read.key == (try Samples.key().publicKey))
        let newer = try replace("{\"wire\"", by: "{\"later\":1,\"wire\"", in: request.encode())
        #expect(try JoinRequest(parsing: newer) == request)
    }

    @Test(arguments: ["", "x", "%%%%", "a\nb", "é", String(repeating: "c", count: Limits.codeTextBytes)])
    func anyTextIsReadAsACode(_ text: String) throws {
        let request = JoinRequest.make(code: text, key: try Samples.key(), box: Self.box)
        #expect(try JoinRequest(parsing: request.encode()).code == text)
    }

    @Test func codeHasALongestText() throws {
        let text = String(repeating: "c", count: Limits.codeTextBytes + 1)
        let request = JoinRequest.make(code: text, key: try Samples.key(), box: Self.box)
        #expect(code { _ = try JoinRequest(parsing: request.encode()) } == .tooLarge)
    }

    @Test func proofCoversEveryMember() throws {
        let one = JoinRequest.make(code: "one", key: try Samples.key(), box: Self.box)
        let others = [
            JoinRequest.make(code: "two", key: try Samples.key(), box: Self.box),
            JoinRequest.make(code: "one", key: try Samples.key(8), box: Self.box),
            JoinRequest.make(code: "one", key: try Samples.key(), box: [UInt8](repeating: 5, count: 32)),
            JoinRequest.make(code: "one", key: try Samples.key(), box: Self.box, agency: AgencyCode("disdik")),
        ]
        for other in others {
            let mixed = try replace(other.proof, by: one.proof, in: other.encode())
            #expect(code { _ = try JoinRequest(parsing: mixed) } == .badSignature)
        }
        let wrongType = DetachedJWS.sign([], type: .request, keyID: JoinRequest.keyID, key: try Samples.key())
        let mixed = try replace(one.proof, by: wrongType, in: one.encode())
        #expect(code { _ = try JoinRequest(parsing: mixed) } == .badSignature)
    }

    @Test func otherVersionsAndWeakKeysAreRefused() throws {
        let request = JoinRequest.make(code: "one", key: try Samples.key(), box: Self.box)
        let newer = try replace("\"wire\":2", by: "\"wire\":9", in: request.encode())
        #expect(code { _ = try JoinRequest(parsing: newer) } == .unsupportedVersion)
        let weak = Base64URL.encode([UInt8](repeating: 0, count: 32))
        let changed = try replace(Base64URL.encode(request.key.bytes), by: weak, in: request.encode())
        #expect(code { _ = try JoinRequest(parsing: changed) } == .badRequest)
    }

    @Test func repliesComeBack() throws {
        for registry in [true, false] {
            let reply = try Samples.joinReply(registry: registry)
            #expect(try JoinReply(parsing: reply.encode()) == reply)
            let newer = try replace("{\"region\"", by: "{\"later\":[],\"region\"", in: reply.encode())
            #expect(try JoinReply(parsing: newer) == reply)
        }
    }

    @Test func onlyARegistryGetsATagKey() throws {
        let reply = try Samples.joinReply()
        let without = try replace(Base64URL.encode(reply.tagKey), by: "", in: reply.encode())
        #expect(code { _ = try JoinReply(parsing: without) } == .badRequest)
        let notRegistry = try replace("\"registry\":true", by: "\"registry\":false", in: reply.encode())
        #expect(code { _ = try JoinReply(parsing: notRegistry) } == .badRequest)
    }

    @Test func serviceDocumentComesBack() throws {
        let document = ServiceDocument(region: "kota-uji", name: "Kota Uji", key: try Samples.key().publicKey)
        #expect(try ServiceDocument(parsing: document.encode()) == document)
        let other = try replace("mutasi-coordinator", by: "router", in: document.encode())
        #expect(code { _ = try ServiceDocument(parsing: other) } == .badRequest)
        let newer = try replace("\"wire\":[1,2]", by: "\"wire\":[1,2,3]", in: document.encode())
        #expect(try ServiceDocument(parsing: newer).wires == [1, 2, 3])
    }
}
