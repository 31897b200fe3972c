import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Testing

@Suite struct HostileReplyTests {
    let coordinator = ScriptedCoordinator()

    /// Exchanges once with the reply changed; nothing in the store may differ from before the reply.
    private func noise(_ way: @escaping ScriptedCoordinator.Way) throws -> SyncNoise? {
        let store = try Sample.store(coordinator)
        try store.record(try Sample.draft(1))
        coordinator.put(try Sample.id(10), "loket")
        _ = try store.exchange(coordinator)
        try store.record(try Sample.draft(2))
        coordinator.put(try Sample.id(11), "loket dua")
        _ = try SyncPlan.prepare(store)
        let before = try Sample.dump(store)
        coordinator.onTheWay(way)
        let noise = try store.exchange(coordinator).noise
        // What proves that a coordinator contradicts itself is kept, and nothing else.
        #expect(try Sample.dump(store).filter { !$0.hasPrefix("contradiction") } == before)
        coordinator.onTheWay { $0 }
        #expect(try store.exchange(coordinator).progress?.agreement == .agrees)
        return noise
    }

    /// The reply with its message changed and signed anew by the coordinator.
    private func altered(_ change: @escaping @Sendable (inout SyncReply) throws -> Void) throws -> SyncNoise? {
        let coordinator = coordinator
        return try noise { reply in
            var message = try SyncReply(parsing: reply.body)
            try change(&message)
            return coordinator.signed((200, message.encode()))
        }
    }

    @Test func aProxyPageWithStatus200ChangesNothing() throws {
        let page = TransportReply(status: 200, headers: [("content-type", "text/html")], body: Array("<html>".utf8))
        #expect(try noise { _ in page } == .foreign)
    }

    @Test func anUnsignedReplyChangesNothing() throws {
        #expect(try noise { TransportReply(status: 200, body: $0.body) } == .unsigned)
    }

    @Test func aReplySignedByAnotherKeyChangesNothing() throws {
        let other = ScriptedCoordinator()
        #expect(try noise { other.signed((200, $0.body)) } == .badSignature)
    }

    @Test func aFlippedByteChangesNothing() throws {
        #expect(
            try noise { reply in
                var reply = reply
                reply.body[reply.body.count / 2] ^= 1
                return reply
            } == .badSignature)
    }

    @Test func aTruncatedReplyChangesNothing() throws {
        #expect(
            try noise { reply in
                var reply = reply
                reply.body.removeLast(reply.body.count / 3)
                return reply
            } == .badSignature)
    }

    @Test func aSignedTextThatIsNoReplyChangesNothing() throws {
        let coordinator = coordinator
        #expect(try noise { _ in coordinator.signed((200, Array("{}".utf8))) } == .malformed)
    }

    @Test func anotherNonceChangesNothing() throws {
        #expect(try altered { $0.nonce = Base64URL.encode(Sodium.randomBytes(16)) } == .otherExchange)
    }

    @Test func anOldExchangeChangesNothing() throws {
        #expect(try altered { $0.exchange -= 1 } == .otherExchange)
    }

    @Test func outcomesOfOtherOperationsChangeNothing() throws {
        let other: OperationID = try Sample.id(77)
        let coordinator = coordinator
        let reason = try altered { reply in
            var outcomes = reply.outcomes
            outcomes[0].operation = other
            reply.receipt = try coordinator.receipt(outcomes)
        }
        #expect(reason == .otherOutcomes)
    }

    @Test func missingOutcomesChangeNothing() throws {
        let coordinator = coordinator
        #expect(try altered { $0.receipt = try coordinator.receipt([]) } == .otherOutcomes)
    }

    @Test func aMissingReceiptChangesNothing() throws {
        #expect(try altered { $0.receipt = nil } == .otherOutcomes)
    }

    @Test func aReceiptThatSomebodyElseSignedChangesNothing() throws {
        let other = ScriptedCoordinator()
        let coordinator = coordinator
        let reason = try altered { reply in
            let bundle = try #require(coordinator.with { $0.requests.last?.bundle })
            reply.receipt = Receipt.make(for: bundle, epoch: 1, outcomes: reply.outcomes, key: other.key)
        }
        #expect(reason == .badSignature)
    }

    @Test func aCursorThatGoesBackChangesNothing() throws {
        #expect(
            try altered {
                $0.cursor.position = 0
                $0.complete = nil
                $0.page = []
            } == .otherCursor)
    }

    @Test func aPageBeyondItsCursorChangesNothing() throws {
        let id: RecordID = try Sample.id(78)
        #expect(try altered { $0.page.append(.retraction(id: id, position: $0.cursor.position + 1)) } == .otherCursor)
    }

    @Test func anEarlierJournalHeadChangesNothing() throws {
        #expect(
            try altered {
                $0.head.position = 1
                $0.cursor.position = 1
                $0.complete = nil
                $0.page = []
            } == .earlierHead)
    }

    @Test func anOlderReplyPlayedAgainChangesNothing() throws {
        let store = try Sample.store(coordinator)
        let first = try SyncPlan.prepare(store)
        let reply = try coordinator.answer(first.transportRequest(to: ""))
        _ = try SyncPlan.absorb(store, reply, of: first)
        let before = try Sample.dump(store)
        #expect(try SyncPlan.absorb(store, reply, of: first).noise == .overtaken)
        #expect(try Sample.dump(store) == before)
        #expect(try SyncPlan.absorb(store, reply, of: try SyncPlan.prepare(store)).noise == .otherExchange)
    }
}
