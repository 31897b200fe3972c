/// All invariants, in the order in which they are checked.
enum Invariants {
    static func all() -> [any Invariant] {
        [
            AckedIsForever(), AppendOnly(), Contiguity(), ExactlyOnce(), Convergence(), DecidedStaysDecided(),
            NoLostIntention(), ReducerTotality(), Verdicts(), ReachHead(),
        ]
    }
}
