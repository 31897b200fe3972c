import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Synchronization
import Testing

/// Versions of the wire: the preferred one, the highest common one, and back.
@Suite struct SpokenWireTests {
    /// A coordinator that speaks some versions only.
    private final class Older: Transport {
        let coordinator = ScriptedCoordinator()
        let spoken = Mutex<[Int]>([1])
        let wires = Mutex<[Int]>([])

        func send(_ request: TransportRequest) async throws -> TransportReply {
            let wire = try SyncRequest(parsing: request.body).wire
            #expect(request.headers.contains { $0 == ("Mutasi-Wire", "\(wire)") })
            wires.withLock { $0.append(wire) }
            let spoken = spoken.withLock { $0 }
            guard spoken.contains(wire) else {
                let problem = Problem(
                    .unsupportedVersion, members: [("supported", .array(spoken.map(JSONValue.integer)))])
                return coordinator.signed((problem.status, problem.encode()))
            }
            return try coordinator.answer(request)
        }
    }

    @Test func anOlderCoordinatorIsSpokenToInItsVersionAndAskedAgainLater() async throws {
        let older = Older()
        let store = try Sample.store(older.coordinator)
        for number in 1...25 {
            try store.record(try Sample.draft(number))
            let report = try await SyncSession(store, transport: older).run()
            guard case .complete = report.ending else {
                Issue.record("\(report.ending)")
                return
            }
            #expect(report.outcomes.count == 1)
        }
        let wires = older.wires.withLock { $0 }
        #expect(wires.prefix(3) == [2, 1, 1])
        #expect(wires.filter { $0 == 2 }.count == 2, "25 exchanges, tried again after 20")
        older.spoken.withLock { $0 = [1, 2] }
        for number in 26...50 {
            try store.record(try Sample.draft(number))
            _ = try await SyncSession(store, transport: older).run()
        }
        #expect(older.wires.withLock { $0.last } == 2)
        #expect(try store.status().head?.root != nil)
    }

    @Test func nothingInCommonChangesNothing() async throws {
        let older = Older()
        older.spoken.withLock { $0 = [9] }
        let store = try Sample.store(older.coordinator)
        let report = try await SyncSession(store, transport: older).run()
        guard case .refused(let problem, isProven: true) = report.ending else {
            Issue.record("\(report.ending)")
            return
        }
        #expect(problem.code == .unsupportedVersion)
        #expect(older.wires.withLock { $0 } == [2])
    }
}
