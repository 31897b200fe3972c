/// Gathers what comes to a place and goes from it on fixed days.
struct FixedChanges {
    private var known: [Int: (arrivals: Int, departures: Int)] = [:]
    private var returns: [Int: (arrivals: Int, departures: Int)] = [:]

    /// Somebody who comes or goes whatever is scheduled.
    mutating func add(_ direction: KnownChange.Direction, on day: Int) {
        Self.add(direction, on: day, to: &known)
    }

    /// The end of a scheduled secondment.
    mutating func addReturn(_ direction: KnownChange.Direction, on day: Int) {
        Self.add(direction, on: day, to: &returns)
    }

    private static func add(
        _ direction: KnownChange.Direction, on day: Int, to changes: inout [Int: (arrivals: Int, departures: Int)]
    ) {
        switch direction {
        case .arrival: changes[day, default: (0, 0)].arrivals += 1
        case .departure: changes[day, default: (0, 0)].departures += 1
        }
    }

    func days(holders: Int) -> [TransitionNetwork.FixedDay] {
        var unmoved = holders
        return Set(known.keys).union(returns.keys).sorted().map { day in
            let (comes, goes) = (known[day] ?? (0, 0), returns[day] ?? (0, 0))
            unmoved += comes.arrivals - comes.departures
            return TransitionNetwork.FixedDay(
                day: day, arrivals: comes.arrivals + goes.arrivals, losses: comes.departures + goes.departures,
                unmoved: unmoved)
        }
    }
}
