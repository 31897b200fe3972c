import Planning
import Testing

/// After each change of a chain, the kept solver stands where a solve from nothing would.
struct ChangeTests {
    @Test func chainsOfChangesEqualFreshSolves() throws {
        var counts = (solved: 0, refused: 0)
        for seed in 0..<1_500 as Range<UInt64> {
            let problem = try RandomProblems.problem(seed)
            let solver = AssignmentSolver(problem)
            guard problem.staffCount > 0, case .solved = solver.solve() else { continue }
            var random = SeededGenerator(seed &+ 77)
            for step in 0..<8 {
                let before = solver.problem
                let plan = solver.plan
                switch try Self.change(solver, before, &random) {
                case .solved(let moved):
                    counts.solved += 1
                    let now = solver.plan
                    #expect(moved == Self.moved(plan.posts, now.posts), "seed \(seed), step \(step)")
                    try Self.check(solver, "seed \(seed), step \(step)")
                case .infeasible:
                    counts.refused += 1
                    guard solver.problem == before, solver.total == plan.total else {
                        Issue.record("seed \(seed), step \(step): the change was not taken back")
                        return
                    }
                    try Self.check(solver, "seed \(seed), step \(step) refused")
                }
            }
        }
        #expect(min(counts.solved, counts.refused) > 500, "\(counts)")
    }

    @Test func refusedChangesHaveNoPlan() throws {
        var refused = 0
        for seed in 0..<1_000 as Range<UInt64> {
            let problem = try RandomProblems.problem(seed)
            for staff in 0..<problem.staffCount {
                let solver = AssignmentSolver(problem)
                guard case .solved = solver.solve(), let post = problem.posts(of: staff).first?.post else { break }
                guard case .infeasible(let obstacle) = try solver.forbid(staff: staff, post: Int(post)) else {
                    continue
                }
                refused += 1
                var edges = problem.edges
                edges.removeAll { $0.staff == staff && $0.post == post }
                let without = try AssignmentProblem(
                    homes: problem.homes, postGroups: problem.postGroups, groups: problem.groups, edges: edges)
                #expect(BruteForce.best(of: without) == nil && obstacle.proves(without), "seed \(seed)")
            }
        }
        #expect(refused > 100)
    }

    @Test func fixingIsTakenBack() throws {
        let problem = try AssignmentProblem(
            homes: [0, 0], postGroups: [0, 0, 0], groups: [StaffingGroup(minimum: 0)],
            edges: [(0, 0, 0), (0, 1, 9), (0, 2, 5), (1, 1, 0), (1, 0, 7)].map {
                ScoredEdge(staff: $0.0, post: $0.1, score: $0.2)
            })
        let solver = AssignmentSolver(problem)
        _ = solver.solve()
        #expect(solver.total == 16)
        let before = solver.posts(of: 0)
        #expect(try solver.fix(staff: 0, post: 0) == .solved(moved: [0, 1]))
        #expect(solver.total == 0 && solver.post(of: 1) == 1)
        #expect(try solver.setPosts(before, staff: 0) == .solved(moved: [0, 1]))
        #expect(solver.total == 16)
    }

    private static func change(
        _ solver: AssignmentSolver, _ problem: AssignmentProblem, _ random: inout SeededGenerator
    ) throws -> AssignmentAnswer {
        let staff = Int.random(in: 0..<problem.staffCount, using: &random)
        let own = solver.post(of: staff)
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return try solver.forbid(staff: staff, post: own)
        case 1:
            let post = Int.random(in: 0..<problem.postCount, using: &random)
            return try solver.setScore(Int32.random(in: -9...9, using: &random), staff: staff, post: post)
        case 2: return try solver.setScore(Int32.random(in: -200...200, using: &random), staff: staff, post: own)
        case 3:
            let posts = problem.posts(of: staff)
            return try solver.fix(staff: staff, post: Int(posts.randomElement(using: &random)?.post ?? Int32(own)))
        case 4:
            let edges = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                ScoredEdge(
                    staff: Int32.random(in: 0..<Int32(problem.staffCount), using: &random),
                    post: Int32.random(in: 0..<Int32(problem.postCount), using: &random),
                    score: Int32.random(in: -30...30, using: &random))
            }
            return .solved(moved: try solver.setScores(edges))
        default:
            let minimum = Int32.random(in: 0...3, using: &random)
            let maximum = Bool.random(using: &random) ? nil : minimum + Int32.random(in: 0...3, using: &random)
            return try solver.setBounds(
                minimum: minimum, maximum: maximum, group: Int.random(in: 0..<problem.groupCount, using: &random))
        }
    }

    private static func check(_ solver: AssignmentSolver, _ name: String) throws {
        let problem = solver.problem
        let plan = solver.plan
        guard plan.total == solver.total, problem.violation(of: plan) == nil, Certificate.isProved(plan, problem),
            case .solved(let fresh) = AssignmentSolver(problem).solve(), fresh.total == plan.total
        else {
            Issue.record("\(name): \(String(describing: problem.violation(of: plan))), \(plan.total), \(solver.total)")
            return
        }
    }

    private static func moved(_ before: [Int32], _ now: [Int32]) -> [Int32] {
        before.indices.filter { before[$0] != now[$0] }.map(Int32.init)
    }
}
