/// All invariants, in the order in which they are checked: the narrow ones first, so that a broken one is named by the most
/// exact of those that it breaks.
enum Invariants {
    static func all() -> [any Invariant] {
        [
            JoinCodes(), NoForgery(), Attributable(), Grants(), Canary(), CopyDetected(), EndedInstances(), Replay(),
            ExactlyOnce(),
            AppendOnly(), ReducerTotality(), NoWallClock(), Domain(), Upgrade(), FailClosed(), NoDeath(), Bounds(),
            DecidedStaysDecided(), ChangedOutcomes(), AckedIsForever(), OutcomesAfterRestore(), DiskFull(), Atomicity(),
            Contiguity(), Convergence(), Erasure(),
            NoLostIntention(), ReadAudit(), ChainIntegrity(), FlippedBits(), Determinism(), Verdicts(), ReachHead(),
            NegotiationEnds(), NoStorm(), SlowFirstSync(), Alarms(), ForkEvidence(),
        ]
    }
}
