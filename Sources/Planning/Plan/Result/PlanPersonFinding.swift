/// What a plan says to one person.
public struct PlanPersonFinding: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// She moves; the best other seats, nearest first.
        case moves(gain: Int, others: [PlanAlternative])
        /// Something forbids any move of hers: the code of the pool.
        case blocked(String)
        /// A change keeps her, with the board's words.
        case kept(reason: String)
        /// Nothing is known by which her present seat could be compared with another.
        case nothingKnown
        /// The rules let her come to no seat of the pool; the nearest.
        case nothingFits(nearest: PlanGap?)
        /// No seat is worth more than her own; the nearest.
        case bestWhereSheIs(nearest: PlanAlternative?)
        /// Seats are worth more, and somebody or something stands before her; nearest first.
        case notPlaced([PlanAlternative])

        /// Stable, for command output.
        public var code: String {
            switch self {
            case .moves: "moves"
            case .blocked: "blocked"
            case .kept: "kept"
            case .nothingKnown: "nothing-known"
            case .nothingFits: "nothing-fits"
            case .bestWhereSheIs: "best-where-she-is"
            case .notPlaced: "not-placed"
            }
        }
    }

    public let person: String
    public let outcome: Outcome
    /// What her place in the plan is worth to it after the price of her seat.
    public let price: Int
}
