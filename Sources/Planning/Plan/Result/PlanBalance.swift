/// What a plan does to one group: an agency, a unit, a post in a unit.
public struct PlanBalance: Hashable, Sendable {
    public let group: String
    public let kind: PlanGroup.Kind
    public let need: Int?
    public let floor: Int?
    public let holdersBefore: Int
    public let holdersAfter: Int
    /// People who come from outside the group, and who leave it.
    public let gains: [String]
    public let gives: [String]
    /// Moves inside.
    public let within: Int
    /// What the group's bound costs the plan in points for each person: below 0 it must keep more people than it would, above 0
    /// it could use more than it may have.
    public let price: Int
}
