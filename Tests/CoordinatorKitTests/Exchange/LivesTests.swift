import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Synchronization
import Testing

/// A node's lives: replaced by invitation, restored from a backup, and the copies that live on.
@Suite struct LivesTests {
    private func invite(
        _ region: inout TestRegion, replacing node: TestNode, registry: Bool = true
    ) async throws -> String {
        let code = InvitationCode.generate()
        let body: [(String, JSONValue)] = [
            ("agency", .string(node.agency.text)), ("registry", .boolean(registry)),
            ("codeHash", .string(InvitationCode.hash(code) ?? "")), ("expiresAt", "2026-03-03T00:00:00Z"),
            ("replaces", .string(node.node.text)),
        ]
        let reply = try await region.desk.sync(
            region.coordinator, [Statement.make("node.invite", body: .object([("invitation", .object(body))]))])
        #expect(reply.outcomes.map(\.outcome.kind) == [.accepted])
        return code
    }

    private func replace(_ node: TestNode, in region: inout TestRegion) async throws -> (TestNode, JoinReply) {
        let key = SigningKey.generate()
        let answer = await region.join(try await invite(&region, replacing: node), key: key)
        let reply = try JoinReply(parsing: answer.body)
        return (TestNode(reply, key: key), reply)
    }

    private func notices(_ region: TestRegion) throws -> [Notice] {
        try region.store.read { try $0.records(linked: .kind(.notice)).map(Notice.init) }
    }

    private func verify(_ region: TestRegion) throws {
        _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
    }

    private func opening(_ node: TestNode, _ opens: InstanceID, _ operations: [[UInt8]] = []) -> SyncRequest {
        let bundle = SyncProtocol.Bundle.make(
            region: node.region, node: node.node, instance: opens, number: 1, previous: SyncProtocol.Bundle.none,
            operations: operations.isEmpty ? [[0x7B, 0x7D]] : operations, key: node.key)
        var request = node.request()
        request.exchange = 1
        request.lastNonce = ""
        request.bundle = operations.isEmpty ? nil : bundle
        request.opens = opens
        return request
    }

    @Test func aReplacedNodeGoesOnAndItsOperationsCountOnce() async throws {
        var region = try TestRegion()
        var old = try await region.node("disdik")
        let operation = Statement.put("x", to: nil)
        let first = try await old.sync(region.coordinator, [operation]).outcomes
        let (replacing, reply) = try await replace(old, in: &region)
        var new = replacing
        #expect(new.node == old.node && new.instance != old.instance)
        #expect(reply.registry && reply.tagKey == region.keys.tag)
        #expect(reply.replaced == JoinReply.Replaced(exchange: old.exchange, nonce: old.nonce))
        // What was in flight comes again in the first bundle of the new life.
        #expect(try await new.sync(region.coordinator, [operation]).outcomes == first)
        #expect(try await new.sync(region.coordinator).complete?.digest == new.digest.hex)
        #expect(try notices(region).map(\.code) == [.nodeReplaced])
        try verify(region)
    }

    @Test func theReplyOfAReplacementIsTheSameUntilTheFirstExchange() async throws {
        var region = try TestRegion()
        let old = try await region.node("disdik")
        let (code, key) = (try await invite(&region, replacing: old), SigningKey.generate())
        let box = Sodium.randomBytes(32)
        let body = JoinRequest.make(code: code, key: key, box: box).encode()
        let answers = [await region.coordinator.join(body: body), await region.coordinator.join(body: body)]
        #expect(answers[0].status == 200 && answers[0].body == answers[1].body)
        #expect(await region.join(code, key: .generate()).status == 403)
        var node = TestNode(try JoinReply(parsing: answers[0].body), key: key)
        _ = try await node.sync(region.coordinator)
        #expect(await region.coordinator.join(body: body).status == 403)
        #expect(try region.store.read { try $0.formers(of: old.node).count } == 1)
    }

