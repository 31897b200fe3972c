/// What a plan says about one seat.
public struct PlanSeatFinding: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case kept(by: String)
        case filled(by: String)
        /// Nobody may come: it is not open, or more people hold the post than are needed.
        case closed
        /// The rules let nobody of the pool come; who is nearest.
        case nobodyFits(nearest: [PlanGap])
        /// Who fits is worth more elsewhere, or held there; by how many points, nearest first.
        case betterElsewhere([PlanCandidate])

        /// Stable, for command output.
        public var code: String {
            switch self {
            case .kept: "kept"
            case .filled: "filled"
            case .closed: "closed"
            case .nobodyFits: "nobody-fits"
            case .betterElsewhere: "better-elsewhere"
            }
        }
    }

    public let seat: String
    public let outcome: Outcome
    /// What one more such seat would be worth to the plan.
    public let price: Int
}

/// Somebody who may come to a seat that stays empty.
public struct PlanCandidate: Hashable, Sendable {
    public let person: String
    public let points: Int
    /// By how many points she is worth more where the plan has her.
    /// Nil when the plan has no room for it at all.
    public let short: Int?
    public let obstacle: PlanAlternative.Obstacle
}
