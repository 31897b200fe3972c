import Planning
import Testing

struct LeastShortageTests {
    /// Five are needed in one unit and three in the other, four are there: 2 of 5 and 2 of 3, not 3 of 5 and 1 of 3.
    @Test func theWorstRatioIsEvened() throws {
        let posts: [Int32] = [0, 0, 0, 0, 0, 1, 1, 1]
        let edges = (0..<4).flatMap { staff in
            posts.indices.map { ScoredEdge(staff: Int32(staff), post: Int32($0), score: Int32(10 * $0)) }
        }
        let problem = try AssignmentProblem(
            homes: [0, 0, 0, 0], postGroups: posts,
            groups: [StaffingGroup(minimum: 5), StaffingGroup(minimum: 3)], edges: edges)
        let least = try #require(LeastShortage(of: problem, needs: [5, 3]))
        #expect(least.worst?.need == 5 && least.worst?.held == 2)
        #expect(least.floors == [2, 2])
    }

    /// Against every assignment, on problems of all shapes.
    @Test func noPlanHasASmallerWorstRatio() throws {
        var attained = 0
        for seed in 0..<1_500 as Range<UInt64> {
            let problem = try RandomProblems.problem(seed)
            var random = SeededGenerator(seed)
            let needs = (0..<problem.groupCount).map { _ in Int32.random(in: 0...4, using: &random) }
            let least = LeastShortage(of: problem, needs: needs)
            let open = try Self.with(
                problem.groups.map { StaffingGroup(minimum: 0, maximum: $0.maximum, parent: $0.parent) }, problem)
            guard let least else {
                #expect(BruteForce.best(of: open) == nil, "seed \(seed)")
                continue
            }
            func floored(_ floors: [Int32]) throws -> AssignmentProblem {
                try Self.with(
                    zip(problem.groups, floors).map {
                        StaffingGroup(minimum: $1, maximum: $0.maximum, parent: $0.parent)
                    }, problem)
            }
            #expect(BruteForce.best(of: try floored(least.floors)) != nil, "seed \(seed)")
            guard let worst = least.worst else { continue }
            attained += 1
            // Any higher share that a group's count can have asks too much.
            let limits = Self.limits(problem, needs)
            for (need, limit) in zip(needs, limits) where need > 0 {
                for held in 0...limit where Int(held) * Int(worst.need) > Int(worst.held) * Int(need) {
                    let floors = zip(needs, limits).map { other, limit in min((other * held + need - 1) / need, limit) }
                    #expect(BruteForce.best(of: try floored(floors)) == nil, "seed \(seed): \(held) of \(need)")
                }
            }
        }
        #expect(attained > 500)
    }

    private static func with(_ groups: [StaffingGroup], _ problem: AssignmentProblem) throws -> AssignmentProblem {
        try AssignmentProblem(
            homes: problem.homes, postGroups: problem.postGroups, groups: groups, edges: problem.edges)
    }

    private static func limits(_ problem: AssignmentProblem, _ needs: [Int32]) -> [Int32] {
        problem.groups.indices.map { group in
            let posts = problem.postGroups.indices.filter { post in
                var above: Int32? = problem.postGroups[post]
                while let index = above, Int(index) != group {
                    above = problem.groups[Int(index)].parent
                }
                return above != nil
            }
            let staff = (0..<problem.staffCount).filter { member in
                problem.posts(of: member).contains { posts.contains(Int($0.post)) }
            }
            return min(needs[group], Int32(posts.count), Int32(staff.count), problem.groups[group].maximum ?? .max)
        }
    }
}
