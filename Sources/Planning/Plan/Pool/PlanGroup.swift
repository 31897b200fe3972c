/// Seats that are counted together: those of one post in a unit, of a unit, of an agency. Groups form a tree.
public struct PlanGroup: Hashable, Sendable {
    /// The raw value stands in command output.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case agency
        case unit
        /// One post in one unit.
        case post
    }

    public var id: String
    public var kind: Kind
    /// The group that this one is part of; holders count in all groups above.
    public var parent: String?
    /// Holders outside the pool, who stay where they are.
    public var others: Int
    /// The people needed after the workload analysis; nil when nobody computed it.
    public var need: Int?
    /// The fewest holders. Who is below it today falls no further; who stands above it does not fall below.
    public var floor: Int?
    /// The most people that it may lose on balance; nil sets no limit. (A limit on single moves, in and out added up, would
    /// make the problem one that has no prices.)
    public var mostLost: Int?
    /// The most people that it may gain on balance.
    public var mostGained: Int?

    public init(
        id: String, kind: Kind, parent: String? = nil, others: Int = 0, need: Int? = nil, floor: Int? = nil,
        mostLost: Int? = nil, mostGained: Int? = nil
    ) {
        self.id = id
        self.kind = kind
        self.parent = parent
        self.others = others
        self.need = need
        self.floor = floor
        self.mostLost = mostLost
        self.mostGained = mostGained
    }
}
