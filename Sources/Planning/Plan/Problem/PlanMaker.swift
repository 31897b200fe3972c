/// Asks a solver in the two stages and writes the plan.
struct PlanMaker {
    private let solver: PlanSolver
    private let problem: PlanProblem
    private let changes: [PlanChange]

    init(_ solver: PlanSolver, _ changes: [PlanChange]) {
        self.solver = solver
        problem = solver.problem
        self.changes = changes
    }

    func outcome() throws(AssignmentError) -> Planner.Outcome {
        let base = PlanBounds(problem.roster)
        let bounds = try PlanShortageStage(problem).raised(base, solver) ?? base
        switch try solver.best(bounds) {
        case .infeasible(let obstacle): return .infeasible(conflict(obstacle))
        case .solved(let plan):
            var problem = problem
            var solution = PlanSolution(plan)
            try addGrowth(&problem, &solution, bounds)
            PlanTidying(roster: problem.roster).tidy(&solution)
            return .plan(PlanWriter(problem, bounds, solution, changes).plan())
        }
    }

    private func conflict(_ obstacle: AssignmentObstacle) -> PlanConflict {
        let roster = problem.roster
        return PlanConflict(
            groups: obstacle.groups.map { roster.groups[$0].id },
            people: obstacle.staff.filter(problem.orders.isOrdered).map { roster.people[$0].id },
            missing: obstacle.missing)
    }

    /// Finds the smallest bonus that brings as many growth moves as wanted, or as many as the largest bonus brings.
    ///
    /// Their number never falls when the bonus rises, so halving finds it. A plan that is best with a bonus is best among all
    /// plans with at least its number of growth moves.
    private func addGrowth(
        _ problem: inout PlanProblem, _ solution: inout PlanSolution, _ bounds: PlanBounds
    ) throws(AssignmentError) {
        let settings = problem.scores.settings
        let wanted = settings.growthMovesWanted
        guard problem.growthMoves(solution) < wanted else { return }
        var low = 0
        var high = PlanScores.bounded(settings.growthBonusLimit)
        func attempt(_ bonus: Int) throws(AssignmentError) -> Bool {
            try solver.setBonus(bonus)
            guard case .solved(let plan) = try solver.best(bounds) else { return false }
            let found = PlanSolution(plan)
            let isEnough = problem.growthMoves(found) >= wanted
            if isEnough || bonus == high {
                problem.scores.bonus = bonus
                solution = found
            }
            return isEnough
        }
        guard try attempt(high) else { return }
        // The bonus low brings too few, high brings enough.
        while high - low > 1 {
            let middle = (low + high) / 2
            if try attempt(middle) { high = middle } else { low = middle }
        }
    }
}

extension PlanProblem {
    func growthMoves(_ solution: PlanSolution) -> Int {
        solution.seats.indices.count { person in
            let seat = solution.seats[person]
            return seat != person && scores.isGrowth(person, roster.seatPlaces[seat])
        }
    }
}
