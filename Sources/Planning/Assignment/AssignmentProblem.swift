/// Who could serve where: staff, posts in groups, and a score for each pair that is possible.
///
/// A plan gives every staff member exactly one post that she has an edge to, every post at most one holder, and every group
/// between its minimum and its maximum of holders. The best plan has the greatest sum of scores.
///
/// All are numbered from 0. By convention post i is the present post of staff member i, for i below the number of staff, and
/// an edge (i, i) is staying; nothing here demands it. Edges stand in the order of staff and post, whatever order they came in:
/// equal problems are equal to the byte.
public struct AssignmentProblem: Equatable, Sendable {
    /// [staff] the group that a staff member belongs to now.
    public let homes: [Int32]
    /// [post] the group that a post belongs to.
    public let postGroups: [Int32]
    public let groups: [StaffingGroup]
    /// [staff + 1] where a staff member's edges begin.
    let rowStarts: [Int32]
    /// [edge]
    let entries: [ScoredPost]

    public var staffCount: Int { homes.count }
    public var postCount: Int { postGroups.count }
    public var groupCount: Int { groups.count }
    public var edgeCount: Int { entries.count }

    /// Throws ``AssignmentError`` when numbers are outside of what they stand for, an edge is there twice, the groups are no
    /// tree, or a limit is passed.
    public init(
        homes: [Int32], postGroups: [Int32], groups: [StaffingGroup], edges: [ScoredEdge]
    ) throws(AssignmentError) {
        try Self.checkCounts(staff: homes.count, posts: postGroups.count, groups: groups.count, edges: edges.count)
        var rows = AssignmentRows(staff: homes.count, posts: postGroups.count)
        rows.reserve(edges.count)
        for edge in edges {
            try rows.add(edge)
        }
        try self.init(homes: homes, postGroups: postGroups, groups: groups, rows: rows)
    }

    init(
        homes: [Int32], postGroups: [Int32], groups: [StaffingGroup], rows: consuming AssignmentRows
    ) throws(AssignmentError) {
        try Self.check(groups)
        for (what, list) in [("home of staff", homes), ("group of post", postGroups)] {
            if let bad = list.firstIndex(where: { !groups.indices.contains(Int($0)) }) {
                throw AssignmentError(.range, "\(what) \(bad) is no group: \(list[bad])")
            }
        }
        self.homes = homes
        self.postGroups = postGroups
        self.groups = groups
        (rowStarts, entries) = try rows.finish()
    }

    /// The posts that a staff member may hold, lowest number first.
    public func posts(of staff: Int) -> ArraySlice<ScoredPost> {
        entries[Int(rowStarts[staff])..<Int(rowStarts[staff + 1])]
    }

    /// Nil when there is no such edge.
    public func score(staff: Int, post: Int) -> Int32? {
        posts(of: staff).first { Int($0.post) == post }?.score
    }

    /// All edges, in the order of staff and post.
    public var edges: [ScoredEdge] {
        var list: [ScoredEdge] = []
        list.reserveCapacity(entries.count)
        for staff in homes.indices {
            for entry in posts(of: staff) {
                list.append(ScoredEdge(staff: Int32(staff), post: entry.post, score: entry.score))
            }
        }
        return list
    }

    static func checkCounts(staff: Int, posts: Int, groups: Int, edges: Int) throws(AssignmentError) {
        for (name, count, limit) in [
            ("staff", staff, AssignmentLimits.staff), ("posts", posts, AssignmentLimits.posts),
            ("groups", groups, AssignmentLimits.groups), ("edges", edges, AssignmentLimits.edges),
        ] where !(0...limit).contains(count) {
            throw AssignmentError(.limit, "\(count) \(name), at most \(limit) are taken")
        }
    }

    private static func check(_ groups: [StaffingGroup]) throws(AssignmentError) {
        for (index, group) in groups.enumerated() {
            guard (0...AssignmentLimits.posts).contains(Int(group.minimum)) else {
                throw AssignmentError(.range, "the minimum of group \(index) is \(group.minimum)")
            }
            if let maximum = group.maximum {
                guard (0...AssignmentLimits.posts).contains(Int(maximum)) else {
                    throw AssignmentError(.range, "the maximum of group \(index) is \(maximum)")
                }
                guard maximum >= group.minimum else {
                    throw AssignmentError(
                        .bounds, "group \(index) must have \(group.minimum) and may have \(maximum) holders")
                }
            }
            var above = group.parent
            var depth = 1
            while let parent = above {
                guard groups.indices.contains(Int(parent)) else {
                    throw AssignmentError(.range, "group \(index) has the parent \(parent), which is no group")
                }
                depth += 1
                guard depth <= AssignmentLimits.depth else {
                    throw AssignmentError(
                        .tree,
                        "above group \(index) stand more than \(AssignmentLimits.depth - 1), or it is its own parent")
                }
                above = groups[Int(parent)].parent
            }
        }
    }
}
