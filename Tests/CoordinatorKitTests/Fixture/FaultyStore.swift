import CoordinatorKit
import Dispatch
import Synchronization

/// A store whose transactions fail or wait on demand.
final class FaultyStore: CoordinatorStore {
    enum Fault: Sendable, Equatable {
        case none
        /// Before the transaction begins.
        case beforeWrite
        /// At the n-th write inside a transaction, from 1.
        case atWrite(Int)
        /// After everything in the transaction ran.
        case atCommit
    }

    private struct State {
        var fault = Fault.none
        var transactions = 0
        var isHeld = false
    }

    private let store: any CoordinatorStore
    private let state = Mutex(State())
    private let gate = DispatchSemaphore(value: 0)

    init(_ store: any CoordinatorStore) {
        self.store = store
    }

    func set(_ fault: Fault) {
        state.withLock { $0.fault = fault }
    }

    /// Transactions that were begun, those that wait included.
    var transactions: Int { state.withLock { $0.transactions } }

    /// Lets the next transaction wait until ``release()``.
    func hold() {
        state.withLock { $0.isHeld = true }
    }

    func release() {
        gate.signal()
    }

    func read<Answer>(_ body: (any StoreSnapshot) throws -> Answer) throws -> Answer {
        try store.read(body)
    }

    func write<Answer>(_ body: (any StoreTransaction) throws -> Answer) throws -> Answer {
        let (fault, mustWait) = state.withLock { state in
            defer { state.isHeld = false }
            state.transactions += 1
            return (state.fault, state.isHeld)
        }
        if mustWait {
            gate.wait()
        }
        if fault == .beforeWrite {
            throw StoreFailure(.io, "injected")
        }
        return try store.write { transaction in
            let answer: Answer
            if case .atWrite(let number) = fault {
                answer = try body(FaultyTransaction(transaction, failingAt: number))
            } else {
                answer = try body(transaction)
            }
            if fault == .atCommit {
                throw StoreFailure(.io, "injected")
            }
            return answer
        }
    }
}
