/// What the planner takes at most. Heap keys and distances are sized by these: a node's number fits 21 bits, and the longest
/// shortest path (staff × twice the largest score) fits the other 43.
public enum AssignmentLimits {
    public static let staff = 1_000_000
    public static let posts = 1_500_000
    public static let groups = 250_000
    public static let edges = 40_000_000
    /// The largest score, and below zero the smallest.
    public static let score = 1_000_000
    /// Groups above one another, for example post group, unit, agency.
    public static let depth = 8
}
