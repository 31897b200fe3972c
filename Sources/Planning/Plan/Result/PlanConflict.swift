/// Why no plan keeps what the changes demand: these seats and groups do not take, or cannot spare, these people.
public struct PlanConflict: Hashable, Sendable {
    /// The groups whose floor, need or quota is in the way.
    public let groups: [String]
    /// The people of changes that are in the way.
    public let people: [String]
    /// How many holders or seats are missing.
    public let missing: Int
}
