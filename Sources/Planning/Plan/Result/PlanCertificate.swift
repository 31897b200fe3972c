/// The proof that no plan is worth more: prices of people, seats and groups under which everybody has the best that she may have.
///
/// With v a seat's price, y a group's and Y the sum of y over the groups of a seat, a plan is best when: everybody's points less the
/// price of her seat are her own price, and no place that she may go to gives more; v ≥ Y, with equality for an empty seat; y < 0
/// only for a group at its minimum, y > 0 only for one at its maximum; every group keeps its bounds. Then the points are equal to
/// the bound: the sum of people's prices, of v − Y, and of y × the bound reached. It is checked against every place that the rules
/// open to a person, whatever was handed to the solver.
public struct PlanCertificate: Hashable, Sendable {
    /// What no plan that keeps the bounds can be above.
    public let bound: Int
    public let points: Int
    /// What does not hold, at most ``PlanLimits/named``; empty for a proved plan.
    public let faults: [String]

    public var isProved: Bool { faults.isEmpty && bound == points }

    init(_ solution: PlanSolution, _ problem: PlanProblem, _ bounds: PlanBounds) {
        let roster = problem.roster
        var faults: [String] = []
        func expect(_ holds: Bool, _ fault: @autoclosure () -> String) {
            if !holds, faults.count < PlanLimits.named { faults.append(fault()) }
        }
        var bound = 0
        var points = 0
        var counts = [Int](repeating: 0, count: roster.groups.count)
        var isHeld = [Bool](repeating: false, count: roster.seats.count)
        for (person, seat) in solution.seats.enumerated() {
            expect(!isHeld[seat], "seat \(roster.seats[seat].id) is held twice")
            isHeld[seat] = true
            expect(
                problem.points(of: person, in: roster.seatPlaces[seat]) != nil,
                "person \(roster.people[person].id) may not hold seat \(roster.seats[seat].id)")
            for group in roster.lineage(of: roster.seatGroups[seat]) { counts[group] += 1 }
            points += problem.points(person, seat)
        }
        for group in roster.groups.indices {
            let price = solution.ownPrice(of: group, roster)
            let range = bounds.minimum[group]...bounds.maximum[group]
            expect(range.contains(counts[group]), "group \(roster.groups[group].id) leaves its bounds")
            expect(price >= 0 || counts[group] == range.lowerBound, "group \(roster.groups[group].id) has a price")
            expect(price <= 0 || counts[group] == range.upperBound, "group \(roster.groups[group].id) has a price")
            bound += price * (price < 0 ? range.lowerBound : range.upperBound)
        }
        var cheapest = [Int](repeating: .max, count: roster.places.count)
        for (seat, price) in solution.seatPrices.enumerated() {
            let above = solution.groupPrices[roster.seatGroups[seat]]
            expect(isHeld[seat] ? price >= above : price == above, "seat \(roster.seats[seat].id) has a wrong price")
            bound += price - above
            cheapest[roster.seatPlaces[seat]] = min(cheapest[roster.seatPlaces[seat]], price)
        }
        let cheapestSeats = cheapest
        let people = Parallel.chunks(solution.seats.count) { people in
            people.flatMap { Self.faults(of: $0, solution, problem, cheapestSeats) }.prefix(PlanLimits.named)
        }
        faults += people.flatMap(\.self).prefix(PlanLimits.named - faults.count)
        bound += solution.personPrices.reduce(0, +)
        self.bound = bound
        self.points = points
        self.faults = faults
    }

    /// Where somebody would rather be, at the prices.
    ///
    /// - Parameter cheapest: by place, the least price of its seats.
    private static func faults(
        of person: Int, _ solution: PlanSolution, _ problem: PlanProblem, _ cheapest: [Int]
    ) -> [String] {
        let (seat, price) = (solution.seats[person], solution.personPrices[person])
        let id = problem.roster.people[person].id
        var faults: [String] = []
        if problem.points(person, seat) - solution.seatPrices[seat] != price {
            faults.append("person \(id) has a wrong price")
        }
        if problem.orders.mayStay(person), problem.scores.stay(person) - solution.seatPrices[person] > price {
            faults.append("person \(id) would rather stay")
        }
        problem.forEachMove(of: person) { place, points in
            if points - cheapest[place] > price, faults.count < PlanLimits.named {
                faults.append("person \(id) would rather move")
            }
        }
        return faults
    }
}
