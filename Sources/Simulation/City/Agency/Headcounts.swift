/// Shares the city's people among its agencies.
enum Headcounts {
    /// People per agency: a floor for each, the rest by weight with the largest remainders first; ties go to the
    /// earlier agency.
    static func share(_ people: Int, among plans: [AgencyPlan]) -> [Int] {
        let floors = plans.map { floor(of: $0.code) }
        let floorSum = floors.reduce(0, +)
        guard people >= floorSum else {
            return plans.indices.map { people / plans.count + ($0 < people % plans.count ? 1 : 0) }
        }
        let rest = people - floorSum
        let weightSum = plans.reduce(0) { $0 + $1.weight }
        var counts = plans.indices.map { floors[$0] + rest * plans[$0].weight / weightSum }
        let byRemainder = plans.indices.sorted { left, right in
            let remainders = (rest * plans[left].weight % weightSum, rest * plans[right].weight % weightSum)
            return remainders.0 != remainders.1 ? remainders.0 > remainders.1 : left < right
        }
        for index in byRemainder.prefix(people - counts.reduce(0, +)) {
            counts[index] += 1
        }
        return counts
    }

    /// The head and the people whom stories need; elsewhere a head and one more.
    private static func floor(of code: String) -> Int {
        switch code {
        case "disdukcapil": 6
        case "dpmptsp": 4
        case "bkpp", "diskominfo": 3
        default: 2
        }
    }
}
