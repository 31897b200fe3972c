/// What came of scheduling a transition.
public struct TransitionOutcome: Hashable, Sendable {
    /// The dates of all moves that can be dated, as long as those without a date stay where they are.
    public let schedule: TransitionSchedule
    /// Why some moves can have no dates, up to `TransitionLimits.clashes`. Each names what clashes and what would have to
    /// give.
    public let clashes: [TransitionClash]
    /// The moves without a date, in the order of the problem: for each clash one of its moves and what cannot start
    /// without it, who can leave only when one of those arrives, and the undecided ones.
    public let withoutDate: [String]
    /// The moves for which the budget ended before a schedule or a clash was found, in the order of the problem.
    public let undecided: [String]

    /// Whether every move has a date.
    public var isComplete: Bool {
        withoutDate.isEmpty
    }
}
