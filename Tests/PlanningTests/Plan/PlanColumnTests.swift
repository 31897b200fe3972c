import Testing

@testable import Planning

struct PlanColumnTests {
    /// Beginning with few moves ends where all moves do.
    @Test(arguments: 5000..<5200 as Range<UInt64>)
    func fewMovesFindWhatAllMovesDo(seed: UInt64) throws {
        let problem = try SmallCity.random(seed: seed, people: 40).problem()
        let base = PlanBounds(problem.roster)
        let all = PlanSolver(problem, fewMoves: .max)
        let few = PlanSolver(problem, fewMoves: 0)
        let bounds = try PlanShortageStage(problem).raised(base, all)
        #expect(try PlanShortageStage(problem).raised(base, few) == bounds)
        guard let bounds, case .solved(let first) = try all.best(bounds),
            case .solved(let second) = try few.best(bounds)
        else {
            Issue.record("no plan")
            return
        }
        #expect(first.total == second.total)
        #expect(PlanCertificate(PlanSolution(second), problem, bounds).isProved)
    }
}
