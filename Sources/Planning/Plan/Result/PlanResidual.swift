/// What a plan leaves possible: the residual network of places, groups and the top (Ahuja, Magnanti, Orlin, Network Flows, 1993, ch. 9).
///
/// A place with one more person than it has lets one of its free seats take her, or somebody goes elsewhere; a group with one more lets
/// the group above have her, or something below gives one up. With prices that prove the plan no arc is below 0, so that
/// Dijkstra's search finds shortest ways. Places come first among the nodes, then groups, then the top.
struct PlanResidual {
    let problem: PlanProblem
    let seats: [Int]
    /// [place] people of the place after the plan.
    let people: [[Int]]
    /// [node] such that they prove the plan.
    private(set) var prices: [Int]
    /// [node] the length of the shortest way of the last search in reduced costs; the largest number where there is none.
    private(set) var distances: [Int]
    /// [group] places directly in it, and groups directly below; the last list is of the groups without one above.
    private let placesIn: [[Int]]
    private let groupsIn: [[Int]]
    private let isAtMost: [Bool]
    private let isAtLeast: [Bool]
    /// [standard] the moves of everybody whom the rules let come.
    private let rows: [[PlanScores.Row]]
    /// [person] the place after the plan, and what she is worth there.
    private let placesOf: [Int]
    private let worths: [Int]
    /// [place] who serves in it today, not after the plan, and may stay.
    private let absent: [[Int]]
    private var touched: [Int] = []
    private var heap = PlanHeap()

    var top: Int { prices.count - 1 }

    init(_ problem: PlanProblem, _ bounds: PlanBounds, _ solution: PlanSolution) {
        self.problem = problem
        seats = solution.seats
        let roster = problem.roster
        prices = solution.placePrices(roster) + solution.groupPrices + [0]
        var people = [[Int]](repeating: [], count: roster.places.count)
        var absent = people
        for (person, seat) in seats.enumerated() {
            people[roster.seatPlaces[seat]].append(person)
            if seat != person, problem.orders.mayStay(person) { absent[roster.seatPlaces[person]].append(person) }
        }
        self.people = people
        self.absent = absent
        var placesIn = [[Int]](repeating: [], count: roster.groups.count + 1)
        for (place, its) in roster.places.enumerated() { placesIn[its.group].append(place) }
        self.placesIn = placesIn
        var groupsIn = [[Int]](repeating: [], count: roster.groups.count + 1)
        for group in roster.groups.indices { groupsIn[roster.parents[group] ?? roster.groups.count].append(group) }
        self.groupsIn = groupsIn
        let counts = roster.counts(seats)
        isAtMost = roster.groups.indices.map { counts[$0] >= bounds.maximum[$0] }
        isAtLeast = roster.groups.indices.map { counts[$0] <= bounds.minimum[$0] }
        rows = problem.scores.rowsByStandard()
        placesOf = seats.map { roster.seatPlaces[$0] }
        worths = seats.enumerated().map { problem.points($0.offset, $0.element) }
        distances = [Int](repeating: .max, count: prices.count)
    }

    /// The same plan at other prices that prove it.
    func priced(_ prices: [Int]) -> PlanResidual {
        var residual = self
        residual.prices = prices
        return residual
    }

    /// Shortest ways from some nodes, each with a length to begin with; ends when it has come to the target.
    mutating func search(from seeds: [(node: Int, distance: Int)], to target: Int? = nil) {
        begin(seeds)
        while let (distance, node) = heap.popLeast() {
            guard distance == distances[node] else { continue }
            if node == target { return }
            if node < people.count { leave(node, distance) } else { rise(node, distance) }
        }
    }

    /// Shortest ways that end in some nodes.
    mutating func searchBack(to seeds: [(node: Int, distance: Int)]) {
        begin(seeds)
        while let (distance, node) = heap.popLeast() {
            guard distance == distances[node] else { continue }
            if node < people.count { draw(node, distance) } else { sink(node, distance) }
        }
    }

    private mutating func begin(_ seeds: [(node: Int, distance: Int)]) {
        for node in touched { distances[node] = .max }
        touched.removeAll(keepingCapacity: true)
        heap.removeAll()
        for (node, distance) in seeds { reach(node, distance) }
    }

    /// A place with one more than it has: a free seat takes her, or a holder goes elsewhere.
    private mutating func leave(_ place: Int, _ distance: Int) {
        let problem = problem
        let roster = problem.roster
        if people[place].count < roster.placeSeats[place].count {
            arc(place, people.count + roster.places[place].group, 0, distance)
        }
        for person in people[place] {
            if seats[person] != person, problem.orders.mayStay(person) {
                arc(place, roster.seatPlaces[person], worths[person] - problem.scores.stay(person), distance)
            }
            problem.forEachMove(of: person) { other, points in arc(place, other, worths[person] - points, distance) }
        }
    }

    /// A group with one more than it has: the one above has one more, or a place or group below gives one up.
    private mutating func rise(_ node: Int, _ distance: Int) {
        let group = node - people.count
        if group < groupsIn.count - 1, !isAtMost[group] {
            arc(node, people.count + (problem.roster.parents[group] ?? groupsIn.count - 1), 0, distance)
        }
        for place in placesIn[group] { arc(node, place, 0, distance) }
        for below in groupsIn[group] where !isAtLeast[below] { arc(node, people.count + below, 0, distance) }
    }

    /// To a place: whoever may come makes room where she is, and its group gives one of its people up.
    private mutating func draw(_ place: Int, _ distance: Int) {
        let roster = problem.roster
        for person in absent[place] { come(person, problem.scores.stay(person), to: place, distance) }
        if roster.isOpen[place] {
            // Who is as near cannot come nearer.
            for row in rows[roster.placeStandards[place]] where distances[placesOf[row.person]] > distance {
                if let points = problem.points(row, in: place) { come(row.person, points, to: place, distance) }
            }
        }
        back(people.count + roster.places[place].group, place, 0, distance)
    }

    private mutating func come(_ person: Int, _ points: Int, to place: Int, _ distance: Int) {
        back(placesOf[person], place, worths[person] - points, distance)
    }

    /// To a group: from a place with a free seat, from the group above, from a group below that may grow.
    private mutating func sink(_ node: Int, _ distance: Int) {
        let roster = problem.roster
        let group = node - people.count
        for place in placesIn[group] where people[place].count < roster.placeSeats[place].count {
            back(place, node, 0, distance)
        }
        if group < groupsIn.count - 1, !isAtLeast[group] {
            back(people.count + (roster.parents[group] ?? groupsIn.count - 1), node, 0, distance)
        }
        for below in groupsIn[group] where !isAtMost[below] { back(people.count + below, node, 0, distance) }
    }

    private mutating func arc(_ from: Int, _ to: Int, _ cost: Int, _ distance: Int) {
        reach(to, distance + reduced(from, to, cost))
    }

    private mutating func back(_ from: Int, _ to: Int, _ cost: Int, _ distance: Int) {
        reach(from, distance + reduced(from, to, cost))
    }

    /// Never below 0, so that a search ends even for a plan that is not proved; its certificate says so.
    private func reduced(_ from: Int, _ to: Int, _ cost: Int) -> Int { max(cost - prices[from] + prices[to], 0) }

    private mutating func reach(_ node: Int, _ distance: Int) {
        guard distance < distances[node] else { return }
        if distances[node] == .max { touched.append(node) }
        distances[node] = distance
        heap.insert(distance, node)
    }
}
