import Personnel

/// Writes a solution down as a plan.
struct PlanWriter {
    let problem: PlanProblem
    let bounds: PlanBounds
    let solution: PlanSolution
    let changes: [PlanChange]
    let chains: [PlanChains.Chain]
    /// [seat] who holds it after the plan.
    let holders: [Int?]
    /// [place] the least price of its seats.
    let placePrices: [Int]
    /// [place] whether a seat of it stays empty.
    let hasEmptySeat: [Bool]
    /// [group] people of the pool in it after the plan.
    let counts: [Int]
    let shortfall: PlanShortfall
    /// [person who moves] those between whom and her the line is undecided.
    let undecided: [Int: [Int]]
    /// [person who moves] what her data leaves open.
    private let questions: [Int: [PlanRefusal]]

    /// - Parameter solution: in whatever prices the solver has found.
    init(_ problem: PlanProblem, _ bounds: PlanBounds, _ solved: PlanSolution, _ changes: [PlanChange]) {
        let residual = PlanResidual(problem, bounds, solved)
        let prices = PlanPrices(residual)
        let solution = PlanSolution(prices, residual)
        self.problem = problem
        self.bounds = bounds
        self.solution = solution
        self.changes = changes
        let roster = problem.roster
        chains = PlanChains(solution.seats, seats: roster.seats.count).chains
        var holders = [Int?](repeating: nil, count: roster.seats.count)
        for (person, seat) in solution.seats.enumerated() { holders[seat] = person }
        self.holders = holders
        placePrices = solution.placePrices(roster)
        hasEmptySeat = roster.placeSeats.map { seats in seats.contains { holders[$0] == nil } }
        counts = roster.counts(solution.seats)
        shortfall = PlanShortfall(residual.priced(prices.prices), taking: prices.taking)
        let doubts = PlanUndecided(problem, solution, placePrices)
        let movers = solution.seats.indices.filter { solution.seats[$0] != $0 }
        let open = Parallel.map(movers.count) { number in
            let standard = roster.placeStandards[roster.seatPlaces[solution.seats[movers[number]]]]
            let questions = problem.scores.findings(movers[number], standard).questions
            return (questions: questions, rivals: doubts.rivals(of: movers[number], questions))
        }
        questions = Dictionary(uniqueKeysWithValues: zip(movers, open.map(\.questions)))
        undecided = Dictionary(uniqueKeysWithValues: zip(movers, open.map(\.rivals)))
    }

    var roster: PlanRoster { problem.roster }
    var scores: PlanScores { problem.scores }

    func plan() -> Plan {
        let lines = lines()
        let before = Array(roster.people.indices)
        return Plan(
            lines: lines,
            packages: packages(),
            people: Parallel.map(roster.people.count) { finding($0) },
            seats: seatFindings(),
            groups: balances(),
            worstBefore: worst(roster.holders),
            worstAfter: worst(counts),
            pointsBefore: before.reduce(0) { $0 + scores.stay($1) },
            pointsAfter: before.reduce(0) { $0 + problem.points($1, solution.seats[$1]) },
            growth: GrowthCount(wanted: scores.settings.growthMovesWanted, moves: lines.map(\.growth)),
            growthBonus: scores.bonus,
            certificate: PlanCertificate(solution, problem, bounds),
            changes: changes)
    }

    private func lines() -> [PlanLine] {
        let moves = chains.enumerated().flatMap { package, chain in chain.people.map { (person: $0, package: package) }
        }
        let movers = moves.sorted { $0.person < $1.person }
        return Parallel.map(movers.count) { number in
            let (person, package) = movers[number]
            let seat = solution.seats[person]
            let place = roster.seatPlaces[seat]
            let standard = roster.placeStandards[place]
            let fits = scores.fits(person, [place, roster.seatPlaces[person]])
            return PlanLine(
                person: roster.people[person].id, from: roster.seats[person].id, to: roster.seats[seat].id,
                score: scores.score(person, place), stay: scores.stayScore(person), fit: fits[0], stayFit: fits[1],
                growth: scores.growth(person, standard), training: scores.trainingNeeded(person, standard),
                questions: questions[person] ?? [],
                undecided: (undecided[person] ?? []).map { roster.people[$0].id }, package: package,
                isFixed: problem.orders.isFixed(person))
        }
    }

    private func packages() -> [PlanPackage] {
        chains.map { chain in
            let shape: PlanPackage.Shape =
                switch (chain.freed, chain.people.count) {
                case (nil, 2): .swap
                case (nil, _): .cycle
                case (_, 1): .single
                case (_, _): .chain
                }
            return PlanPackage(
                shape: shape, people: chain.people.map { roster.people[$0].id },
                freed: chain.freed.map { roster.seats[$0].id },
                gain: chain.people.reduce(0) { sum, person in
                    sum + problem.points(person, solution.seats[person]) - scores.stay(person)
                })
        }
    }

    private func worst(_ holders: [Int]) -> PlanShortage? {
        PlanShortage.worst(
            roster.groups.enumerated().compactMap { number, group in
                guard scores.settings.shortageKinds.contains(group.kind), let need = group.need, need > 0 else {
                    return nil
                }
                return PlanShortage(group: group.id, holders: group.others + holders[number], need: need)
            })
    }

    private func balances() -> [PlanBalance] {
        var gains = [[String]](repeating: [], count: roster.groups.count)
        var gives = gains
        var within = [Int](repeating: 0, count: roster.groups.count)
        for (person, seat) in solution.seats.enumerated() where seat != person {
            let left = roster.lineage(of: roster.seatGroups[person])
            let joined = roster.lineage(of: roster.seatGroups[seat])
            for group in left {
                if joined.contains(group) { within[group] += 1 } else { gives[group].append(roster.people[person].id) }
            }
            for group in joined where !left.contains(group) { gains[group].append(roster.people[person].id) }
        }
        return roster.groups.enumerated().map { number, group in
            PlanBalance(
                group: group.id, kind: group.kind, need: group.need, floor: group.floor,
                holdersBefore: group.others + roster.holders[number], holdersAfter: group.others + counts[number],
                gains: gains[number], gives: gives[number], within: within[number],
                price: solution.ownPrice(of: number, roster))
        }
    }
}
