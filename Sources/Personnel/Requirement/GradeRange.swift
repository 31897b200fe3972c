/// The grades that a post takes, on one ladder.
public struct GradeRange: Hashable, Sendable {
    public let lowest: Grade
    public let highest: Grade

    /// Makes a range, or nil when the bounds stand on two ladders or in the wrong order.
    public init?(lowest: Grade, highest: Grade) {
        guard highest.isAtLeast(lowest) == true else { return nil }
        self.lowest = lowest
        self.highest = highest
    }

    /// Whether the grade lies in the range, or nil when it stands on the other ladder.
    public func contains(_ grade: Grade) -> Bool? {
        guard let fromBelow = grade.isAtLeast(lowest), let fromAbove = highest.isAtLeast(grade) else { return nil }
        return fromBelow && fromAbove
    }
}
