/// Who can go where, as the solver takes it.
struct PlanProblem: Sendable {
    var scores: PlanScores
    let orders: PlanOrders

    var roster: PlanRoster { scores.roster }

    /// Calls for each place that a person can go to, her own excepted.
    func forEachPlace(of person: Int, _ body: (Int) -> Void) {
        let own = roster.seatPlaces[person]
        for (standard, places) in roster.openPlaces.enumerated() where scores.allows(person, standard) {
            for place in places where place != own && orders.allows(person, place) {
                body(place)
            }
        }
    }

    func assignment(_ bounds: PlanBounds, _ columns: PlanColumns) throws(AssignmentError) -> AssignmentProblem {
        var edges: [ScoredEdge] = []
        for person in roster.people.indices {
            if orders.mayStay(person) {
                edges.append(ScoredEdge(staff: Int32(person), post: Int32(person), score: Int32(scores.stay(person))))
            }
            for place in columns.places[person] {
                let points = Int32(scores.move(person, to: Int(place)))
                for seat in roster.placeSeats[Int(place)] {
                    edges.append(ScoredEdge(staff: Int32(person), post: Int32(seat), score: points))
                }
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