    @Test func theOldCopyIsSupersededBySignatureAndRaisesOneAlarmAnHour() async throws {
        let now = Mutex(TestRegion.morning)
        var region = try TestRegion(clock: { now.withLock { $0 } })
        var old = try await region.node("disdik")
        _ = try await old.sync(region.coordinator)
        _ = try await replace(old, in: &region)
        for times in 1...3 {
            let request = old.request([Statement.put("late", to: nil)])
            let answer = await old.send(request, to: region.coordinator)
            #expect(try ExchangeTests.problem(answer) == .superseded)
            try old.verify(answer)
            #expect(try Problem(parsing: answer.body).answers(request))
            let former = try #require(try region.store.read { try $0.former(old.instance) })
            #expect(former.calls == times)
        }
        #expect(
            try notices(region).filter { $0.code == .copySeen }.map { $0.detailed("instance") } == [old.instance.text])
        let head = try region.store.read { try $0.head().position }
        now.withLock { $0 = Moment(secondsSince1970: $0.secondsSince1970 + 3600) }
        _ = await old.send(old.request(), to: region.coordinator)
        #expect(try region.store.read { try $0.head().position } == head + 1)
        let alarm = try #require(try notices(region).first { $0.code == .copySeen })
        #expect(try JSON(parsing: alarm.detail.encoded)["times"]?.integer == 4)
        #expect(alarm.detailed("first") != alarm.detailed("last"))
        try verify(region)
    }

    @Test func aStrangerWithTheNodesNameIsNoFormerLife() async throws {
        var region = try TestRegion()
        let old = try await region.node("disdik")
        _ = try await replace(old, in: &region)
        let body = old.request().encode()
        let forged = DetachedJWS.sign(body, type: .request, keyID: old.node.text, key: .generate())
        #expect(
            try ExchangeTests.problem(await region.coordinator.sync(body: body, signature: forged)) == .badSignature)
        #expect(try notices(region).map(\.code) == [.nodeReplaced])
    }

    @Test func aDeclaredRestoreOpensANewInstanceOnceAndItsReplyMayBeLost() async throws {
        var region = try TestRegion()
        var node = try await region.node("disdik")
        let backup = node
        _ = try await node.sync(region.coordinator, [Statement.put("after the backup", to: nil)])
        let opens: InstanceID = Made.id()
        let request = opening(backup, opens, [Statement.put("new", to: nil)])
        let lost = await backup.send(request, to: region.coordinator)
        let again = await backup.send(request, to: region.coordinator)
        #expect(lost.status == 200)
        let outcomes = try [lost, again].map { try SyncReply(parsing: $0.body).outcomes }
        #expect(outcomes[0] == outcomes[1] && outcomes[0].map(\.outcome.kind) == [.accepted])
        #expect(try notices(region).map(\.code) == [.nodeRestored])
        #expect(try region.store.read { try $0.node(node.node)?.exchange.instance } == opens)
        // The machine that the backup was made of goes on as if nothing had happened: it is told.
        #expect(try ExchangeTests.problem(await node.send(node.request(), to: region.coordinator)) == .superseded)
        // The same backup put back once more names an instance that has ended.
        let second = opening(backup, Made.id())
        #expect(try ExchangeTests.problem(await backup.send(second, to: region.coordinator)) == .superseded)
        #expect(try notices(region).map(\.code) == [.nodeRestored, .copySeen])
        try verify(region)
    }

    @Test func theNewInstanceGoesOnWithItsOwnCounts() async throws {
        var region = try TestRegion()
        var node = try await region.node("disdik")
        _ = try await node.sync(region.coordinator, [Statement.put("one", to: nil)])
        let opens: InstanceID = Made.id()
        let request = opening(node, opens)
        var next = node.request([])
        _ = try node.absorb(await node.send(request, to: region.coordinator), of: request)
        next = node.request()
        next.instance = opens
        next.bundle = SyncProtocol.Bundle.make(
            region: node.region, node: node.node, instance: opens, number: 1, previous: SyncProtocol.Bundle.none,
            operations: [Statement.put("two", to: nil)], key: node.key)
        #expect(await node.send(next, to: region.coordinator).status == 200)
        try verify(region)
    }

    @Test func anInstanceThatWasThereBeforeIsNotOpened() async throws {
        var region = try TestRegion()
        let other = try await region.node("dinkes")
        let node = try await region.node("disdik")
        for opens in [other.instance, region.desk.instance] {
            let answer = await node.send(opening(node, opens), to: region.coordinator)
            #expect(try ExchangeTests.problem(answer) == .badRequest)
        }
        let first: InstanceID = Made.id()
        #expect(await node.send(opening(node, first), to: region.coordinator).status == 200)
        #expect(try region.store.read { try $0.node(node.node)?.exchange.instance } == first)
    }

    @Test func aFormerInstanceInTheJournalIsDamage() async throws {
        let queue = try DatabaseQueue()
        var region = try TestRegion(store: try SQLiteStore(writer: queue))
        var old = try await region.node("disdik")
        _ = try await old.sync(region.coordinator, [Statement.put("x", to: nil)])
        _ = try await replace(old, in: &region)
        try verify(region)
        // The coordinator's own row says that the node still leads its old life.
        try await queue.write { [old] in
            try $0.execute(
                sql: "UPDATE node SET instance = ? WHERE uuid = ?",
                arguments: [Data(old.instance.bytes), Data(old.node.bytes)])
        }
        #expect(try JournalVerifierTests.damage(region)?.code == .node)
    }

    @Test func whatDependsOnARefusedOperationSaysSo() async throws {
        var region = try TestRegion()
        var node = try await region.node("disdik")
        let refused = Statement.make("vacancy.open", body: .object([]))
        let cause = try Operation(parsing: refused).id
        let edit = Statement.make(
            "vacancy.withdraw", record: RecordID(cause), body: .object([("reason", "x")]))
        let outcomes = try await node.sync(region.coordinator, [refused, edit]).outcomes
        #expect(outcomes.map(\.outcome.code) == [.badBody, .dependsOn])
        // Another agency's refused operation is nobody's cause.
        var other = try await region.node("dinkes")
        let foreign = Statement.make(
            "vacancy.withdraw", record: RecordID(cause), body: .object([("reason", "x")]))
        #expect(try await other.sync(region.coordinator, [foreign]).outcomes.map(\.outcome.code) == [.notFound])
    }
}
