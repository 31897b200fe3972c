/// Which moves are handed to the solver: few of many, and still the best of all.
///
/// In a city nearly everybody may go to hundreds of places, and only a handful matter. So the solver first gets the best few of
/// each person (places with a vacant seat before others). From its prices every other move is looked at: one that would be
/// worth more to somebody than what she has is added, and the solver asked again, until there is none. The plan is then the best
/// over *all* moves, which its certificate shows (column generation: Dantzig, Wolfe, 1960). When the bounds cannot be kept, the moves that
/// cross the obstacle are added; when there is none, they cannot be kept at all.
struct PlanColumns: Sendable {
    /// Below so many moves all are handed over at once.
    static let fewMoves = 50_000
    /// Moves of one person at the start, with and without a vacant seat.
    private static let first = 10
    /// Moves of one person that one look at the prices adds.
    private static let added = 3
    /// Moves to one place that one obstacle adds.
    private static let across = 12

    /// [person] the places, in order.
    private(set) var places: [[Int32]]
    private let isWhole: Bool

    init(_ problem: PlanProblem, fewMoves: Int = Self.fewMoves) {
        let roster = problem.roster
        var count = 0
        for person in roster.people.indices {
            for (standard, places) in roster.openPlaces.enumerated()
            where problem.scores.allows(person, standard: standard) {
                count += places.count
            }
        }
        isWhole = count <= fewMoves
        places = [[Int32]](repeating: [], count: roster.people.count)
        if isWhole {
            for person in roster.people.indices {
                renew(person, problem)
            }
            return
        }
        let vacant = vacantPlaces(roster)
        for person in roster.people.indices {
            addBest(person, problem, among: vacant)
            addBest(person, problem, among: roster.openPlaces)
        }
    }

    /// Places that were added for a person.
    struct Added {
        let person: Int
        var places: [Int32]
    }

    /// Adds moves that the prices show to be worth more than what their people have; says which.
    mutating func price(_ plan: AssignmentPlan, _ problem: PlanProblem) -> [Added] {
        guard !isWhole else { return [] }
        let spread = problem.roster.places.count
        return add(plan, problem, worthOver: 0) { person, found in
            // Of equal ones everybody begins elsewhere, or all would crowd into one place.
            found.sort { left, right in
                (-left.worth, (left.place + spread - person % spread) % spread)
                    < (-right.worth, (right.place + spread - person % spread) % spread)
            }
            found.removeLast(max(found.count - Self.added, 0))
        }
    }

    /// Adds every move that is worth as much as what its person has in a best plan: all best plans are then among the moves handed
    /// over. Says which.
    mutating func addTied(_ plan: AssignmentPlan, _ problem: PlanProblem) -> [Added] {
        isWhole ? [] : add(plan, problem, worthOver: -1) { _, _ in }
    }

    /// Adds what the choice leaves of the moves that are worth more, at the prices, than what their people have and this beside.
    private mutating func add(
        _ plan: AssignmentPlan, _ problem: PlanProblem, worthOver beside: Int64,
        _ choose: (_ person: Int, _ found: inout [(worth: Int64, place: Int)]) -> Void
    ) -> [Added] {
        let roster = problem.roster
        let prices = roster.placeSeats.map { seats in seats.map { plan.postPrices[$0] }.min() ?? 0 }
        let cheapest = roster.openPlaces.map { places in places.map { prices[$0] }.min() ?? .max }
        var added: [Added] = []
        for person in roster.people.indices {
            let least = plan.profits[person] + beside
            var found: [(worth: Int64, place: Int)] = []
            for standard in roster.standards.indices where problem.scores.allows(person, standard: standard) {
                let most = Int64(problem.scores.mostOfMove(person, standard: standard))
                guard cheapest[standard] != .max, most - cheapest[standard] > least else { continue }
                for place in roster.openPlaces[standard]
                where most - prices[place] > least && place != roster.seatPlaces[person] {
                    guard let points = problem.points(of: person, in: place), Int64(points) - prices[place] > least
                    else { continue }
                    found.append((Int64(points) - prices[place], place))
                }
            }
            choose(person, &found)
            var new = Added(person: person, places: [])
            for (_, place) in found where add(person, place) { new.places.append(Int32(place)) }
            if !new.places.isEmpty { added.append(new) }
        }
        return added
    }

    /// Chooses anew for a person whose orders have changed.
    mutating func renew(_ person: Int, _ problem: PlanProblem) {
        if isWhole || problem.orders.isFixed(person) {
            places[person] = []
            problem.forEachPlace(of: person) { places[person].append(Int32($0)) }
            places[person].sort()
            return
        }
        places[person].removeAll { problem.points(of: person, in: Int($0)) == nil }
        addBest(person, problem, among: vacantPlaces(problem.roster))
        addBest(person, problem, among: problem.roster.openPlaces)
    }

    /// Adds moves that cross an obstacle; says which.
    mutating func widen(_ obstacle: AssignmentObstacle, _ problem: PlanProblem) -> [Added] {
        guard !isWhole else { return [] }
        let roster = problem.roster
        let isShort = if case .short = obstacle.kind { true } else { false }
        var isIn = [Bool](repeating: false, count: roster.people.count)
        for person in obstacle.staff { isIn[person] = true }
        var inside = [Int](repeating: 0, count: roster.places.count)
        for seat in obstacle.posts { inside[roster.seatPlaces[seat]] += 1 }
        var added: [Added] = []
        for (place, count) in inside.enumerated() where roster.places[place].isOpen {
            guard isShort ? count > 0 : count < roster.placeSeats[place].count else { continue }
            var left = Self.across
            let people = roster.people.count
            for number in 0..<people where left > 0 {
                let person = (number + place * 37) % people
                guard isIn[person] != isShort, place != roster.seatPlaces[person],
                    problem.points(of: person, in: place) != nil, add(person, place)
                else { continue }
                added.append(Added(person: person, places: [Int32(place)]))
                left -= 1
            }
        }
        return added
    }

    private func vacantPlaces(_ roster: PlanRoster) -> [[Int]] {
        roster.openPlaces.map { places in
            places.filter { place in roster.placeSeats[place].contains { $0 >= roster.people.count } }
        }
    }

    private mutating func addBest(_ person: Int, _ problem: PlanProblem, among open: [[Int]]) {
        let roster = problem.roster
        let standards = roster.standards.indices.filter {
            problem.scores.allows(person, standard: $0) && !open[$0].isEmpty
        }
        let best = standards.map { (points: problem.scores.mostOfMove(person, standard: $0), standard: $0) }.sorted {
            ($1.points, $0.standard) < ($0.points, $1.standard)
        }
        var left = Self.first
        for (_, standard) in best where left > 0 {
            for number in open[standard].indices.prefix(left) {
                let place = open[standard][(number + person) % open[standard].count]
                guard place != roster.seatPlaces[person], problem.points(of: person, in: place) != nil else { continue }
                if add(person, place) { left -= 1 }
            }
        }
    }

    /// False when it is there already.
    private mutating func add(_ person: Int, _ place: Int) -> Bool {
        let wanted = Int32(place)
        let at = places[person].firstIndex { $0 >= wanted } ?? places[person].endIndex
        if at < places[person].endIndex, places[person][at] == wanted { return false }
        places[person].insert(wanted, at: at)
        return true
    }
}
