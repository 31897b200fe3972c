import Personnel

/// Days on which a place keeps its people: school entry, elections, tax due dates.
public struct BusySeason: Hashable, Sendable {
    public enum Rest: Hashable, Sendable {
        /// Nobody leaves the place; arrivals and moves inside it go on.
        case nobodyLeaves
        /// Nobody leaves, arrives or moves inside.
        case nobodyMoves
    }

    /// Unique in the problem.
    public let id: String
    /// The place, with everything inside it; nil: all places.
    public let place: PlaceID?
    public let firstDay: CivilDate
    /// The last day that belongs to the season.
    public let lastDay: CivilDate
    public let rest: Rest

    public init(id: String, place: PlaceID?, firstDay: CivilDate, lastDay: CivilDate, rest: Rest) {
        self.id = id
        self.place = place
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.rest = rest
    }
}
