import Personnel

/// The points of every person in every place that she may come to.
///
/// Gates, growth and most parts of the fit hang on the person and the standard alone, so each is computed once for a pair of these,
/// and the whole fit once for each kind of places that the person tells apart (``PlanPlaceParts``).
struct PlanScores: Sendable {
    private let table: PlanScoreTable
    /// What each growth move gets in addition.
    var bonus = 0

    var roster: PlanRoster { table.roster }
    var policy: PersonnelPolicy { table.policy }
    var settings: PlanSettings { table.settings }

    init(_ roster: PlanRoster, _ policy: PersonnelPolicy, _ settings: PlanSettings) {
        table = PlanScoreTable(roster, policy, settings)
    }

    /// The moves of one person to places of one standard.
    struct Row {
        let person: Int
        let standard: Int
        /// What none of them is worth more than.
        let most: Int
        /// What they are worth beside the fit.
        fileprivate let beside: Int
        fileprivate let firstFit: Int
        fileprivate let firstRegion: Int
    }

    /// Calls for each standard to whose places the rules let a person come, in order.
    @inline(__always)
    func forEachRow(of person: Int, _ body: (Row) -> Void) {
        for number in table.openings(of: person) { body(row(person, table.openings[number])) }
    }

    /// [standard] the rows of everybody whom the rules let come to its places.
    func rowsByStandard() -> [[Row]] {
        var rows = [[Row]](repeating: [], count: roster.standards.count)
        for person in roster.people.indices { forEachRow(of: person) { rows[$0.standard].append($0) } }
        return rows
    }

    private func row(_ person: Int, _ opening: PlanScoreTable.Opening) -> Row {
        let beside = beside(opening)
        return Row(
            person: person, standard: Int(opening.standard), most: Int(opening.mostOfFit) + beside, beside: beside,
            firstFit: opening.firstFit, firstRegion: table.placeParts.firstRegion(person))
    }

    /// Nil when the rules do not let the person come to places of the standard.
    func row(_ person: Int, standard: Int) -> Row? {
        table.opening(person, standard).map { row(person, $0) }
    }

    /// What a move to a place of the row's standard is worth; nil where the fit is not known, or less than it must be.
    @inline(__always)
    func points(_ row: Row, in place: Int) -> Int? {
        if table.placeParts.receiverWish(row.person, place) != nil {
            return table.fit(row.person, place).map { $0 + row.beside }
        }
        let fit = table.fits[row.firstFit + table.placeParts.kind(place, row.firstRegion)]
        return fit < 0 ? nil : Int(fit) + row.beside
    }

    /// What a move to a place is worth; nil when the person may not come: the rules do not let her, or her fit is not known or less
    /// than it must be.
    func move(_ person: Int, to place: Int) -> Int? {
        row(person, standard: roster.placeStandards[place]).flatMap { points($0, in: place) }
    }

    /// Whether a fit can be unknown or too small where the rules let a person come.
    var asksFit: Bool { table.leastFit > 0 || table.hasOpenFit }

    /// The gate that alone keeps a person from places of a standard; nil where none does, or several.
    func onlyRefusal(_ person: Int, standard: Int) -> PlanGate? { table.onlyRefusal(person, standard) }

    /// What staying is worth.
    func stay(_ person: Int) -> Int { table.ownFits[person].score ?? 0 }

    func isKnown(_ person: Int) -> Bool { table.ownFits[person].score != nil }

    /// What a move is worth beside the fit.
    private func beside(_ opening: PlanScoreTable.Opening) -> Int {
        growthPoints(opening) + (opening.isGrowth ? bonus : 0) - table.price
    }

    private func growthPoints(_ opening: PlanScoreTable.Opening) -> Int {
        Int(max(opening.growth, 0)) * table.growthPoints / 1000
    }

    /// The parts of what a move is worth to a place of whose standard the rules let a person come.
    func score(_ person: Int, _ place: Int) -> PlanScore {
        let opening = table.opening(person, roster.placeStandards[place])
        return PlanScore(
            fit: table.weighing(person, place).score,
            growth: opening.flatMap { $0.growth < 0 ? nil : Int($0.growth) },
            growthPoints: opening.map(growthPoints) ?? 0,
            bonus: opening.map { $0.isGrowth ? bonus : 0 } ?? 0,
            price: table.price)
    }

    func stayScore(_ person: Int) -> PlanScore {
        PlanScore(fit: table.ownFits[person].score, growth: nil, growthPoints: 0, bonus: 0, price: 0)
    }

    func isGrowth(_ person: Int, _ place: Int) -> Bool {
        table.opening(person, roster.placeStandards[place])?.isGrowth ?? false
    }

    /// What a move can turn out to be worth.
    struct Outlook {
        /// Where the fit lies once everything is known.
        let possible: ClosedRange<Int>
        /// How many points the move could be worth more, against staying, once everything is known.
        let up: Int
        let down: Int
    }

    func outlook(_ person: Int, _ place: Int) -> Outlook {
        let weighing = table.weighing(person, place)
        let (fit, possible) = (weighing.score ?? 0, weighing.possible)
        let own = table.ownFits[person]
        let stay = own.score ?? 0
        return Outlook(
            possible: possible,
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

    /// The parts of the fit for some places, computed again.
    func fits(_ person: Int, _ places: [Int]) -> [Fit] {
        let someone = roster.people[person]
        let subject = FitSubject(someone.profile, policy, on: roster.start)
        return places.map { place in
            Fit(subject, roster.requirement(of: place), receiverWish: roster.places[place].wishes[someone.id])
        }
    }

    func growth(_ person: Int, _ standard: Int) -> Growth {
        Growth(roster.people[person].profile, roster.standards[standard].requirement, policy)
    }

    func trainingNeeded(_ person: Int, _ standard: Int) -> [CompetenceGap] {
        PlanEligibility(policy: policy, settings: settings, start: roster.start).trainingNeeded(
            roster.people[person], for: roster.standards[standard])
    }
}
