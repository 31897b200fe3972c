/// The reverse search: who could come?
///
/// Dijkstra's algorithm against the arcs, from a group that needs one more holder or from a reserved post: vacant posts of the
/// group, staff who could hold them, their posts, which are filled in turn or fall vacant, up to a group that has one to spare.
/// Prices fall by what the path is shorter. It needs the edges by post.
extension AssignmentNetwork {
    /// Lets a group have one holder more than the group above counts from it, drawn from elsewhere below that group. False when
    /// nobody can come; then what was searched stands in ``search`` until the next search.
    func draw(_ group: Int) -> Bool {
        let target = Int(above[group])
        holders[group - postCount] += 1
        var search = self.search
        search.reset()
        // Counted already, so that the group may also give one up where that mends the prices and its bounds allow it.
        spare(group, 0, PathSearch.source, target, &search)
        finishReverse(&search, target)
        self.search = search
        guard search.end >= 0 else {
            holders[group - postCount] -= 1
            return false
        }
        lower(search)
        followReverse(search)
        syncVacant(search)
        return true
    }

    /// Gives a reserved post a holder or lets it fall vacant. False when its groups cannot spare it.
    func refill(_ post: Int) -> Bool {
        var search = self.search
        search.reset()
        if search.improve(post, 0, PathSearch.source) {
            let group = Int(above[post])
            spare(group, price[post] &- price[group], Int32(truncatingIfNeeded: post), root, &search)
            if search.best > 0 {
                search.push(post, 0)
            }
        }
        finishReverse(&search, root)
        self.search = search
        guard search.end >= 0 else { return false }
        lower(search)
        followReverse(search)
        syncVacant(search)
        return true
    }

    private func finishReverse(_ search: inout PathSearch, _ target: Int) {
        let back = rowsByPost
        while case let node = search.pop(), node >= 0 {
            let length = search.distance[node]
            if node < postCount {
                attract(node, length, back, target, &search)
            } else {
                takeIn(node, length, target, &search)
            }
        }
    }

    /// Somebody is to come to a post: all who may hold it, from the posts that they hold.
    @inline(__always)
    private func attract(_ post: Int, _ length: Int64, _ back: EdgeRows, _ target: Int, _ search: inout PathSearch) {
        scanned &+= 1
        let begin = back.entries + Int(back.starts[post])
        let base = length &+ price[post]
        for place in 0..<Int(back.counts[post]) {
            let entry = begin[place]
            let staff = Int(entry.other)
            let left = Int(seat[staff])
            let reached = base &+ profit[staff] &- Int64(entry.score)
            guard left >= 0, reached < search.best, search.improve(left, reached, Int32(truncatingIfNeeded: post))
            else {
                continue
            }
            let group = Int(above[left])
            spare(group, reached &+ price[left] &- price[group], Int32(truncatingIfNeeded: left), target, &search)
            if reached < search.best {
                search.push(left, reached)
            }
        }
    }

    /// One leaves a group: up it goes where the group has one to spare.
    private func spare(_ group: Int, _ length: Int64, _ way: Int32, _ target: Int, _ search: inout PathSearch) {
        guard length < search.best, search.improve(group, length, way) else { return }
        guard group != target else { return search.finish(group, length) }
        if group != root, holders[group - postCount] > minimum[group - postCount] {
            let parent = Int(above[group])
            spare(parent, length &+ price[group] &- price[parent], Int32(truncatingIfNeeded: group), target, &search)
        }
        if length < search.best {
            search.push(group, length)
        }
    }

    /// A group needs one more: on a vacant post, or in a group below that may have more.
    private func takeIn(_ group: Int, _ length: Int64, _ target: Int, _ search: inout PathSearch) {
        let base = length &+ price[group]
        let way = Int32(truncatingIfNeeded: group)
        let index = group - postCount
        for place in Int(postsOf.starts[index])..<Int(postsOf.starts[index + 1]) {
            let post = Int(postsOf.members[place])
            guard holder[post] == Self.vacant else { continue }
            let reached = base &- price[post]
            if reached < search.best, search.improve(post, reached, way) {
                search.push(post, reached)
            }
        }
        for place in Int(groupsOf.starts[index])..<Int(groupsOf.starts[index + 1]) {
            let below = Int(groupsOf.members[place])
            guard holders[below - postCount] < maximum[below - postCount] else { continue }
            let reached = base &- price[below]
            guard reached < search.best, search.improve(below, reached, way) else { continue }
            if below == target {
                search.finish(below, reached)
            } else {
                search.push(below, reached)
            }
        }
    }

    /// Lowers the prices of all that is nearer than the path's end.
    private func lower(_ search: borrowing PathSearch) {
        for index in 0..<search.touchedCount {
            let node = search.touchedNode(index)
            let nearer = search.best &- search.distance[node]
            guard nearer > 0 else { continue }
            price[node] &-= nearer
            if node < postCount, case let staff = Int(holder[node]), staff >= 0 {
                profit[staff] &+= nearer
            }
        }
    }

    /// Moves everybody along the path, from its far end to where the search began.
    private func followReverse(_ search: borrowing PathSearch) {
        var node = search.end
        // Who comes to the next post of the path.
        var coming = Self.vacant
        while true {
            let next = search.way[node]
            if node >= postCount {
                if next == PathSearch.source { return }
                if Int(next) >= postCount {
                    if Int(above[Int(next)]) == node {
                        holders[Int(next) - postCount] -= 1
                    } else {
                        holders[node - postCount] += 1
                    }
                }
                coming = Self.vacant
            } else {
                let leaving = holder[node]
                holder[node] = coming
                if coming >= 0 {
                    note(Int(coming), seat[Int(coming)])
                    seat[Int(coming)] = Int32(truncatingIfNeeded: node)
                }
                if next == PathSearch.source { return }
                coming = leaving
            }
            node = Int(next)
        }
    }
}
