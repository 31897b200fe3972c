/// The first stage of a plan: the worst shortage of any group is made as small as it can be, before scores are looked at.
///
/// A group's shortage is its need divided by its holders. A share s = held / need is attainable when everybody can be placed with
/// at least ⌈need × s⌉ holders in each group, but never more than could come to it at all (its posts, its quota, the staff with
/// an edge into it) and never more than it needs. That is a flow; attainable shares form an interval from 0, and only
/// fractions k / need matter: a binary search over these finds the largest, with fractions compared by multiplying out.
public struct LeastShortage: Equatable, Sendable {
    /// [group] the floors for the second stage.
    public var floors: [Int32]
    /// The need-to-holders ratio that no group passes, save those that fewer could come to anyway: need / held, with held 0
    /// when the worst cannot be helped; nil when no group needs anybody.
    public var worst: (need: Int32, held: Int32)? {
        share.map { (Int32($0.need), Int32($0.held)) }
    }
    private var share: Share?

    /// held / need
    struct Share: Equatable, Sendable {
        var held: Int64
        var need: Int64

        static func < (left: Share, right: Share) -> Bool {
            left.held * right.need < right.held * left.need
        }

        /// ⌈need × share⌉, at most so many.
        func floor(of need: Int32, atMost limit: Int32) -> Int32 {
            min(Int32((Int64(need) * held + self.need - 1) / self.need), limit)
        }
    }

    /// The groups' floors in the problem count for nothing here, their quotas do. `needs`: [group] holders that each needs, 0
    /// for none. Nil when not even placing everybody is possible: solving says why. O(log staff) flows.
    public init?(of problem: AssignmentProblem, needs: [Int32]) {
        precondition(needs.count == problem.groupCount, "every group has a need or 0")
        let limits = Self.limits(problem, needs)
        guard let stay = Self.placed(problem) else { return nil }
        var shares: [Share] = []
        for (need, limit) in zip(needs, limits) where need > 0 {
            shares += (0...limit).map { Share(held: Int64($0), need: Int64(need)) }
        }
        shares.sort { $0 < $1 }
        func floors(_ share: Share?) -> [Int32] {
            zip(needs, limits).map { need, limit in share?.floor(of: need, atMost: limit) ?? 0 }
        }
        // Attainable up to `low`, not from `high` on.
        var (low, high) = (0, shares.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if Self.isAttainable(floors(shares[middle]), stay) {
                low = middle
            } else {
                high = middle
            }
        }
        share = shares.isEmpty ? nil : shares[low]
        self.floors = floors(share)
    }

    /// [group] how many could come to it at all, at most its need.
    private static func limits(_ problem: AssignmentProblem, _ needs: [Int32]) -> [Int32] {
        var posts = [Int32](repeating: 0, count: problem.groupCount)
        var staff = posts
        var lastCounted = [Int](repeating: -1, count: problem.groupCount)
        func groups(of post: Int, _ visit: (Int) -> Void) {
            var group: Int32? = problem.postGroups[post]
            while let index = group {
                visit(Int(index))
                group = problem.groups[Int(index)].parent
            }
        }
        for post in 0..<problem.postCount {
            groups(of: post) { posts[$0] += 1 }
        }
        for member in 0..<problem.staffCount {
            for entry in problem.posts(of: member) {
                groups(of: Int(entry.post)) { group in
                    guard lastCounted[group] != member else { return }
                    lastCounted[group] = member
                    staff[group] += 1
                }
            }
        }
        return needs.indices.map { group in
            max(min(needs[group], posts[group], staff[group], problem.groups[group].maximum ?? .max), 0)
        }
    }

    /// Everybody somewhere within the quotas, present posts first, all scores 0.
    private static func placed(_ problem: AssignmentProblem) -> AssignmentNetwork? {
        let network = AssignmentNetwork(problem)
        network.levelScores()
        for group in 0..<problem.groupCount {
            network.minimum[group] = 0
        }
        for staff in 0..<problem.staffCount
        where staff < problem.postCount && problem.score(staff: staff, post: staff) != nil {
            network.seatCounted(staff, staff)
        }
        for staff in 0..<problem.staffCount where network.seat[staff] < 0 {
            guard network.place(staff) else { return nil }
        }
        for group in 0..<problem.groupCount {
            while network.holders[group] > network.maximum[group] {
                guard network.release(network.postCount + group) else { return nil }
            }
        }
        return network
    }

    private static func isAttainable(_ floors: [Int32], _ placed: AssignmentNetwork) -> Bool {
        let network = AssignmentNetwork(copying: placed)
        for (group, floor) in floors.enumerated() {
            network.minimum[group] = floor
        }
        for group in floors.indices {
            while network.holders[group] < network.minimum[group] {
                guard network.draw(network.postCount + group) else { return false }
            }
        }
        return true
    }
}
