import Planning
import Testing

struct TieRuleTests {
    /// The first of all best plans in the rule's order, found by trying all, is what every engine ends with.
    @Test func theFirstOfTheBestPlansIsTaken() throws {
        var turned = 0
        for seed in 0..<3_000 as Range<UInt64> {
            let problem = try RandomProblems.problem(seed)
            let first = BruteForce.solve(problem)
            guard first.best != nil else { continue }
            for engine in AssignmentSolver.Engine.allCases {
                let solver = AssignmentSolver(problem)
                _ = solver.solve(engine)
                turned += solver.settleTies().isEmpty ? 0 : 1
                let plan = solver.plan
                guard plan.posts == first.posts, Certificate.isProved(plan, problem), solver.total == first.best else {
                    Issue.record("seed \(seed), \(engine): \(plan.posts), not \(first.posts)")
                    return
                }
            }
        }
        #expect(turned > 200)
    }

    /// Large problems with hardly any distinct scores: engines and changes agree to the last person, and go on from there.
    @Test func enginesAndHistoriesEndWithOnePlan() throws {
        let made = try AssignmentGenerator(staff: 250, seed: 9, kind: .floors).problem()
        let edges = made.edges.map { ScoredEdge(staff: $0.staff, post: $0.post, score: $0.score / 400) }
        let problem = try AssignmentProblem(
            homes: made.homes, postGroups: made.postGroups, groups: made.groups, edges: edges)
        let plans = AssignmentSolver.Engine.allCases.map { engine in
            let solver = AssignmentSolver(problem)
            _ = solver.solve(engine)
            solver.settleTies()
            return solver.plan.posts
        }
        #expect(Set(plans).count == 1)
        let solver = AssignmentSolver(problem)
        _ = solver.solve()
        for staff in stride(from: 0, to: 250, by: 10) {
            _ = try solver.forbid(staff: staff, post: solver.post(of: staff))
            solver.settleTies()
        }
        let fresh = AssignmentSolver(solver.problem)
        _ = fresh.solve(.robust)
        fresh.settleTies()
        #expect(fresh.plan.posts == solver.plan.posts && fresh.total == solver.total)
        #expect(solver.problem.violation(of: solver.plan) == nil)
    }
}
