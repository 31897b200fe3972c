import Negotiation
import Personnel
import StrictJSON

/// People for a vacancy, and posts for a person: pure functions over local data, in integers, in a fixed order.
///
/// First those whom no rule forbids. Among them data alone decides, as in a plan: whoever surely fits better stands first
/// (``FitOrder``), and where missing data or a tie leaves it open, each carries the range of places that she can have. Within one
/// range whoever has the higher known score is listed first, as a plan would take her, then by NIP, card or vacancy; it is a list
/// and no place.
public struct MatchQuery: Sendable {
    public let policy: Policy
    public let today: CivilDate
    public let workplaces: Workplaces
    public let wishes: StatedWishes
    /// The district of each unit of this agency.
    public let districts: [String: String]

    /// - Parameters:
    ///   - today: the region's day.
    ///   - workplaces: who serves where at this agency.
    public init(
        policy: Policy, today: CivilDate, workplaces: Workplaces, wishes: StatedWishes, districts: [String: String]
    ) {
        self.policy = policy
        self.today = today
        self.workplaces = workplaces
        self.wishes = wishes
        self.districts = districts
    }

    /// The active people for a vacancy; empty when the policy does not know its route.
    ///
    /// - Parameters:
    ///   - start: the first day that is asked about; without it today.
    ///   - returns: the day back of a secondment; without it the vacancy's own.
    public func people(
        for vacancy: Vacancy, among sheets: [PersonSheet], start: CivilDate? = nil, returns: CivilDate? = nil
    ) -> [Match] {
        ranked(
            sheets.filter(\.person.isActive).compactMap { match($0, vacancy, start: start, returns: returns) },
            by: \.candidateText)
    }

    /// The vacancies for a person that are not ended and have a free seat.
    public func posts(for sheet: PersonSheet, among vacancies: [Vacancy], start: CivilDate? = nil) -> [Match] {
        let open = vacancies.filter { $0.ended == nil && $0.seatsFree > 0 }
        return ranked(open.compactMap { match(sheet, $0, start: start) }, by: \.vacancy.text)
    }

    /// The cards for a vacancy, by fit alone: their rules are computed at home.
    public func cards(for vacancy: Vacancy, among cards: [Card], start: CivilDate? = nil) -> [Match] {
        let matches = cards.filter { $0.ended == nil }.compactMap { card -> Match? in
            guard var profile = card.profile else { return nil }
            profile.wishes = wishes.own(card.id, on: vacancy.route)
            return match(.card(card.id), profile, vacancy, start, card: card.id, rules: [], isBlocked: false)
        }
        return ranked(matches, by: \.candidateText)
    }

    /// What fit and growth know of one of this agency's people for a route.
    public func profile(of sheet: PersonSheet, on route: String) -> CandidateProfile {
        var profile = sheet.civilServant.profile(on: today)
        profile.wishes = sheet.card.flatMap { wishes.own($0, on: route) }
        profile.district = district(of: sheet)
        return profile
    }

    /// The district in which one of this agency's people serves.
    public func district(of sheet: PersonSheet) -> String? {
        sheet.definitiveAssignment(on: today).flatMap { districts[$0.assignment.unitID] }
    }

    /// One person against one vacancy, without a place; nil when the policy does not know its route.
    public func match(
        _ sheet: PersonSheet, _ vacancy: Vacancy, start: CivilDate? = nil, returns: CivilDate? = nil
    ) -> Match? {
        guard let route = policy.route(vacancy.route) else { return nil }
        let stated = vacancy.group("kind")?["return"]?.string.flatMap(CivilDate.init(iso:))
        let rules = RuleSheetMaker.results(
            for: sheet.civilServant, vacancy: vacancy, route: route, policy: policy.personnel, start: start ?? today,
            returns: returns ?? stated, today: today, workplaces: workplaces)
        return match(
            .person(sheet.person.nip), profile(of: sheet, on: vacancy.route), vacancy, start, card: sheet.card,
            rules: rules, isBlocked: rules.contains(where: route.isBlocked))
    }

    private func match(
        _ candidate: Match.Candidate, _ profile: CandidateProfile, _ vacancy: Vacancy, _ start: CivilDate?,
        card: RecordID?, rules: [RuleResult], isBlocked: Bool
    ) -> Match {
        let requirement = vacancy.requirement
        let route = policy.route(vacancy.route)
        return Match(
            candidate: candidate, vacancy: vacancy.id,
            fit: Fit.compute(
                profile, requirement, policy.personnel, on: start ?? today,
                receiverWish: card.flatMap { wishes.receiver(of: $0, for: vacancy, route) }),
            growth: Growth(profile, requirement, policy.personnel), rules: rules, isBlocked: isBlocked)
    }

    /// Those whom no rule forbids with their places, then the others.
    private func ranked(_ matches: [Match], by tie: (Match) -> String) -> [Match] {
        let free = ordered(matches.filter { !$0.isBlocked }, by: tie).map { match, place in
            var placed = match
            placed.place = place
            return placed
        }
        return free + ordered(matches.filter(\.isBlocked), by: tie).map(\.0)
    }

    private func ordered(_ matches: [Match], by tie: (Match) -> String) -> [(Match, FitRanking.Place)] {
        zip(matches, FitRanking(matches.map(\.fit)).places).sorted { left, right in
            let (first, second) = (left.0.fit.score ?? -1, right.0.fit.score ?? -1)
            let keys = ((left.1.best, left.1.worst, -first), (right.1.best, right.1.worst, -second))
            if keys.0 != keys.1 { return keys.0 < keys.1 }
            return tie(left.0).utf8.lexicographicallyPrecedes(tie(right.0).utf8)
        }
    }
}

extension Match {
    /// The NIP or the card's id, for ties.
    fileprivate var candidateText: String {
        switch candidate {
        case .person(let nip): nip.text
        case .card(let id): id.text
        }
    }
}
