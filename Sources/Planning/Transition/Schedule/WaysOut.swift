/// How a breach of the day's rule at a place can be mended by later starts.
///
/// Let `gone` be the groups whose first days take people away up to the day of the breach, and `t` the day on which the last
/// of them starts in a schedule that breaks nothing and is nowhere earlier than the state. Then either
/// - enough are there on day `t` although all of them are gone, counting each arrival from its first day; or somebody comes on
///   day `t` on a fixed day or on the first day of a later arrival: the earliest such day is found here; or
/// - the place is below its floor, and an arrival that could come earlier comes on day `t` itself: on the day of the breach,
///   or on a later one, by which one of the groups then waits as well.
struct WaysOut {
    /// First days for one group or two, of which one way holds; the groups that stand later in the list first.
    let ways: [[(group: Int, day: Int)]]

    init(
        of place: TransitionNetwork.Place, in network: TransitionNetwork, _ days: [Int], after day: Int, gone: [Int]
    ) {
        let arrivals = place.groups.filter { $0.delta > 0 }
        let room = DepartureRoom(place, arrivals: arrivals.map { (days[$0.group], $0.delta) })
        let people = place.groups.reduce(0) { $1.delta < 0 && days[$1.group] <= day ? $0 - $1.delta : $0 }
        guard let enough = room.firstDay(for: people) else {
            ways = []
            return
        }
        let first = max(day + 1, enough)
        var ways: [[(group: Int, day: Int)]] = []
        var events = arrivals.map { (day: days[$0.group], comes: $0.delta, goes: 0) }
        events += place.fixedDays.map { ($0.day, $0.arrivals, $0.losses) }
        if let chance = Self.firstChance(
            in: events.sorted { $0.day < $1.day }, served: place.holders - people, floor: place.floor, from: first,
            below: place.firstDayBelow)
        {
            ways = gone.reversed().map { [($0, chance)] }
        }
        if let below = place.firstDayBelow {
            for (arrival, _) in arrivals where days[arrival] <= day {
                let comes = network.groups[arrival]
                if days[arrival] < day, below <= day, comes.day(from: day) == day {
                    ways.append([(arrival, day)])
                }
                for leaver in gone.reversed() {
                    if let both = network.groups[leaver].day(from: max(first, below), sharedWith: comes) {
                        ways.append([(leaver, both), (arrival, both)])
                    }
                }
            }
        }
        self.ways = ways
    }

    /// The first day, not before a given one, on which enough serve, or on which somebody comes while the place may be below
    /// its floor.
    ///
    /// - Parameter events: ascending by day.
    private static func firstChance(
        in events: [(day: Int, comes: Int, goes: Int)], served: Int, floor: Int, from first: Int, below: Int?
    ) -> Int? {
        var served = served
        for (index, event) in events.enumerated() {
            served += event.comes - event.goes
            if let below, event.comes > 0, event.day >= max(first, below) {
                return event.day
            }
            let isLast = index + 1 == events.count || events[index + 1].day > max(event.day, first)
            if isLast, served >= floor {
                return max(event.day, first)
            }
        }
        return nil
    }
}
