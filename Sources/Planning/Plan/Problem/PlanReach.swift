/// The most holders that each group could have: bounded by its seats, by what it and the groups above may have, and by the people who
/// may stay or come.
struct PlanReach {
    /// [group] those outside the pool included.
    let holders: [Int]

    init(_ problem: PlanProblem) {
        let most = PlanBounds(problem.roster).maximum
        let roster = problem.roster
        var people = [Int](repeating: 0, count: roster.groups.count)
        var last = [Int](repeating: -1, count: roster.groups.count)
        func visit(_ place: Int, _ person: Int) {
            var group: Int? = roster.places[place].group
            while let number = group, last[number] != person {
                last[number] = person
                people[number] += 1
                group = roster.parents[number]
            }
        }
        // Whoever may go wherever the rules let her is counted by standards: most groups have one, or those of others.
        let open = Self.openStandards(roster)
        var free: [StandardSet] = []
        for person in roster.people.indices {
            if problem.orders.mayStay(person) { visit(roster.seatPlaces[person], person) }
            if problem.orders.isOrdered(person) || problem.scores.asksFit {
                problem.forEachMove(of: person) { place, _ in visit(place, person) }
                continue
            }
            var allowed = StandardSet(roster.standards.count)
            problem.scores.forEachRow(of: person) { allowed.insert($0.standard) }
            free.append(allowed)
            // Counted where she serves already.
            for group in roster.lineage(of: roster.seatGroups[person]) where allowed.meets(open[group]) {
                people[group] -= 1
            }
        }
        var known: [StandardSet: Int] = [:]
        for group in roster.groups.indices {
            let who = known[open[group]] ?? free.count { $0.meets(open[group]) }
            known[open[group]] = who
            people[group] += who
        }
        holders = roster.groups.indices.map { group in
            let allowed = roster.lineage(of: group).map { most[$0] }.min() ?? 0
            return roster.groups[group].others + min(people[group], allowed)
        }
    }

    /// [group] the standards of its open places.
    private static func openStandards(_ roster: PlanRoster) -> [StandardSet] {
        var open = [StandardSet](repeating: StandardSet(roster.standards.count), count: roster.groups.count)
        for place in roster.places where place.isOpen {
            for group in roster.lineage(of: place.group) { open[group].insert(place.standard) }
        }
        return open
    }
}

/// A set of standards' numbers.
private struct StandardSet: Hashable {
    private var words: [UInt64]

    init(_ count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }

    func meets(_ other: StandardSet) -> Bool {
        for (left, right) in zip(words, other.words) where left & right != 0 { return true }
        return false
    }
}
