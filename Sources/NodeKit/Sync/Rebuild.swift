import GRDB

/// A second copy of the replica, received from the start beside the live one after the two sides disagreed.
enum Rebuild {
    /// Raised when a later program may fold pages in another way: then a rebuild is worth another try the same day.
    static let programVersion = 1

    /// Begins one unless it was tried today; says whether it did, and else that the node has diverged.
    static func begin(_ database: Database, _ state: inout SyncState, day: String?) throws -> Bool {
        let attempt = "\(day ?? "") \(programVersion)"
        guard state.rebuilt != attempt else {
            state.isDiverged = true
            return false
        }
        state.rebuilt = attempt
        try begin(database, &state)
        return true
    }

    /// Begins one from nothing, whatever came of one that is under way.
    static func beginAnew(_ database: Database, _ state: inout SyncState) throws {
        if let building = state.building {
            state.building = nil
            try Generation.remove(database, number: building)
        }
        try begin(database, &state)
    }

    /// Begins one because a person asks.
    static func begin(_ database: Database, _ state: inout SyncState) throws {
        let number = state.live + 1
        try Generation(number: number).insert(database)
        state.building = number
    }
}

extension NodeStore {
    /// Lets the next sync receive the whole replica anew, for a person who saw that it is damaged. Drafts stay.
    ///
    /// Nothing changes when a rebuild is under way. Throws ``NodeFailure``.
    public func rebuildReplica() throws {
        try write { database in
            var state = try SyncState(database)
            guard state.building == nil else { return }
            try Rebuild.begin(database, &state)
            try state.save(database)
        }
    }
}
