/// Which moves are handed to the solver: few of many, and still the best of all.
///
/// In a city nearly everybody may go to hundreds of places, and only a handful matter. So the solver first gets the best few of
/// each person (places with a vacant seat before others). From its prices every other move is looked at: one that would be
/// worth more to somebody than what she has is added, and the solver asked again, until there is none. The plan is then the best
/// over *all* moves, which its certificate shows (column generation: Dantzig, Wolfe, 1960). When the bounds cannot be kept, the moves that
/// cross the obstacle are added; when there is none, they cannot be kept at all.
struct PlanColumns: Sendable {
    /// How many moves are handed over at once.
    struct Portions {
        /// Below so many all are.
        var few = 50_000
        /// Of one person at the start, with and without a vacant seat.
        var first = 10
        /// Of one person, after one look at the prices.
        var added = 5
        /// To one place, across one obstacle.
        var across = 2
    }

    private let portions: Portions
    /// [person] the seats to which she may move, in order. Of a place one seat is enough to begin with: at the prices of a solution it is
    /// the cheapest that counts.
    private(set) var seats: [[Int32]]
    private let isWhole: Bool
    /// [standard] whom the rules let come to its places.
    private let allowed: [[Int32]]

    init(_ problem: PlanProblem, _ portions: Portions = Portions()) {
        self.portions = portions
        let roster = problem.roster
        allowed = problem.scores.rowsByStandard().map { rows in rows.map { Int32($0.person) } }
        isWhole = zip(allowed, roster.openPlaces).reduce(0) { $0 + $1.0.count * $1.1.count } <= portions.few
        seats = [[Int32]](repeating: [], count: roster.people.count)
        if isWhole {
            for person in roster.people.indices { renew(person, problem) }
            return
        }
        let start = StartingSeats(roster)
        for person in roster.people.indices { addBest(person, problem, start) }
    }

    /// Adds moves that the prices show to be worth more than what their people have; says which.
    mutating func price(_ plan: AssignmentPlan, _ problem: PlanProblem) -> [ScoredEdge] {
        guard !isWhole else { return [] }
        let roster = problem.roster
        let spread = roster.places.count
        let added = portions.added
        let found = Self.moves(plan, problem, worthOver: 0) { person, moves in
            // Of equal ones everybody begins elsewhere, or all would crowd into one place.
            moves.sort { left, right in
                (-left.worth, (left.place + spread - person % spread) % spread)
                    < (-right.worth, (right.place + spread - person % spread) % spread)
            }
            return moves.prefix(added).map { move in
                let seats = roster.placeSeats[move.place]
                let turned = seats.indices.lazy.map { seats[($0 + person) % seats.count] }
                return (turned.min { plan.postPrices[$0] < plan.postPrices[$1] } ?? seats[0], move.points)
            }
        }
        return found.filter { add(Int($0.staff), Int($0.post)) }
    }

    /// Adds every move that is worth as much as what its person has in a best plan: all best plans are then among the moves handed
    /// over. Says which.
    mutating func addTied(_ plan: AssignmentPlan, _ problem: PlanProblem) -> [ScoredEdge] {
        guard !isWhole else { return [] }
        let found = Self.moves(plan, problem, worthOver: -1) { person, moves in
            moves.flatMap { move in
                problem.roster.placeSeats[move.place].lazy
                    .filter { Int64(move.points) - plan.postPrices[$0] >= plan.profits[person] }
                    .map { ($0, move.points) }
            }
        }
        return found.filter { add(Int($0.staff), Int($0.post)) }
    }

    /// A place that a person could have in place of what she has.
    private struct Move {
        let place: Int
        let points: Int
        /// Points less the price of the cheapest seat.
        let worth: Int64
    }

    /// What is chosen of the moves that are worth more, at the prices, than what their people have and this beside.
    private static func moves(
        _ plan: AssignmentPlan, _ problem: PlanProblem, worthOver beside: Int64,
        _ choose: @Sendable (_ person: Int, _ moves: inout [Move]) -> [(seat: Int, points: Int)]
    ) -> [ScoredEdge] {
        let roster = problem.roster
        let prices = roster.placeSeats.map { seats in seats.map { plan.postPrices[$0] }.min() ?? 0 }
        let cheapest = roster.openPlaces.map { places in places.map { prices[$0] }.min() ?? .max }
        let found = Parallel.chunks(roster.people.count) { people in
            var edges: [ScoredEdge] = []
            var moves: [Move] = []
            for person in people {
                let least = plan.profits[person] + beside
                moves.removeAll(keepingCapacity: true)
                problem.forEachMove(
                    of: person,
                    where: { row in
                        cheapest[row.standard] != .max && Int64(row.most) - cheapest[row.standard] > least
                    },
                    { place, points in
                        let worth = Int64(points) - prices[place]
                        if worth > least { moves.append(Move(place: place, points: points, worth: worth)) }
                    })
                guard !moves.isEmpty else { continue }
                edges += choose(person, &moves).map { seat, points in
                    ScoredEdge(staff: Int32(person), post: Int32(seat), score: Int32(points))
                }
            }
            return edges
        }
        return found.flatMap(\.self)
    }

