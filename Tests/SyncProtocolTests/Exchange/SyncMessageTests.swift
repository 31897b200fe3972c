import Negotiation
import StrictJSON
import SyncProtocol
import Testing

@Suite struct SyncMessageTests {
    @Test func requestsComeBack() throws {
        for request in [try Samples.request(), try Samples.fullRequest()] {
            let read = try SyncRequest(parsing: request.encode())
            #expect(read == request)
            #expect(read.encode() == request.encode())
        }
    }

    @Test func bundleStandsInTheRequestByteForByte() throws {
        let bundle = try Samples.bundle()
        let spaced = try Bundle(parsing: replace("\"operations\":", by: "\"operations\" : ", in: bundle.bytes))
        let request = try Samples.request(bundle: spaced)
        let read = try #require(try SyncRequest(parsing: request.encode()).bundle)
        #expect(read.bytes == spaced.bytes)
        #expect(read.hash == spaced.hash)
        #expect(read.hash != bundle.hash)
    }

    @Test func repliesComeBackWithExactBodies() throws {
        let reply = try Samples.fullReply()
        let read = try SyncReply(parsing: reply.encode())
        #expect(read == reply)
        #expect(read.encode() == reply.encode())
        var plain = reply
        plain.complete = nil
        plain.day = nil
        plain.outcomes = []
        plain.page = []
        plain.attachments = []
        #expect(try SyncReply(parsing: plain.encode()) == plain)
    }

    @Test func unknownMembersAreIgnored() throws {
        let request = try Samples.fullRequest()
        let newer = try replace("{\"wire\"", by: "{\"later\":{\"a\":[1]},\"wire\"", in: request.encode())
        #expect(try SyncRequest(parsing: newer) == request)
        let reply = try Samples.fullReply()
        var bytes = try replace("{\"exchange\"", by: "{\"later\":null,\"exchange\"", in: reply.encode())
        for name in ["operation", "record", "retraction", "name", "count"] {
            bytes = try replace("{\"\(name)\":", by: "{\"later\":0,\"\(name)\":", in: bytes)
        }
        #expect(try SyncReply(parsing: bytes) == reply)
    }

    @Test func otherVersionsAreToldWhatIsSpoken() throws {
        let bytes = Array(#"{"wire":9,"whatever":true}"#.utf8)
        #expect(code { _ = try SyncRequest(parsing: bytes) } == .unsupportedVersion)
        let problem = ProtocolError(.unsupportedVersion, "no").problem
        #expect(problem["supported"] == [1, 2])
    }

    @Test(arguments: [
        ("\"exchange\":5", "\"exchange\":0"), ("\"exchange\":5", "\"exchange\":5.0"),
        ("\"exchange\":5", "\"exchange\":\"5\""),
        ("\"nonce\":\"AAEC", "\"nonce\":\"AAE"), ("\"nonce\":\"AAEC", "\"nonce\":\"AAECAA"),
        ("\"nonce\":\"", "\"nonce\":\"="),
        ("\"nonce\":\"AAECAwQFBgcICQoLDA0ODw\"", "\"nonce\":\"\""), ("\"lastNonce\":\"D", "\"lastNonce\":\""),
        ("\"node\":\"018f", "\"node\":\"018F"), ("\"epoch\":1", "\"epoch\":0"), ("\"position\":7", "\"position\":-1"),
        ("\"limit\":20", "\"limit\":0"), ("\"limit\":20", "\"limit\":1001"), ("\"limit\":20", "\"limit\":null"),
        ("\"attachments\":[", "\"attachments\":[[],"), ("{\"wire\"", "{\"wire\":1,\"wire\""),
        ("\"cursor\":{", "\"cursor\":1,\"c\":{"), ("\"region\":\"kota-uji\"", "\"region\":1"),
    ]) func misshapenRequestsAreRefused(_ old: String, _ new: String) throws {
        let bytes = try replace(old, by: new, in: Samples.fullRequest().encode())
        #expect([ProblemCode.badRequest, .tooLarge].contains(code { _ = try SyncRequest(parsing: bytes) }))
    }

    @Test(arguments: [
        ("\"outcome\":\"rejected\"", "\"outcome\":\"lost\""), ("\"detail\":\"{", "\"detail\":\"["),
        ("\"detail\":\"{", "\"detail\":\"{,"), ("\"record\":", "\"retraction\":\"\",\"record\":"),
        ("\"revision\":2", "\"revision\":0"), ("\"body\":\"", "\"body\":{},\"b\":\""),
        ("\"position\":9}", "\"position\":0}"),
        ("\"digest\":\"a", "\"digest\":\"A"), ("\"nextSeconds\":900", "\"nextSeconds\":-1"),
        ("\"day\":\"2026", "\"day\":\"12026"), ("\"count\":0", "\"count\":-1"),
        ("\"cursor\":{\"epoch\":1", "\"cursor\":{\"epoch\":2"),
        ("\"cursor\":{\"epoch\":1,\"position\":9", "\"cursor\":{\"epoch\":1,\"position\":10"),
        ("\"cursor\":{\"epoch\":1,\"position\":9", "\"cursor\":{\"epoch\":1,\"position\":8"),
    ]) func misshapenRepliesAreRefused(_ old: String, _ new: String) throws {
        let bytes = try replace(old, by: new, in: Samples.fullReply().encode())
        #expect([ProblemCode.badRequest, .tooLarge].contains(code { _ = try SyncReply(parsing: bytes) }))
    }

    @Test func replyAnswersItsOwnRequestOnly() throws {
        let request = try Samples.fullRequest()
        let reply = try Samples.fullReply()
        #expect(reply.answers(request))
        var other = request
        other.nonce = Samples.otherNonce
        #expect(!reply.answers(other))
        other = request
        other.exchange += 1
        #expect(!reply.answers(other))
        other = request
        other.bundle = nil
        #expect(!reply.answers(other))
    }

    @Test func laterEpochHasTheLaterHeads() {
        #expect(Head(epoch: 1, position: 9) < Head(epoch: 1, position: 10))
        #expect(Head(epoch: 1, position: 9) < Head(epoch: 2, position: 3))
        #expect(!(Head(epoch: 1, position: 9) < Head(epoch: 1, position: 9)))
    }
}
