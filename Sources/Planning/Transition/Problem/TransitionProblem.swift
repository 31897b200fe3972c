import Personnel

/// Agreed moves that need effective dates, and everything that the dates have to respect.
///
/// The holders of places are those of the day before `firstDay`. Places that are not listed have no floor. Nothing is
/// looked at beyond `lastDay`. The order of the moves says who goes first where that makes no other difference.
public struct TransitionProblem: Hashable, Sendable {
    public let firstDay: CivilDate
    /// The last day that is looked at.
    public let lastDay: CivilDate
    public let calendar: StartCalendar
    public internal(set) var places: [StaffedPlace]
    public internal(set) var moves: [AgreedMove]
    public internal(set) var knownChanges: [KnownChange]
    public internal(set) var seasons: [BusySeason]

    /// Checks the data; throws every fault found, up to `TransitionLimits.faults`.
    public init(
        firstDay: CivilDate, lastDay: CivilDate, calendar: StartCalendar, places: [StaffedPlace],
        moves: [AgreedMove], knownChanges: [KnownChange] = [], seasons: [BusySeason] = []
    ) throws(TransitionRefusal) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.calendar = calendar
        self.places = places
        self.moves = moves
        self.knownChanges = knownChanges
        self.seasons = seasons
        let faults = TransitionCheck(self).faults()
        if !faults.isEmpty {
            throw TransitionRefusal(faults: faults)
        }
    }

    /// The days from `firstDay` to `lastDay`.
    var dayCount: Int {
        firstDay.days(until: lastDay) + 1
    }

    /// The days since `firstDay`, negative before it.
    func index(of day: CivilDate) -> Int {
        firstDay.days(until: day)
    }

    func day(at index: Int) -> CivilDate {
        firstDay.adding(days: index)
    }
}