    /// Chooses anew for a person whose orders have changed.
    mutating func renew(_ person: Int, _ problem: PlanProblem) {
        let roster = problem.roster
        if isWhole || problem.orders.isFixed(person) {
            seats[person] = []
            problem.forEachMove(of: person) { place, _ in
                seats[person] += roster.placeSeats[place].map(Int32.init)
            }
            seats[person].sort()
            return
        }
        seats[person].removeAll { problem.points(of: person, in: roster.seatPlaces[Int($0)]) == nil }
        addBest(person, problem, StartingSeats(roster))
    }

    /// Adds moves that cross an obstacle; says which.
    mutating func widen(_ obstacle: AssignmentObstacle, _ problem: PlanProblem) -> [ScoredEdge] {
        guard !isWhole else { return [] }
        let roster = problem.roster
        let isShort = if case .short = obstacle.kind { true } else { false }
        var isIn = [Bool](repeating: false, count: roster.people.count)
        for person in obstacle.staff { isIn[person] = true }
        var inside = [Int](repeating: 0, count: roster.places.count)
        for seat in obstacle.posts { inside[roster.seatPlaces[seat]] += 1 }
        var added: [ScoredEdge] = []
        for (place, count) in inside.enumerated() where roster.isOpen[place] {
            guard isShort ? count > 0 : count < roster.placeSeats[place].count else { continue }
            var left = portions.across
            let people = allowed[roster.placeStandards[place]]
            for number in people.indices where left > 0 {
                let person = Int(people[(number + place) % people.count])
                guard isIn[person] != isShort,
                    let row = problem.scores.row(person, standard: roster.placeStandards[place]),
                    let points = problem.points(row, in: place)
                else { continue }
                let new = roster.placeSeats[place].filter { add(person, $0) }
                guard !new.isEmpty else { continue }
                added += new.map { ScoredEdge(staff: Int32(person), post: Int32($0), score: Int32(points)) }
                left -= 1
            }
        }
        return added
    }

    /// What people begin with: [standard] its open places, each with the seats that are given out in turn.
    private struct StartingSeats {
        typealias Places = [[(place: Int, seats: ArraySlice<Int>)]]

        /// The vacant seats of those that have any.
        let vacant: Places
        let all: Places

        init(_ roster: PlanRoster) {
            all = roster.openPlaces.map { places in places.map { ($0, roster.placeSeats[$0][...]) } }
            vacant = all.map { places in
                places.map { ($0.place, $0.seats.drop { $0 < roster.people.count }) }.filter { !$0.1.isEmpty }
            }
        }
    }

    private mutating func addBest(_ person: Int, _ problem: PlanProblem, _ start: StartingSeats) {
        addBest(person, problem, among: start.vacant) { $0 }
        addBest(person, problem, among: start.all) { seats in
            let number = seats.startIndex + person % seats.count
            return seats[number...number]
        }
    }

    private mutating func addBest(
        _ person: Int, _ problem: PlanProblem, among open: StartingSeats.Places,
        _ choose: (ArraySlice<Int>) -> ArraySlice<Int>
    ) {
        var rows: [PlanScores.Row] = []
        problem.scores.forEachRow(of: person) { row in
            if !open[row.standard].isEmpty { rows.append(row) }
        }
        rows.sort { ($1.most, $0.standard) < ($0.most, $1.standard) }
        var left = portions.first
        for row in rows where left > 0 {
            let places = open[row.standard]
            for number in places.indices.prefix(left) {
                let (place, seats) = places[(number + person) % places.count]
                guard problem.points(row, in: place) != nil else { continue }
                if choose(seats).count(where: { add(person, $0) }) > 0 { left -= 1 }
            }
        }
    }

    /// False when it is there already.
    private mutating func add(_ person: Int, _ seat: Int) -> Bool {
        let wanted = Int32(seat)
        let at = seats[person].firstIndex { $0 >= wanted } ?? seats[person].endIndex
        if at < seats[person].endIndex, seats[person][at] == wanted { return false }
        seats[person].insert(wanted, at: at)
        return true
    }
}
