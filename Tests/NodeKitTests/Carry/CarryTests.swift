import Negotiation
import NodeKit
import SyncProtocol
import Testing

/// An exchange in files is the same exchange.
@Suite struct CarryTests {
    let coordinator = ScriptedCoordinator()

    private func carried(_ request: CarriedRequest) throws -> CarriedReply {
        let file = try CarriedRequest(parsing: request.encode())
        let reply = try coordinator.answer(
            TransportRequest(method: .post, url: file.address, headers: [], body: file.body))
        return try CarriedReply(parsing: CarriedReply(reply).encode())
    }

    @Test func aTripBringsOutcomesAndSaysWhetherAnotherIsNeeded() throws {
        let store = try Sample.store(coordinator)
        for number in 0..<1001 {
            coordinator.put(try Sample.id(1000 + number), "x")
        }
        try store.record(try Sample.draft(1))
        let request = try Carry.export(store)
        #expect(try SyncRequest(parsing: request.body).limit == 1000)
        let first = try #require(try Carry.absorb(try carried(request), in: store).progress)
        #expect(first.outcomes.count == 1 && first.changes == 1000 && first.hasMore)
        let second = try #require(try Carry.absorb(try carried(try Carry.export(store)), in: store).progress)
        #expect(second.changes == 1 && !second.hasMore && second.agreement == .agrees)
    }

    @Test func exportingAgainIsTheSameExchangeAndALostReplyIsAskedForAgain() throws {
        let store = try Sample.store(coordinator)
        try store.record(try Sample.draft(1))
        let request = try Carry.export(store)
        try store.record(try Sample.draft(2))
        #expect(try Carry.export(store) == request)
        _ = try carried(request)
        #expect(try Carry.absorb(try carried(request), in: store).progress?.outcomes.count == 1)
    }

    @Test func aReplyIsTakenOnceAndOnlyByItsNode() throws {
        let store = try Sample.store(coordinator)
        let reply = try carried(try Carry.export(store))
        let other = try Sample.store(ScriptedCoordinator())
        _ = try Carry.export(other)
        #expect(try Carry.absorb(reply, in: other).noise == .badSignature)
        #expect(try Carry.absorb(reply, in: store).progress != nil)
        let failure = #expect(throws: NodeFailure.self) { try Carry.absorb(reply, in: store) }
        #expect(failure?.code == .nothingPending)
        _ = try Carry.export(store)
        #expect(try Carry.absorb(reply, in: store).noise == .otherExchange)
    }

    @Test func aStoppedNodeExportsNothing() throws {
        let store = try Sample.store(coordinator)
        coordinator.with { $0.problem = Problem(.stale) }
        _ = try store.exchange(coordinator)
        let failure = #expect(throws: NodeFailure.self) { try Carry.export(store) }
        #expect(failure?.code == .carried)
    }
}
