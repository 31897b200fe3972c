import CoordinatorKit
import Synchronization

/// A store whose transactions fail on demand: before they begin, or after everything in them ran.
final class FaultyStore: CoordinatorStore {
    enum Fault: Sendable {
        case none
        case beforeWrite
        case atCommit
    }

    private let store: any CoordinatorStore
    private let fault = Mutex(Fault.none)

    init(_ store: any CoordinatorStore) {
        self.store = store
    }

    func set(_ fault: Fault) {
        self.fault.withLock { $0 = fault }
    }

    func read<Answer>(_ body: (any StoreSnapshot) throws -> Answer) throws -> Answer {
        try store.read(body)
    }

    func write<Answer>(_ body: (any StoreTransaction) throws -> Answer) throws -> Answer {
        let fault = fault.withLock { $0 }
        if fault == .beforeWrite {
            throw StoreFailure(.io, "injected")
        }
        return try store.write { transaction in
            let answer = try body(transaction)
            if fault == .atCommit {
                throw StoreFailure(.io, "injected")
            }
            return answer
        }
    }
}
