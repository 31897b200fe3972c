import Personnel

/// Who serves at a place at the end of a day.
public struct PlaceDay: Hashable, Sendable {
    public let place: PlaceID
    /// Before the first day of the transition.
    public let holdersBefore: Int
    public let holders: Int
    public let floor: Int
    /// Scheduled moves that brought somebody here, those who are still here, in the order of the problem.
    public let movedIn: [String]
    /// Scheduled moves that took somebody away who is not back, in the order of the problem.
    public let movedOut: [String]
    /// Known changes up to the day, by day.
    public let known: [KnownChange]

    /// How many are missing at the floor; 0 when it is kept.
    public var missing: Int {
        max(floor - holders, 0)
    }
}
