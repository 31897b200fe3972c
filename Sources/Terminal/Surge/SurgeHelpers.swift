import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// Whom the personnel agency can call to a counter in a rush, in the order in which it looks.
///
/// The standby list first: its agencies have agreed. Of it those come first whose unit keeps its need and floor (R23), then
/// those about whom a person has to decide, and last those who cannot go; within each, whoever has served longest at that
/// service. After the list come open cards of people who know the counter: they are asked for at their agency.
public struct SurgeHelpers: Sendable {
    /// Somebody on the standby list, for the part of the rush that the entry allows.
    public struct Helper: Sendable {
        public let standby: Standby
        public let start: CivilDate
        public let returns: CivilDate
        /// R23; nil where the route does not ask.
        public let finding: RuleResult?
        /// Months at the service; nil where the card does not say.
        public let counterMonths: Int?
        /// Whether home checked the person under an older policy: it has to post the entry again.
        public let isStale: Bool
        /// Whether a call would be refused.
        public let isBlocked: Bool

        fileprivate var rank: Int {
            if isBlocked { return 2 }
            return finding?.outcome == .needsHuman ? 1 : 0
        }
    }

    /// The most open cards that are shown.
    static let cardLimit = 10

    public let vacancy: Vacancy
    public let helpers: [Helper]
    /// Open cards of people who served at the service, who are not on the list; those with most months first.
    public let cards: [(card: Card, months: Int)]

    /// Whom to call for the free seats: one of each unit, since what a unit can spare is less after each call.
    public var nextCalls: [Helper] {
        var units: Set<String> = []
        return Array(
            helpers.filter { helper in
                let unit = helper.standby.place.map { "\(helper.standby.home):\($0.unit)" }
                return !helper.isBlocked && units.insert(unit ?? helper.standby.id.text).inserted
            }.prefix(vacancy.seatsFree))
    }

    /// Nil before a policy with the vacancy's route has come.
    ///
    /// - Parameter needs: what agencies published of their units.
    public init?(for surge: Surge, _ vacancy: Vacancy, _ records: VisibleRecords, needs: [UnitNeed]) {
        guard let today = records.today, let policy = records.currentPolicy, let route = policy.route(vacancy.route)
        else { return nil }
        self.vacancy = vacancy
        let held = Set(records.offers.filter(\.isHolding).map(\.card))
        let open = records.standbys.filter { $0.ended == nil }
        func months(_ card: Card?) -> Int? { card?.profile?.counters?.months(at: [surge.service]) }
        let calls = records.standbys.compactMap { standby in
            standby.called.flatMap(records.offer).map { offer in
                Standby.Call(of: standby, offer, records.transfers.first { $0.id == offer.decreed?.transfer })
            }
        }
        let start = max(surge.from, today)
        helpers = open.compactMap { standby in
            let returns = min(surge.until.adding(days: 1), start.adding(days: standby.days))
            guard standby.route.utf8.elementsEqual(route.code.utf8), !held.contains(standby.card), start < returns,
                standby.monthsMissing(from: start, until: returns).isEmpty
            else { return nil }
            let finding =
                route.rules.contains(.r23)
                ? standby.donor(
                    from: start, until: returns,
                    need: needs.first { $0.agency == standby.home && $0.unit == standby.place?.unit },
                    rushes: records.surges,
                    calls: calls, policy.personnel) : nil
            let isStale = standby.policy != policy.id
            return Helper(
                standby: standby, start: start, returns: returns, finding: finding,
                counterMonths: months(records.card(standby.card)), isStale: isStale,
                isBlocked: isStale || finding.map(route.isBlocked) ?? false)
        }.sorted { left, right in
            if left.rank != right.rank { return left.rank < right.rank }
            let (first, second) = (left.counterMonths ?? -1, right.counterMonths ?? -1)
            return first == second ? left.standby.id < right.standby.id : first > second
        }
        let listed = Set(open.map(\.card))
        let known = records.cards.filter { card in
            card.ended == nil && card.agency != surge.agency && !listed.contains(card.id) && !held.contains(card.id)
        }.compactMap { card in months(card).flatMap { $0 > 0 ? (card: card, months: $0) : nil } }
        cards = Array(
            known.sorted { $0.months == $1.months ? $0.card.id < $1.card.id : $0.months > $1.months }
                .prefix(Self.cardLimit))
    }
}

