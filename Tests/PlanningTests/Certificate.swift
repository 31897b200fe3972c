import Planning

/// A second check of a plan's prices, by weak duality: prices of any kind bound every plan from above, and these reach the bound.
enum Certificate {
    static func isProved(_ plan: AssignmentPlan, _ problem: AssignmentProblem) -> Bool {
        guard isFeasible(plan.posts, problem) else { return false }
        let value = (0..<problem.staffCount).reduce(0) { sum, staff in
            sum + Int(problem.score(staff: staff, post: Int(plan.posts[staff])) ?? 0)
        }
        return value == Int(plan.total) && value == bound(plan, problem)
    }

    static func isFeasible(_ posts: [Int32], _ problem: AssignmentProblem) -> Bool {
        guard posts.count == problem.staffCount, Set(posts).count == posts.count else { return false }
        var holders = [Int](repeating: 0, count: problem.groupCount)
        for (staff, post) in posts.enumerated() {
            guard problem.score(staff: staff, post: Int(post)) != nil else { return false }
            var group: Int32? = problem.postGroups[Int(post)]
            while let index = group {
                holders[Int(index)] += 1
                group = problem.groups[Int(index)].parent
            }
        }
        return zip(holders, problem.groups).allSatisfy { $0 >= $1.minimum && $0 <= $1.maximum ?? .max }
    }

    /// What no plan can pass, at these prices: everybody takes her best post, posts and groups earn what they can.
    private static func bound(_ plan: AssignmentPlan, _ problem: AssignmentProblem) -> Int? {
        var sum = 0
        for staff in 0..<problem.staffCount {
            sum += problem.posts(of: staff).map { Int($0.score) - Int(plan.postPrices[Int($0.post)]) }.max() ?? 0
        }
        for (post, group) in problem.postGroups.enumerated() {
            sum += max(Int(plan.postPrices[post]) - Int(plan.groupPrices[Int(group)]), 0)
        }
        for (index, group) in problem.groups.enumerated() {
            let above = group.parent.map { Int(plan.groupPrices[Int($0)]) } ?? 0
            let difference = Int(plan.groupPrices[index]) - above
            if difference > 0 {
                guard let maximum = group.maximum else { return nil }
                sum += difference * Int(maximum)
            } else {
                sum += difference * Int(group.minimum)
            }
        }
        return sum
    }
}
