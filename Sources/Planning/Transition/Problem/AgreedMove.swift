import Personnel

/// One agreed move that needs an effective date.
public struct AgreedMove: Hashable, Sendable {
    /// Unique in the problem.
    public let id: String
    /// One person has at most one move in a problem.
    public let person: String
    /// Nil for somebody who comes from outside.
    public let from: PostInUnit?
    public let to: PostInUnit
    /// The first day on which the move may start; nil: the first day of the horizon.
    public internal(set) var earliest: CivilDate?
    /// The last day on which the move may start; nil: the last day of the horizon.
    public internal(set) var latest: CivilDate?
    public internal(set) var training: MoveTraining?
    public internal(set) var conditions: [MoveCondition]
    /// Moves with the same package start on the same day: an exchange, a chain, a circle.
    public internal(set) var package: String?
    /// Only for a secondment: the last day of it. The day after, the person serves again at `from`.
    public internal(set) var until: CivilDate?
    /// The vacancy that the move fills, for `MoveCondition.filled`.
    public let fills: String?

    public init(
        id: String, person: String, from: PostInUnit?, to: PostInUnit, earliest: CivilDate? = nil,
        latest: CivilDate? = nil, training: MoveTraining? = nil, conditions: [MoveCondition] = [],
        package: String? = nil, until: CivilDate? = nil, fills: String? = nil
    ) {
        self.id = id
        self.person = person
        self.from = from
        self.to = to
        self.earliest = earliest
        self.latest = latest
        self.training = training
        self.conditions = conditions
        self.package = package
        self.until = until
        self.fills = fills
    }

    /// The first day after the training; nil without one.
    public func trainedDay(in calendar: StartCalendar) -> CivilDate? {
        switch training {
        case nil: nil
        case .ready(let day): day
        case .workingDays(let count, let date): calendar.day(afterWorkingDays: count, from: date)
        }
    }
}
