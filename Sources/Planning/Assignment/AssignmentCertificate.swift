/// The check of a plan: one pass over the edges, independent of how the plan was found.
extension AssignmentProblem {
    /// What is wrong with a plan and its prices as an optimal one; nil when nothing is. It reads every edge once.
    public func violation(of plan: AssignmentPlan) -> AssignmentViolation? {
        guard plan.posts.count == staffCount, plan.profits.count == staffCount, plan.postPrices.count == postCount,
            plan.groupPrices.count == groupCount
        else { return .size }
        var isHeld = [Bool](repeating: false, count: postCount)
        var total: Int64 = 0
        for staff in 0..<staffCount {
            let own = plan.posts[staff]
            guard own >= 0, own < postCount else { return .notPlaced(staff: staff) }
            if isHeld[Int(own)] { return .heldTwice(post: Int(own)) }
            isHeld[Int(own)] = true
            var isEligible = false
            for entry in posts(of: staff) {
                let worth = Int64(entry.score) - plan.postPrices[Int(entry.post)]
                if worth > plan.profits[staff] { return .betterPost(staff: staff, post: Int(entry.post)) }
                if entry.post == own {
                    guard worth == plan.profits[staff] else { return .profit(staff: staff) }
                    isEligible = true
                    total += Int64(entry.score)
                }
            }
            guard isEligible else { return .notEligible(staff: staff) }
        }
        for post in 0..<postCount {
            let group = plan.groupPrices[Int(postGroups[post])]
            guard isHeld[post] ? plan.postPrices[post] >= group : plan.postPrices[post] == group else {
                return .postPrice(post: post)
            }
        }
        let holders = holderCounts(isHeld)
        for (index, group) in groups.enumerated() {
            guard holders[index] >= group.minimum else { return .belowMinimum(group: index) }
            guard holders[index] <= group.maximum ?? .max else { return .aboveMaximum(group: index) }
            let difference = plan.groupPrices[index] - (group.parent.map { plan.groupPrices[Int($0)] } ?? 0)
            guard difference >= 0 || holders[index] == group.minimum, difference <= 0 || holders[index] == group.maximum
            else { return .groupPrice(group: index) }
        }
        return total == plan.total ? nil : .total
    }

    /// [group] holders in each group and those below it.
    private func holderCounts(_ isHeld: [Bool]) -> [Int32] {
        var holders = [Int32](repeating: 0, count: groupCount)
        for post in 0..<postCount where isHeld[post] {
            var group: Int32? = postGroups[post]
            while let index = group {
                holders[Int(index)] += 1
                group = groups[Int(index)].parent
            }
        }
        return holders
    }
}

/// Why a plan is not proved to be the best.
public enum AssignmentViolation: Equatable, Sendable {
    case size
    case notPlaced(staff: Int)
    case heldTwice(post: Int)
    case notEligible(staff: Int)
    case belowMinimum(group: Int)
    case aboveMaximum(group: Int)
    /// A post would be worth more to somebody than her own.
    case betterPost(staff: Int, post: Int)
    case profit(staff: Int)
    case postPrice(post: Int)
    case groupPrice(group: Int)
    case total
}
