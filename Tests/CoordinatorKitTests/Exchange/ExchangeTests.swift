import CoordinatorKit
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// The exchange table of the protocol, row by row, over real signatures.
@Suite struct ExchangeTests {
    static func problem(_ answer: HTTPAnswer) throws -> ProblemCode {
        try Problem(parsing: answer.body).code
    }

    @Test func firstExchangeGivesTheWholeViewWithItsDigest() async throws {
        var region = try TestRegion()
        let reply = try await region.desk.sync(region.coordinator)
        #expect(
            reply.head
                == Head(epoch: 1, position: 3, root: Hex.encode(try region.store.read { try $0.frontier() }.root)))
        #expect(reply.cursor == Cursor(epoch: 1, position: 3, start: 3))
        #expect(reply.day == "2026-03-02")
        #expect(reply.nextSeconds == 900)
        #expect(reply.complete == SyncReply.Complete(count: 2, digest: region.desk.digest.hex))
        let empty = try await region.desk.sync(region.coordinator)
        #expect(empty.page.isEmpty)
        #expect(empty.complete == reply.complete)
    }

    @Test func lostReplyIsAnsweredAgainWithTheSameOutcomes() async throws {
        var region = try TestRegion()
        let request = region.desk.request([Statement.put("x", to: nil), Statement.make("no.such", body: .object([]))])
        let lost = await region.desk.send(request, to: region.coordinator)
        let again = await region.desk.send(request, to: region.coordinator)
        let outcomes = try SyncReply(parsing: lost.body).outcomes
        #expect(try region.desk.absorb(again, of: request).outcomes == outcomes)
        #expect(outcomes.map(\.outcome.kind) == [.accepted, .rejected])
        #expect(try await region.desk.sync(region.coordinator).head.position == 5)
    }

    @Test func olderExchangeIsStaleAndBoundToItsRequest() async throws {
        var region = try TestRegion()
        let old = region.desk.request([Statement.put("x", to: nil)])
        _ = try region.desk.absorb(await region.desk.send(old, to: region.coordinator), of: old)
        _ = try await region.desk.sync(region.coordinator)
        let answer = await region.desk.send(old, to: region.coordinator)
        #expect(answer.status == 409)
        #expect(try Self.problem(answer) == .stale)
        try region.desk.verify(answer)
        let json = try JSON(parsing: answer.body)
        #expect(json["exchange"]?.integer == old.exchange)
        #expect(json["nonce"]?.string == old.nonce)
    }

    @Test func anotherNonceForAnAnsweredExchangeIsStale() async throws {
        var region = try TestRegion()
        let copy = region.desk
        _ = try await region.desk.sync(region.coordinator)
        let request = copy.request([Statement.put("x", to: nil)])
        #expect(try Self.problem(await copy.send(request, to: region.coordinator)) == .stale)
        #expect(try await region.desk.sync(region.coordinator).head.position == 3)
    }

    @Test func jumpOfTheExchangeNumberIsStale() async throws {
        let region = try TestRegion()
        var request = region.desk.request()
        request.exchange = 2
        #expect(try Self.problem(await region.desk.send(request, to: region.coordinator)) == .stale)
    }

    @Test func anotherInstanceIsSuperseded() async throws {
        let region = try TestRegion()
        var request = region.desk.request()
        request.instance = Made.id()
        #expect(try Self.problem(await region.desk.send(request, to: region.coordinator)) == .superseded)
    }

    @Test func unknownNodeIsToldSoAndSigned() async throws {
        let region = try TestRegion()
        let stranger = TestNode(
            JoinReply(
                region: region.coordinator.region.code, regionName: "", agency: region.desk.agency,
                node: Made.id(), instance: region.desk.instance, registry: false,
                coordinatorKey: region.desk.coordinatorKey, tagKey: [], epoch: 1), key: .generate())
        let request = stranger.request()
        let answer = await stranger.send(request, to: region.coordinator)
        #expect(answer.status == 401)
        #expect(try Self.problem(answer) == .unknownNode)
        try region.desk.verify(answer)
        #expect(try Problem(parsing: answer.body).answers(request))
    }

    @Test func nobodyGetsARefusalInAnotherNodesName() async throws {
        let region = try TestRegion()
        // The request names the desk and its nonce, but a stranger signs it.
        let request = region.desk.request()
        let body = request.encode()
        let stranger: NodeID = Made.id()
        let signature = DetachedJWS.sign(body, type: .request, keyID: stranger.text, key: .generate())
        let problem = try Problem(parsing: await region.coordinator.sync(body: body, signature: signature).body)
        #expect(problem.code == .unknownNode)
        #expect(!problem.answers(request))
    }

    @Test func everyRefusalOfASignedRequestNamesIt() async throws {
        let region = try TestRegion()
        var foreign = region.desk.request()
        foreign.region = "kota-lain"
        var superseded = region.desk.request()
        superseded.instance = Made.id()
        var jump = region.desk.request()
        jump.exchange = 7
        let broken = region.desk.request([Array("{}".utf8)])
        for (request, code) in [
            (foreign, ProblemCode.wrongRegion), (superseded, .superseded), (jump, .stale), (broken, .badBundle),
        ] {
            let answer = await region.desk.send(request, to: region.coordinator)
            try region.desk.verify(answer)
            let problem = try Problem(parsing: answer.body)
            #expect(problem.code == code)
            #expect(problem.answers(request), "\(code)")
        }
    }

    @Test func cursorOfAnotherEpochIsRefused() async throws {
        var region = try TestRegion()
        _ = try await region.desk.sync(region.coordinator)
        region.desk.cursor?.start = 4
        let answer = await region.desk.send(region.desk.request(), to: region.coordinator)
        #expect(try Self.problem(answer) == .badRequest)
    }

    @Test func coordinatorsOwnNodeCannotSync() async throws {
        let region = try TestRegion()
        var request = region.desk.request()
        request.node = region.coordinator.region.node
        let body = request.encode()
        let signature = DetachedJWS.sign(body, type: .request, keyID: request.node.text, key: region.keys.signing)
        let answer = await region.coordinator.sync(body: body, signature: signature)
        #expect(try Self.problem(answer) == .unknownNode)
    }

    @Test func wrongMissingOrForeignSignatureIsRefused() async throws {
        var region = try TestRegion()
        let other = try await region.node("disdik")
        let (body, signature) = region.desk.signed(region.desk.request())
        var changed = body
        changed[changed.count - 3] ^= 1
        for (body, signature) in [
            (changed, signature), (body, nil), (body, ""), (body, "a.b.c"),
            (body, DetachedJWS.sign(body, type: .request, keyID: other.node.text, key: other.key)),
            (body, DetachedJWS.sign(body, type: .request, keyID: region.desk.node.text, key: other.key)),
            (body, DetachedJWS.sign(body, type: .reply, keyID: region.desk.node.text, key: region.desk.key)),
        ] as [([UInt8], String?)] {
            let answer = await region.coordinator.sync(body: body, signature: signature)
            #expect(answer.status == 401)
            #expect(try Self.problem(answer) == .badSignature)
        }
        #expect(try region.store.read { try $0.node(region.desk.node) }?.exchange.exchange == 1)
    }

    @Test func bundleOutOfOrderIsRefusedAndNothingIsApplied() async throws {
        var region = try TestRegion()
        let operation = Statement.put("x", to: nil)
        for bundle in [
            region.desk.bundle([operation], number: 2),
            region.desk.bundle([operation], previous: String(repeating: "1", count: 64)),
        ] {
            var request = region.desk.request()
            request.bundle = bundle
            let answer = await region.desk.send(request, to: region.coordinator)
            #expect(try Self.problem(answer) == .badBundle)
        }
        #expect(try await region.desk.sync(region.coordinator, [operation]).head.position == 4)
    }

    @Test func bundleOfAnotherNodeIsRefused() async throws {
        var region = try TestRegion()
        let other = try await region.node("disdik")
        var request = region.desk.request()
        request.bundle = other.bundle([Statement.put("x", to: nil)])
        #expect(try Self.problem(await region.desk.send(request, to: region.coordinator)) == .badBundle)
    }

    @Test func unreadableOperationRefusesTheBundleAndNamesIt() async throws {
        let region = try TestRegion()
        let request = region.desk.request([Statement.put("x", to: nil), Array("{}".utf8)])
        let answer = await region.desk.send(request, to: region.coordinator)
        #expect(try Self.problem(answer) == .badBundle)
        #expect(try JSON(parsing: answer.body)["index"]?.integer == 1)
    }

    @Test func anotherRegionIsRefused() async throws {
        let region = try TestRegion()
        var request = region.desk.request()
        request.region = "kota-lain"
        #expect(try Self.problem(await region.desk.send(request, to: region.coordinator)) == .wrongRegion)
    }

    @Test func nodeThatSawALaterHeadStopsThisJournalForIt() async throws {
        let region = try TestRegion()
        var request = region.desk.request([Statement.put("x", to: nil)])
        request.head = Head(epoch: 1, position: 4)
        let answer = await region.desk.send(request, to: region.coordinator)
        #expect(try Self.problem(answer) == .unavailable)
        #expect(try region.store.read { try $0.head().position } == 3)
    }

    @Test func revokedNodeIsToldSo() async throws {
        let region = try TestRegion()
        try region.store.write { transaction in
            guard var node = try transaction.node(region.desk.node) else { throw TestFailure.missing("node") }
            node.isRevoked = true
            try transaction.setNode(node)
        }
        let answer = await region.desk.send(region.desk.request(), to: region.coordinator)
        #expect(answer.status == 403)
        #expect(try Self.problem(answer) == .revoked)
    }

    @Test func garbageIsABadRequestWhenItsSignatureIsGood() async throws {
        let region = try TestRegion()
        let body = Array(#"{"wire":1,"wire":2}"#.utf8)
        let signature = DetachedJWS.sign(body, type: .request, keyID: region.desk.node.text, key: region.desk.key)
        let answer = await region.coordinator.sync(body: body, signature: signature)
        #expect(answer.status == 400)
    }

    @Test func requestOverTheLimitIsTooLarge() async throws {
        let region = try TestRegion()
        let answer = await region.coordinator.sync(
            body: [UInt8](repeating: 32, count: Limits.requestBytes + 1), signature: "")
        #expect(answer.status == 413)
    }
}
