/// What is known of one part of a score, in points from 0 to 1000.
///
/// Invariant of whoever makes one: whatever data is still unknown, once it is known the points lie in `possible`. The order
/// of two people rests on it, see ``FitOrder``.
public enum Points: Hashable, Sendable {
    /// The points from what is known; `possible` is wider than them where a part of the data is unknown.
    case known(Int, possible: ClosedRange<Int>)
    /// Too little is known for any points.
    case missing(possible: ClosedRange<Int>)
    /// The post or the region asks nothing here.
    case notAsked

    /// Nil where nothing is known or asked.
    public var score: Int? {
        if case .known(let points, _) = self { points } else { nil }
    }

    public static func exactly(_ points: Int) -> Points {
        let bounded = Self.bounded(points)
        return .known(bounded, possible: bounded...bounded)
    }

    public static func nothingKnown() -> Points {
        .missing(possible: 0...1000)
    }

    static func bounded(_ points: Int) -> Int {
        min(max(points, 0), 1000)
    }

    /// A part of a whole, bounded to it.
    static func share(_ part: Int, of full: Int) -> Int {
        let whole = min(max(full, 1), 1200)
        return min(max(part, 0), whole) * 1000 / whole
    }
}

/// Points of several parts, each with a weight, on the way to one score. Parts can be added in any order.
public struct Weighing: Hashable, Sendable {
    /// What one part weighs at most, so that the sums of hundreds of parts fit.
    public static let weightLimit = 1000

    private var knownSum: Int32 = 0
    private var knownWeight: Int32 = 0
    private var lowest: Int32 = 0
    private var highest: Int32 = 0
    private var weight: Int32 = 0

    public init() {}

    /// - Parameter weight: bounded to 0...``weightLimit``.
    public mutating func add(_ points: Points, weight: Int) {
        let weight = Int32(truncatingIfNeeded: min(max(weight, 0), Self.weightLimit))
        func weighed(_ points: Int) -> Int32 { Int32(truncatingIfNeeded: Points.bounded(points)) * weight }
        let possible: ClosedRange<Int>
        switch points {
        case .notAsked: return
        case .missing(let range): possible = range
        case .known(let points, let range):
            knownSum += weighed(points)
            knownWeight += weight
            possible = range
        }
        lowest += weighed(possible.lowerBound)
        highest += weighed(possible.upperBound)
        self.weight += weight
    }

    /// The weighted mean of the known parts, rounded to the nearest; nil when none has a weight.
    public var score: Int? {
        knownWeight > 0 ? Int((knownSum + knownWeight / 2) / knownWeight) : nil
    }

    /// Where the weighted mean of all parts can lie once everything is known; all of it when no part has a weight.
    public var possible: ClosedRange<Int> {
        guard weight > 0 else { return 0...1000 }
        return Int((lowest + weight / 2) / weight)...Int((highest + weight / 2) / weight)
    }
}
