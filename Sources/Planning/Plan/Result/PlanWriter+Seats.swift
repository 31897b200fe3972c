/// What the plan says about each seat.
extension PlanWriter {
    func seatFindings() -> [PlanSeatFinding] {
        let candidates = candidates()
        var gaps: [Int: [PlanGap]] = [:]
        return roster.seats.indices.map { seat in
            PlanSeatFinding(
                seat: roster.seats[seat].id, outcome: outcome(seat, candidates, &gaps),
                price: solution.seatPrices[seat])
        }
    }

    private func outcome(
        _ seat: Int, _ candidates: [Int: Shortlist], _ gaps: inout [Int: [PlanGap]]
    ) -> PlanSeatFinding.Outcome {
        if let holder = holders[seat] {
            let id = roster.people[holder].id
            return holder == seat ? .kept(by: id) : .filled(by: id)
        }
        let place = roster.seatPlaces[seat]
        guard roster.isOpen[place] else { return .closed }
        if let near = candidates[place], !near.entries.isEmpty {
            return .betterElsewhere(
                near.entries.map { _, person in
                    let (short, obstacle) = obstacle(person, place)
                    return PlanCandidate(
                        person: roster.people[person].id, points: problem.move(person, to: place), short: short,
                        obstacle: obstacle)
                })
        }
        let standard = roster.placeStandards[place]
        let nearest = gaps[standard] ?? nearestPeople(standard)
        gaps[standard] = nearest
        return .nobodyFits(nearest: nearest)
    }

    /// [place with an empty seat] who could come, nearest first.
    private func candidates() -> [Int: Shortlist] {
        let found = Parallel.chunks(roster.people.count) { people in
            var found: [Int: Shortlist] = [:]
            for person in people {
                // People of the place hold another of its seats.
                let held = roster.seatPlaces[solution.seats[person]]
                problem.forEachMove(of: person) { place, points in
                    guard hasEmptySeat[place], place != held else { return }
                    let short = solution.personPrices[person] - (points - placePrices[place])
                    found[place, default: Shortlist()].offer(short, person)
                }
            }
            return found
        }
        return found.reduce(into: [:]) { all, some in
            all.merge(some) { $0.merged($1) }
        }
    }

    private func nearestPeople(_ standard: Int) -> [PlanGap] {
        var nearest: [(rank: PlanGapRank, person: Int, refusals: [PlanRefusal])] = []
        for person in roster.people.indices where roster.people[person].blocked == nil {
            let refusals = scores.findings(person, standard).refusals
            guard !refusals.isEmpty else { continue }
            let rank = PlanGapRank(refusals)
            let place = nearest.firstIndex { rank < $0.rank } ?? nearest.endIndex
            guard place < PlanLimits.named else { continue }
            nearest.insert((rank, person, refusals), at: place)
            if nearest.count > PlanLimits.named { nearest.removeLast() }
        }
        return nearest.map { PlanGap(id: roster.people[$0.person].id, refusals: $0.refusals) }
    }
}
