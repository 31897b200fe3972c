import Personnel

/// Turns a checked problem into a network.
struct NetworkBuilder {
    private let problem: TransitionProblem
    private let tree: PlaceTree
    /// For each move, the places that lose a person by its start, and those that gain one.
    private let lost: [[PlaceID]]
    private let gained: [[PlaceID]]
    /// For each move, its group.
    private let groupOfMove: [Int]
    private let members: [[Int]]

    init(_ problem: TransitionProblem) {
        self.problem = problem
        let tree = PlaceTree(problem.places)
        self.tree = tree
        let differences = problem.moves.map { tree.difference($0.from, $0.to) }
        lost = differences.map(\.lost)
        gained = differences.map(\.gained)
        var members: [[Int]] = []
        var groupOfPackage: [String: Int] = [:]
        groupOfMove = problem.moves.indices.map { index in
            if let package = problem.moves[index].package, let group = groupOfPackage[package] {
                members[group].append(index)
                return group
            }
            if let package = problem.moves[index].package {
                groupOfPackage[package] = members.count
            }
            members.append([index])
            return members.count - 1
        }
        self.members = members
    }

    func network() -> TransitionNetwork {
        let startDays = (0..<problem.dayCount).filter { problem.calendar.isStartDay(problem.day(at: $0)) }
        let seasons = SeasonIndex(problem)
        var network = TransitionNetwork(
            dayCount: problem.dayCount,
            groups: members.map { moves in
                TransitionNetwork.Group(moves: moves, days: days(of: moves, from: startDays, seasons))
            }, places: [], waits: [])
        addPlaces(to: &network)
        network.waits = members.map(waits)
        network.narrow()
        addOrderOfAlikes(to: &network)
        return network
    }

    // MARK: Own days

    private func days(of moves: [Int], from startDays: [Int], _ seasons: SeasonIndex) -> [Int] {
        var first = 0
        var last = problem.dayCount - 1
        var closed: [ClosedRange<Int>] = []
        for index in moves {
            let move = problem.moves[index]
            first = max(first, firstDay(of: move))
            if let latest = move.latest {
                last = min(last, problem.index(of: latest))
            }
            if let until = move.until {
                last = min(last, problem.index(of: until))
                let back = problem.index(of: until) + 1
                if seasons.isClosed(back, leaving: gained[index], around: places(of: move)) {
                    return []
                }
            }
            closed += seasons.closed(leaving: lost[index], around: places(of: move))
        }
        return startDays.filter { day in
            day >= first && day <= last && !closed.contains { $0.contains(day) }
        }
    }

    private func firstDay(of move: AgreedMove) -> Int {
        let agreed = move.earliest.map(problem.index) ?? 0
        return max(agreed, move.trainedDay(in: problem.calendar).map(problem.index) ?? 0)
    }

    private func places(of move: AgreedMove) -> [PlaceID] {
        tree.path(from: move.from) + tree.path(from: move.to)
    }

    // MARK: Places

    private func addPlaces(to network: inout TransitionNetwork) {
        var deltas: [PlaceID: [Int: Int]] = [:]
        for index in problem.moves.indices {
            for place in lost[index] {
                deltas[place, default: [:]][groupOfMove[index], default: 0] -= 1
            }
            for place in gained[index] {
                deltas[place, default: [:]][groupOfMove[index], default: 0] += 1
            }
        }
        let fixed = fixedDays()
        for place in problem.places {
            let groups = (deltas[place.id] ?? [:]).filter { $0.value != 0 }.sorted { $0.key < $1.key }
            let fixedDays = fixed[place.id]?.days(holders: place.holders) ?? []
            let leaving = groups.reduce(0) { $0 - min($1.value, 0) }
            let losses = fixedDays.reduce(0) { $0 + $1.losses }
            // Nothing that is scheduled can take a place with so many people below its floor.
            guard leaving > 0, place.holders - leaving - losses < place.floor else { continue }
            for (group, delta) in groups {
                network.groups[group].changes.append((network.places.count, delta))
            }
            network.places.append(
                TransitionNetwork.Place(
                    id: place.id, floor: place.floor, holders: place.holders, fixedDays: fixedDays,
                    groups: groups.map { ($0.key, $0.value) }))
        }
    }

    private func fixedDays() -> [PlaceID: FixedChanges] {
        var fixed: [PlaceID: FixedChanges] = [:]
        for change in problem.knownChanges where change.day <= problem.lastDay {
            for place in tree.path(from: change.address) {
                fixed[place, default: FixedChanges()].add(change.direction, on: problem.index(of: change.day))
            }
        }
        for (index, move) in problem.moves.enumerated() {
            guard let until = move.until, until >= problem.firstDay, until < problem.lastDay else { continue }
            let back = problem.index(of: until) + 1
            for place in gained[index] {
                fixed[place, default: FixedChanges()].addReturn(.departure, on: back)
            }
            for place in lost[index] {
                fixed[place, default: FixedChanges()].addReturn(.arrival, on: back)
            }
        }
        return fixed
    }

    // MARK: Waits

    private func waits(of moves: [Int]) -> [TransitionNetwork.Wait] {
        var waits: [TransitionNetwork.Wait] = []
        for index in moves {
            for condition in problem.moves[index].conditions {
                switch condition {
                case .started(let other, let days), .replaced(let other?, let days):
                    waits += groups { $0.id == other }.map { .after($0, days: days) }
                case .filled(let vacancy):
                    waits += groups { $0.fills == vacancy }.map { .after($0, days: 0) }
                case .replaced(nil, let days):
                    waits.append(replacement(at: problem.moves[index].from, days: days))
                }
            }
        }
        var seen: Set<TransitionNetwork.Wait> = []
        return waits.filter { seen.insert($0).inserted }
    }

    private func replacement(at address: PostInUnit?, days: Int) -> TransitionNetwork.Wait {
        let known = problem.knownChanges.filter {
            $0.direction == .arrival && $0.address == address && $0.day <= problem.lastDay
        }
        return .afterFirst(
            groups { $0.to == address }, days: days, orFrom: known.map { problem.index(of: $0.day) + days }.min())
    }

    private func groups(where isMeant: (AgreedMove) -> Bool) -> [Int] {
        Set(problem.moves.indices.filter { isMeant(problem.moves[$0]) }.map { groupOfMove[$0] }).sorted()
    }

    /// Groups that nothing tells apart start in their order: that loses no best schedule, and a search that would try all
    /// their orders has only one.
    private func addOrderOfAlikes(to network: inout TransitionNetwork) {
        let awaited = Set(network.waits.flatMap { $0.flatMap(\.groups) })
        var previous: [Likeness: Int] = [:]
        for (index, group) in network.groups.enumerated() where !awaited.contains(index) && !group.changes.isEmpty {
            let likeness = Likeness(
                size: group.moves.count, days: group.days, places: group.changes.map(\.place),
                deltas: group.changes.map(\.delta), waits: network.waits[index])
            if let earlier = previous.updateValue(index, forKey: likeness) {
                network.waits[index].append(.after(earlier, days: 0))
            }
        }
    }

    private struct Likeness: Hashable {
        let size: Int
        let days: [Int]
        let places: [Int]
        let deltas: [Int]
        let waits: [TransitionNetwork.Wait]
    }
}
