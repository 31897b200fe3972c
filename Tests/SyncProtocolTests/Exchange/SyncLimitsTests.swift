import Negotiation
import StrictJSON
import SyncProtocol
import Testing

@Suite struct SyncLimitsTests {
    @Test func pageLimitHasBothEnds() throws {
        var request = try Samples.request()
        for limit in [Limits.pageRecords.lowerBound, Limits.pageRecords.upperBound] {
            request.limit = limit
            #expect(try SyncRequest(parsing: request.encode()).limit == limit)
        }
    }

    @Test func regionHasALongestCode() throws {
        var request = try Samples.request()
        request.region = String(repeating: "r", count: Limits.nameBytes)
        #expect(try SyncRequest(parsing: request.encode()) == request)
        request.region += "r"
        #expect(code { _ = try SyncRequest(parsing: request.encode()) } == .tooLarge)
    }

    @Test func requestHasALargestSize() throws {
        let request = try Samples.request()
        let bytes = request.encode()
        let fitting = bytes + [UInt8](repeating: 32, count: Limits.requestBytes - bytes.count)
        #expect(try SyncRequest(parsing: fitting) == request)
        #expect(code { _ = try SyncRequest(parsing: fitting + [32]) } == .tooLarge)
    }

    @Test func replyHasALargestSize() throws {
        let bytes = [UInt8](repeating: 32, count: Limits.replyBytes + 1)
        #expect(code { _ = try SyncReply(parsing: bytes) } == .tooLarge)
        #expect(code { _ = try SyncReply(parsing: [UInt8]("[".utf8)) } == .badRequest)
    }

    @Test func bodyAndDetailHaveALargestSize() throws {
        var reply = try Samples.fullReply()
        let id = try #require(RecordID(text: Samples.nodeText))
        func put(_ count: Int) {
            reply.page = [
                .record(id: id, kind: .card, revision: 1, changed: 1, body: [UInt8](repeating: 97, count: count))
            ]
        }
        put(Limits.recordBytes)
        #expect(try SyncReply(parsing: reply.encode()) == reply)
        put(Limits.recordBytes + 1)
        #expect(code { _ = try SyncReply(parsing: reply.encode()) } == .tooLarge)
        put(1)
        let frame = JSONValue.object([("t", "")]).encoded.count
        reply.outcomes[0].outcome.detail = ["t": .string(String(repeating: "d", count: Limits.outcomeBytes - frame))]
        #expect(try SyncReply(parsing: reply.encode()) == reply)
        reply.outcomes[0].outcome.detail = [
            "t": .string(String(repeating: "d", count: Limits.outcomeBytes - frame + 1))
        ]
        #expect(code { _ = try SyncReply(parsing: reply.encode()) } == .tooLarge)
    }

    @Test func pageHasAMostOfChanges() throws {
        var reply = try Samples.fullReply()
        let id = try #require(RecordID(text: Samples.nodeText))
        reply.page = Array(repeating: .retraction(id: id, position: 1), count: Limits.pageChanges)
        #expect(try SyncReply(parsing: reply.encode()).page.count == Limits.pageChanges)
        reply.page.append(.retraction(id: id, position: 1))
        #expect(code { _ = try SyncReply(parsing: reply.encode()) } == .tooLarge)
    }
}
