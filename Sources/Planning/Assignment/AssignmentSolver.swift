/// Finds the best plan of an ``AssignmentProblem`` exactly, and keeps the prices to find the next one after a change.
///
/// Three engines over one ``AssignmentNetwork``; each leaves its invariants, and the searches make up what it leaves open:
///
/// 1. *Searches*: everybody in turn is placed by a forward search, groups above their maximum release, groups below their
///    minimum draw. Successive shortest paths, at most (staff + Σ bounds) searches of O(edges · log nodes); in practice they
///    look at some dozens of staff each.
/// 2. *Quick*: an auction without an epsilon places nearly all first.
/// 3. *Robust*: an auction with a falling epsilon, over posts, groups and the whole; where many compete for little.
///
/// Integers only, staff in the order of their numbers, equal distances by the lower number: one input, one plan.
public final class AssignmentSolver {
    public enum Engine: Sendable, CaseIterable {
        /// Quick, and robust once the searches become long.
        case automatic
        case searches
        case quick
        /// Robust from the beginning, where it can be.
        case robust
    }

    /// Staff and posts that searches look at for each staff member before the robust engine takes over. Not how many are left for
    /// the searches: with few distinct scores these are many and short.
    private static let scansEach = 2

    let network: AssignmentNetwork
    /// The group's numbers as they are now.
    var groups: [StaffingGroup]
    private let homes: [Int32]
    private(set) var isSolved = false
    /// The sum of scores of the plan of now.
    public internal(set) var total: Int64 = 0
    /// Posts that a change has left without a holder and not yet settled.
    var left: [Int] = []

    public init(_ problem: AssignmentProblem) {
        network = AssignmentNetwork(problem)
        groups = problem.groups
        homes = problem.homes
    }

    /// Once for each solver; then come the changes.
    public func solve(_ engine: Engine = .automatic) -> AssignmentOutcome {
        if engine == .robust, isFlat, ScalingAuction.run(network) {
            collectLeft()
        } else if engine != .searches {
            network.bidAll()
        }
        let budget = engine == .automatic && isFlat ? Self.scansEach * network.staffCount : .max
        var obstacle = placeAll(budget) ?? settleLeft() ?? balanceAll(budget)
        if obstacle == nil, network.scanned > budget {
            obstacle = solveRobustly()
        }
        if let obstacle { return .infeasible(obstacle) }
        isSolved = true
        let plan = self.plan
        total = plan.total
        return .solved(plan)
    }

    /// Groups stand side by side, with floors only that the staff suffice for: what the robust engine is for.
    private var isFlat: Bool {
        var floors = 0
        for group in groups {
            guard group.parent == nil, group.maximum == nil else { return false }
            floors += Int(group.minimum)
        }
        return floors <= network.staffCount
    }

    private func solveRobustly() -> AssignmentObstacle? {
        if ScalingAuction.run(network) {
            collectLeft()
        } else {
            network.bidAll()
        }
        return placeAll(.max) ?? settleLeft() ?? balanceAll(.max)
    }

    /// Posts that the robust engine has left reserved.
    private func collectLeft() {
        left = (0..<network.postCount).filter { network.holder[$0] == AssignmentNetwork.reserved }
    }

    /// Everybody without a post gets one, or the budget is used up.
    private func placeAll(_ budget: Int) -> AssignmentObstacle? {
        for staff in 0..<network.staffCount where network.seat[staff] < 0 {
            guard network.scanned <= budget else { return nil }
            guard network.place(staff) else { return obstacle(.crowded(staff: staff)) }
        }
        return nil
    }

    /// Posts left reserved get a holder or fall vacant.
    func settleLeft() -> AssignmentObstacle? {
        while let post = left.last {
            if network.holder[post] == AssignmentNetwork.reserved {
                guard network.refill(post) else {
                    return obstacle(.short(group: Int(network.above[post]) - network.postCount))
                }
            }
            left.removeLast()
        }
        return nil
    }

