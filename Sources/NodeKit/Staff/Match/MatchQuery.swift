import Negotiation
import Personnel
import StrictJSON

/// People for a vacancy, and posts for a person: pure functions over local data, in integers, in a fixed order.
///
/// First those whom no rule forbids, then those about whom everything asked is known, then by fit from the best; ties by
/// NIP, card or vacancy. A high mean over the few parts that are known is no reason to stand before someone known whole.
public struct MatchQuery: Sendable {
    public let policy: Policy
    public let today: CivilDate
    public let workplaces: Workplaces

    /// - Parameters:
    ///   - today: the region's day.
    ///   - workplaces: who serves where at this agency.
    public init(policy: Policy, today: CivilDate, workplaces: Workplaces) {
        self.policy = policy
        self.today = today
        self.workplaces = workplaces
    }

    /// The active people for a vacancy; empty when the policy does not know its route.
    ///
    /// - Parameters:
    ///   - start: the first day that is asked about; without it today.
    ///   - returns: the day back of a secondment; without it the vacancy's own.
    public func people(
        for vacancy: Vacancy, among sheets: [PersonSheet], start: CivilDate? = nil, returns: CivilDate? = nil
    ) -> [Match] {
        sheets.filter(\.person.isActive).compactMap { match($0, vacancy, start, returns) }.sorted { left, right in
            precedes(left, right) ?? (left.candidateText < right.candidateText)
        }
    }

    /// The vacancies for a person that are not ended and have a free seat.
    public func posts(for sheet: PersonSheet, among vacancies: [Vacancy], start: CivilDate? = nil) -> [Match] {
        vacancies.filter { $0.ended == nil && $0.seatsFree > 0 }.compactMap { match(sheet, $0, start, nil) }
            .sorted { left, right in precedes(left, right) ?? (left.vacancy < right.vacancy) }
    }

    /// The open cards for a vacancy, by fit alone: their rules are computed at home.
    public func cards(for vacancy: Vacancy, among cards: [Card]) -> [Match] {
        cards.filter { $0.ended == nil }.compactMap { card in
            card.profile.map { profile in
                Match(
                    candidate: .card(card.id), vacancy: vacancy.id, fit: fit(profile, vacancy), rules: [],
                    isBlocked: false)
            }
        }
        .sorted { left, right in precedes(left, right) ?? (left.candidateText < right.candidateText) }
    }

    private func match(
        _ sheet: PersonSheet, _ vacancy: Vacancy, _ start: CivilDate?, _ returns: CivilDate?
    ) -> Match? {
        guard let route = policy.route(vacancy.route) else { return nil }
        let person = sheet.civilServant
        let stated = vacancy.group("kind")?["return"]?.string.flatMap(CivilDate.init(iso:))
        let rules = RuleSheetMaker.results(
            for: person, vacancy: vacancy, route: route, policy: policy.personnel, start: start ?? today,
            returns: returns ?? stated, today: today, workplaces: workplaces)
        return Match(
            candidate: .person(person.nip), vacancy: vacancy.id, fit: fit(person.profile(on: today), vacancy),
            rules: rules, isBlocked: rules.contains(where: route.isBlocked))
    }

    private func fit(_ profile: CandidateProfile, _ vacancy: Vacancy) -> Fit {
        Fit.compute(profile, vacancy.requirement, policy.personnel, on: today)
    }

    /// Nil for a tie.
    private func precedes(_ left: Match, _ right: Match) -> Bool? {
        if left.isBlocked != right.isBlocked {
            return right.isBlocked
        }
        if left.fit.missing.count != right.fit.missing.count {
            return left.fit.missing.count < right.fit.missing.count
        }
        let (leftScore, rightScore) = (left.fit.score ?? -1, right.fit.score ?? -1)
        return leftScore == rightScore ? nil : leftScore > rightScore
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
