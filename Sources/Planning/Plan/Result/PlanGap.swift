/// Who or which seat comes nearest, and what still stands between.
public struct PlanGap: Hashable, Sendable {
    /// The person of a seat's gap, the seat of a person's gap.
    public let id: String
    /// Never empty.
    public let refusals: [PlanRefusal]
}
