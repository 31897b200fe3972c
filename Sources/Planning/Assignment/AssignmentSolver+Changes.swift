/// Changes to a solved problem. Each starts from the prices of now: whoever is touched leaves her post, finds the best way again
/// (a forward search), and the post that she left is filled or falls vacant (a reverse search). The total equals that of a
/// solve from nothing; among plans of equal total it may be another one than that.
///
/// They may be called once ``solve(_:)`` has answered `.solved`.
extension AssignmentSolver {
    /// A staff member may no longer hold a post. Throws ``AssignmentError`` `.missing` when there is no such edge.
    public func forbid(staff: Int, post: Int) throws(AssignmentError) -> AssignmentAnswer {
        try check(staff: staff, post: post)
        guard network.rows.score(staff, post) != nil else { throw Self.noEdge(staff, post) }
        return edited(staff, [(post, nil)])
    }

    /// A pair of staff member and post gets another score, or becomes possible. Throws ``AssignmentError``.
    public func setScore(_ score: Int32, staff: Int, post: Int) throws(AssignmentError) -> AssignmentAnswer {
        try check(score, staff: staff, post: post)
        return edited(staff, [(post, score)])
    }

    /// A staff member gets this post and no other; ``setPosts(_:staff:)`` with what she could hold before takes it back.
    /// Throws ``AssignmentError`` `.missing` when there is no such edge.
    public func fix(staff: Int, post: Int) throws(AssignmentError) -> AssignmentAnswer {
        try check(staff: staff, post: post)
        guard network.rows.score(staff, post) != nil else { throw Self.noEdge(staff, post) }
        return edited(staff, posts(of: staff).filter { Int($0.post) != post }.map { (Int($0.post), nil) })
    }

    /// Pairs of staff members and posts get another score, or become possible: all at once, which costs less than one after the other,
    /// since who leaves makes room for who comes. There is always a plan then. Who has another post by it, by number. Throws
    /// ``AssignmentError``.
    @discardableResult
    public func setScores(_ edges: [ScoredEdge]) throws(AssignmentError) -> [Int32] {
        precondition(isSolved, "a change comes after a solve")
        for edge in edges { try check(edge.score, staff: Int(edge.staff), post: Int(edge.post)) }
        network.startLog()
        var touched: [Int] = []
        for edge in edges {
            edit(Int(edge.staff), [(Int(edge.post), edge.score)])
            if touched.last != Int(edge.staff) { touched.append(Int(edge.staff)) }
        }
        for staff in touched { leaveForBetter(staff) }
        for staff in touched where network.seat[staff] < 0 {
            let isPlaced = network.place(staff)
            precondition(isPlaced, "the plan of before is still one")
        }
        let obstacle = settleLeft()
        precondition(obstacle == nil, "the plan of before is still one")
        let list = moved(edited: -1)
        total = (0..<network.staffCount).reduce(0) { $0 + score($1) }
        return list
    }

    /// All posts that a staff member may hold, in place of those of before. Throws ``AssignmentError``.
    public func setPosts(_ posts: [ScoredPost], staff: Int) throws(AssignmentError) -> AssignmentAnswer {
        for entry in posts { try check(entry.score, staff: staff, post: Int(entry.post)) }
        let kept = Set(posts.map(\.post))
        guard kept.count == posts.count else { throw AssignmentError(.duplicate, "a post is named twice") }
        let gone = self.posts(of: staff).filter { !kept.contains($0.post) }.map { (Int($0.post), Int32?.none) }
        return edited(staff, gone + posts.map { (Int($0.post), $0.score) })
    }

    /// A group gets another floor and quota. Throws ``AssignmentError``.
    public func setBounds(
        minimum: Int32, maximum: Int32?, group: Int
    ) throws(AssignmentError) -> AssignmentAnswer {
        precondition(isSolved, "a change comes after a solve")
        guard groups.indices.contains(group) else { throw AssignmentError(.range, "no group \(group)") }
        guard (0...Int32(AssignmentLimits.posts)).contains(minimum),
            maximum.map({ (0...Int32(AssignmentLimits.posts)).contains($0) }) ?? true
        else { throw AssignmentError(.range, "bounds of group \(group)") }
        guard maximum ?? .max >= minimum else {
            throw AssignmentError(.bounds, "group \(group) must have \(minimum) and may have \(maximum ?? 0) holders")
        }
        let before = groups[group]
        network.startLog()
        bound(group, minimum, maximum)
        if let obstacle = balance(group) {
            bound(group, before.minimum, before.maximum)
            let second = balance(group)
            precondition(second == nil, "the bounds of before could be kept")
            _ = moved(edited: -1)
            return .infeasible(obstacle)
        }
        return .solved(moved: moved(edited: -1))
    }