extension Presenter {
    /// `{"surge","vacancies":[{"vacancy","free","people":[{"standby","card","home","place"?,"start","return","counterMonths"?,
    /// "callable","stale","finding"?,"command"?}],"cards":[{"card","agency","counterMonths","command"}]}]}`
    public func helpersJSON(_ surge: Surge, _ found: [SurgeHelpers]) -> JSONValue {
        .object([
            ("surge", .string(surge.id.text)),
            (
                "vacancies",
                .array(
                    found.map { one in
                        .object([
                            ("vacancy", .string(one.vacancy.id.text)), ("free", .integer(one.vacancy.seatsFree)),
                            ("people", .array(one.helpers.map { json($0, one.vacancy) })),
                            (
                                "cards",
                                .array(
                                    one.cards.map { card, months in
                                        .object([
                                            ("card", .string(card.id.text)), ("agency", .string(card.agency.text)),
                                            ("counterMonths", .integer(months)),
                                            ("command", .string(asking(card, one.vacancy, surge))),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }

    private func json(_ helper: SurgeHelpers.Helper, _ vacancy: Vacancy) -> JSONValue {
        .members([
            ("standby", .string(helper.standby.id.text)), ("card", .string(helper.standby.card.text)),
            ("home", .string(helper.standby.home.text)), ("place", helper.standby.placeName.map(JSONValue.string)),
            ("start", .string(helper.start.iso)), ("return", .string(helper.returns.iso)),
            ("counterMonths", helper.counterMonths.map(JSONValue.integer)), ("callable", .boolean(!helper.isBlocked)),
            ("stale", .boolean(helper.isStale)), ("finding", helper.finding?.json),
            ("command", helper.isBlocked ? nil : .string(call(helper, vacancy))),
        ])
    }

    /// At the desk: whom to call, with the command for each.
    public func helpers(_ surge: Surge, _ found: [SurgeHelpers]) -> Page {
        var page = Page([
            .title(say("Petugas untuk ", "People for ") + "\(surge.service), \(surge.unitName)"),
            .paragraph(
                say("Diminta \(surge.people) orang, ", "\(surge.people) people asked for, ")
                    + (surge.computed.map { say("menurut data loket \($0), ", "\($0) by the figures, ") } ?? "")
                    + "\(date(surge.from)) – \(date(surge.until))."),
        ])
        guard !found.isEmpty else {
            page.add(
                .advice(
                    say(
                        "Belum ada lowongan untuk lonjakan ini; perangkat daerahnya membukanya:",
                        "No vacancy was opened for this rush yet; its agency opens it:"),
                    command: "mutasi-node surge declare … --post P --route R"))
            return page
        }
        for one in found {
            let free = language.number(one.vacancy.seatsFree)
            page.add(
                .heading(
                    say(
                        "Lowongan \(shown(one.vacancy.id)): \(free) formasi bebas",
                        "Vacancy \(shown(one.vacancy.id)): \(free) free")))
            page.blocks +=
                one.helpers.isEmpty
                ? [.paragraph(say("Tidak ada yang cocok di daftar siaga.", "Nobody on the standby list fits."))]
                : [.table(table(one.helpers))]
            for helper in one.nextCalls {
                page.add(
                    .advice(
                        say("Panggil: ", "Call: ") + person(of: helper.standby.card), command: call(helper, one.vacancy)
                    ))
            }
            if !one.cards.isEmpty {
                page.add(
                    .heading(
                        say(
                            "Sesudah itu: kartu dengan pengalaman loket ini",
                            "Then: cards with experience at this counter")))
                page.add(
                    .items(
                        one.cards.map { card, months in
                            "\(person(of: card.id)), \(agency(card.agency)): "
                                + say("\(months) bulan", "\(months) months") + "; \(asking(card, one.vacancy, surge))"
                        }))
            }
        }
        return page
    }

    private func table(_ helpers: [SurgeHelpers.Helper]) -> Table {
        Table(
            [
                column("Nomor", "Id"), column("Pegawai", "Person"), column("Asal", "From"),
                column("Bulan di loket ini", "Months at this counter", .right), column("Waktu", "Time"),
                column("Unit asal (R23)", "Unit that lends (R23)"),
            ],
            rows: helpers.map { helper in
                [
                    shown(helper.standby.id), person(of: helper.standby.card),
                    [helper.standby.home.text, helper.standby.placeName].compactMap { $0 }.joined(separator: ": "),
                    helper.counterMonths.map(language.number) ?? say("tidak diketahui", "not known"),
                    "\(date(helper.start)) – \(date(helper.returns))", finding(helper),
                ]
            })
    }

    private func finding(_ helper: SurgeHelpers.Helper) -> String {
        if helper.isStale {
            return say(
                "diperiksa dengan kebijakan lama; asal mencatatnya lagi dengan standby post",
                "checked under an older policy; home posts the entry again")
        }
        return helper.finding.map { "\(outcome($0)): \(sentence($0))" } ?? say("tidak ditanyakan", "not asked")
    }

    /// The call as the desk types it, with words in capitals for what stands on the paper.
    private func call(_ helper: SurgeHelpers.Helper, _ vacancy: Vacancy) -> String {
        let opinions = records.currentRoute(vacancy.route)?.requiredOpinions.map { " --opinion \($0)=N" }.joined() ?? ""
        let reason = helper.finding?.outcome == .needsHuman ? " --reason T" : ""
        return "mutasi-coordinator standby call \(shown(helper.standby.id)) --vacancy \(shown(vacancy.id))"
            + " --start \(helper.start.iso) --return \(helper.returns.iso) --number N --date D --signer S --standing S"
            + opinions + reason
    }

    private func asking(_ card: Card, _ vacancy: Vacancy, _ surge: Surge) -> String {
        "mutasi-node offer ask --card \(shown(card.id)) --vacancy \(shown(vacancy.id)) --start \(surge.from.iso)"
            + " --return \(surge.until.adding(days: 1).iso)"
    }
}
