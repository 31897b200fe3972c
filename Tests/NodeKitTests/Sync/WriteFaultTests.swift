import GRDB
import Negotiation
import NodeKit
import SyncProtocol
import Synchronization
import Testing

@Suite struct WriteFaultTests {
    /// Fails the n-th statement that changes a row of the node's tables.
    private final class Fault: Sendable {
        private let remaining = Mutex<Int?>(nil)

        /// Nil switches it off.
        func fail(at write: Int?) {
            remaining.withLock { $0 = write }
        }

        func count() -> Bool {
            remaining.withLock { left in
                guard let now = left else { return false }
                left = now - 1
                return now == 1
            }
        }
    }

    private func arm(_ store: NodeStore, _ fault: Fault) throws {
        try store.write { database in
            let function = DatabaseFunction("countWrite", argumentCount: 0) { _ in
                if fault.count() { throw DatabaseError(resultCode: .SQLITE_IOERR, message: "injected") }
                return nil
            }
            database.add(function: function)
            let tables = [
                "state", "generation", "record", "link", "attachment", "recordAttachment", "bundle", "operation",
            ]
            for table in tables {
                for change in ["INSERT", "UPDATE", "DELETE"] {
                    try database.execute(
                        sql: """
                            CREATE TEMP TRIGGER fault\(table)\(change) BEFORE \(change) ON main.\(table)
                            BEGIN SELECT countWrite(); END
                            """)
                }
            }
        }
    }

    @Test func anAbsorptionWhoseNthWriteFailsIsNotHalfDone() throws {
        let coordinator = ScriptedCoordinator()
        let store = try Sample.store(coordinator)
        let old: RecordID = try Sample.id(10)
        coordinator.put(old, "lama", attachment: .make([1]))
        _ = try store.exchange(coordinator)
        coordinator.retract(old)
        coordinator.put(try Sample.id(11), "baru", attachment: .make([2]))
        try store.record([try Sample.draft(1), try Sample.draft(2)])
        let prepared = try SyncPlan.prepare(store)
        let reply = try coordinator.answer(prepared.transportRequest(to: ""))
        let fault = Fault()
        try arm(store, fault)
        let before = try Sample.dump(store)
        let followUp = try Sample.draft(3)
        var write = 1
        while true {
            fault.fail(at: write)
            do {
                _ = try SyncPlan.absorb(store, reply, of: prepared) { _, _ in [followUp] }
                break
            } catch {
                #expect(error is NodeFailure)
            }
            fault.fail(at: nil)
            #expect(try Sample.dump(store) == before, "write \(write)")
            write += 1
        }
        fault.fail(at: nil)
        #expect(write > 10)
        let status = try store.status()
        #expect(status.state == .working)
        #expect(status.view == status.stated)
        #expect(status.drafts == 1)
    }

    @Test func aPreparationWhoseNthWriteFailsSendsNothingNew() throws {
        let coordinator = ScriptedCoordinator()
        let store = try Sample.store(coordinator)
        try store.record(try Sample.draft(1))
        let fault = Fault()
        try arm(store, fault)
        let before = try Sample.dump(store)
        for write in 1...3 {
            fault.fail(at: write)
            #expect(throws: NodeFailure.self) { try SyncPlan.prepare(store) }
            fault.fail(at: nil)
            #expect(try Sample.dump(store) == before, "write \(write)")
        }
        #expect(try store.exchange(coordinator).progress?.outcomes.count == 1)
    }
}
