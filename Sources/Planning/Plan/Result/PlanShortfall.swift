/// By how many points somebody misses a place: what a plan with her there would be worth less.
///
/// ``points(of:in:)`` is exact. Whoever is put into a full place pushes a holder out, who goes where she is worth most, and so on, until the seat that was left or
/// a free one is taken and all groups keep their bounds: a shortest path in the residual network of places and groups
/// (Ahuja, Magnanti, Orlin, Network Flows, 1993, ch. 9). With the plan's prices no arc is below 0, so Dijkstra's search finds
/// it, and stops when it has reached the seat that she left.
///
/// ``enough(for:in:)`` is for everybody at once: two searches over the whole network say what taking a seat of each place costs and
/// what giving one back brings. Their sum less the gain, or a direct exchange with a holder, is a plan with her there; only a
/// longer ring through her own seat can need fewer points.
struct PlanShortfall {
    private let problem: PlanProblem
    private let solution: PlanSolution
    /// [place] people of the place after the plan.
    private let people: [[Int]]
    /// [place, then group, then the top]
    private let prices: [Int]
    /// [group] places directly in it, and groups directly below.
    private let placesIn: [[Int]]
    private let groupsIn: [[Int]]
    private let isAtMost: [Bool]
    private let isAtLeast: [Bool]
    /// [place] what one more person in it costs the others; nil when they have no room at all.
    private(set) var taking: [Int?] = []
    /// [place] what one seat more in it brings them.
    private(set) var giving: [Int?] = []
    private var distances: [Int]
    private var touched: [Int] = []
    private var heap = PlanHeap()

    init(_ problem: PlanProblem, _ bounds: PlanBounds, _ solution: PlanSolution, placePrices: [Int], counts: [Int]) {
        self.problem = problem
        self.solution = solution
        let roster = problem.roster
        var people = [[Int]](repeating: [], count: roster.places.count)
        for (person, seat) in solution.seats.enumerated() { people[roster.seatPlaces[seat]].append(person) }
        self.people = people
        prices = placePrices + solution.groupPrices + [0]
        var placesIn = [[Int]](repeating: [], count: roster.groups.count)
        for (place, its) in roster.places.enumerated() { placesIn[its.group].append(place) }
        self.placesIn = placesIn
        // The last list is of the groups without one above.
        var groupsIn = [[Int]](repeating: [], count: roster.groups.count + 1)
        for group in roster.groups.indices { groupsIn[roster.parents[group] ?? roster.groups.count].append(group) }
        self.groupsIn = groupsIn
        isAtMost = roster.groups.indices.map { counts[$0] >= bounds.maximum[$0] }
        isAtLeast = roster.groups.indices.map { counts[$0] <= bounds.minimum[$0] }
        distances = [Int](repeating: .max, count: prices.count)
        let top = prices.count - 1
        _ = search(from: top, to: nil)
        giving = people.indices.map { distances[$0] == .max ? nil : distances[$0] - prices[$0] }
        searchBack(from: top)
        taking = people.indices.map { distances[$0] == .max ? nil : distances[$0] + prices[$0] }
    }

    /// With so many more points the plan could as well have the person in the place; nil when neither a free seat nor an exchange
    /// makes it possible.
    func enough(for person: Int, in place: Int) -> Int? {
        let seat = solution.seats[person]
        let left = problem.roster.seatPlaces[seat]
        let gain = problem.scores.move(person, to: place) - problem.points(person, seat)
        var cost = Int.max
        if let taking = taking[place], let giving = giving[left] { cost = taking + giving }
        for holder in people[place] {
            guard let points = problem.points(of: holder, in: left) else { continue }
            cost = min(cost, problem.points(holder, solution.seats[holder]) - points)
        }
        return cost == .max ? nil : cost - gain
    }

    /// Nil when no plan has the person there, whatever she would be worth.
    mutating func points(of person: Int, in place: Int) -> Int? {
        let left = problem.roster.seatPlaces[solution.seats[person]]
        guard let way = search(from: place, to: left) else { return nil }
        let gain = problem.scores.move(person, to: place) - problem.points(person, solution.seats[person])
        return way + prices[place] - prices[left] - gain
    }

