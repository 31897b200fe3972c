/// The workload analysis (ABK) of one post in one unit, and what it says about the number of holders.
///
/// Need = Σ(volume × norm time) ÷ effective time of one person, rounded to the nearest whole person, half up, as the
/// forms do: 7,116 h ÷ 1,250 h = 5.69 → 6. Sums stop at `Int.max`.
public struct Workload: Hashable, Sendable {
    /// The working time of all rows in a year.
    public let minutes: Int
    public let holders: Int
    /// The effective working time of one person a year, at least 1.
    public let effectiveMinutes: Int

    /// - Parameter effectiveMinutes: a setting of the region, usually 75,000 (1,250 h).
    public init(rows: [WorkloadRow], holders: Int, effectiveMinutes: Int) {
        minutes = rows.reduce(0) { sum, row in
            let (total, overflow) = sum.addingReportingOverflow(row.minutesPerYear)
            return overflow ? .max : total
        }
        self.holders = max(holders, 0)
        self.effectiveMinutes = max(effectiveMinutes, 1)
    }

    /// The people needed, rounded to the nearest.
    public var need: Int {
        Self.rounded(minutes, over: effectiveMinutes)
    }

    /// The people needed in hundredths, rounded to the nearest: 569 for 5.69.
    public var needHundredths: Int {
        let whole = minutes / effectiveMinutes
        let (scaled, overflow) = (minutes % effectiveMinutes).multipliedReportingOverflow(by: 100)
        guard !overflow, whole < Int.max / 200 else { return .max }
        return whole * 100 + Self.rounded(scaled, over: effectiveMinutes)
    }

    /// Need less holders: above 0 people are missing, below 0 there are too many.
    public var difference: Int {
        need - holders
    }

    /// Workload against the working time of the holders in per mille, rounded down; nil without holders.
    public var ratioPermille: Int? {
        guard holders > 0 else { return nil }
        let (capacity, capacityOverflow) = holders.multipliedReportingOverflow(by: effectiveMinutes)
        let (scaled, scaledOverflow) = minutes.multipliedReportingOverflow(by: 1000)
        if capacityOverflow {
            return 0
        }
        return scaledOverflow ? .max : scaled / capacity
    }

    /// The class of the ratio; nil without holders.
    public var efficiency: EfficiencyClass? {
        ratioPermille.map(EfficiencyClass.init(permille:))
    }

    private static func rounded(_ dividend: Int, over divisor: Int) -> Int {
        let remainder = dividend % divisor
        return dividend / divisor + (remainder >= divisor - remainder ? 1 : 0)
    }
}
