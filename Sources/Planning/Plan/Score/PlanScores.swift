import Personnel

/// The points of every person in every place that she may come to.
///
/// Gates, growth and most parts of the fit hang on the person and the standard alone, so each is computed once for a pair of these;
/// what hangs on the place is added when it is asked for.
struct PlanScores: Sendable {
    /// What is known of one person for one standard.
    fileprivate struct Entry {
        /// The fit without the parts of a place.
        var weighing = Weighing()
        /// -1 when nothing of it is known.
        var growth: Int16 = -1
        var isGrowth = false
        /// Whether the rules let her come.
        var isAllowed = false
        /// The gate that alone does not.
        var onlyRefusal: PlanGate?
    }

    private let table: PlanScoreTable
    /// What each growth move gets in addition.
    var bonus = 0

    var roster: PlanRoster { table.roster }
    var policy: PersonnelPolicy { table.policy }
    var settings: PlanSettings { table.settings }

    init(_ roster: PlanRoster, _ policy: PersonnelPolicy, _ settings: PlanSettings) {
        table = PlanScoreTable(roster, policy, settings)
    }

    /// Whether the rules let a person come to places of a standard.
    func allows(_ person: Int, standard: Int) -> Bool { table.entry(person, standard).isAllowed }

    /// Whether a person may come to a place: the rules let her, and her fit is known and as much as it must be.
    func allows(_ person: Int, place: Int) -> Bool {
        guard allows(person, standard: roster.places[place].standard) else { return false }
        return table.weighing(person, place).score.map { $0 >= table.leastFit } ?? false
    }

    /// Whether a fit can be unknown or too small where the rules let a person come.
    var asksFit: Bool { table.leastFit > 0 || table.hasOpenFit }

    /// The gate that alone keeps a person from places of a standard; nil where none does, or several.
    func onlyRefusal(_ person: Int, standard: Int) -> PlanGate? { table.entry(person, standard).onlyRefusal }

    /// What staying is worth.
    func stay(_ person: Int) -> Int { table.ownFits[person].score ?? 0 }

    func isKnown(_ person: Int) -> Bool { table.ownFits[person].score != nil }

    /// What a move to a place that the person may come to is worth.
    func move(_ person: Int, to place: Int) -> Int {
        let entry = table.entry(person, roster.places[place].standard)
        return beside(entry) + (table.weighing(person, place).score ?? 0)
    }

    /// What no move of the person to a place of a standard is worth more than.
    func mostOfMove(_ person: Int, standard: Int) -> Int {
        let entry = table.entry(person, standard)
        return beside(entry) + table.placeParts.most(person, entry.weighing)
    }

    /// What a move is worth beside the fit.
    private func beside(_ entry: Entry) -> Int {
        growthPoints(entry) + (entry.isGrowth ? bonus : 0) - table.price
    }

    private func growthPoints(_ entry: Entry) -> Int { Int(max(entry.growth, 0)) * table.growthPoints / 1000 }

    func score(_ person: Int, _ place: Int) -> PlanScore {
        let entry = table.entry(person, roster.places[place].standard)
        return PlanScore(
            fit: table.weighing(person, place).score,
            growth: entry.growth < 0 ? nil : Int(entry.growth),
            growthPoints: growthPoints(entry),
            bonus: entry.isGrowth ? bonus : 0,
            price: table.price)
    }

    func stayScore(_ person: Int) -> PlanScore {
        PlanScore(fit: table.ownFits[person].score, growth: nil, growthPoints: 0, bonus: 0, price: 0)
    }

    func isGrowth(_ person: Int, _ place: Int) -> Bool { table.entry(person, roster.places[place].standard).isGrowth }

    /// What a move is worth, and what it can turn out to be worth.
    struct Outlook {
        let points: Int
        /// Where the fit lies once everything is known.
        let possible: ClosedRange<Int>
        /// How many points the move could be worth more, against staying, once everything is known.
        let up: Int
        let down: Int
    }

    func outlook(_ person: Int, _ place: Int) -> Outlook {
        let entry = table.entry(person, roster.places[place].standard)
        let weighing = table.weighing(person, place)
        let (fit, possible) = (weighing.score ?? 0, weighing.possible)
        let own = table.ownFits[person]
        let stay = own.score ?? 0
        return Outlook(
            points: beside(entry) + fit, possible: possible,
            up: max(possible.upperBound - fit, 0) + max(stay - own.possible.lowerBound, 0),
            down: max(fit - possible.lowerBound, 0) + max(own.possible.upperBound - stay, 0))
    }

