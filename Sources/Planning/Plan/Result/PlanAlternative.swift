/// A seat that a person did not get, and what stood in the way.
public struct PlanAlternative: Hashable, Sendable {
    public enum Obstacle: Hashable, Sendable {
        /// Her present seat is worth more to her, after the price of a move.
        case stayWorthMore
        /// Better fits hold the post or come to it; the first ``PlanLimits/named`` of them.
        case betterFits([String])
        /// A group that she would leave cannot spare anybody: its floor, its quota or the worst shortage.
        case neededIn(group: String)
        /// The group of the seat takes nobody any more: its need or its quota.
        case groupIsFull(group: String)
        /// Missing data alone: it could turn round the order of her and these, who come to the seat.
        case undecided([String])
        /// Nothing: another plan of the same worth sends her there.
        case tie

        /// Stable, for command output.
        public var code: String {
            switch self {
            case .stayWorthMore: "stay-worth-more"
            case .betterFits: "better-fits"
            case .neededIn: "needed-in-group"
            case .groupIsFull: "group-is-full"
            case .undecided: "undecided"
            case .tie: "tie"
            }
        }
    }

    public let seat: String
    public let points: Int
    /// By how many points she misses it: with so many more the plan could as well send her there. Where her own seat is worth more,
    /// by how many. Nil when neither a free seat nor an exchange makes it possible.
    public let short: Int?
    public let obstacle: Obstacle
}
