/// Finds the start days of a network with the least sum of days over moves, or proves that there are none.
///
/// A state gives each group a first possible day, and stands for all schedules that are nowhere earlier. If its days
/// themselves break no floor, they are the best of these schedules. Otherwise a broken floor on some day names a few
/// groups of which at least one must start later (`FloorBreach`), and for how long; each makes one narrower state, and
/// waits are carried on to a fixpoint. States are taken in the order of a lower bound of their sum (A*): the days' own sum
/// and what places must cost where more leave than can (`DepartureBound`). So the first state without a breach is a best
/// schedule, and when no state is left there is none.
///
/// Where the steps end first, a depth-first search follows through the same states until its steps end.
struct NetworkSearch {
    enum Result: Hashable {
        /// The start day of each group. Proven: no schedule has a smaller sum; `leastSum` bounds what any could have.
        case found(days: [Int], isProven: Bool, leastSum: Int)
        case impossible
        /// The steps ended first; if there is a schedule, it has at least this sum.
        case undecided(leastSum: Int)
    }

    private let network: TransitionNetwork
    /// For each group, those that wait for it.
    private let dependents: [[Int]]

    init(_ network: TransitionNetwork) {
        self.network = network
        var dependents = Array(repeating: [Int](), count: network.groups.count)
        for (group, waits) in network.waits.enumerated() {
            for other in waits.flatMap(\.groups) where !dependents[other].contains(group) {
                dependents[other].append(group)
            }
        }
        self.dependents = dependents
    }

    /// Searches, and if the steps end searches quickly with as many.
    func result(steps: Int) -> Result {
        var (first, second) = (steps, steps)
        let best = best(steps: &first)
        guard case .undecided(let leastSum) = best else { return best }
        let quick = anyResult(steps: &second)
        guard case .found(let days, _, let sum) = quick else { return quick }
        return .found(days: days, isProven: sum == leastSum, leastSum: leastSum)
    }

    /// The best schedule.
    ///
    /// - Parameter steps: less those taken; the search ends when they are used up.
    func best(steps: inout Int) -> Result {
        guard let root = rootState() else { return .impossible }
        var open = StateHeap()
        open.push(root)
        var seen: Set<[Int]> = [root.days]
        while let state = open.pop() {
            guard let breach = breach(of: state.days) else {
                return .found(days: state.days, isProven: true, leastSum: state.sum)
            }
            steps -= max(network.groups.count, 1)
            if steps < 0 {
                return .undecided(leastSum: state.bound)
            }
            for next in children(of: state, after: breach) where seen.insert(next.days).inserted {
                open.push(next)
            }
        }
        return .impossible
    }

    /// The first schedule that a depth-first search meets, its own sum as the least.
    private func anyResult(steps: inout Int) -> Result {
        guard let root = rootState() else { return .impossible }
        var stack = [root]
        var seen: Set<[Int]> = [root.days]
        while let state = stack.popLast() {
            guard let breach = breach(of: state.days) else {
                return .found(days: state.days, isProven: false, leastSum: state.sum)
            }
            steps -= max(network.groups.count, 1)
            if steps < 0 {
                return .undecided(leastSum: root.bound)
            }
            let next = children(of: state, after: breach).filter { seen.insert($0.days).inserted }
            stack += next.enumerated()
                .sorted { ($0.element.bound, $0.offset) > ($1.element.bound, $1.offset) }
                .map(\.element)
        }
        return .impossible
    }

    /// The places that cannot be left in time by all who must leave them, as far as that shows without a search.
    func crowdedPlaces() -> [PlaceID] {
        guard let days = firstDays() else { return [] }
        return DepartureBound(network, days).crowdedPlaces()
    }

    // MARK: States

    struct State {
        /// For each group, the first day on which it may start.
        let days: [Int]
        /// The days summed over moves.
        let sum: Int
        /// No schedule of the state has a smaller sum.
        let bound: Int
    }

    private func rootState() -> State? {
        firstDays().flatMap(state)
    }

    private func firstDays() -> [Int]? {
        var days: [Int] = []
        for group in network.groups {
            guard let day = group.days.first else { return nil }
            days.append(day)
        }
        return settle(&days, from: Array(network.groups.indices)) ? days : nil
    }

    private func state(_ days: [Int]) -> State? {
        guard let excess = DepartureBound(network, days).excess() else { return nil }
        let sum = zip(network.groups, days).reduce(0) { $0 + $1.0.moves.count * $1.1 }
        return State(days: days, sum: sum, bound: sum + excess)
    }

    private func children(of state: State, after breach: FloorBreach) -> [State] {
        breach.ways.compactMap { way in
            var days = state.days
            for delay in way {
                guard let day = network.groups[delay.group].day(from: delay.day) else { return nil }
                days[delay.group] = max(day, days[delay.group])
            }
            return settle(&days, from: way.flatMap { dependents[$0.group] }) ? self.state(days) : nil
        }
    }

    /// Carries the waits on from changed groups; false when a group has no day left.
    private func settle(_ days: inout [Int], from changed: [Int]) -> Bool {
        var queue = changed
        while let group = queue.popLast() {
            let first = network.waits[group].reduce(days[group]) { max($0, firstDay(of: $1, in: days)) }
            guard first > days[group] else { continue }
            guard let day = network.groups[group].day(from: first) else { return false }
            days[group] = day
            queue += dependents[group]
        }
        return true
    }

    private func firstDay(of wait: TransitionNetwork.Wait, in days: [Int]) -> Int {
        switch wait {
        case .after(let group, let lag): days[group] + lag
        case .afterFirst(let groups, let lag, let known):
            min(groups.map { days[$0] + lag }.min() ?? .max, known ?? .max)
        }
    }

    /// The breach with the fewest ways out; among these the earliest.
    private func breach(of days: [Int]) -> FloorBreach? {
        var best: FloorBreach?
        for place in network.places {
            guard let breach = FloorBreach(of: place, in: network, days) else { continue }
            if let known = best, (known.ways.count, known.day) <= (breach.ways.count, breach.day) {
                continue
            }
            best = breach
        }
        return best
    }
}
