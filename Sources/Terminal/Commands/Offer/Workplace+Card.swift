import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// The person behind a card, which only the registry knows.
extension Workplace {
    /// The card that was typed: the end of its id, or at the registry the NIP of its person.
    ///
    /// Throws ``ShortIDError``, `StaffError`, and ``CommandError``: `not-registry` for a NIP elsewhere, `bad-argument` for
    /// a person without a card.
    func card(_ typed: String) throws -> RecordID {
        guard let nip = try? NIP(parsing: typed) else {
            return try foreseen(typed, .card).id
        }
        try requireRegistry()
        guard let card = try sheet(nip).card else {
            throw CommandError(
                .badArgument, Sentence("Pegawai ini belum memiliki kartu.", "This person has no card."),
                advice: Sentence(
                    "Impor data pegawai, lalu jalankan sync; lihat dengan staff show.",
                    "Import the staff files and run sync; look with staff show."))
        }
        return card
    }

    /// Everything of the person with this NIP. Throws `NIPError`, `StaffError` `staff-unknown-person`.
    func sheet(_ typed: String) throws -> PersonSheet { try sheet(try NIP(parsing: typed)) }

    func sheet(_ nip: NIP) throws -> PersonSheet {
        guard let sheet = try store.staff.sheet(nip) else {
            throw StaffError(.unknownPerson, "nobody of the staff has this NIP", next: "look with: staff list")
        }
        return sheet
    }

    /// Everything that the registry knows of the person behind a card of this agency.
    ///
    /// Throws ``CommandError``: `not-registry`, or `bad-argument` when the card is not one of this registry's.
    func sheet(ofCard card: RecordID) throws -> PersonSheet {
        try requireRegistry()
        let sheet = try store.staff.read { reader in
            try reader.person(ofCard: card).flatMap { try reader.sheet($0) }
        }
        guard let sheet else {
            throw CommandError(
                .badArgument,
                Sentence(
                    "Kartu {card} bukan milik pegawai yang tersimpan di simpul ini.",
                    "Card {card} stands for nobody of this node's staff."),
                advice: Sentence("Lihat kartu sendiri dengan card list.", "See your own cards with card list."),
                values: [("card", ShortID.text(card))])
        }
        return sheet
    }

    /// Home's findings on every rule of the route that needs staff data.
    func ruleSheet(
        card: RecordID, vacancy: Vacancy, route: Route, policy: Policy, terms: OfferTerms
    ) throws -> JSONValue {
        let receiving = try records(.agency).compactMap { try? Agency($0) }.first { $0.code == vacancy.agency }
        return RuleSheetMaker.sheet(
            for: try sheet(ofCard: card).civilServant, vacancy: vacancy, route: route, policy: policy.personnel,
            start: terms.start, returns: terms.returns, partTime: terms.partTime, today: try today(),
            sameInstansi: receiving?.isOutside != true, workplaces: try workplaces(policy))
    }

    /// The same against a route, while no post is named; `days` is the longest stay, which begins today at the earliest.
    func checkSheet(card: RecordID, route: Route, policy: Policy, days: Int? = nil) throws -> JSONValue {
        let today = try today()
        return RuleSheetMaker.sheet(
            for: try sheet(ofCard: card).civilServant, route: route, policy: policy.personnel,
            returns: days.map { today.adding(days: $0) }, today: today, workplaces: try workplaces(policy))
    }

    /// What each of the vacancies changes in it: `[{"vacancy","sheet"}]`.
    func checkPosts(card: RecordID, vacancies: [Vacancy], route: Route, policy: Policy) throws -> JSONValue {
        let person = try sheet(ofCard: card).civilServant
        let outside = try records(.agency).compactMap { try? Agency($0) }.filter(\.isOutside).map(\.code)
        let (today, workplaces) = (try today(), try workplaces(policy))
        return .array(
            vacancies.map { vacancy in
                .object([
                    ("vacancy", .string(vacancy.id.text)),
                    (
                        "sheet",
                        RuleSheetMaker.postSheet(
                            for: person, vacancy: vacancy, route: route, policy: policy.personnel, today: today,
                            sameInstansi: !outside.contains(vacancy.agency), workplaces: workplaces)
                    ),
                ])
            })
    }

    /// The box of the person behind a card, computed from the last scores; nil without scores or a grid.
    func talentBox(of card: RecordID, _ policy: Policy) throws -> Int? {
        try sheet(ofCard: card).civilServant.profile(on: try today()).box(policy.personnel)
    }

    /// People against vacancies under today's policy.
    func matchQuery() throws -> MatchQuery {
        let policy = try policy()
        return MatchQuery(
            policy: policy, today: try today(), workplaces: try workplaces(policy),
            wishes: try foreseenRecords().wishes, districts: try store.staff.read { try $0.districts() })
    }

    /// Who serves where today, against the need and the floors.
    func workplaces(_ policy: Policy) throws -> Workplaces {
        let today = try today()
        let movements = try store.movements(on: today)
        return try store.staff.read { try $0.workplaces(on: today, policy.personnel, movements) }
            .inRush(try unitsThatAsk())
    }
}
