/// Who can go where, as the solver takes it.
struct PlanProblem: Sendable {
    var scores: PlanScores
    let orders: PlanOrders

    var roster: PlanRoster { scores.roster }

    /// Calls for each place that a person can go to from her post.
    func forEachPlace(of person: Int, _ body: (Int) -> Void) {
        for (standard, places) in roster.openPlaces.enumerated() where scores.allows(person, standard: standard) {
            for place in places where !roster.isHome(place, of: person) && orders.allows(person, place) {
                if scores.allows(person, place: place) { body(place) }
            }
        }
    }

    /// The seats of some places, with what they are worth to a person.
    func posts(of person: Int, in places: [Int32]) -> [ScoredPost] {
        places.flatMap { place in
            let points = Int32(scores.move(person, to: Int(place)))
            return roster.placeSeats[Int(place)].map { ScoredPost(post: Int32($0), score: points) }
        }
    }

    /// All that is handed to the solver for a person.
    func posts(of person: Int, _ columns: PlanColumns) -> [ScoredPost] {
        let moves = posts(of: person, in: columns.places[person])
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
