import GRDB
import Negotiation
import SyncProtocol

extension NodeStore {
    /// How the node stands. Reads the whole replica and what waits, to compare both with what was kept about them.
    ///
    /// Throws ``NodeFailure`` when the database cannot be read at all; rows that are wrong make it `damaged`.
    public func status() throws -> NodeStatus {
        try read { database in
            let state = try SyncState(database)
            let generation = try Generation(database, number: state.live)
            let replica = Replica(database: database, generation: state.live)
            let view = try Self.sound { try replica.recomputedDigest() }
            let isSound = try Self.sound { try Self.checkOutbox(database, state) } != nil
            let outbox = Outbox(database)
            var status = NodeStatus(
                state: .working, stop: state.stop, drafts: try outbox.draftCount(),
                inFlight: try outbox.inFlightCount(),
                openConflicts: try Self.count(database, state.live, link: .open(.conflict)),
                incompleteRecords: try Self.incomplete(database, state.live), lastSync: state.lastSync,
                cursor: generation.cursor, head: state.head, day: state.day, isComplete: generation.agrees != nil,
                isRebuilding: state.building != nil, view: view ?? ViewDigest(), kept: generation.digest,
                stated: generation.stated, statedPosition: generation.statedPosition, nextSeconds: state.nextSeconds)
            status.state = Self.state(state, isDamaged: view != generation.digest || !isSound)
            return status
        }
    }

    /// What stopped the node, nil when it may sync.
    public func syncStop() throws -> SyncStop? {
        try read { try SyncState($0).stop }
    }

    private static func state(_ state: SyncState, isDamaged: Bool) -> NodeStatus.State {
        if isDamaged { return .damaged }
        switch state.stop.map({ ProblemCode(rawValue: $0.code) }) {
        case .some(.stale): return .stale
        case .some(.unknownNode): return .unknown
        case .some(.superseded): return .superseded
        case .some(.revoked): return .revoked
        case .some: return .damaged
        case nil: return state.isDiverged ? .diverged : .working
        }
    }

    /// Nil when a row turned out to be damaged.
    private static func sound<Answer>(_ body: () throws -> Answer) throws -> Answer? {
        do {
            return try body()
        } catch let failure as NodeFailure where failure.code == .damaged {
            return nil
        }
    }

    /// Reads everything that waits, which checks its hashes.
    private static func checkOutbox(_ database: Database, _ state: SyncState) throws {
        _ = try Outbox(database).pending()
        if let number = state.pendingBundle {
            _ = try Outbox(database).bundle(number)
        }
    }

    private static func count(_ database: Database, _ generation: Int, link: Link) throws -> Int {
        try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM record
                WHERE generation = ? AND id IN (SELECT record FROM link WHERE name = ? AND value = ?)
                """,
            arguments: [generation, link.name, link.value]) ?? 0
    }

    private static func incomplete(_ database: Database, _ generation: Int) throws -> Int {
        try Int.fetchOne(
            database,
            sql: """
                SELECT count(DISTINCT record) FROM recordAttachment
                WHERE record IN (SELECT id FROM record WHERE generation = ?)
                AND NOT EXISTS (SELECT 1 FROM attachment WHERE name = recordAttachment.name)
                """,
            arguments: [generation]) ?? 0
    }
}