    static func bounded(_ points: Int) -> Int { min(max(points, 0), 1000) }
}

extension PlanScores {
    func findings(_ person: Int, _ standard: Int) -> (refusals: [PlanRefusal], questions: [PlanRefusal]) {
        PlanEligibility(policy: policy, settings: settings, start: roster.start).findings(
            roster.people[person], from: roster.seats[person].post, to: roster.standards[standard])
    }

    /// The parts of the fit for a place, computed again.
    func fit(_ person: Int, _ place: Int) -> Fit {
        let someone = roster.people[person]
        return Fit.compute(
            someone.profile, roster.requirement(of: place), policy, on: roster.start,
            receiverWish: roster.places[place].wishes[someone.id])
    }

    func growth(_ person: Int, _ standard: Int) -> Growth {
        Growth(roster.people[person].profile, roster.standards[standard].requirement, policy)
    }

    func trainingNeeded(_ person: Int, _ standard: Int) -> [CompetenceGap] {
        PlanEligibility(policy: policy, settings: settings, start: roster.start).trainingNeeded(
            roster.people[person], for: roster.standards[standard])
    }
}

/// What scores are made of, computed once; a class, since everything that asks holds it.
private final class PlanScoreTable: Sendable {
    typealias Entry = PlanScores.Entry

    let roster: PlanRoster
    let policy: PersonnelPolicy
    let settings: PlanSettings
    /// [person × standard]
    private let entries: [Entry]
    let placeParts: PlanPlaceParts
    /// [person] the fit for her own seat; nil when nothing is known.
    let ownFits: [(score: Int?, possible: ClosedRange<Int>)]
    let growthPoints: Int
    let price: Int
    let leastFit: Int
    /// Whether somebody's fit for some place hangs on the parts of the place alone.
    let hasOpenFit: Bool

    init(_ roster: PlanRoster, _ policy: PersonnelPolicy, _ settings: PlanSettings) {
        self.roster = roster
        self.policy = policy
        self.settings = settings
        growthPoints = PlanScores.bounded(settings.growthPoints)
        price = PlanScores.bounded(settings.movePrice)
        leastFit = PlanScores.bounded(settings.minimumFit)
        placeParts = PlanPlaceParts(roster, policy)
        let eligibility = PlanEligibility(policy: policy, settings: settings, start: roster.start)
        let standards = roster.standards.indices.filter { !roster.openPlaces[$0].isEmpty }
        var entries = [Entry](repeating: Entry(), count: roster.people.count * roster.standards.count)
        var ownFits: [(score: Int?, possible: ClosedRange<Int>)] = []
        var hasOpenFit = false
        for (number, person) in roster.people.enumerated() {
            let subject = FitSubject(person.profile, policy, on: roster.start)
            let place = roster.seatPlaces[number]
            let own = roster.standards[roster.places[place].standard]
            var weighing = subject.weighing(own.requirement, subject.match(own.requirement))
            placeParts.add(number, place, to: &weighing)
            ownFits.append((weighing.score, weighing.possible))
            guard weighing.score != nil, person.blocked == nil else { continue }
            for standard in standards {
                let asked = roster.standards[standard]
                let found = eligibility.found(person, from: own.post, to: asked, subject)
                var entry = Entry()
                switch found {
                case .refused(let gate): entry.onlyRefusal = gate
                case .allowed(let match):
                    entry.weighing = subject.weighing(asked.requirement, match)
                    entry.isAllowed = entry.weighing.score != nil || placeParts.isWeighed
                    hasOpenFit = hasOpenFit || entry.isAllowed && entry.weighing.score == nil
                    let growth = subject.growth(asked.requirement, match)
                    entry.growth = Int16(growth.score ?? -1)
                    entry.isGrowth = growth.isGrowthMove == true
                }
                entries[number * roster.standards.count + standard] = entry
            }
        }
        self.entries = entries
        self.ownFits = ownFits
        self.hasOpenFit = hasOpenFit
    }

    func entry(_ person: Int, _ standard: Int) -> Entry {
        entries[person * roster.standards.count + standard]
    }

    func weighing(_ person: Int, _ place: Int) -> Weighing {
        var weighing = entry(person, roster.places[place].standard).weighing
        placeParts.add(person, place, to: &weighing)
        return weighing
    }
}
