import CoordinatorKit

/// A bug that is planted on purpose, to show that the simulation can fail.
public enum Plant: String, CaseIterable, Sendable {
    case coordinatorNeverSyncs = "lost-fsync"
}

extension Optional where Wrapped == Plant {
    var coordinatorDurability: FaultDisk.Durability {
        self == .coordinatorNeverSyncs ? .off : .full
    }

    var nodeDurability: FaultDisk.Durability { .full }

    func reducer() -> DecidingReducer { .current }

    func wrapping(_ store: SQLiteStore) -> any CoordinatorStore { store }
}
