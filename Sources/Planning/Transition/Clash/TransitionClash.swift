import Personnel

/// Rules that no effective dates can keep together.
public struct TransitionClash: Hashable, Sendable {
    /// What would happen at a floor of the clash if all its other rules were kept and each move started as early as it can.
    public struct Shortfall: Hashable, Sendable {
        public let place: PlaceID
        public let day: CivilDate
        /// Who would serve there at the end of the day, fewer than the floor.
        public let holders: Int
        public let floor: Int
        /// The moves that take people away that day; when somebody goes anyway that day, those that did so before.
        public let moves: [String]
    }

    /// The rules, none of which can be left out when `isSmallest`; empty when the horizon has no day on which some move
    /// may start at all.
    public let rules: [TransitionRule]
    /// For floors among the rules.
    public let shortfalls: [Shortfall]
    /// Each resolves this clash, the mildest of its kind. Empty when the budget ended first, or no date within the horizon
    /// will do.
    public let remedies: [TransitionRemedy]
    /// Whether without any one of its rules the clash is gone. False when the budget ended before that was clear.
    public let isSmallest: Bool
}
