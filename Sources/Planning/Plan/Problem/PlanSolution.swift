/// The best assignment and prices that prove it (see ``PlanCertificate``): those of the solver, or the published ones.
struct PlanSolution: Equatable, Sendable {
    /// [person] the seat.
    var seats: [Int]
    /// [person]
    var personPrices: [Int]
    /// [seat]
    var seatPrices: [Int]
    /// [group] with those of the groups above it: the least price of its seats.
    var groupPrices: [Int]

    init(_ plan: AssignmentPlan) {
        seats = plan.posts.map(Int.init)
        personPrices = plan.profits.map(Int.init)
        seatPrices = plan.postPrices.map(Int.init)
        groupPrices = plan.groupPrices.map(Int.init)
    }

    /// The same assignment with the published prices.
    init(_ prices: PlanPrices, _ residual: PlanResidual) {
        let roster = residual.problem.roster
        seats = residual.seats
        seatPrices = roster.seatPlaces.map { prices.prices[$0] }
        groupPrices = Array(prices.prices[roster.places.count..<residual.top])
        personPrices = seats.enumerated().map { person, seat in
            residual.problem.points(person, seat) - prices.prices[roster.seatPlaces[seat]]
        }
    }

    /// [place] the least price of its seats.
    func placePrices(_ roster: PlanRoster) -> [Int] {
        roster.placeSeats.map { seats in seats.map { seatPrices[$0] }.min() ?? 0 }
    }

    /// What the bound of one group alone costs: below 0 only at the minimum, above 0 only at the maximum.
    func ownPrice(of group: Int, _ roster: PlanRoster) -> Int {
        groupPrices[group] - (roster.parents[group].map { groupPrices[$0] } ?? 0)
    }
}
