/// One thing that `doctor` looked at.
public struct Checkup: Equatable, Sendable {
    public enum Verdict: String, Sendable {
        case ok
        /// Work goes on; somebody should look.
        case warning
        /// It must be put right first.
        case bad
    }

    /// What was looked at, in the order in which it is done.
    public enum Subject: String, CaseIterable, Sendable {
        case directory
        case keys
        case database
        case contents
        case disk
        case sync
        case backup
        case clock
        case name
        case connection
        case certificate
        case coordinator
        case wire
        case ready
    }

    public var subject: Subject
    public var verdict: Verdict
    /// Whose code it is: `doctor`, or the module that failed (`node`, `transport`, `store`).
    public var source: String
    /// Stable; nil when all is well.
    public var code: String?
    /// Particulars: a number, a path, a date, or a library's words.
    public var detail: String

    public init(_ subject: Subject, _ verdict: Verdict, source: String = "doctor", code: String?, detail: String) {
        self.subject = subject
        self.verdict = verdict
        self.source = source
        self.code = code
        self.detail = detail
    }

    public static func ok(_ subject: Subject, _ detail: String) -> Checkup {
        Checkup(subject, .ok, code: nil, detail: detail)
    }

    /// A finding of `doctor` itself.
    public static func found(_ verdict: Verdict, _ finding: Finding, _ detail: String) -> Checkup {
        Checkup(finding.subject, verdict, code: finding.rawValue, detail: detail)
    }

    public static func failed(_ subject: Subject, _ failure: NodeFailure) -> Checkup {
        Checkup(subject, .bad, source: "node", code: failure.code.rawValue, detail: failure.message)
    }
}

extension Checkup {
    /// What only `doctor` finds; the words are stable.
    public enum Finding: String, CaseIterable, Sendable {
        /// SQLite's own check, or a row that refers to nothing.
        case databaseDamaged = "database-damaged"
        /// The replica is not what was kept along the way, or stands under wrong links.
        case replicaDamaged = "replica-damaged"
        /// An operation that waits is not what was recorded.
        case outboxDamaged = "outbox-damaged"
        case diskLow = "disk-low"
        case diskFull = "disk-full"
        /// The coordinator stopped this node.
        case nodeStopped = "node-stopped"
        /// The view is not the one that the coordinator states.
        case viewDiverged = "view-diverged"
        /// The coordinator told two stories of its journal.
        case coordinatorForked = "coordinator-forked"
        case viewOutdated = "view-outdated"
        /// No backup was ever made, or the last one is older than ``Upkeep/oldDays``.
        case backupOld = "backup-old"
        case dayOld = "day-old"
        case dayAhead = "day-ahead"
        case serverFrozen = "server-frozen"
        /// The machine's clock is not the coordinator's.
        case clockApart = "clock-apart"
        case nameUnknown = "name-unknown"
        case certificateEnds = "certificate-ends"
        /// What answers is no coordinator of this protocol.
        case notACoordinator = "not-a-coordinator"
        /// A coordinator, but of another region or with another key.
        case otherCoordinator = "other-coordinator"
        case noCommonWire = "no-common-wire"
        case notReady = "not-ready"
        /// The coordinator decides nothing until it is restored.
        case halted
        /// The coordinator decides nothing until its nodes have handed in what a restore lost.
        case recovering
        /// Nothing serves this data directory at the moment.
        case notServing = "not-serving"

        public var subject: Subject {
            switch self {
            case .databaseDamaged: .database
            case .replicaDamaged, .outboxDamaged: .contents
            case .diskLow, .diskFull: .disk
            case .nodeStopped, .viewDiverged, .coordinatorForked, .viewOutdated: .sync
            case .backupOld: .backup
            case .dayOld, .dayAhead, .serverFrozen, .clockApart: .clock
            case .nameUnknown: .name
            case .certificateEnds: .certificate
            case .notACoordinator, .otherCoordinator: .coordinator
            case .noCommonWire: .wire
            case .notReady, .halted, .recovering, .notServing: .ready
            }
        }
    }
}
