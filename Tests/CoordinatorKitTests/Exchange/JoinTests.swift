import CoordinatorKit
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

@Suite struct JoinTests {
    @Test func invitedNodeJoinsAndSyncs() async throws {
        var region = try TestRegion()
        let key = SigningKey.generate()
        let answer = await region.join(try await region.invite("disdik"), key: key)
        #expect(answer.status == 200)
        try region.desk.verify(answer)
        let reply = try JoinReply(parsing: answer.body)
        #expect(reply.agency.text == "disdik")
        #expect(reply.registry)
        #expect(reply.tagKey == region.keys.tag)
        #expect(reply.coordinatorKey == region.keys.signing.publicKey)
        var node = TestNode(reply, key: key)
        #expect(try await node.sync(region.coordinator).complete?.count == 3)
    }

    @Test func codeServesOneOfTwoHundredParallelTries() async throws {
        var region = try TestRegion()
        let code = try await region.invite("disdik")
        let before = try region.store.read { try $0.head().position }
        let joining = region
        let answers = await withTaskGroup(of: HTTPAnswer.self) { group in
            for _ in 0..<200 {
                group.addTask { await joining.join(code, key: .generate()) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0.status == 200 } == 1)
        for answer in answers where answer.status != 200 {
            #expect(try Problem(parsing: answer.body).code == .invitationInvalid)
        }
        // One entry for the one that joined, nothing for the others.
        #expect(try region.store.read { try $0.head().position } == before + 1)
        #expect(try region.store.read { try $0.nodes().count } == 3)
        _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func nodeOfAnotherAgencyDoesNotUseTheCodeUp() async throws {
        var region = try TestRegion()
        let code = try await region.invite("disdik")
        let strange = await region.join(code, key: .generate(), agency: Made.agency("dinkes"))
        #expect(try Problem(parsing: strange.body).code == .invitationInvalid)
        #expect(await region.join(code, key: .generate(), agency: Made.agency("disdik")).status == 200)
    }

    @Test func sameKeysGetTheSameReplyAgainUntilTheySync() async throws {
        var region = try TestRegion()
        let code = try await region.invite("disdik")
        let key = SigningKey.generate()
        let first = await region.join(code, key: key)
        let second = await region.join(code, key: key)
        #expect(first.body == second.body)
        var node = TestNode(try JoinReply(parsing: first.body), key: key)
        _ = try await node.sync(region.coordinator)
        #expect(await region.join(code, key: key).status == 403)
    }

    @Test func expiredUnknownAndMalformedCodesAreOneAnswer() async throws {
        var region = try TestRegion()
        let expired = try await region.invite("disdik", expiresAt: "2026-03-02T00:00:00Z")
        var bodies: Set<[UInt8]> = []
        for code in [expired, InvitationCode.generate(), "x", "", "%%%%"] {
            let answer = await region.join(code, key: .generate())
            #expect(answer.status == 403)
            bodies.insert(answer.body)
        }
        #expect(bodies.count == 1)
    }

    @Test func joinWithoutProofOfTheKeyIsRefused() async throws {
        var region = try TestRegion()
        let code = try await region.invite("disdik")
        var body = JoinRequest.make(code: code, key: .generate(), box: Sodium.randomBytes(32)).encode()
        let other = JoinRequest.make(code: code, key: .generate(), box: Sodium.randomBytes(32)).encode()
        // The proof of the other request in this one.
        body = Array(
            String(decoding: body, as: UTF8.self).replacing(
                try JSON(parsing: body)["proof"]?.string ?? "", with: try JSON(parsing: other)["proof"]?.string ?? ""
            ).utf8)
        #expect(await region.coordinator.join(body: body).status == 401)
    }
}
