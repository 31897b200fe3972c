import Personnel

/// A pool in numbers: people and groups in the order of their ids, seat i the present seat of person i, then the vacant seats in
/// the order of theirs.
final class PlanRoster: Sendable {
    let people: [PlanPerson]
    let seats: [PlanSeat]
    let groups: [PlanGroup]
    /// [group]
    let parents: [Int?]
    /// [seat] the lowest group.
    let seatGroups: [Int]
    let standards: [PlanStandard]
    let places: [PlanPlace]
    /// [place]
    let placeStandards: [Int]
    /// [place] whether people may come.
    let isOpen: [Bool]
    /// [place] the group within which nobody moves; -1 where there is none.
    private let homes: [Int]
    /// [seat]
    let seatPlaces: [Int]
    /// [place] its seats, lowest number first.
    let placeSeats: [[Int]]
    /// [standard] its open places.
    let openPlaces: [[Int]]
    /// [group] people of the pool who hold seats in it, before any move.
    let holders: [Int]
    /// [group] seats of the pool in it.
    let capacity: [Int]
    let personNumbers: [String: Int]
    let seatNumbers: [String: Int]
    let start: CivilDate

    init(_ pool: PlanPool, _ weights: FitWeights) throws(PlanError) {
        start = pool.start
        try Self.limit("people", pool.people.count, PlanLimits.people)
        try Self.limit("seats", pool.seats.count, PlanLimits.seats)
        try Self.limit("groups", pool.groups.count, PlanLimits.groups)
        people = pool.people.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        groups = pool.groups.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        personNumbers = try Self.numbers(people.map(\.id))
        let groupNumbers = try Self.numbers(groups.map(\.id))
        parents = try Self.parents(groups, groupNumbers)
        seats = try Self.ordered(pool.seats, people)
        seatNumbers = try Self.numbers(seats.map(\.id))
        seatGroups = try Self.groups(of: seats, groupNumbers)
        (holders, capacity) = Self.counts(seatGroups, people.count, parents)
        var standards = Numbering<PlanStandard>()
        var places = Numbering<PlanPlace>()
        var seatPlaces: [Int] = []
        for (seat, group) in zip(seats, seatGroups) {
            let place = PlanPlace(
                group: group, standard: standards.number(of: PlanStandard(seat)), agency: seat.agency,
                district: seat.district, wishes: weights.receiverWish == nil ? [:] : seat.wishes,
                isOpen: seat.isOpen && !Self.isOverstaffed(groups[group], holders[group]))
            seatPlaces.append(places.number(of: place))
        }
        self.standards = standards.values
        self.places = places.values
        placeStandards = places.values.map(\.standard)
        isOpen = places.values.map(\.isOpen)
        homes = places.values.map { [groups] in groups[$0.group].kind == .post ? $0.group : -1 }
        self.seatPlaces = seatPlaces
        var placeSeats = [[Int]](repeating: [], count: places.values.count)
        for (seat, place) in seatPlaces.enumerated() {
            placeSeats[place].append(seat)
        }
        self.placeSeats = placeSeats
        var openPlaces = [[Int]](repeating: [], count: standards.values.count)
        for (number, place) in places.values.enumerated() where place.isOpen {
            openPlaces[place.standard].append(number)
        }
        self.openPlaces = openPlaces
    }

    /// What a place asks, and where it is.
    func requirement(of place: Int) -> PostRequirement {
        var requirement = standards[placeStandards[place]].requirement
        requirement.agency = places[place].agency
        requirement.district = places[place].district
        return requirement
    }

    /// Whether a place is the person's own, or another seat of her post in her unit: whoever goes there does not move.
    func isHome(_ place: Int, of person: Int) -> Bool {
        let own = seatPlaces[person]
        return place == own || homes[own] >= 0 && homes[own] == homes[place]
    }

