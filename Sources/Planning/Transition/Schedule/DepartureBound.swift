/// What a state must cost beyond its days because more leave a place than can by then.
///
/// The k-th group to leave a place starts on the k-th earliest of their first days at best, and not before k people can
/// have left (`DepartureRoom`). The difference counts with the fewest moves that one of these groups has. A group's delay
/// is counted at one place only, so the sum over places with different leavers is a lower bound.
struct DepartureBound {
    private let network: TransitionNetwork
    private let days: [Int]

    init(_ network: TransitionNetwork, _ days: [Int]) {
        self.network = network
        self.days = days
    }

    /// Nil when some place cannot be left in time by all who must leave it.
    func excess() -> Int? {
        var costs: [(cost: Int, leavers: [Int])] = []
        for place in network.places {
            let leavers = place.groups.filter { $0.delta < 0 }
            let room = room(at: place)
            guard canAllLeave(leavers, room) else { return nil }
            let first = leavers.map { days[$0.group] }.sorted()
            let late = zip(first, room.firstDays(upTo: leavers.count)).reduce(0) { $0 + max($1.1 - $1.0, 0) }
            if late > 0 {
                let fewest = leavers.map { network.groups[$0.group].moves.count }.min() ?? 1
                costs.append((late * fewest, leavers.map(\.group)))
            }
        }
        var counted: Set<Int> = []
        var excess = 0
        for (_, cost) in costs.enumerated().sorted(by: { ($1.element.cost, $0.offset) < ($0.element.cost, $1.offset) })
        where counted.isDisjoint(with: cost.leavers) {
            counted.formUnion(cost.leavers)
            excess += cost.cost
        }
        return excess
    }

    /// The places that cannot be left in time.
    func crowdedPlaces() -> [PlaceID] {
        network.places.filter { place in
            !canAllLeave(place.groups.filter { $0.delta < 0 }, room(at: place))
        }.map(\.id)
    }

    private func room(at place: TransitionNetwork.Place) -> DepartureRoom {
        DepartureRoom(place, arrivals: place.groups.filter { $0.delta > 0 }.map { (days[$0.group], $0.delta) })
    }

    /// Whether for each last day there is room for all groups that must have started by then.
    private func canAllLeave(_ leavers: [(group: Int, delta: Int)], _ room: DepartureRoom) -> Bool {
        var people = 0
        let byLastDay = leavers.map { (last: network.groups[$0.group].days.last ?? 0, count: -$0.delta) }
            .sorted { $0.last < $1.last }
        return byLastDay.allSatisfy { leaver in
            people += leaver.count
            return room.firstDay(for: people).map { $0 <= leaver.last } ?? false
        }
    }
}