    /// Every group comes to its bounds, or the budget is used up.
    private func balanceAll(_ budget: Int) -> AssignmentObstacle? {
        for group in groups.indices {
            guard network.scanned <= budget else { return nil }
            if let obstacle = balance(group) { return obstacle }
        }
        return nil
    }

    /// Brings a group within its bounds, and its price to where its holders let it be.
    func balance(_ group: Int) -> AssignmentObstacle? {
        let network = self.network
        let node = network.postCount + group
        let above = Int(network.above[node])
        while true {
            let holders = network.holders[group]
            if holders < network.minimum[group] {
                guard network.draw(node) else { return obstacle(.short(group: group)) }
            } else if holders > network.maximum[group] {
                guard network.release(node) else { return obstacle(.full(group: group)) }
            } else if holders > network.minimum[group], network.price[node] < network.price[above] {
                guard network.release(node) else { return obstacle(.full(group: group)) }
            } else if holders < network.maximum[group], network.price[node] > network.price[above] {
                guard network.draw(node) else { return obstacle(.short(group: group)) }
            } else {
                return nil
            }
        }
    }

    /// The plan of now, once solved. O(staff + posts + groups).
    public var plan: AssignmentPlan {
        let network = self.network
        let base = network.price[network.root]
        var total: Int64 = 0
        for staff in 0..<network.staffCount {
            total += network.profit[staff] + network.price[Int(network.seat[staff])]
        }
        return AssignmentPlan(
            posts: (0..<network.staffCount).map { network.seat[$0] },
            postPrices: (0..<network.postCount).map { network.price[$0] - base },
            groupPrices: groups.indices.map { network.price[network.postCount + $0] - base },
            profits: (0..<network.staffCount).map { network.profit[$0] + base }, total: total)
    }

    /// What the last search, which found no way, looked at.
    func obstacle(_ kind: AssignmentObstacle.Kind) -> AssignmentObstacle {
        let network = self.network
        let nodes = (0..<network.search.touchedCount).map { network.search.touchedNode($0) }.sorted()
        let posts = nodes.filter { $0 < network.postCount }
        var staff: [Int]
        var candidates: [Int]
        if case .short(let group) = kind {
            staff = eligible(for: posts)
            candidates = eligible(
                for: (0..<network.postCount).filter { network.isPost($0, in: network.postCount + group) })
        } else {
            staff = posts.map { Int(network.holder[$0]) }.filter { $0 >= 0 }
            if case .crowded(let source) = kind {
                staff.append(source)
            }
            staff = Set(staff).sorted()
            candidates = staff
        }
        var obstacle = AssignmentObstacle(
            kind: kind,
            groups: nodes.filter { $0 >= network.postCount && $0 < network.root }.map { $0 - network.postCount },
            posts: posts, staff: staff, candidates: candidates, includesTop: nodes.last == network.root, missing: 0)
        obstacle.missing = obstacle.counted(problem) ?? 0
        return obstacle
    }

    private func eligible(for posts: [Int]) -> [Int] {
        let back = network.rowsByPost
        var staff = Set<Int>()
        for post in posts {
            let begin = back.entries + Int(back.starts[post])
            for place in 0..<Int(back.counts[post]) {
                staff.insert(Int(begin[place].other))
            }
        }
        return staff.sorted()
    }

    /// The problem as it is after all changes.
    public var problem: AssignmentProblem {
        let network = self.network
        var rows = AssignmentRows(staff: network.staffCount, posts: network.postCount)
        do throws(AssignmentError) {
            for staff in 0..<network.staffCount {
                let begin = network.rows.entries + Int(network.rows.starts[staff])
                for place in 0..<Int(network.rows.counts[staff]) {
                    try rows.add(
                        ScoredEdge(staff: Int32(staff), post: begin[place].other, score: begin[place].score))
                }
            }
            let postGroups = (0..<network.postCount).map { network.above[$0] - Int32(network.postCount) }
            return try AssignmentProblem(homes: homes, postGroups: postGroups, groups: groups, rows: rows)
        } catch {
            preconditionFailure("changes are checked before they are made: \(error)")
        }
    }
}
