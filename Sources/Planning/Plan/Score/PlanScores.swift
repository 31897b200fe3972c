import Personnel

/// The points of every person in every place that she may come to.
///
/// Fit, growth and gates hang on the person and the standard alone, so each is computed once for a pair of these.
struct PlanScores: Sendable {
    /// What is known of one person for one standard.
    private struct Entry {
        /// The fit, or -1 when she may not come.
        var fit: Int16 = -1
        var lowest: Int16 = 0
        var highest: Int16 = 0
        /// -1 when nothing of it is known.
        var growth: Int16 = -1
        var isGrowth = false
    }

    let roster: PlanRoster
    let policy: PersonnelPolicy
    let settings: PlanSettings
    /// [person × standard]
    private let entries: [Entry]
    /// [person] the fit for her own seat; nil when nothing is known.
    private let ownFits: [(score: Int?, possible: ClosedRange<Int>)]
    private let growthPoints: Int
    private let price: Int
    /// What each growth move gets in addition.
    var bonus = 0

    init(_ roster: PlanRoster, _ policy: PersonnelPolicy, _ settings: PlanSettings) {
        self.roster = roster
        self.policy = policy
        self.settings = settings
        growthPoints = Self.bounded(settings.growthPoints)
        price = Self.bounded(settings.movePrice)
        let eligibility = PlanEligibility(policy: policy, settings: settings, start: roster.start)
        let least = min(max(settings.minimumFit, 0), 1000)
        var entries = [Entry](repeating: Entry(), count: roster.people.count * roster.standards.count)
        var ownFits: [(score: Int?, possible: ClosedRange<Int>)] = []
        for (number, person) in roster.people.enumerated() {
            let own = roster.standards[roster.places[roster.seatPlaces[number]].standard]
            let fit = own.fit(person, policy, on: roster.start)
            ownFits.append((fit.score, fit.possible))
            guard fit.score != nil, person.blocked == nil else { continue }
            for (standard, asked) in roster.standards.enumerated() where !roster.openPlaces[standard].isEmpty {
                guard eligibility.allows(person, from: own.post, to: asked) else { continue }
                let fit = asked.fit(person, policy, on: roster.start)
                guard let score = fit.score, score >= least else { continue }
                let growth = Growth(person.profile, asked.requirement, policy)
                entries[number * roster.standards.count + standard] = Entry(
                    fit: Int16(score), lowest: Int16(fit.possible.lowerBound), highest: Int16(fit.possible.upperBound),
                    growth: Int16(growth.score ?? -1), isGrowth: growth.isGrowthMove == true)
            }
        }
        self.entries = entries
        self.ownFits = ownFits
    }

    private func entry(_ person: Int, _ standard: Int) -> Entry {
        entries[person * roster.standards.count + standard]
    }

    /// Whether a person may come to places of a standard.
    func allows(_ person: Int, _ standard: Int) -> Bool { entry(person, standard).fit >= 0 }

    /// What staying is worth.
    func stay(_ person: Int) -> Int { ownFits[person].score ?? 0 }

    func isKnown(_ person: Int) -> Bool { ownFits[person].score != nil }

    /// What a move to a place that the person may come to is worth.
    func move(_ person: Int, to place: Int) -> Int { move(person, standard: roster.places[place].standard) }

    func move(_ person: Int, standard: Int) -> Int {
        let entry = entry(person, standard)
        return Int(entry.fit) + Int(max(entry.growth, 0)) * growthPoints / 1000 + (entry.isGrowth ? bonus : 0) - price
    }

    func score(_ person: Int, _ place: Int) -> PlanScore {
        let entry = entry(person, roster.places[place].standard)
        return PlanScore(
            fit: Int(entry.fit),
            growth: entry.growth < 0 ? nil : Int(entry.growth),
            growthPoints: Int(max(entry.growth, 0)) * growthPoints / 1000,
            bonus: entry.isGrowth ? bonus : 0,
            price: price)
    }

    func stayScore(_ person: Int) -> PlanScore {
        PlanScore(fit: ownFits[person].score, growth: nil, growthPoints: 0, bonus: 0, price: 0)
    }

    func isGrowth(_ person: Int, _ place: Int) -> Bool { entry(person, roster.places[place].standard).isGrowth }

    /// Where the fit lies once everything is known.
    func possible(_ person: Int, _ standard: Int) -> ClosedRange<Int> {
        let entry = entry(person, standard)
        return Int(entry.lowest)...Int(entry.highest)
    }

    /// How many points a move could be worth more, against staying, once everything is known, and how many less.
    func doubt(_ person: Int, _ place: Int) -> (up: Int, down: Int) {
        let entry = entry(person, roster.places[place].standard)
        let own = ownFits[person]
        let stay = own.score ?? 0
        return (
            max(Int(entry.highest - entry.fit), 0) + max(stay - own.possible.lowerBound, 0),
            max(Int(entry.fit - entry.lowest), 0) + max(own.possible.upperBound - stay, 0)
        )
    }

    static func bounded(_ points: Int) -> Int { min(max(points, 0), 1000) }
}

extension PlanScores {
    func findings(_ person: Int, _ standard: Int) -> (refusals: [PlanRefusal], questions: [PlanRefusal]) {
        PlanEligibility(policy: policy, settings: settings, start: roster.start).findings(
            roster.people[person], from: roster.seats[person].post, to: roster.standards[standard])
    }

    /// The parts of the fit, computed again.
    func fit(_ person: Int, _ standard: Int) -> Fit {
        roster.standards[standard].fit(roster.people[person], policy, on: roster.start)
    }

    func growth(_ person: Int, _ standard: Int) -> Growth {
        Growth(roster.people[person].profile, roster.standards[standard].requirement, policy)
    }

    func trainingNeeded(_ person: Int, _ standard: Int) -> [CompetenceGap] {
        PlanEligibility(policy: policy, settings: settings, start: roster.start).trainingNeeded(
            roster.people[person], for: roster.standards[standard])
    }
}
