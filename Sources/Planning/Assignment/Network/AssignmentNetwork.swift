/// The network of an assignment problem with a flow and prices: staff → posts → groups → groups above → root.
///
/// **Nodes.** Posts come first, then groups, then the root above all top groups. A post node and a group node each have a
/// price; a staff member has a profit. The price of a post says what holding it costs, the price of a group what one more
/// holder in it costs (below the group above: a subsidy that keeps its floor, above: what its quota is worth).
///
/// **Invariants** between operations, for all who have a post:
///
///     profit[i] = score(i, seat[i]) − price[seat[i]] ≥ score(i, k) − price[k]   for each edge (i, k)
///     price[k] ≥ price[group(k)],  equal where k is vacant
///     holders[g] < maximum[g]  ⇒  price[g] ≤ price[above(g)]
///     holders[g] > minimum[g]  ⇒  price[g] ≥ price[above(g)]
///
/// Once everybody has a post and every group is within its bounds, these are the conditions of complementary slackness: the
/// plan is optimal. (Ahuja, Magnanti, Orlin: Network Flows, 1993, chapter 9.) Only differences of prices mean anything;
/// the root's price is taken off at the end.
///
/// Arithmetic: a price is at most (staff + groups) × 2 × ``AssignmentLimits/score`` < 2^42 away from the root's.
final class AssignmentNetwork {
    static let vacant: Int32 = -1
    /// A post without a holder that its group counts as held and whose price still stands: a search ends there, or it falls vacant.
    static let reserved: Int32 = -2
    static let unplaced: Int32 = -1

    let staffCount: Int
    let postCount: Int
    let groupCount: Int
    let root: Int
    var nodeCount: Int { postCount + groupCount + 1 }

    let rows: EdgeRows
    /// Edges by post, made when they are needed first.
    private var turned: EdgeRows?

    /// [node] the group above as a node; the root has none (-1).
    let above: UnsafeMutablePointer<Int32>
    /// [node] prices.
    let price: UnsafeMutablePointer<Int64>
    /// [staff] what her post is worth to her.
    let profit: UnsafeMutablePointer<Int64>
    /// [staff] her post, or `unplaced`.
    let seat: UnsafeMutablePointer<Int32>
    /// [post] its holder, `vacant` or `reserved`.
    let holder: UnsafeMutablePointer<Int32>
    /// [group and root] holders and reserved posts in it.
    let holders: UnsafeMutablePointer<Int32>
    /// [group and root]
    let minimum: UnsafeMutablePointer<Int32>
    /// [group and root]
    let maximum: UnsafeMutablePointer<Int32>
    /// Posts by group and groups by group above: [group and root + 1] and the lists.
    let postsOf: NodeLists
    let groupsOf: NodeLists
    /// Nodes of a search.
    var search: PathSearch
    /// Whose post has changed since the log began, with the first that she left, while it is kept.
    private var log: [(staff: Int32, from: Int32)] = []
    private(set) var isLogging = false
    /// [staff] the number of the last log that she stands in.
    private let lastLog: UnsafeMutablePointer<Int>
    private var logNumber = 0
    /// Staff and posts that searches have looked at.
    var scanned = 0

    init(_ problem: AssignmentProblem) {
        staffCount = problem.staffCount
        postCount = problem.postCount
        groupCount = problem.groupCount
        let (firstGroup, nodes) = (problem.postCount, problem.postCount + problem.groupCount + 1)
        root = nodes - 1
        rows = EdgeRows(staffOf: problem)
        above = .allocate(capacity: nodes)
        for (post, group) in problem.postGroups.enumerated() {
            above[post] = Int32(firstGroup) + group
        }
        minimum = .filled(0, groupCount + 1)
        maximum = .filled(.max, groupCount + 1)
        for (index, group) in problem.groups.enumerated() {
            above[postCount + index] = Int32(group.parent.map { firstGroup + Int($0) } ?? (nodes - 1))
            minimum[index] = group.minimum
            maximum[index] = group.maximum ?? .max
        }
        above[root] = -1
        price = .filled(0, nodes)
        profit = .filled(0, staffCount)
        seat = .filled(Self.unplaced, staffCount)
        holder = .filled(Self.vacant, postCount)
        holders = .filled(0, groupCount + 1)
        postsOf = NodeLists(above, from: 0, to: postCount, firstGroup: postCount, groups: groupCount + 1)
        groupsOf = NodeLists(above, from: postCount, to: root, firstGroup: postCount, groups: groupCount + 1)
        search = PathSearch(nodes: nodes)
        lastLog = .filled(0, staffCount)
    }

