import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// A match in both forms: the fit with its parts, growth beside it, and the findings rule by rule.
enum MatchText {
    /// `{"nip"?,"name"?,"card"?,"vacancy","blocked","place"?:[best,worst],"fit":{…},"growth":{…},"rules":[]}`, see ``FitText`` and
    /// ``GrowthText``.
    static func json(_ match: Match, _ names: [NIP: String]) -> JSONValue {
        var members: [(String, JSONValue)] = []
        switch match.candidate {
        case .person(let nip): members += [("nip", .string(nip.text)), ("name", .optional(names[nip]))]
        case .card(let id): members.append(("card", .string(id.text)))
        }
        members += [
            ("vacancy", .string(match.vacancy.text)),
            ("blocked", .boolean(match.isBlocked)),
        ]
        members += match.place.map { [("place", .array([.integer($0.best), .integer($0.worst)]))] } ?? []
        members += [
            ("fit", FitText.json(match.fit)), ("growth", GrowthText.json(match.growth)),
            ("rules", .array(match.rules.map(\.json))),
        ]
        return .object(members)
    }

    static func page(
        _ shown: [Match], of all: [Match], isForPerson: Bool, _ names: [NIP: String], _ presenter: Presenter
    ) -> Page {
        let language = presenter.language
        var page = Page([
            .title(
                isForPerson
                    ? Sentence("Lowongan yang cocok", "Vacancies that fit")[language]
                    : Sentence("Pegawai yang cocok", "People who fit")[language])
        ])
        for match in shown {
            page.add(.heading(heading(match, isForPerson, names, presenter)))
            page.add(.fields(fields(match, language)))
            if !match.rules.isEmpty { page.add(.table(rules(match.rules, language))) }
            let open = match.rules.filter { $0.outcome == .fail || $0.outcome == .needsHuman }
            if !open.isEmpty {
                page.add(.items(open.map { "\($0.rule.rawValue): \(presenter.sentence($0))" }))
            }
        }
        if shown.isEmpty {
            page.add(.paragraph(Sentence("Tidak ada.", "None.")[language]))
        }
        page.add(
            .paragraph(
                Sentence(
                    "{shown} dari {all} ditampilkan; {blocked} terhalang aturan (--all menampilkan semua).",
                    "{shown} of {all} shown; {blocked} forbidden by a rule (--all shows everyone)."
                ).text(
                    language,
                    [
                        ("shown", language.number(shown.count)), ("all", language.number(all.count)),
                        ("blocked", language.number(all.filter(\.isBlocked).count)),
                    ])))
        if let first = shown.first(where: { !$0.isBlocked }) {
            let (verb, card) =
                switch first.candidate {
                case .person(let nip): ("propose", nip.text)
                case .card(let card): ("ask", presenter.shown(card))
                }
            page.add(
                .advice(
                    Sentence("Usulkan yang Anda pilih:", "Propose whom you choose:")[language],
                    command:
                        "mutasi-node offer \(verb) --card \(card) --vacancy \(presenter.shown(first.vacancy)) --start D"
                ))
        }
        return page
    }

    private static func heading(
        _ match: Match, _ isForPerson: Bool, _ names: [NIP: String], _ presenter: Presenter
    ) -> String {
        if isForPerson {
            let vacancy = presenter.records.vacancy(match.vacancy)
            let place = vacancy.map { "\(presenter.place($0)) (\($0.agency.text))" } ?? ""
            return "\(presenter.shown(match.vacancy))  \(place)"
        }
        switch match.candidate {
        case .person(let nip): return "\(nip.text)  \(names[nip] ?? "")"
        case .card(let card): return presenter.person(of: card)
        }
    }

    private static func fields(_ match: Match, _ language: Language) -> [Page.Field] {
        let place = match.place.map {
            [Page.Field(Sentence("Urutan", "Place")[language], FitText.place($0, language))]
        }
        return (place ?? []) + FitText.fields(match.fit, language) + [
            Page.Field(Sentence("Pengembangan", "Growth")[language], GrowthText.text(match.growth, language))
        ]
    }

    /// Rules that do not apply are left out here; `--json` has them.
    private static func rules(_ rules: [RuleResult], _ language: Language) -> Table {
        let columns = [
            Table.Column(Sentence("Aturan", "Rule")[language]), Table.Column(Sentence("Hasil", "Finding")[language]),
            Table.Column(Sentence("Pasal", "Article")[language]),
        ]
        let applying = rules.filter { $0.outcome != .notApplicable }
        return Table(
            columns,
            rows: applying.map { result in
                [
                    "\(result.rule.rawValue) \(Sentences.title(result.rule)[language])",
                    Sentences.word(.ruleOutcome, result.outcome.rawValue, language), result.article,
                ]
            })
    }
}
