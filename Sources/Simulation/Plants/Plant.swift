/// A bug that is planted on purpose, to show that the simulation can fail: each is a wrapper around a seam (tables, reducer,
/// requests, answers, disk, a step of the node's program) in this module, which no shipped program links.
public enum Plant: String, CaseIterable, Sendable {
    // The coordinator's tables.
    case missingDedup = "missing-dedup"
    case headNotStored = "head-not-stored"
    case digestNotStored = "digest-not-stored"
    case audienceRowLost = "audience-row-lost"
    case lateCommit = "late-commit"
    case retractionForgotten = "retraction-forgotten"
    case leakToAll = "leak-to-all"
    case exchangeNotAdvanced = "exchange-not-advanced"
    case entryRewritten = "entry-rewritten"
    case leafWrong = "leaf-wrong"
    case attachmentLost = "attachment-lost"
    case recordChanged = "record-changed"
    case bundleChanged = "bundle-changed"
    case claimLost = "claim-lost"
    case linkLost = "link-lost"
    case endedKeyKept = "ended-key-kept"
    case deadlineLinkLost = "deadline-link-lost"
    case accessNotKept = "access-not-kept"

    // The node's tables.
    case cursorBeforeApply = "cursor-before-apply"
    case nothingErased = "nothing-erased"
    case digestMiscounted = "digest-miscounted"
    case draftLost = "draft-lost"
    case outcomeForgotten = "outcome-forgotten"
    case outcomeChanged = "outcome-changed"
    case nonceRenewed = "nonce-renewed"
    case bundleNumberSkipped = "bundle-number-skipped"
    case bundleInFlightChanged = "bundle-in-flight-changed"

    // The reducer.
    case doubleHold = "double-hold"
    case reducerFails = "reducer-fails"
    case dayGoesBack = "day-goes-back"
    case foreignAccepted = "foreign-operation-accepted"
    case noReducerVersion = "no-reducer-version"
    case audienceWidened = "audience-widened"
    case doubleJoin = "double-join"
    case refusalWithEffects = "refusal-with-effects"
    case staleTermsAccepted = "stale-terms-accepted"

    // Requests and answers on the coordinator's side.
    case pageCut = "page-cut"
    case unsignedRefusal = "unsigned-refusal"
    case faultOnGarbage = "fault-on-garbage"
    case pageLimitIgnored = "page-limit-ignored"
    case signatureIgnored = "ignored-digest-of-the-signature"
    case wireIgnored = "wire-ignored"
    case secretInHeader = "secret-in-header"
    case copiesAccepted = "copies-accepted"
    case replayDecided = "replay-decided"
    case endedServed = "ended-instance-served"

    // Disks.
    case ackBeforeCommit = "ack-before-commit"
    case coordinatorNeverSyncs = "lost-fsync-coordinator"
    case coordinatorSyncsLate = "late-fsync-coordinator"
    case nodeNeverSyncs = "lost-fsync-node"
    case fullDiskSwallowed = "full-disk-swallowed"

    // The node's program.
    case clockCompared = "clock-compare"
    case exchangeDropped = "pending-exchange-dropped"
    case refusedBlocks = "refused-operation-blocks"
    case withdrawnSent = "withdrawn-draft-sent"
    case backOffIgnored = "back-off-ignored"
    case retryAfterIgnored = "retry-after-ignored"
    case pageNeverShrinks = "page-never-shrinks"
    case cursorNotKept = "cursor-not-kept"
    case alarmSuppressed = "alarm-suppressed"
    case forkForgotten = "fork-evidence-forgotten"

    // The checks of what is stored.
    case verifierSkipsRecords = "verifier-skips-records"
    case verifierSkipsSums = "verifier-skips-sums"
    case inspectionSkipsOutbox = "inspection-skips-outbox"

    /// The invariant that it breaks, and that has to say so.
    public var breaks: InvariantName {
        switch self {
        case .missingDedup: .exactlyOnce
        case .digestMiscounted, .bundleInFlightChanged, .coordinatorNeverSyncs: .atomicity
        case .digestNotStored, .audienceRowLost, .lateCommit, .pageCut: .convergence
        case .cursorBeforeApply: .contiguity
        case .retractionForgotten, .linkLost, .deadlineLinkLost: .determinism
        case .leakToAll, .recordChanged, .foreignAccepted: .grants
        case .exchangeNotAdvanced, .nonceRenewed, .bundleNumberSkipped, .copiesAccepted, .exchangeDropped: .copyDetected
        case .entryRewritten: .appendOnly
        case .leafWrong, .verifierSkipsRecords, .verifierSkipsSums, .inspectionSkipsOutbox: .chainIntegrity
        case .endedKeyKept, .endedServed: .revocation
        case .attachmentLost: .reachHead
        case .bundleChanged: .attributable
        case .claimLost, .doubleHold, .staleTermsAccepted: .domain
        case .nothingErased: .erasure
        case .draftLost, .nodeNeverSyncs, .fullDiskSwallowed, .withdrawnSent: .noLostIntention
        case .outcomeForgotten, .refusedBlocks, .clockCompared: .verdicts
        case .outcomeChanged, .refusalWithEffects: .decidedStaysDecided
        case .reducerFails: .reducerTotality
        case .dayGoesBack: .noWallClock
        case .noReducerVersion, .wireIgnored: .upgrade
        case .audienceWidened, .secretInHeader: .canary
        case .doubleJoin: .joinCode
        case .unsignedRefusal: .failClosed
        case .faultOnGarbage: .noDeath
        case .pageLimitIgnored: .bounds
        case .signatureIgnored: .noForgery
        case .replayDecided: .replay
        case .accessNotKept: .readAudit
        case .backOffIgnored, .retryAfterIgnored: .noStorm
        case .alarmSuppressed: .alarms
        case .forkForgotten: .forkEvidence
        case .pageNeverShrinks, .cursorNotKept: .slowLine
        case .headNotStored, .ackBeforeCommit, .coordinatorSyncsLate: .ackedIsForever
        }
    }
}

extension Optional where Wrapped == Plant {
    var coordinatorDurability: FaultDisk.Durability {
        switch self {
        case .coordinatorNeverSyncs: .off
        case .coordinatorSyncsLate: .normal
        default: .full
        }
    }

    var nodeDurability: FaultDisk.Durability {
        self == .nodeNeverSyncs ? .off : .full
    }
}
