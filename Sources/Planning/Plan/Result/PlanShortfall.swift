/// By how many points somebody misses a place: what a plan with her there would be worth less.
///
/// ``points(of:in:)`` is exact. Whoever is put into a full place pushes a holder out, who goes where she is worth most, and so on, until
/// the seat that was left or a free one is taken and all groups keep their bounds: a shortest way in the ``PlanResidual``.
///
/// ``enough(for:in:)`` is for everybody at once: two searches over the whole network say what taking a seat of each place costs and
/// what giving one back brings. Their sum less the gain, or a direct exchange with a holder, is a plan with her there; only a
/// longer ring through her own seat can need fewer points.
struct PlanShortfall {
    private var residual: PlanResidual
    private let taking: [Int?]
    /// [place] what one seat more in it brings the others.
    private let giving: [Int?]

    private var problem: PlanProblem { residual.problem }

    /// - Parameter taking: what one more person in each place costs the others (``PlanPrices/taking``).
    init(_ residual: PlanResidual, taking: [Int?]) {
        var residual = residual
        residual.search(from: [(residual.top, 0)])
        giving = residual.people.indices.map { place in
            residual.distances[place] == .max ? nil : residual.distances[place] - residual.prices[place]
        }
        self.taking = taking
        self.residual = residual
    }

    /// With so many more points the plan could as well have the person in the place; nil when neither a free seat nor an exchange
    /// makes it possible.
    func enough(for person: Int, in place: Int) -> Int? {
        let seat = residual.seats[person]
        let left = problem.roster.seatPlaces[seat]
        let gain = problem.move(person, to: place) - problem.points(person, seat)
        var cost = Int.max
        if let taking = taking[place], let giving = giving[left] { cost = taking + giving }
        for holder in residual.people[place] {
            guard let points = problem.points(of: holder, in: left) else { continue }
            cost = min(cost, problem.points(holder, residual.seats[holder]) - points)
        }
        return cost == .max ? nil : cost - gain
    }

    /// Nil when no plan has the person there, whatever she would be worth.
    mutating func points(of person: Int, in place: Int) -> Int? {
        let seat = residual.seats[person]
        let left = problem.roster.seatPlaces[seat]
        residual.search(from: [(place, 0)], to: left)
        let way = residual.distances[left]
        guard way != .max else { return nil }
        let gain = problem.move(person, to: place) - problem.points(person, seat)
        return way + residual.prices[place] - residual.prices[left] - gain
    }
}
