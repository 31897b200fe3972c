import Personnel

/// What scores are made of, computed once; a class, since everything that asks holds it.
final class PlanScoreTable: Sendable {
    /// A standard to whose places the rules let one person come.
    struct Opening {
        let standard: Int32
        /// Where her fits for the kinds of places begin.
        var firstFit: Int
        /// What none of them is above.
        let mostOfFit: Int16
        /// -1 when nothing of it is known.
        let growth: Int16
        let isGrowth: Bool
    }

    let roster: PlanRoster
    let policy: PersonnelPolicy
    let settings: PlanSettings
    let placeParts: PlanPlaceParts
    private let found: Findings
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
        let laying = Laying(roster, policy, settings, placeParts, leastFit)
        let parts = Parallel.chunks(roster.people.count) { people in
            var findings = Findings()
            for person in people { laying.add(person, to: &findings) }
            return findings
        }
        found = parts.reduce(into: Findings()) { $0.append($1) }
        hasOpenFit = found.weighings.contains { $0.score == nil }
    }

    /// Those of one person after those of another, by standard.
    var openings: [Opening] { found.openings }
    /// [opening × kind of the person's places] -1 where she may not come.
    var fits: [Int16] { found.fits }
    /// [person] the fit for her own seat; nil when nothing is known.
    var ownFits: [(score: Int?, possible: ClosedRange<Int>)] { found.ownFits }

    /// The numbers of a person's openings.
    @inline(__always)
    func openings(of person: Int) -> Range<Int> { found.starts[person]..<found.starts[person + 1] }

    /// Nil where the rules do not let the person come.
    @inline(__always)
    func opening(_ person: Int, _ standard: Int) -> Opening? {
        let number = found.numbers[person * roster.standards.count + standard]
        return number < 0 ? nil : found.openings[Int(number)]
    }

    func onlyRefusal(_ person: Int, _ standard: Int) -> PlanGate? {
        found.refusals[person * roster.standards.count + standard]
    }

    /// The fit for a place of whose standard the rules let a person come, with what is not known of it.
    func weighing(_ person: Int, _ place: Int) -> Weighing {
        let number = found.numbers[person * roster.standards.count + roster.placeStandards[place]]
        var weighing = number < 0 ? Weighing() : found.weighings[Int(number)]
        placeParts.add(person, place, to: &weighing)
        return weighing
    }

    /// The score of it; nil when it is not known, or less than it must be.
    func fit(_ person: Int, _ place: Int) -> Int? { Self.enough(weighing(person, place), leastFit) }

    fileprivate static func enough(_ weighing: Weighing, _ least: Int) -> Int? {
        weighing.score.flatMap { $0 >= least ? $0 : nil }
    }
}

/// What is known of some people, or of all.
private struct Findings: Sendable {
    var openings: [PlanScoreTable.Opening] = []
    /// [person and one more] where hers begin.
    var starts = [0]
    /// [person × standard] the number of the opening; -1 where the rules close it.
    var numbers: [Int32] = []
    /// [person × standard] the gate that alone closes it.
    var refusals: [PlanGate?] = []
    /// [opening] the fit without the parts of a place.
    var weighings: [Weighing] = []
    var fits: [Int16] = []
    var ownFits: [(score: Int?, possible: ClosedRange<Int>)] = []

    mutating func append(_ next: Findings) {
        let (before, fitsBefore) = (openings.count, fits.count)
        openings += next.openings.map { opening in
            var moved = opening
            moved.firstFit += fitsBefore
            return moved
        }
        starts += next.starts.dropFirst().map { $0 + before }
        numbers += next.numbers.map { $0 < 0 ? $0 : $0 + Int32(before) }
        refusals += next.refusals
        weighings += next.weighings
        fits += next.fits
        ownFits += next.ownFits
    }
}

/// Lays people against the standards of all places where anybody may come.
private struct Laying: Sendable {
    private let roster: PlanRoster
    private let policy: PersonnelPolicy
    private let placeParts: PlanPlaceParts
    private let leastFit: Int
    private let eligibility: PlanEligibility
    private let competenceNumbers: CompetenceNumbers
    /// [standard]
    private let competences: [CompetenceNumbers.Standard]

    init(
        _ roster: PlanRoster, _ policy: PersonnelPolicy, _ settings: PlanSettings, _ placeParts: PlanPlaceParts,
        _ leastFit: Int
    ) {
        self.roster = roster
        self.policy = policy
        self.placeParts = placeParts
        self.leastFit = leastFit
        eligibility = PlanEligibility(policy: policy, settings: settings, start: roster.start)
        var numbers = CompetenceNumbers()
        competences = roster.standards.map { numbers.standard($0.requirement.competences) }
        competenceNumbers = numbers
    }

    func add(_ number: Int, to findings: inout Findings) {
        let person = roster.people[number]
        let subject = FitSubject(person.profile, policy, on: roster.start)
        let held = competenceNumbers.held(person.profile.competences ?? [:])
        let place = roster.seatPlaces[number]
        let own = roster.placeStandards[place]
        var weighing = subject.weighing(roster.standards[own].requirement, held.tally(competences[own]))
        placeParts.add(number, place, to: &weighing)
        findings.ownFits.append((weighing.score, weighing.possible))
        let first = findings.numbers.count
        findings.numbers += repeatElement(-1, count: roster.standards.count)
        findings.refusals += repeatElement(nil, count: roster.standards.count)
        defer { findings.starts.append(findings.openings.count) }
        guard weighing.score != nil, person.blocked == nil else { return }
        for (standard, asked) in roster.standards.enumerated() where !roster.openPlaces[standard].isEmpty {
            let tally = held.tally(competences[standard])
            switch eligibility.found(person, from: roster.standards[own].post, to: asked, tally) {
            case .refused(let gate): findings.refusals[first + standard] = gate
            case .allowed:
                let weighing = subject.weighing(asked.requirement, tally)
                guard weighing.score != nil || placeParts.isWeighed else { continue }
                findings.numbers[first + standard] = Int32(findings.openings.count)
                findings.weighings.append(weighing)
                open(number, standard, weighing, subject.growth(asked.requirement, tally), &findings)
            }
        }
    }

    private func open(
        _ person: Int, _ standard: Int, _ ofStandard: Weighing, _ growth: GrowthPoints, _ findings: inout Findings
    ) {
        let firstFit = findings.fits.count
        var most = 0
        for kind in 0..<placeParts.kindCount(person) {
            var weighing = ofStandard
            placeParts.add(person, standard: standard, kind: kind, to: &weighing)
            findings.fits.append(Int16(PlanScoreTable.enough(weighing, leastFit) ?? -1))
            most = max(most, placeParts.most(person, weighing))
        }
        findings.openings.append(
            PlanScoreTable.Opening(
                standard: Int32(standard), firstFit: firstFit, mostOfFit: Int16(most),
                growth: Int16(growth.score ?? -1), isGrowth: growth.isGrowthMove == true))
    }
}
