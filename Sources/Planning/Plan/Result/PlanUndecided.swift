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
    private var allowed: [[(least: Int, person: Int)]]

    init(_ problem: PlanProblem, _ solution: PlanSolution, _ placePrices: [Int]) {
        self.problem = problem
        self.solution = solution
        self.placePrices = placePrices
        let roster = problem.roster
        places = solution.seats.map { roster.seatPlaces[$0] }
        allowed = [[(least: Int, person: Int)]](repeating: [], count: roster.standards.count)
        let taken = Set(places.indices.filter { solution.seats[$0] != $0 }.map { roster.places[places[$0]].standard })
        for standard in taken {
            for person in roster.people.indices where problem.scores.allows(person, standard: standard) {
                let most = problem.scores.mostOfMove(person, standard: standard)
                allowed[standard].append((solution.personPrices[person] - most, person))
            }
            allowed[standard].sort { ($0.least, $0.person) < ($1.least, $1.person) }
        }
    }

    /// Between whom the line of a person is undecided, nearest first: at most ``PlanLimits/named``.
    func rivals(of mover: Int, _ questions: [PlanRefusal]) -> [Int] {
        guard !problem.orders.isFixed(mover) else { return [] }
        let place = problem.roster.seatPlaces[solution.seats[mover]]
        let standard = problem.roster.places[place].standard
        let scores = problem.scores
        let own = scores.outlook(mover, place)
        let price = placePrices[place]
        var found = Shortlist()
        for (least, other) in allowed[standard] {
            if let last = found.last, least + price > last { break }
            guard other != mover, places[other] != place else { continue }
            let its = scores.outlook(other, place)
            let short = solution.personPrices[other] - (its.points - price)
            guard short <= its.up + own.down, own.possible.count > 1 || its.possible.count > 1,
                own.possible.overlaps(its.possible), problem.points(of: other, in: place) != nil
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
