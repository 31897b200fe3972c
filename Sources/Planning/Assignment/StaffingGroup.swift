/// A set of posts that must have so many holders: a group of like posts in a unit, a unit, an agency.
public struct StaffingGroup: Equatable, Hashable, Sendable {
    /// The fewest holders (floor).
    public var minimum: Int32
    /// The most holders (quota); nil when there is none.
    public var maximum: Int32?
    /// The number of the group that this one is part of; nil at the top. Holders count in all groups above.
    public var parent: Int32?

    public init(minimum: Int32, maximum: Int32? = nil, parent: Int32? = nil) {
        self.minimum = minimum
        self.maximum = maximum
        self.parent = parent
    }
}
