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
    /// [standard] who may come.
    private var allowed: [[Int]]
    /// [standard] whom the rules refuse by one gate alone.
    private var refused: [Int: [(person: Int, gate: PlanGate)]] = [:]

    init(_ problem: PlanProblem, _ solution: PlanSolution, _ placePrices: [Int]) {
        self.problem = problem
        self.solution = solution
        self.placePrices = placePrices
        let roster = problem.roster
        allowed = [[Int]](repeating: [], count: roster.standards.count)
        for person in roster.people.indices {
            for standard in roster.standards.indices where problem.scores.allows(person, standard) {
                allowed[standard].append(person)
            }
        }
    }

    /// Between whom the line of a person is undecided, nearest first: at most ``PlanLimits/named``.
    mutating func rivals(of mover: Int, _ questions: [PlanRefusal]) -> [Int] {
        guard !problem.orders.isFixed(mover) else { return [] }
        let place = problem.roster.seatPlaces[solution.seats[mover]]
        let standard = problem.roster.places[place].standard
        let scores = problem.scores
        let own = scores.possible(mover, standard)
        let doubt = scores.doubt(mover, place)
        var found = Shortlist()
        for other in allowed[standard] where other != mover {
            let seat = problem.roster.seatPlaces[solution.seats[other]]
            guard seat != place, problem.points(of: other, in: place) != nil else { continue }
            let its = scores.possible(other, standard)
            guard own.count > 1 || its.count > 1, own.overlaps(its) else { continue }
            let short = solution.personPrices[other] - (scores.move(other, to: place) - placePrices[place])
            if short <= scores.doubt(other, place).up + doubt.down { found.offer(short, other) }
        }
        return found.entries.map(\.number) + Array(refusedAlone(standard, questions).prefix(PlanLimits.named))
    }

    private mutating func refusedAlone(_ standard: Int, _ questions: [PlanRefusal]) -> [Int] {
        // What no card shows is open for everybody.
        let gates = Set(questions.map(\.gate)).subtracting([.ladderExperience, .entry])
        guard !gates.isEmpty else { return [] }
        let known = refused[standard] ?? refusedByOne(standard)
        refused[standard] = known
        return known.filter { gates.contains($0.gate) }.map(\.person)
    }

    private func refusedByOne(_ standard: Int) -> [(person: Int, gate: PlanGate)] {
        problem.roster.people.indices.compactMap { person in
            guard problem.roster.people[person].blocked == nil else { return nil }
            let refusals = problem.scores.findings(person, standard).refusals
            return refusals.count == 1 ? (person, refusals[0].gate) : nil
        }
    }
}
