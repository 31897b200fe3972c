/// Makes one of several equally good solutions the plan, without touching prices: they prove all of them.
struct PlanTidying {
    private let problem: PlanProblem
    private let bounds: PlanBounds

    init(_ problem: PlanProblem, _ bounds: PlanBounds) {
        self.problem = problem
        self.bounds = bounds
    }

    func tidy(_ solution: inout PlanSolution) {
        takeVacantFirst(&solution)
        dropIdlePackages(&solution)
    }

    /// Within a place arrivals take the vacant seats first, and both stand in the order of numbers: packages become no longer than
    /// they must be.
    private func takeVacantFirst(_ solution: inout PlanSolution) {
        let roster = problem.roster
        var arrivals = [[Int]](repeating: [], count: roster.places.count)
        for (person, seat) in solution.seats.enumerated() where seat != person {
            arrivals[roster.seatPlaces[seat]].append(person)
        }
        for (place, people) in arrivals.enumerated() where !people.isEmpty {
            let free = roster.placeSeats[place].filter { seat in
                seat >= roster.people.count || solution.seats[seat] != seat
            }
            let vacant = free.filter { $0 >= roster.people.count }
            let left = free.filter { $0 < roster.people.count }
            for (person, seat) in zip(people, vacant + left) {
                solution.seats[person] = seat
            }
        }
    }

    /// Leaves out packages that bring no point, unless a group's minimum or a change needs them.
    private func dropIdlePackages(_ solution: inout PlanSolution) {
        let roster = problem.roster
        var counts = roster.counts(solution.seats)
        for chain in PlanChains(solution.seats, seats: roster.seats.count).chains {
            let gain = chain.people.reduce(0) { sum, person in
                sum + problem.points(person, solution.seats[person]) - problem.scores.stay(person)
            }
            guard gain == 0, chain.people.allSatisfy(problem.orders.mayStay), !bringsGrowth(chain, solution) else {
                continue
            }
            var change: [Int: Int] = [:]
            if let first = chain.people.first, let freed = chain.freed {
                for group in roster.lineage(of: roster.seatGroups[solution.seats[first]]) {
                    change[group, default: 0] -= 1
                }
                for group in roster.lineage(of: roster.seatGroups[freed]) { change[group, default: 0] += 1 }
            }
            let isPossible = change.allSatisfy { group, by in
                let count = counts[group] + by
                return by == 0 || (bounds.minimum[group] <= count && count <= bounds.maximum[group])
            }
            guard isPossible else { continue }
            for person in chain.people { solution.seats[person] = person }
            for (group, by) in change { counts[group] += by }
        }
    }

    /// Whether the chain has a growth move that was paid for.
    private func bringsGrowth(_ chain: PlanChains.Chain, _ solution: PlanSolution) -> Bool {
        problem.scores.bonus > 0
            && chain.people.contains { person in
                problem.scores.isGrowth(person, problem.roster.seatPlaces[solution.seats[person]])
            }
    }
}
