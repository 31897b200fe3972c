import Personnel

/// One change of the problem that resolves a clash; found by solving the changed problem.
public struct TransitionRemedy: Hashable, Sendable {
    public enum Change: Hashable, Sendable {
        /// The highest floor that will do.
        case floor(PlaceID, to: Int)
        /// The latest date, no more earlier than needed.
        case earliest(move: String, to: CivilDate)
        /// The earliest date, no more later than needed.
        case latest(move: String, to: CivilDate)
        /// The training is done so that the person may start on this day.
        case training(move: String, ready: CivilDate)
        /// Another last day of a secondment.
        case secondment(move: String, until: CivilDate)
        /// An overlap or a wait of fewer days; the condition named is the present one.
        case shorter(move: String, MoveCondition, days: Int)
        case waived(move: String, MoveCondition)
        case seasonLifted(String)
        /// The moves of the package start each on its own day.
        case packageSplit(String)

        /// A stable code.
        public var code: String {
            switch self {
            case .floor: "floor"
            case .earliest: "earliest"
            case .latest: "latest"
            case .training: "training"
            case .secondment: "secondment"
            case .shorter: "shorter"
            case .waived: "waived"
            case .seasonLifted: "season-lifted"
            case .packageSplit: "package-split"
            }
        }
    }

    public let change: Change
    /// Whether all moves that hang together can be dated by this change alone; else other clashes remain.
    public let isEnough: Bool
}
