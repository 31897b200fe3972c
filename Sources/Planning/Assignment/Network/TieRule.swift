/// The published rule among plans with the same, greatest total: staff member 0 keeps her present post if one of them lets her,
/// otherwise she gets the post of the lowest number that one of them gives her; then, given that, staff member 1; and so on.
/// So one problem has one plan, whatever engine found it and whatever changes led to it.
///
/// All best plans use arcs of reduced cost 0 only, and one turns into another along cycles of such arcs. Strongly connected
/// components (Tarjan 1972) say who has a choice at all, in one pass over the edges; then each of these, in order, looks for a
/// cycle through each post that she would rather have, past those who are settled. Where few have a choice this costs the one
/// pass; where scores hardly differ, up to edges for each post that somebody would rather have.
struct TieRule {
    private let network: AssignmentNetwork
    private var component: [Int32]
    private var sizes: [Int32] = []
    /// [staff] who keeps what she has.
    private var isSettled: [Bool]

    static func apply(_ network: AssignmentNetwork) {
        var rule = TieRule(network)
        rule.findComponents()
        rule.settleAll()
    }

    private init(_ network: AssignmentNetwork) {
        self.network = network
        component = [Int32](repeating: -1, count: network.nodeCount)
        isSettled = [Bool](repeating: false, count: network.staffCount)
    }

    private mutating func settleAll() {
        for staff in 0..<network.staffCount {
            let own = Int(network.seat[staff])
            if own != staff, sizes[Int(component[own])] > 1 {
                if isTight(staff, staff), turn(staff, to: staff) {
                    isSettled[staff] = true
                    continue
                }
                let begin = network.rows.entries + Int(network.rows.starts[staff])
                for place in 0..<Int(network.rows.counts[staff]) {
                    let post = Int(begin[place].other)
                    if post >= own || (post != staff && isTight(staff, begin[place]) && turn(staff, to: post)) { break }
                }
            }
            isSettled[staff] = true
        }
    }

    private func isTight(_ staff: Int, _ post: Int) -> Bool {
        guard post < network.postCount, let score = network.rows.score(staff, post) else { return false }
        return isTight(staff, EdgeRows.Entry(other: Int32(post), score: score))
    }

    @inline(__always)
    private func isTight(_ staff: Int, _ entry: EdgeRows.Entry) -> Bool {
        Int64(entry.score) &- network.price[Int(entry.other)] == network.profit[staff]
    }

    /// Gives a staff member another post along a cycle of arcs that cost nothing; false when there is none.
    private func turn(_ staff: Int, to post: Int) -> Bool {
        let own = Int(network.seat[staff])
        guard component[post] == component[own] else { return false }
        var search = network.search
        search.reset()
        _ = search.improve(post, 0, Int32(staff))
        var index = 0
        var isFound = false
        while !isFound, index < search.touchedCount {
            let node = search.touchedNode(index)
            index += 1
            if node >= network.postCount, reachDown(from: node, to: own, &search) {
                isFound = true
                break
            }
            let way =
                node >= network.postCount
                ? ~Int32(node) : network.holder[node] >= 0 ? network.holder[node] : Int32(node)
            var place = 0
            while case let next = arc(node, place), next != Self.end {
                place += 1
                guard next >= 0, component[next] == component[own] else { continue }
                // A group keeps the node that it was reached from.
                _ = search.improve(next, 0, next >= network.postCount ? Int32(node) : way)
                if next == own {
                    isFound = true
                    break
                }
            }
        }
        if isFound {
            search.finish(own, 0)
            network.note(staff, network.seat[staff])
            network.seat[staff] = AssignmentNetwork.unplaced
            network.followForward(search)
        }
        search.reset()
        network.search = search
        return isFound
    }

    /// Where a group, directly or through groups below it, can do without a post at no cost, notes that way down.
    private func reachDown(from node: Int, to post: Int, _ search: inout PathSearch) -> Bool {
        var way: [Int] = [post]
        var below = post
        while below != node {
            let group = Int(network.above[below])
            guard group >= 0, canGiveUp(below, group) else { return false }
            way.append(group)
            below = group
        }
        for index in (0..<way.count - 1).reversed() {
            let above = Int32(way[index + 1])
            _ = search.improve(way[index], 0, way[index] == post ? ~above : above)
        }
        return true
    }

    private func canGiveUp(_ below: Int, _ group: Int) -> Bool {
        guard network.price[below] == network.price[group] else { return false }
        guard below >= network.postCount else { return true }
        return network.holders[below - network.postCount] > network.minimum[below - network.postCount]
    }

    private static let end = -2
    private static let none = -1

    /// The node that the arc of this number leads to, `none` where there is no arc at no cost, `end` after the last.
    @inline(__always)
    private func arc(_ node: Int, _ place: Int) -> Int {
        guard node >= network.postCount else {
            let staff = Int(network.holder[node])
            guard staff >= 0 else { return place == 0 ? Int(network.above[node]) : Self.end }
            guard !isSettled[staff], place < Int(network.rows.counts[staff]) else { return Self.end }
            let entry = network.rows.entries[Int(network.rows.starts[staff]) &+ place]
            return isTight(staff, entry) ? Int(entry.other) : Self.none
        }
        return groupArc(node, place)
    }

    private func groupArc(_ node: Int, _ place: Int) -> Int {
        let index = node - network.postCount
        guard place > 0 else {
            guard node != network.root, network.holders[index] < network.maximum[index],
                case let above = Int(network.above[node]), network.price[above] == network.price[node]
            else { return Self.none }
            return above
        }
        var rest = place - 1
        let posts = Int(network.postsOf.starts[index + 1] - network.postsOf.starts[index])
        if rest < posts {
            let post = Int(network.postsOf.members[Int(network.postsOf.starts[index]) + rest])
            let staff = Int(network.holder[post])
            return staff >= 0 && !isSettled[staff] && canGiveUp(post, node) ? post : Self.none
        }
        rest -= posts
        guard rest < Int(network.groupsOf.starts[index + 1] - network.groupsOf.starts[index]) else { return Self.end }
        let below = Int(network.groupsOf.members[Int(network.groupsOf.starts[index]) + rest])
        return canGiveUp(below, node) ? below : Self.none
    }

    /// Tarjan's algorithm with stacks of its own, since a chain may be as long as there are posts.
    private mutating func findComponents() {
        let count = network.nodeCount
        var order = [Int32](repeating: 0, count: count)
        var low = [Int32](repeating: 0, count: count)
        var places = [Int32](repeating: 0, count: count)
        var open: [Int32] = []
        var path: [Int32] = []
        var next: Int32 = 0
        for source in 0..<count where order[source] == 0 {
            path.append(Int32(source))
            while let last = path.last {
                let node = Int(last)
                if order[node] == 0 {
                    next += 1
                    order[node] = next
                    low[node] = next
                    open.append(last)
                }
                let target = arc(node, Int(places[node]))
                places[node] += 1
                if target >= 0 {
                    if order[target] == 0 {
                        path.append(Int32(target))
                    } else if component[target] < 0 {
                        low[node] = min(low[node], low[target])
                    }
                } else if target == Self.end {
                    path.removeLast()
                    if let before = path.last {
                        low[Int(before)] = min(low[Int(before)], low[node])
                    }
                    if low[node] == order[node] {
                        close(node, &open)
                    }
                }
            }
        }
    }

    private mutating func close(_ node: Int, _ open: inout [Int32]) {
        let number = Int32(sizes.count)
        var size: Int32 = 0
        while let member = open.popLast() {
            component[Int(member)] = number
            size += 1
            if Int(member) == node { break }
        }
        sizes.append(size)
    }
}
