/// Gives arrivals the vacant seats of a place first, and both in the order of numbers: packages become no longer than they must be.
///
/// Seats of a place are worth the same to everybody, so that the plan stays as good.
struct PlanTidying {
    let roster: PlanRoster

    func tidy(_ solution: inout PlanSolution) {
        var arrivals = [[Int]](repeating: [], count: roster.places.count)
        for (person, seat) in solution.seats.enumerated() where seat != person {
            arrivals[roster.seatPlaces[seat]].append(person)
        }
        for (place, people) in arrivals.enumerated() where !people.isEmpty {
            let free = roster.placeSeats[place].filter { seat in
                seat >= roster.people.count || solution.seats[seat] != seat
            }
            let vacant = free.filter { $0 >= roster.people.count }
            let left = free.filter { $0 < roster.people.count }
            for (person, seat) in zip(people, vacant + left) {
                solution.seats[person] = seat
            }
        }
    }
}
