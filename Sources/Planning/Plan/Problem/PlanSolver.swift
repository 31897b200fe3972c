/// Solves a problem exactly over all its moves, from the few that matter; what it has learned of them stays for the next question.
struct PlanSolver {
    private(set) var columns: PlanColumns

    init(_ problem: PlanProblem, fewMoves: Int = PlanColumns.fewMoves) {
        columns = PlanColumns(problem, fewMoves: fewMoves)
    }

    /// The best plan within the bounds, or what is in the way.
    mutating func best(_ problem: PlanProblem, _ bounds: PlanBounds) throws(AssignmentError) -> AssignmentOutcome {
        while true {
            let outcome = try possible(problem, bounds)
            guard case .solved(let plan) = outcome, columns.price(plan, problem) else { return outcome }
        }
    }

    /// Some plan within the bounds, or what is in the way.
    mutating func possible(_ problem: PlanProblem, _ bounds: PlanBounds) throws(AssignmentError) -> AssignmentOutcome {
        while true {
            let outcome = AssignmentSolver(try problem.assignment(bounds, columns)).solve()
            guard case .infeasible(let obstacle) = outcome, columns.widen(obstacle, problem) else { return outcome }
        }
    }
}