    deinit {
        lastLog.deallocate()
        above.deallocate()
        price.deallocate()
        profit.deallocate()
        seat.deallocate()
        holder.deallocate()
        holders.deallocate()
        minimum.deallocate()
        maximum.deallocate()
        search.deallocate()
    }

    var rowsByPost: EdgeRows {
        if let turned { return turned }
        let made = EdgeRows(turning: rows, count: postCount)
        turned = made
        return made
    }

    func isPost(_ post: Int, in group: Int) -> Bool {
        var node = Int(above[post])
        while node >= 0, node != group {
            node = Int(above[node])
        }
        return node == group
    }

    func count(above node: Int, _ change: Int32) {
        var group = Int(above[node])
        while group >= 0 {
            holders[group - postCount] += change
            group = Int(above[group])
        }
    }

    /// Nobody is placed and prices are level.
    func clear() {
        price.update(repeating: 0, count: nodeCount)
        seat.update(repeating: Self.unplaced, count: staffCount)
        holder.update(repeating: Self.vacant, count: postCount)
        holders.update(repeating: 0, count: groupCount + 1)
    }

    /// The largest score less the smallest.
    var scoreRange: Int64 {
        var (least, most) = (Int32.max, Int32.min)
        for staff in 0..<staffCount {
            let begin = rows.entries + Int(rows.starts[staff])
            for place in 0..<Int(rows.counts[staff]) {
                least = min(least, begin[place].score)
                most = max(most, begin[place].score)
            }
        }
        return least > most ? 0 : Int64(most) - Int64(least)
    }

    func startLog() {
        log.removeAll(keepingCapacity: true)
        isLogging = true
        logNumber += 1
    }

    func endLog() -> [(staff: Int32, from: Int32)] {
        isLogging = false
        return log
    }

    @inline(__always)
    func note(_ staff: Int, _ from: Int32) {
        if isLogging, lastLog[staff] != logNumber {
            lastLog[staff] = logNumber
            log.append((Int32(truncatingIfNeeded: staff), from))
        }
    }

    /// Takes somebody off her post, which stays reserved.
    func unseat(_ staff: Int) {
        let post = Int(seat[staff])
        guard post >= 0 else { return }
        note(staff, seat[staff])
        seat[staff] = Self.unplaced
        holder[post] = Self.reserved
    }

    /// The best worth of any post to somebody at the prices of now; nil when she has no edge.
    func bestProfit(_ staff: Int) -> Int64? {
        let begin = rows.entries + Int(rows.starts[staff])
        var best: Int64?
        for place in 0..<Int(rows.counts[staff]) {
            let worth = Int64(begin[place].score) - price[Int(begin[place].other)]
            best = max(best ?? worth, worth)
        }
        return best
    }
}

/// Members of groups, as one list with beginnings.
final class NodeLists: Sendable {
    /// [group and root + 1]
    nonisolated(unsafe) let starts: UnsafeMutablePointer<Int32>
    nonisolated(unsafe) let members: UnsafeMutablePointer<Int32>

    init(_ above: UnsafeMutablePointer<Int32>, from: Int, to: Int, firstGroup: Int, groups: Int) {
        starts = .filled(0, groups + 1)
        members = .allocate(capacity: max(to - from, 1))
        for node in from..<to {
            starts[Int(above[node]) - firstGroup + 1] += 1
        }
        for group in 0..<groups {
            starts[group + 1] += starts[group]
        }
        let next = UnsafeMutablePointer<Int32>.copy(starts, groups + 1)
        for node in from..<to {
            let group = Int(above[node]) - firstGroup
            members[Int(next[group])] = Int32(node)
            next[group] += 1
        }
        next.deallocate()
    }

    deinit {
        starts.deallocate()
        members.deallocate()
    }
}

extension UnsafeMutablePointer {
    static func filled(_ value: Pointee, _ count: Int) -> Self {
        let memory = allocate(capacity: Swift.max(count, 1))
        memory.initialize(repeating: value, count: count)
        return memory
    }

    static func copy(_ source: UnsafeMutablePointer<Pointee>, _ count: Int) -> Self {
        let memory = allocate(capacity: Swift.max(count, 1))
        memory.initialize(from: source, count: count)
        return memory
    }
}
