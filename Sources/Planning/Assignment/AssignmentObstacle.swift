/// Why no plan exists: a set of groups, posts and staff whose numbers do not fit together, whatever else is done.
///
/// `crowded`: the staff of the set may hold posts of the set only, and these and their groups do not take so many.
/// `short`: only the staff of the set may hold the posts of the set, and they are too few for the minima of its groups.
/// The set is what the last search looked at: a cut without room (Hoffman's circulation theorem, 1960), which
/// ``proves(_:)`` counts after.
public struct AssignmentObstacle: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// Somebody finds no post.
        case crowded(staff: Int)
        /// A group cannot have its minimum.
        case short(group: Int)
        /// A group has too many who can go nowhere else.
        case full(group: Int)
    }

    public var kind: Kind
    /// Groups of the set, by number.
    public var groups: [Int]
    /// Posts of the set, by number.
    public var posts: [Int]
    /// Staff of the set, by number: who needs a post, or who could fill the set's posts.
    public var staff: [Int]
    /// For `short`, all who could serve in the group at all, whether in the set or not; otherwise the staff of the set.
    public var candidates: [Int]
    /// Whether the top, where all holders are counted, is in the set.
    public var includesTop: Bool
    /// Holders or posts that are missing: at least so much must give.
    public var missing: Int

    /// Whether the set alone shows that the problem has no plan.
    public func proves(_ problem: AssignmentProblem) -> Bool {
        missing > 0 && counted(problem) == missing
    }

    /// What the numbers of the set lack; nil when staff stand in no such relation to the posts.
    func counted(_ problem: AssignmentProblem) -> Int? {
        let (inGroups, inPosts, inStaff) = (Set(groups), Set(posts), Set(staff))
        let isShort = if case .short = kind { true } else { false }
        for member in 0..<problem.staffCount where isShort != inStaff.contains(member) {
            // Short: others have no edge into the set. Crowded: its staff have none out of it.
            for entry in problem.posts(of: member) where inPosts.contains(Int(entry.post)) == isShort { return nil }
        }
        // Of the set's flow: what must leave it and what may enter it, or the other way round.
        var (must, may) = isShort ? (0, staff.count) : (staff.count, 0)
        if includesTop {
            must += isShort ? problem.staffCount : 0
            may += isShort ? 0 : problem.staffCount
        }
        for (post, group) in problem.postGroups.enumerated() {
            let crosses = inPosts.contains(post) != inGroups.contains(Int(group))
            may += crosses && inPosts.contains(post) != isShort ? 1 : 0
        }
        for (index, group) in problem.groups.enumerated() {
            let isAbove = group.parent.map { inGroups.contains(Int($0)) } ?? includesTop
            guard inGroups.contains(index) != isAbove else { continue }
            if inGroups.contains(index) == isShort {
                must += Int(group.minimum)
            } else {
                guard let maximum = group.maximum else { return nil }
                may += Int(maximum)
            }
        }
        return must - may
    }
}
