/// What is known of one part of a score, in points from 0 to 1000.
///
/// Invariant of whoever makes one: whatever data is still unknown, once it is known the points lie in `possible`. The order
/// of two people rests on it, see ``FitOrder``.
enum Points {
    /// The points from what is known; `possible` is wider than them where a part of the data is unknown.
    case known(Int, possible: ClosedRange<Int>)
    /// Too little is known for any points.
    case missing(possible: ClosedRange<Int>)
    /// The post or the region asks nothing here.
    case notAsked

    static func exactly(_ points: Int) -> Points {
        let bounded = Self.bounded(points)
        return .known(bounded, possible: bounded...bounded)
    }

    static func nothingKnown() -> Points {
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

/// Points of several parts, each with a weight, on the way to one score.
struct Weighing {
    private var known = (sum: 0, weight: 0)
    private var lowest = 0
    private var highest = 0
    private var weight = 0

    /// - Parameter weight: 0 to 1,000,000.
    mutating func add(_ points: Points, weight: Int) {
        let possible: ClosedRange<Int>
        switch points {
        case .notAsked: return
        case .missing(let range): possible = range
        case .known(let points, let range):
            known.sum += points * weight
            known.weight += weight
            possible = range
        }
        lowest += possible.lowerBound * weight
        highest += possible.upperBound * weight
        self.weight += weight
    }

    /// The weighted mean of the known parts, rounded to the nearest; nil when none has a weight.
    var score: Int? {
        known.weight > 0 ? (known.sum + known.weight / 2) / known.weight : nil
    }

    /// Where the weighted mean of all parts can lie once everything is known; all of it when no part has a weight.
    var possible: ClosedRange<Int> {
        guard weight > 0 else { return 0...1000 }
        return (lowest + weight / 2) / weight...(highest + weight / 2) / weight
    }
}
