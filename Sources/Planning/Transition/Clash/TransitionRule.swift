import Personnel

/// A rule of a transition that can take part in a clash and that somebody could relax.
public enum TransitionRule: Hashable, Sendable {
    case floor(PlaceID, Int)
    case earliest(move: String, CivilDate)
    case latest(move: String, CivilDate)
    /// The first day after the training.
    case training(move: String, ready: CivilDate)
    /// The last day of a secondment: it begins by then, and its end keeps busy seasons free.
    case secondment(move: String, until: CivilDate)
    case condition(move: String, MoveCondition)
    case season(String)
    /// All moves of the package start on one day.
    case package(String)

    /// A stable code.
    public var code: String {
        switch self {
        case .floor: "floor"
        case .earliest: "earliest"
        case .latest: "latest"
        case .training: "training"
        case .secondment: "secondment"
        case .condition: "condition"
        case .season: "season"
        case .package: "package"
        }
    }

    /// The move that the rule is about, if it is one.
    public var move: String? {
        switch self {
        case .earliest(let move, _), .latest(let move, _), .training(let move, _), .secondment(let move, _),
            .condition(let move, _):
            move
        case .floor, .season, .package: nil
        }
    }
}
