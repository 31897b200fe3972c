/// Who can go where, as the solver takes it.
struct PlanProblem: Sendable {
    var scores: PlanScores
    let orders: PlanOrders

    var roster: PlanRoster { scores.roster }

    /// Calls for each move that a person can make, with what it is worth; of some rows only.
    @inline(__always)
    func forEachMove(
        of person: Int, where isAsked: (PlanScores.Row) -> Bool = { _ in true },
        _ body: (_ place: Int, _ points: Int) -> Void
    ) {
        scores.forEachRow(of: person) { row in
            guard isAsked(row) else { return }
            for place in roster.openPlaces[row.standard] {
                if let points = points(row, in: place) { body(place, points) }
            }
        }
    }

    /// What a move to an open place of the row's standard is worth; nil where its person may not go.
    @inline(__always)
    func points(_ row: PlanScores.Row, in place: Int) -> Int? {
        guard !roster.isHome(place, of: row.person), orders.allows(row.person, place) else { return nil }
        return scores.points(row, in: place)
    }

    /// What a move to a place is worth of whoever may come there; 0 of others, who are never sent.
    func move(_ person: Int, to place: Int) -> Int { scores.move(person, to: place) ?? 0 }

    /// What a person is worth in a seat: her own is staying.
    func points(_ person: Int, _ seat: Int) -> Int {
        seat == person ? scores.stay(person) : move(person, to: roster.seatPlaces[seat])
    }

    /// The same for any seat of a place; nil where she may not be.
    func points(of person: Int, in place: Int) -> Int? {
        if place == roster.seatPlaces[person] { return orders.mayStay(person) ? scores.stay(person) : nil }
        guard roster.isOpen[place], let row = scores.row(person, standard: roster.placeStandards[place]) else {
            return nil
        }
        return points(row, in: place)
    }

    /// All that is handed to the solver for a person.
    func posts(of person: Int, _ columns: PlanColumns) -> [ScoredPost] {
        let moves = columns.seats[person].map { ScoredPost(post: $0, score: Int32(points(person, Int($0)))) }
        guard orders.mayStay(person) else { return moves }
        return [ScoredPost(post: Int32(person), score: Int32(scores.stay(person)))] + moves
    }

    func assignment(_ bounds: PlanBounds, _ columns: PlanColumns) throws(AssignmentError) -> AssignmentProblem {
        var edges: [ScoredEdge] = []
        for person in roster.people.indices {
            for entry in posts(of: person, columns) {
                edges.append(ScoredEdge(staff: Int32(person), post: entry.post, score: entry.score))
            }
        }
        return try AssignmentProblem(
            homes: roster.seatGroups.prefix(roster.people.count).map(Int32.init),
            postGroups: roster.seatGroups.map(Int32.init),
            groups: roster.groups.indices.map { group in
                StaffingGroup(
                    minimum: Int32(bounds.minimum[group]), maximum: Int32(bounds.maximum[group]),
                    parent: roster.parents[group].map(Int32.init))
            },
            edges: edges)
    }
}
