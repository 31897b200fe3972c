/// The best assignment and the prices that prove it (see ``PlanCertificate``).
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

    /// What the bound of one group alone costs: below 0 only at the minimum, above 0 only at the maximum.
    func ownPrice(of group: Int, _ roster: PlanRoster) -> Int {
        groupPrices[group] - (roster.parents[group].map { groupPrices[$0] } ?? 0)
    }
}
