/// The forward search: where can one more go?
///
/// Dijkstra's algorithm over reduced costs (Tomizawa 1971; Edmonds and Karp 1972), from a staff member without a post or from a
/// group that gives one holder up, through posts (whose holders move on) and groups (which take one in, and one out elsewhere),
/// to the root or to a reserved post. Prices rise by what the path is shorter; all invariants hold again afterwards.
///
/// A vacant post asks its groups upwards as soon as it is *reached*: were that left to the heap, plateaus of equal distances
/// would be searched as a whole.
extension AssignmentNetwork {
    /// Gives somebody without a post one, others moving on. False when there is no way; then what was searched stands in
    /// ``search`` until the next search.
    func place(_ staff: Int) -> Bool {
        guard let profit = bestProfit(staff) else {
            search.reset()
            return false
        }
        var search = self.search
        search.reset()
        scan(staff, 0, profit, root, &search)
        finishForward(&search, root)
        self.search = search
        guard search.end >= 0 else { return false }
        raise(search)
        self.profit[staff] = profit - search.best
        followForward(search)
        syncVacant(search)
        return true
    }

    /// Lets a group have one holder less than the group above counts from it: the one goes elsewhere below `target`, the group
    /// above. False when that cannot be.
    func release(_ group: Int) -> Bool {
        let target = Int(above[group])
        holders[group - postCount] -= 1
        var search = self.search
        search.reset()
        climb(group, 0, PathSearch.source, target, &search)
        finishForward(&search, target)
        self.search = search
        guard search.end >= 0 else {
            holders[group - postCount] += 1
            return false
        }
        raise(search)
        followForward(search)
        syncVacant(search)
        return true
    }

    private func finishForward(_ search: inout PathSearch, _ target: Int) {
        while case let node = search.pop(), node >= 0 {
            let length = search.distance[node]
            if node < postCount {
                let staff = Int(holder[node])
                scan(staff, length, profit[staff], target, &search)
            } else {
                giveUp(node, length, target, &search)
            }
        }
    }

    /// From a staff member to all posts that she may hold.
    @inline(__always)
    private func scan(_ staff: Int, _ length: Int64, _ profit: Int64, _ target: Int, _ search: inout PathSearch) {
        scanned &+= 1
        let begin = rows.entries + Int(rows.starts[staff])
        let base = length &+ profit
        for place in 0..<Int(rows.counts[staff]) {
            let entry = begin[place]
            let post = Int(entry.other)
            let reached = base &+ price[post] &- Int64(entry.score)
            guard reached < search.best, search.improve(post, reached, Int32(truncatingIfNeeded: staff)) else {
                continue
            }
            let occupant = holder[post]
            if occupant >= 0 {
                search.push(post, reached)
            } else if occupant == Self.reserved {
                search.finish(post, reached)
            } else {
                let group = Int(above[post])
                climb(group, reached &+ price[group] &- price[post], Int32(truncatingIfNeeded: post), target, &search)
            }
        }
    }

    /// One more arrives in a group: up it goes where the group may have more.
    private func climb(_ group: Int, _ length: Int64, _ way: Int32, _ target: Int, _ search: inout PathSearch) {
        guard length < search.best, search.improve(group, length, way) else { return }
        guard group != target else { return search.finish(group, length) }
        if group != root, holders[group - postCount] < maximum[group - postCount] {
            let parent = Int(above[group])
            climb(parent, length &+ price[parent] &- price[group], Int32(truncatingIfNeeded: group), target, &search)
        }
        if length < search.best {
            search.push(group, length)
        }
    }

    /// One more has arrived in a group: one of its posts, or a group below that has one to spare, gives one up.
    private func giveUp(_ group: Int, _ length: Int64, _ target: Int, _ search: inout PathSearch) {
        let base = length &- price[group]
        let index = group - postCount
        for place in Int(postsOf.starts[index])..<Int(postsOf.starts[index + 1]) {
            let post = Int(postsOf.members[place])
            let occupant = holder[post]
            guard occupant != Self.vacant else { continue }
            let reached = base &+ price[post]
            guard reached < search.best, search.improve(post, reached, ~Int32(truncatingIfNeeded: group)) else {
                continue
            }
            if occupant >= 0 {
                search.push(post, reached)
            } else {
                search.finish(post, reached)
            }
        }
        for place in Int(groupsOf.starts[index])..<Int(groupsOf.starts[index + 1]) {
            let below = Int(groupsOf.members[place])
            guard holders[below - postCount] > minimum[below - postCount] else { continue }
            let reached = base &+ price[below]
            guard reached < search.best, search.improve(below, reached, Int32(truncatingIfNeeded: group)) else {
                continue
            }
            if below == target {
                search.finish(below, reached)
            } else {
                search.push(below, reached)
            }
        }
    }

    /// Raises the prices of all that is nearer than the path's end.
    private func raise(_ search: borrowing PathSearch) {
        for index in 0..<search.touchedCount {
            let node = search.touchedNode(index)
            let nearer = search.best &- search.distance[node]
            guard nearer > 0 else { continue }
            price[node] &+= nearer
            if node < postCount, case let staff = Int(holder[node]), staff >= 0 {
                profit[staff] &-= nearer
            }
        }
    }

    /// Moves everybody along the path, from its end back.
    func followForward(_ search: borrowing PathSearch) {
        var node = search.end
        while true {
            let way = search.way[node]
            if way == PathSearch.source { return }
            if node >= postCount {
                let from = Int(way)
                if from >= postCount {
                    if Int(above[node]) == from {
                        holders[node - postCount] -= 1
                    } else {
                        holders[from - postCount] += 1
                    }
                }
                node = from
            } else if way >= 0 {
                let staff = Int(way)
                let left = seat[staff]
                note(staff, left)
                holder[node] = way
                seat[staff] = Int32(truncatingIfNeeded: node)
                guard left >= 0 else { return }
                node = Int(left)
            } else {
                holder[node] = Self.vacant
                node = Int(~way)
            }
        }
    }

    /// Vacant posts cost what their group costs.
    func syncVacant(_ search: borrowing PathSearch) {
        for index in 0..<search.touchedCount {
            let node = search.touchedNode(index)
            guard node >= postCount, search.distance[node] < search.best else { continue }
            let group = node - postCount
            for place in Int(postsOf.starts[group])..<Int(postsOf.starts[group + 1]) {
                let post = Int(postsOf.members[place])
                if holder[post] == Self.vacant {
                    price[post] = price[node]
                }
            }
        }
    }
}
