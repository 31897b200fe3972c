import Planning
import Testing

/// What holds for every best plan, on problems too large for trying all.
struct PlanPropertyTests {
    @Test(arguments: AssignmentGenerator.Kind.allCases)
    func enginesAgreeAndAreProved(_ kind: AssignmentGenerator.Kind) throws {
        for seed in 0..<8 as Range<UInt64> {
            let problem = try AssignmentGenerator(staff: 300, seed: seed, kind: kind).problem()
            var totals: Set<Int64> = []
            for engine in AssignmentSolver.Engine.allCases {
                let plan = try Self.plan(problem, engine)
                #expect(problem.violation(of: plan) == nil && Certificate.isProved(plan, problem), "\(seed), \(engine)")
                totals.insert(plan.total)
            }
            #expect(totals.count == 1, "seed \(seed)")
        }
    }

    @Test func theSameProblemGivesTheSamePlan() throws {
        let problem = try AssignmentGenerator(staff: 500, seed: 3, kind: .unpopular).problem()
        let shuffled = try AssignmentProblem(
            homes: problem.homes, postGroups: problem.postGroups, groups: problem.groups,
            edges: problem.edges.reversed())
        #expect(shuffled == problem)
        #expect(try Self.plan(problem) == Self.plan(shuffled))
    }

    @Test(arguments: AssignmentGenerator.Kind.allCases)
    func renamingDoesNotChangeTheTotal(_ kind: AssignmentGenerator.Kind) throws {
        var random = SeededGenerator(5)
        let problem = try AssignmentGenerator(staff: 200, seed: 1, kind: kind).problem()
        let staff = (0..<Int32(problem.staffCount)).shuffled(using: &random)
        let posts = (0..<Int32(problem.postCount)).shuffled(using: &random)
        let groups = (0..<Int32(problem.groupCount)).shuffled(using: &random)
        var (homes, postGroups, renamed) = (problem.homes, problem.postGroups, problem.groups)
        for (old, new) in staff.enumerated() {
            homes[Int(new)] = groups[Int(problem.homes[old])]
        }
        for (old, new) in posts.enumerated() {
            postGroups[Int(new)] = groups[Int(problem.postGroups[old])]
        }
        for (old, new) in groups.enumerated() {
            renamed[Int(new)] = problem.groups[old]
        }
        let edges = problem.edges.map {
            ScoredEdge(staff: staff[Int($0.staff)], post: posts[Int($0.post)], score: $0.score)
        }
        let other = try AssignmentProblem(homes: homes, postGroups: postGroups, groups: renamed, edges: edges)
        #expect(try Self.plan(problem).total == Self.plan(other).total)
    }

    @Test func anEdgeMoreIsNeverWorse() throws {
        var random = SeededGenerator(6)
        let problem = try AssignmentGenerator(staff: 200, seed: 2, kind: .full).problem()
        let solver = AssignmentSolver(problem)
        _ = solver.solve()
        var grew = 0
        for _ in 0..<300 {
            let before = solver.total
            let staff = Int.random(in: 0..<200, using: &random)
            let post = Int.random(in: 0..<200, using: &random)
            guard solver.problem.score(staff: staff, post: post) == nil else { continue }
            _ = try solver.setScore(Int32.random(in: 0..<1500, using: &random), staff: staff, post: post)
            #expect(solver.total >= before)
            grew += solver.total > before ? 1 : 0
        }
        #expect(grew > 10)
        #expect(try Self.plan(solver.problem).total == solver.total)
    }

    /// A chain on which prices climb by the whole range from post to post: the largest that scores allow.
    @Test(arguments: AssignmentSolver.Engine.allCases)
    func scoresAtTheirLimitsOverflowNothing(_ engine: AssignmentSolver.Engine) throws {
        let count = 2_000
        let limit = Int32(AssignmentLimits.score)
        var edges: [ScoredEdge] = []
        for staff in 0..<Int32(count) {
            edges.append(ScoredEdge(staff: staff, post: staff, score: limit))
            edges.append(ScoredEdge(staff: staff, post: (staff + 1) % Int32(count), score: -limit))
        }
        // Everybody but the last must move on along the chain, because the first post has another taker only.
        edges.removeAll { $0.staff == Int32(count) - 1 && $0.post == Int32(count) - 1 }
        let problem = try AssignmentProblem(
            homes: [Int32](repeating: 0, count: count), postGroups: [Int32](repeating: 0, count: count),
            groups: [StaffingGroup(minimum: Int32(count))], edges: edges)
        let plan = try Self.plan(problem, engine)
        #expect(plan.total == -Int64(count) * Int64(limit))
        #expect(problem.violation(of: plan) == nil && Certificate.isProved(plan, problem))
        let prices = plan.postPrices
        #expect((prices.max() ?? 0) - (prices.min() ?? 0) >= Int64(count - 2) * 2 * Int64(limit))
    }

    @Test func impossibleFloorsNameTheGroupAndWhoCouldCome() throws {
        let problem = try AssignmentProblem(
            homes: [0, 0, 1], postGroups: [0, 0, 1, 1],
            groups: [StaffingGroup(minimum: 0), StaffingGroup(minimum: 2)],
            edges: [(0, 0), (1, 1), (2, 2), (2, 0)].map { ScoredEdge(staff: $0.0, post: $0.1, score: 1) })
        guard case .infeasible(let obstacle) = AssignmentSolver(problem).solve() else {
            Issue.record("a plan was found")
            return
        }
        #expect(obstacle.kind == .short(group: 1) && obstacle.groups == [1] && obstacle.candidates == [2])
        #expect(obstacle.missing == 1 && obstacle.proves(problem))
    }

    /// The check that the bench and tests rely on notices each kind of lie.
    @Test func spoiltCertificatesAreNotBelieved() throws {
        let problem = try AssignmentGenerator(staff: 60, seed: 4, kind: .floors).problem()
        let plan = try Self.plan(problem)
        var spoilt = plan
        spoilt.total += 1
        #expect(problem.violation(of: spoilt) == .total)
        spoilt = plan
        spoilt.posts.swapAt(0, 1)
        #expect(problem.violation(of: spoilt) != nil)
        spoilt = plan
        spoilt.profits[7] -= 1
        #expect(problem.violation(of: spoilt) != nil)
        spoilt = plan
        spoilt.groupPrices[0] -= 1
        #expect(problem.violation(of: spoilt) != nil || !Certificate.isProved(spoilt, problem))
        spoilt = plan
        spoilt.postPrices[Int(plan.posts[0])] += 1
        #expect(problem.violation(of: spoilt) != nil)
    }

    private static func plan(
        _ problem: AssignmentProblem, _ engine: AssignmentSolver.Engine = .automatic
    ) throws -> AssignmentPlan {
        guard case .solved(let plan) = AssignmentSolver(problem).solve(engine) else { throw NoPlan() }
        return plan
    }

    private struct NoPlan: Error {}
}
