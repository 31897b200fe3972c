/// What the plan says to each person.
///
/// Of the places where she may go those are named that she misses by least at the plan's prices; by how much she misses them is then
/// computed by `PlanShortfall`.
extension PlanWriter {
    func finding(_ person: Int) -> PlanPersonFinding {
        PlanPersonFinding(
            person: roster.people[person].id, outcome: outcome(person), price: solution.personPrices[person])
    }

    private func outcome(_ person: Int) -> PlanPersonFinding.Outcome {
        let seat = solution.seats[person]
        if seat != person {
            let gain = problem.points(person, seat) - scores.stay(person)
            return .moves(gain: gain, others: alternatives(person, except: roster.seatPlaces[seat]).nearest)
        }
        if let code = roster.people[person].blocked { return .blocked(code) }
        if let change = problem.orders.keeping(person) { return .kept(reason: change.reason) }
        guard scores.isKnown(person) else { return .nothingKnown }
        let found = alternatives(person, except: nil)
        guard !found.isEmpty else { return .nothingFits(nearest: nearestGap(person)) }
        if found.better.isEmpty { return .bestWhereSheIs(nearest: found.nearest.first) }
        return .notPlaced(found.better)
    }

    private struct Alternatives {
        var isEmpty = true
        /// Places worth more than the present seat.
        var better: [PlanAlternative] = []
        var nearest: [PlanAlternative] = []
    }

    private func alternatives(_ person: Int, except taken: Int?) -> Alternatives {
        var better = Shortlist()
        var nearest = Shortlist()
        let now = problem.points(person, solution.seats[person])
        problem.forEachMove(of: person) { place, points in
            guard place != taken else { return }
            let short = solution.personPrices[person] - (points - placePrices[place])
            nearest.offer(short, place)
            if points > now { better.offer(short, place) }
        }
        return Alternatives(
            isEmpty: nearest.entries.isEmpty, better: named(person, better), nearest: named(person, nearest))
    }

    private func named(_ person: Int, _ list: Shortlist) -> [PlanAlternative] {
        list.entries.map { _, place in
            let (short, obstacle) = obstacle(person, place)
            return PlanAlternative(
                seat: roster.seats[roster.placeSeats[place][0]].id, points: problem.move(person, to: place),
                short: short, obstacle: obstacle)
        }
    }

    /// What keeps a person from a place where she may go, and by how many points.
    func obstacle(_ person: Int, _ place: Int) -> (short: Int?, obstacle: PlanAlternative.Obstacle) {
        let seat = solution.seats[person]
        let gain = problem.move(person, to: place) - problem.points(person, seat)
        if gain <= 0 { return (-gain, .stayWorthMore) }
        let short = shortfall.enough(for: person, in: place)
        let doubtful = roster.placeSeats[place].compactMap { holders[$0] }.filter {
            undecided[$0]?.contains(person) == true
        }
        if !doubtful.isEmpty { return (short, .undecided(doubtful.map { roster.people[$0].id })) }
        if short == 0 { return (short, .tie) }
        let joined = roster.lineage(of: roster.places[place].group)
        let left = roster.lineage(of: roster.seatGroups[seat])
        let full = joined.first { !left.contains($0) && counts[$0] >= bounds.maximum[$0] }
        let needed = left.first { !joined.contains($0) && counts[$0] <= bounds.minimum[$0] }
        if hasEmptySeat[place] {
            if let full { return (short, .groupIsFull(group: roster.groups[full].id)) }
            if let needed { return (short, .neededIn(group: roster.groups[needed].id)) }
        } else if let needed, placePrices[place] - max(solution.groupPrices[roster.places[place].group], 0) < gain {
            // Whoever holds the place would make way.
            return (short, .neededIn(group: roster.groups[needed].id))
        }
        return (short, .betterFits(holding(place)))
    }

    /// Who holds a place after the plan, arrivals first.
    private func holding(_ place: Int) -> [String] {
        let people = roster.placeSeats[place].compactMap { holders[$0] }
        let arrivals = people.filter { solution.seats[$0] != $0 }
        let others = people.filter { solution.seats[$0] == $0 }
        return (arrivals + others).prefix(PlanLimits.named).map { roster.people[$0].id }
    }

    private func nearestGap(_ person: Int) -> PlanGap? {
        var nearest: (rank: PlanGapRank, place: Int, refusals: [PlanRefusal])?
        for (standard, places) in roster.openPlaces.enumerated() {
            guard let place = places.first(where: { $0 != roster.seatPlaces[person] }) else { continue }
            let refusals = scores.findings(person, standard).refusals
            guard !refusals.isEmpty else { continue }
            let rank = PlanGapRank(refusals)
            if nearest.map({ rank < $0.rank }) ?? true { nearest = (rank, place, refusals) }
        }
        return nearest.map { found in
            PlanGap(id: roster.seats[roster.placeSeats[found.place][0]].id, refusals: found.refusals)
        }
    }
}

/// The first few of what was offered, least first; of equal ones the lower number.
struct Shortlist {
    private(set) var entries: [(short: Int, number: Int)] = []

    /// Above this nothing is taken any more; nil while there is room.
    var last: Int? { entries.count == PlanLimits.named ? entries.last?.short : nil }

    mutating func offer(_ short: Int, _ number: Int) {
        if let last, last < short { return }
        let place = entries.firstIndex { ($0.short, $0.number) > (short, number) } ?? entries.endIndex
        entries.insert((short, number), at: place)
        if entries.count > PlanLimits.named { entries.removeLast() }
    }

    func merged(_ other: Shortlist) -> Shortlist {
        other.entries.reduce(into: self) { $0.offer($1.short, $1.number) }
    }
}

/// How far refusals stand from passing: the fewer the nearer, then the later the gate (a competence is built sooner than a level).
struct PlanGapRank: Comparable {
    private let count: Int
    private let gate: Int

    init(_ refusals: [PlanRefusal]) {
        count = refusals.count
        gate = refusals.compactMap { PlanGate.allCases.firstIndex(of: $0.gate) }.min() ?? 0
    }

    static func < (left: PlanGapRank, right: PlanGapRank) -> Bool {
        (left.count, -left.gate) < (right.count, -right.gate)
    }
}
