import Personnel

/// What it is worth that a person serves in a seat, with every part: points = fit + growth + bonus − price.
public struct PlanScore: Hashable, Sendable {
    /// 0 to 1000; nil when nothing is known: she then only stays, and staying counts 0 on both sides.
    public let fit: Int?
    /// How much of growth the move gives, 0 to 1000; nil for staying, and where nothing of it is known.
    public let growth: Int?
    /// What that is worth.
    public let growthPoints: Int
    /// What the round adds for a growth move, so that as many come as it wants.
    public let bonus: Int
    /// What a move must bring before it counts; 0 for staying.
    public let price: Int

    public var points: Int {
        (fit ?? 0) + growthPoints + bonus - price
    }
}
