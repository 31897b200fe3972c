/// How many serve at a place on the day before the transition begins, and how many must.
public struct StaffedPlace: Hashable, Sendable {
    public let id: PlaceID
    /// The place around a unit: a unit or an agency. A post lies in its unit and an agency in nothing, so nil for both.
    public let within: PlaceID?
    /// Everybody who serves there, those of the places inside it included; 0 to `TransitionLimits.people`.
    public let holders: Int
    /// How many must serve there on each day; 0 to `TransitionLimits.people`.
    public internal(set) var floor: Int

    public init(_ id: PlaceID, within: PlaceID? = nil, holders: Int, floor: Int) {
        self.id = id
        self.within = within
        self.holders = holders
        self.floor = floor
    }
}
