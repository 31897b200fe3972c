import Planning
import Testing

struct SolverTests {
    /// Each engine against all plans there are, on problems of all shapes.
    @Test func totalIsThatOfTryingAll() throws {
        var counts = (solved: 0, infeasible: 0)
        for seed in 0..<3_000 as Range<UInt64> {
            let problem = try RandomProblems.problem(seed)
            let best = BruteForce.best(of: problem)
            for engine in AssignmentSolver.Engine.allCases {
                switch AssignmentSolver(problem).solve(engine) {
                case .solved(let plan):
                    counts.solved += 1
                    guard plan.total == best, Certificate.isProved(plan, problem), problem.violation(of: plan) == nil
                    else {
                        Issue.record("seed \(seed), \(engine): \(plan.total), not \(String(describing: best))")
                        return
                    }
                case .infeasible(let obstacle):
                    counts.infeasible += 1
                    guard best == nil, obstacle.proves(problem) else {
                        Issue.record("seed \(seed), \(engine): \(obstacle)")
                        return
                    }
                }
            }
        }
        // The generator makes enough of both.
        #expect(min(counts.solved, counts.infeasible) > 2_000, "\(counts)")
    }
}
