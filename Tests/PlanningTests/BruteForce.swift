import Planning

/// The greatest total of any plan, by trying all: nothing of the solver is used.
struct BruteForce {
    private let problem: AssignmentProblem
    private var isHeld: [Bool]
    private var holders: [Int]
    private(set) var best: Int64?
    /// The first of the best plans: staff in order, each at her present post before others, and those by number.
    private(set) var posts: [Int32] = []
    private var chosen: [Int32] = []

    /// Nil when there is no plan.
    static func best(of problem: AssignmentProblem) -> Int64? {
        solve(problem).best
    }

    static func solve(_ problem: AssignmentProblem) -> BruteForce {
        var search = BruteForce(problem)
        search.place(0, 0)
        return search
    }

    private init(_ problem: AssignmentProblem) {
        self.problem = problem
        isHeld = Array(repeating: false, count: problem.postCount)
        holders = Array(repeating: 0, count: problem.groupCount)
    }

    private mutating func place(_ staff: Int, _ total: Int64) {
        guard staff < problem.staffCount else {
            let isWithinBounds = zip(holders, problem.groups).allSatisfy { holders, group in
                holders >= Int(group.minimum) && holders <= Int(group.maximum ?? .max)
            }
            if isWithinBounds, total > best ?? .min {
                best = total
                posts = chosen
            }
            return
        }
        let own = Int32(staff)
        let edges = problem.posts(of: staff)
        for edge in edges.filter({ $0.post == own }) + edges.filter({ $0.post != own }) where !isHeld[Int(edge.post)] {
            count(edge.post, 1)
            chosen.append(edge.post)
            place(staff + 1, total + Int64(edge.score))
            chosen.removeLast()
            count(edge.post, -1)
        }
    }

    private mutating func count(_ post: Int32, _ change: Int) {
        isHeld[Int(post)] = change > 0
        var group: Int32? = problem.postGroups[Int(post)]
        while let index = group {
            holders[Int(index)] += change
            group = problem.groups[Int(index)].parent
        }
    }
}
