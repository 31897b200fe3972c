/// What a plan takes at most, above the largest region many times over.
public enum PlanLimits {
    public static let people = 100_000
    public static let seats = 200_000
    public static let groups = 100_000
    /// Need, floor, holders and quotas of one group.
    public static let count = 1_000_000
    /// Changes of one variant.
    public static let changes = 1000
    /// How many alternatives, gaps and rivals a reason names.
    public static let named = 3
}