    /// The length of the shortest path in reduced costs.
    private mutating func search(from source: Int, to target: Int?) -> Int? {
        for node in touched { distances[node] = .max }
        touched.removeAll(keepingCapacity: true)
        heap.removeAll()
        reach(source, 0)
        while let (distance, node) = heap.popLeast() {
            guard distance == distances[node] else { continue }
            if node == target { return distance }
            if node < people.count { leave(node, distance) } else { rise(node, distance) }
        }
        return nil
    }

    /// The same for paths that end in a node.
    private mutating func searchBack(from target: Int) {
        for node in touched { distances[node] = .max }
        touched.removeAll(keepingCapacity: true)
        heap.removeAll()
        let roster = problem.roster
        var allowed = [[Int]](repeating: [], count: roster.standards.count)
        for person in roster.people.indices {
            for standard in roster.standards.indices where problem.scores.allows(person, standard) {
                allowed[standard].append(person)
            }
        }
        var absent = [[Int]](repeating: [], count: people.count)
        for (person, seat) in solution.seats.enumerated() where seat != person && problem.orders.mayStay(person) {
            absent[roster.seatPlaces[person]].append(person)
        }
        reach(target, 0)
        while let (distance, node) = heap.popLeast() {
            guard distance == distances[node] else { continue }
            guard node < people.count else {
                sink(node, distance)
                continue
            }
            // Whoever may come here makes room where she is.
            func come(_ person: Int, _ points: Int) {
                let from = roster.seatPlaces[solution.seats[person]]
                guard from != node else { return }
                let cost = problem.points(person, solution.seats[person]) - points
                reach(from, distance + cost - prices[from] + prices[node])
            }
            for person in absent[node] { come(person, problem.scores.stay(person)) }
            if roster.places[node].isOpen {
                for person in allowed[roster.places[node].standard] where problem.orders.allows(person, node) {
                    if roster.seatPlaces[person] != node { come(person, problem.scores.move(person, to: node)) }
                }
            }
            let group = roster.places[node].group
            if !people[node].isEmpty {
                reach(people.count + group, distance - prices[people.count + group] + prices[node])
            }
        }
    }

    /// Into a group: from a place with a free seat, from the group above, from a group below that may grow.
    private mutating func sink(_ node: Int, _ distance: Int) {
        let roster = problem.roster
        let group = node - people.count
        if group < placesIn.count {
            for place in placesIn[group] where people[place].count < roster.placeSeats[place].count {
                reach(place, distance - prices[place] + prices[node])
            }
            if !isAtLeast[group] {
                let above = people.count + (roster.parents[group] ?? placesIn.count)
                reach(above, distance - prices[above] + prices[node])
            }
        }
        for below in groupsIn[group] where !isAtMost[below] {
            reach(people.count + below, distance - prices[people.count + below] + prices[node])
        }
    }

    /// A place with one more than it has: a free seat takes her, or a holder goes elsewhere.
    private mutating func leave(_ place: Int, _ distance: Int) {
        let roster = problem.roster
        if people[place].count < roster.placeSeats[place].count {
            arc(place, people.count + roster.places[place].group, 0, distance)
        }
        for person in people[place] {
            let seat = solution.seats[person]
            let points = problem.points(person, seat)
            if seat != person, problem.orders.mayStay(person) {
                arc(place, roster.seatPlaces[person], points - problem.scores.stay(person), distance)
            }
            // A copy, since the closure may not change self.
            var found: [(place: Int, cost: Int)] = []
            problem.forEachPlace(of: person) { other in
                if other != place { found.append((other, points - problem.scores.move(person, to: other))) }
            }
            for (other, cost) in found { arc(place, other, cost, distance) }
        }
    }

    /// A group with one more than it has: the one above has one more, or a place or group below gives one up.
    private mutating func rise(_ node: Int, _ distance: Int) {
        let group = node - people.count
        if group < placesIn.count {
            if !isAtMost[group] {
                arc(node, people.count + (problem.roster.parents[group] ?? placesIn.count), 0, distance)
            }
            for place in placesIn[group] where !people[place].isEmpty { arc(node, place, 0, distance) }
        }
        for below in groupsIn[group] where !isAtLeast[below] { arc(node, people.count + below, 0, distance) }
    }

    private mutating func arc(_ from: Int, _ to: Int, _ cost: Int, _ distance: Int) {
        reach(to, distance + cost - prices[from] + prices[to])
    }

    private mutating func reach(_ node: Int, _ distance: Int) {
        guard distance < distances[node] else { return }
        if distances[node] == .max { touched.append(node) }
        distances[node] = distance
        heap.insert(distance, node)
    }
}
