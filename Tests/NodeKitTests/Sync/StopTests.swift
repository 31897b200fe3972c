import Negotiation
import NodeKit
import SyncProtocol
import Testing

@Suite struct StopTests {
    let coordinator = ScriptedCoordinator()

    @Test(arguments: [
        (ProblemCode.stale, NodeStatus.State.stale), (.unknownNode, .unknown), (.superseded, .superseded),
        (.revoked, .revoked), (.badBundle, .damaged),
    ])
    func aProvenRefusalStopsTheNodeInAClearState(code: ProblemCode, state: NodeStatus.State) async throws {
        let store = try Sample.store(coordinator)
        let id: RecordID = try Sample.id(10)
        coordinator.put(id, "loket")
        _ = try store.exchange(coordinator)
        coordinator.with { $0.problem = Problem(code, detail: "scripted") }
        let session = SyncSession(store, transport: coordinator)
        guard case .refused(_, isProven: true) = try await session.run().ending else {
            Issue.record("expected a proven refusal")
            return
        }
        #expect(try store.status().state == state)
        #expect(try store.record(id) != nil)
        let count = coordinator.with { $0.requests.count }
        guard case .stopped(let refusal) = try await session.run().ending else {
            Issue.record("expected a stopped node")
            return
        }
        #expect(refusal.code == code.rawValue)
        #expect(coordinator.with { $0.requests.count } == count)
    }

    @Test func aStoppedNodeGoesOnWhenAPersonAsksAndTheCoordinatorAnswers() async throws {
        let store = try Sample.store(coordinator)
        coordinator.with { $0.problem = Problem(.unknownNode) }
        let session = SyncSession(store, transport: coordinator)
        _ = try await session.run()
        coordinator.with { $0.problem = nil }
        guard case .complete = try await session.run(evenIfStopped: true).ending else {
            Issue.record("expected a complete sync")
            return
        }
        #expect(try store.status().state == .working)
        #expect(try store.status().refusal == nil)
    }

    @Test func anUnsignedRefusalIsShownAndStopsNothing() async throws {
        let store = try Sample.store(coordinator)
        coordinator.with { $0.problem = Problem(.revoked) }
        coordinator.onTheWay { TransportReply(status: $0.status, body: $0.body) }
        guard
            case .refused(let problem, isProven: false) = try await SyncSession(store, transport: coordinator).run()
                .ending
        else {
            Issue.record("expected an unproven refusal")
            return
        }
        #expect(problem.code == .revoked)
        #expect(try store.status().state == .working)
    }

    @Test(arguments: [ProblemCode.superseded, .unknownNode])
    func aRefusalOfAnotherExchangePlayedAgainStopsNothing(_ code: ProblemCode) throws {
        let store = try Sample.store(coordinator)
        coordinator.with { $0.problem = Problem(code) }
        let earlier = try Sample.store(coordinator)
        let old = try coordinator.answer(try SyncPlan.prepare(earlier).transportRequest(to: ""))
        guard case .refused(_, isProven: false) = try SyncPlan.absorb(store, old, of: try SyncPlan.prepare(store))
        else {
            Issue.record("expected an unproven refusal")
            return
        }
        #expect(try store.status().state == .working)
    }

    @Test func aPassingRefusalIsShownAndStopsNothing() throws {
        let store = try Sample.store(coordinator)
        coordinator.with { $0.problem = Problem(.unavailable, detail: "disk") }
        _ = try store.exchange(coordinator)
        let status = try store.status()
        #expect(status.state == .working)
        #expect(status.refusal?.code == "unavailable")
        #expect(try store.syncStop() == nil)
    }
}
