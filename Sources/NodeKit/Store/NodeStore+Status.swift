import GRDB
import Negotiation
import Personnel
import SyncProtocol

extension NodeStore {
    /// How the node stands. Reads the whole replica and what waits, to compare both with what was kept about them.
    ///
    /// `now` is this machine's clock: it only says how old things are.
    /// Throws ``NodeFailure`` when the database cannot be read at all; rows that are wrong make it `damaged`.
    public func status(at now: Stamp = .now()) throws -> NodeStatus {
        try read { database in
            let state = try SyncState(database)
            let generation = try Generation(database, number: state.live)
            let replica = Replica(database: database, generation: state.live)
            let view = try Self.sound { try replica.recomputedDigest() }
            let isSound = try Self.isOutboxSound(database, state)
            let outbox = Outbox(database)
            let freshness = try Freshness(database)
            var status = NodeStatus(
                state: .working, refusal: state.refusal, drafts: try outbox.draftCount(),
                inFlight: try outbox.inFlightCount(), held: try outbox.heldCount(),
                waiting: try Self.sound { try outbox.waiting().count } ?? 0, isRestored: state.opens != nil,
                isRejoining: directory.map { PrivateFile.exists($0.rejoin) } ?? false, upkeep: try Upkeep(database),
                openConflicts: try Self.count(database, state.live, link: .open(.conflict)),
                incompleteRecords: try Self.incomplete(database, state.live),
                unsentSince: try Self.sound { try outbox.oldestPending()?.operation.recordedAt } ?? nil,
                lastSync: state.lastSync,
                cursor: generation.cursor, head: state.head, day: state.day, isComplete: generation.agrees != nil,
                isRebuilding: state.building != nil, view: view ?? ViewDigest(), kept: generation.digest,
                stated: generation.stated, statedPosition: generation.statedPosition,
                completeAt: freshness.completeAt, owesErasure: try Erasure.isOwed(database),
                doubts: freshness.doubts(
                    day: state.day.flatMap(CivilDate.init(iso:)), isTrial: try Self.isTrial(database, state.live),
                    pace: state.nextSeconds, at: now),
                nextSeconds: state.nextSeconds)
            status.state = Self.state(
                state, isDamaged: view != generation.digest || !isSound,
                isForked: try KeptContradictions(database).isOpen())
            return status
        }
    }

    /// The refusal that stopped the node, nil when it may sync.
    public func syncStop() throws -> SyncRefusal? {
        try read { try SyncState($0).stop }
    }

    private static func state(_ state: SyncState, isDamaged: Bool, isForked: Bool) -> NodeStatus.State {
        if isDamaged { return .damaged }
        guard let refusal = state.refusal, refusal.stopsNode else {
            if isForked { return .forked }
            return state.isDiverged ? .diverged : .working
        }
        switch ProblemCode(rawValue: refusal.code) {
        case .stale: return .stale
        case .unknownNode: return .unknown
        case .superseded: return .superseded
        case .revoked: return .revoked
        default: return .damaged
        }
    }

    /// A region that is not known yet counts as one on trial: nothing is expected of its days.
    private static func isTrial(_ database: Database, _ generation: Int) throws -> Bool {
        try sound {
            let records = try ReplicaReader(database, generation: generation).records(linked: .kind(.region))
            return records.first.flatMap { try? Region($0) }?.isTrial
        }?.flatMap(\.self) ?? true
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
    static func isOutboxSound(_ database: Database, _ state: SyncState) throws -> Bool {
        let isSound = try sound {
            _ = try Outbox(database).pending()
            _ = try state.pendingBundle.map(Outbox(database).bundle)
            return true
        }
        return isSound ?? false
    }

    private static func count(_ database: Database, _ generation: Int, link: Link) throws -> Int {
        try Int.fetchOne(
            database,
            cached: """
                SELECT count(*) FROM record
                WHERE generation = ? AND id IN (SELECT record FROM link WHERE name = ? AND value = ?)
                """,
            arguments: [generation, link.name, link.value]) ?? 0
    }

    private static func incomplete(_ database: Database, _ generation: Int) throws -> Int {
        try Int.fetchOne(
            database,
            cached: """
                SELECT count(DISTINCT record) FROM recordAttachment
                WHERE record IN (SELECT id FROM record WHERE generation = ?)
                AND NOT EXISTS (SELECT 1 FROM attachment WHERE name = recordAttachment.name)
                """,
            arguments: [generation]) ?? 0
    }
}
