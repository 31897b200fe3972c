import Personnel

/// Days in a row on which fewer serve at a place than its floor.
public struct FloorShortage: Hashable, Sendable {
    public let place: PlaceID
    public let firstDay: CivilDate
    /// The last day that belongs to it, at most the last of the transition.
    public let lastDay: CivilDate
    public let fewestHolders: Int
    public let floor: Int
}
