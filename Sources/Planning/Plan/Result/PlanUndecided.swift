import Personnel

/// Which lines missing data alone could decide (*data kurang*), and between whom.
///
/// A line is undecided between who moves and somebody who was passed over when neither stands before the other whatever the missing
/// data turns out to be (as ``FitOrder`` says it of two fits), and what it could turn out to be is enough to make up for the
/// points that the other misses at the plan's prices. It is undecided, too, when a gate could not be looked at and somebody
/// else is refused by that very gate alone.
///
/// So of two files that differ in one part only, known in one and not in the other, none wins or loses the place: the known points are
/// among those that the unknown ones can turn out to be, the two could change places without loss, and the points that
/// the one misses are no more than that doubt. The line then names both, and a board decides.
struct PlanUndecided {
    private let problem: PlanProblem
    private let solution: PlanSolution
    private let placePrices: [Int]
    /// [person] the place after the plan.
    private let places: [Int]
    /// [standard] whom the rules let come, with the least that any place leaves of her price, least first.
    private var allowed: [[(least: Int, row: PlanScores.Row)]]

    init(_ problem: PlanProblem, _ solution: PlanSolution, _ placePrices: [Int]) {
        self.problem = problem
        self.solution = solution
        self.placePrices = placePrices
        let roster = problem.roster
        places = solution.seats.map { roster.seatPlaces[$0] }
        allowed = [[(least: Int, row: PlanScores.Row)]](repeating: [], count: roster.standards.count)
        let taken = Set(places.indices.filter { solution.seats[$0] != $0 }.map { roster.placeStandards[places[$0]] })
        for person in roster.people.indices {
            problem.scores.forEachRow(of: person) { row in
                guard taken.contains(row.standard) else { return }
                let isOwn = roster.placeStandards[roster.seatPlaces[person]] == row.standard
                let most = isOwn ? max(row.most, problem.scores.stay(person)) : row.most
                allowed[row.standard].append((solution.personPrices[person] - most, row))
            }
        }
        for standard in taken {
            allowed[standard].sort { ($0.least, $0.row.person) < ($1.least, $1.row.person) }
        }
    }

    /// Between whom the line of a person is undecided, nearest first: at most ``PlanLimits/named``.
    func rivals(of mover: Int, _ questions: [PlanRefusal]) -> [Int] {
        guard !problem.orders.isFixed(mover) else { return [] }
        let place = problem.roster.seatPlaces[solution.seats[mover]]
        let standard = problem.roster.placeStandards[place]
        let scores = problem.scores
        let own = scores.outlook(mover, place)
        let price = placePrices[place]
        var found = Shortlist()
        for (least, row) in allowed[standard] {
            if let last = found.last, least + price > last { break }
            let other = row.person
            // Who leaves the place could stay there as well.
            let isOwn = problem.roster.seatPlaces[other] == place
            guard other != mover, places[other] != place,
                let points = isOwn ? problem.points(of: other, in: place) : problem.points(row, in: place)
            else { continue }
            let short = solution.personPrices[other] - (points - price)
            if let last = found.last, short > last { continue }
            let its = scores.outlook(other, place)
            guard short <= its.up + own.down, own.possible.count > 1 || its.possible.count > 1,
                own.possible.overlaps(its.possible)
            else { continue }
            found.offer(short, other)
        }
        return found.entries.map(\.number) + refusedAlone(standard, questions)
    }

    private func refusedAlone(_ standard: Int, _ questions: [PlanRefusal]) -> [Int] {
        // What no card shows is open for everybody.
        let gates = Set(questions.map(\.gate)).subtracting([.ladderExperience, .entry])
        guard !gates.isEmpty else { return [] }
        let refused = problem.roster.people.indices.lazy.filter { person in
            problem.scores.onlyRefusal(person, standard: standard).map(gates.contains) ?? false
        }
        return Array(refused.prefix(PlanLimits.named))
    }
}