    /// The group and those above it, lowest first.
    func lineage(of group: Int) -> [Int] {
        var line = [group]
        var above = parents[group]
        while let group = above {
            line.append(group)
            above = parents[group]
        }
        return line
    }

    /// [group] how many of these seats are in it.
    func counts(_ seats: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: groups.count)
        for seat in seats {
            var above: Int? = seatGroups[seat]
            while let group = above {
                counts[group] += 1
                above = parents[group]
            }
        }
        return counts
    }

    /// Whether more people hold the post than are needed: who leaves it is not replaced (R3).
    private static func isOverstaffed(_ group: PlanGroup, _ holders: Int) -> Bool {
        guard group.kind == .post, let need = group.need else { return false }
        return group.others + holders > need
    }

    private static func limit(_ what: String, _ count: Int, _ limit: Int) throws(PlanError) {
        guard count <= limit else {
            throw PlanError(.limit, what, "\(count) \(what), at most \(limit) are taken")
        }
    }

    private static func numbers(_ ids: [String]) throws(PlanError) -> [String: Int] {
        var numbers: [String: Int] = [:]
        numbers.reserveCapacity(ids.count)
        for (number, id) in ids.enumerated() {
            guard numbers.updateValue(number, forKey: id) == nil else {
                throw PlanError(.duplicate, id, "this id stands in the pool twice")
            }
        }
        return numbers
    }

    private static func parents(_ groups: [PlanGroup], _ numbers: [String: Int]) throws(PlanError) -> [Int?] {
        var parents: [Int?] = []
        for group in groups {
            for number in [group.others, group.need, group.floor, group.mostLost, group.mostGained].compactMap({ $0 })
            where !(0...PlanLimits.count).contains(number) {
                throw PlanError(.range, group.id, "\(number) is no number of people")
            }
            guard let parent = group.parent else {
                parents.append(nil)
                continue
            }
            guard let number = numbers[parent] else {
                throw PlanError(.unknown, parent, "the group above \(group.id) is not in the pool")
            }
            parents.append(number)
        }
        for group in groups.indices {
            var depth = 1
            var above = parents[group]
            while let parent = above {
                depth += 1
                guard depth <= AssignmentLimits.depth else {
                    throw PlanError(.tree, groups[group].id, "the groups above go on for ever, or too far")
                }
                above = parents[parent]
            }
        }
        return parents
    }

    private static func ordered(_ seats: [PlanSeat], _ people: [PlanPerson]) throws(PlanError) -> [PlanSeat] {
        let numbers = try numbers(seats.map(\.id))
        var isHeld = [Bool](repeating: false, count: seats.count)
        var ordered: [PlanSeat] = []
        for person in people {
            guard let number = numbers[person.seat] else {
                throw PlanError(.unknown, person.seat, "the seat of \(person.id) is not in the pool")
            }
            guard !isHeld[number] else {
                throw PlanError(.duplicate, person.seat, "\(person.id) is the second to hold this seat")
            }
            isHeld[number] = true
            ordered.append(seats[number])
        }
        let vacant = seats.indices.filter { !isHeld[$0] }.map { seats[$0] }
        return ordered + vacant.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    private static func groups(of seats: [PlanSeat], _ numbers: [String: Int]) throws(PlanError) -> [Int] {
        var found: [Int] = []
        for seat in seats {
            guard let number = numbers[seat.group] else {
                throw PlanError(.unknown, seat.group, "the group of seat \(seat.id) is not in the pool")
            }
            found.append(number)
        }
        return found
    }

    private static func counts(
        _ seatGroups: [Int], _ people: Int, _ parents: [Int?]
    ) -> (holders: [Int], capacity: [Int]) {
        var holders = [Int](repeating: 0, count: parents.count)
        var capacity = holders
        for (seat, lowest) in seatGroups.enumerated() {
            var group: Int? = lowest
            while let number = group {
                capacity[number] += 1
                if seat < people { holders[number] += 1 }
                group = parents[number]
            }
        }
        return (holders, capacity)
    }
}
