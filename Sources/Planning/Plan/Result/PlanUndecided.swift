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
    /// [standard] who may be in its places, least first.
    private var candidates: [[Candidate]]

    private struct Candidate {
        /// The least that any place leaves of her price.
        let least: Int
        let person: Int
        /// Nil for who may only stay in her own place.
        let row: PlanScores.Row?
    }

    init(_ problem: PlanProblem, _ solution: PlanSolution, _ placePrices: [Int]) {
        self.problem = problem
        self.solution = solution
        self.placePrices = placePrices
        let roster = problem.roster
        places = solution.seats.map { roster.seatPlaces[$0] }
        candidates = [[Candidate]](repeating: [], count: roster.standards.count)
        let taken = Set(places.indices.filter { solution.seats[$0] != $0 }.map { roster.placeStandards[places[$0]] })
        for person in roster.people.indices {
            let price = solution.personPrices[person]
            let own = roster.placeStandards[roster.seatPlaces[person]]
            var leaves = solution.seats[person] != person && taken.contains(own)
            problem.scores.forEachRow(of: person) { row in
                guard taken.contains(row.standard) else { return }
                var most = row.most
                if row.standard == own {
                    most = max(most, problem.scores.stay(person))
                    leaves = false
                }
                candidates[row.standard].append(Candidate(least: price - most, person: person, row: row))
            }
            if leaves {
                let least = price - problem.scores.stay(person)
                candidates[own].append(Candidate(least: least, person: person, row: nil))
            }
        }
        for standard in taken {
            candidates[standard].sort { ($0.least, $0.person) < ($1.least, $1.person) }
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
        for candidate in candidates[standard] {
            if let last = found.last, candidate.least + price > last { break }
            let other = candidate.person
            guard other != mover, places[other] != place, let points = points(candidate, in: place) else { continue }
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

    /// Who leaves the place could stay there as well.
    private func points(_ candidate: Candidate, in place: Int) -> Int? {
        if problem.roster.seatPlaces[candidate.person] == place {
            return problem.points(of: candidate.person, in: place)
        }
        return candidate.row.flatMap { problem.points($0, in: place) }
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
