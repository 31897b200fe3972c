/// Several candidates for one post, each with the places that she can have once everything is known.
///
/// The best place of somebody counts those who surely stand before her, the worst place those who may. With so many seats,
/// whoever has a worst place within them is in, whoever has a best place beyond them is out, and between the two a person
/// decides. Of two files that differ in missing data only, never is one in and the other out: who surely stands before the
/// one stands before the other or beside her, so that the place of the first cannot be within the seats while the other's
/// is beyond them.
///
/// Time O(n log n).
public struct FitRanking: Hashable, Sendable {
    /// The places that somebody can have, from 1.
    public struct Place: Hashable, Sendable {
        public let best: Int
        public let worst: Int

        public init(best: Int, worst: Int) {
            self.best = best
            self.worst = worst
        }

        /// Whether data alone says which place it is.
        public var isCertain: Bool { best == worst }

        public func standing(seats: Int) -> Standing {
            worst <= seats ? .in : best > seats ? .out : .open
        }
    }

    /// Whether somebody has one of so many seats.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        case `in`
        /// A tie or missing data: a person decides, with a reason.
        case open
        case out
    }

    /// The place of each fit, in the order of the fits.
    public let places: [Place]

    public init(_ fits: [Fit]) {
        let lowest = fits.map(\.possible.lowerBound).sorted()
        let highest = fits.map(\.possible.upperBound).sorted()
        places = fits.map { fit in
            let before = fits.count - Self.count(of: lowest, upTo: fit.possible.upperBound)
            let behind = Self.count(of: highest, upTo: fit.possible.lowerBound - 1)
            return Place(best: before + 1, worst: fits.count - behind)
        }
    }

    /// How many of sorted numbers are at most a bound.
    private static func count(of sorted: [Int], upTo bound: Int) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] <= bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