    /// Turns the plan of now into the one that the published rule names among those of equal total (``TieRule``): whatever engine
    /// and whatever changes led here, equal problems then have equal assignments. Who has another post by it, by number.
    @discardableResult
    public func settleTies() -> [Int32] {
        precondition(isSolved, "ties are settled after a solve")
        network.startLog()
        TieRule.apply(network)
        return moved(edited: -1)
    }

    /// The posts that a staff member may hold now, lowest number first.
    public func posts(of staff: Int) -> [ScoredPost] {
        let begin = network.rows.entries + Int(network.rows.starts[staff])
        return (0..<Int(network.rows.counts[staff])).map { place in
            ScoredPost(post: begin[place].other, score: begin[place].score)
        }
    }

    /// The post of a staff member in the plan of now.
    public func post(of staff: Int) -> Int { Int(network.seat[staff]) }

    /// Gives edges of a staff member other scores, or takes them away.
    private func edited(_ staff: Int, _ edits: [(post: Int, score: Int32?)]) -> AssignmentAnswer {
        precondition(isSolved, "a change comes after a solve")
        let before = edits.map { (post: $0.post, score: network.rows.score(staff, $0.post)) }
        network.startLog()
        total -= score(staff)
        edit(staff, edits)
        if let obstacle = settle(staff) {
            edit(staff, before)
            let second = settle(staff)
            precondition(second == nil, "the edges of before had a plan")
            _ = moved(edited: staff)
            return .infeasible(obstacle)
        }
        return .solved(moved: moved(edited: staff))
    }

    private func edit(_ staff: Int, _ edits: [(post: Int, score: Int32?)]) {
        let back = network.rowsByPost
        for (post, score) in edits {
            if let score {
                network.rows.set(staff, post, score)
                back.set(post, staff, score)
            } else {
                network.rows.remove(staff, post)
                back.remove(post, staff)
            }
        }
    }

    /// After her edges have changed: her best post and all that follows from it.
    private func settle(_ staff: Int) -> AssignmentObstacle? {
        leaveForBetter(staff)
        if network.seat[staff] < 0 {
            guard network.place(staff) else { return obstacle(.crowded(staff: staff)) }
        }
        return settleLeft()
    }

    /// Whose post is no longer the best for her, or none of hers, leaves it.
    private func leaveForBetter(_ staff: Int) {
        let seat = Int(network.seat[staff])
        guard seat >= 0 else { return }
        let own = network.rows.score(staff, seat).map { Int64($0) - network.price[seat] }
        if let own, own == network.bestProfit(staff) {
            network.profit[staff] = own
        } else {
            network.unseat(staff)
            left.append(seat)
        }
    }

    /// Who has another post than when the log began; brings the total up to date. The total already lacks who was edited.
    private func moved(edited: Int) -> [Int32] {
        var list: [Int32] = []
        for (staff, from) in network.endLog() where network.seat[Int(staff)] != from {
            list.append(staff)
            guard Int(staff) != edited else { continue }
            total += score(Int(staff)) - Int64(network.rows.score(Int(staff), Int(from)) ?? 0)
        }
        if edited >= 0 {
            total += score(edited)
        }
        list.sort()
        return list
    }

    private func score(_ staff: Int) -> Int64 {
        network.profit[staff] + network.price[Int(network.seat[staff])]
    }

    private func bound(_ group: Int, _ minimum: Int32, _ maximum: Int32?) {
        groups[group].minimum = minimum
        groups[group].maximum = maximum
        network.minimum[group] = minimum
        network.maximum[group] = maximum ?? .max
    }

    private func check(staff: Int, post: Int) throws(AssignmentError) {
        guard (0..<network.staffCount).contains(staff) else {
            throw AssignmentError(.range, "no staff member \(staff)")
        }
        guard (0..<network.postCount).contains(post) else { throw AssignmentError(.range, "no post \(post)") }
    }

    private func check(_ score: Int32, staff: Int, post: Int) throws(AssignmentError) {
        try check(staff: staff, post: post)
        guard score >= -AssignmentLimits.score, score <= AssignmentLimits.score else {
            throw AssignmentError(.range, "the score \(score)")
        }
    }

    private static func noEdge(_ staff: Int, _ post: Int) -> AssignmentError {
        AssignmentError(.missing, "staff member \(staff) has no edge to post \(post)")
    }
}
