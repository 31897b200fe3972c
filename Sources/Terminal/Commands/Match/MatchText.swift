import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// A match in both forms: the fit with its parts, and the findings rule by rule.
enum MatchText {
    /// `{"nip"?,"name"?,"card"?,"vacancy","blocked","fit":{"score","parts":{},"missing":[],"notAsked":[]},"rules":[]}`
    static func json(_ match: Match, _ names: [NIP: String]) -> JSONValue {
        var members: [(String, JSONValue)] = []
        switch match.candidate {
        case .person(let nip): members += [("nip", .string(nip.text)), ("name", .optional(names[nip]))]
        case .card(let id): members.append(("card", .string(id.text)))
        }
        members += [
            ("vacancy", .string(match.vacancy.text)),
            ("blocked", .boolean(match.isBlocked)),
            (
                "fit",
                .object([
                    ("score", .optional(match.fit.score)),
                    ("parts", .object(match.fit.parts.map { ($0.part.rawValue, .integer($0.score)) })),
                    ("missing", .array(match.fit.missing.map { .string($0.rawValue) })),
                    ("notAsked", .array(match.fit.notAsked.map { .string($0.rawValue) })),
                ])
            ),
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
            page.add(.fields(fit(match.fit, language)))
            page.add(.table(rules(match.rules, language)))
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
        if let first = shown.first(where: { !$0.isBlocked }), case .person(let nip) = first.candidate {
            page.add(
                .advice(
                    Sentence("Usulkan yang Anda pilih:", "Propose whom you choose:")[language],
                    command: "mutasi-node offer propose --card \(nip.text)"
                        + " --vacancy \(presenter.shown(first.vacancy)) --start D"))
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
        case .card(let card): return ShortID.text(card)
        }
    }

    private static func fit(_ fit: Fit, _ language: Language) -> [Page.Field] {
        let score = fit.score.map(language.number) ?? "-"
        let parts = fit.parts.map { "\(FitWords.name($0.part)[language]) \(language.number($0.score))" }
        var fields = [
            Page.Field(
                Sentence("Kecocokan (0–1000)", "Fit (0–1000)")[language],
                parts.isEmpty ? score : "\(score): \(parts.joined(separator: ", "))")
        ]
        if !fit.missing.isEmpty {
            fields.append(
                Page.Field(
                    Sentence("Tanpa data", "Without data")[language],
                    fit.missing.map { FitWords.name($0)[language] }.joined(separator: ", ")))
        }
        return fields
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

/// What the parts of a fit are called.
enum FitWords {
    static func name(_ part: FitPart) -> Sentence {
        switch part {
        case .competence: Sentence("kompetensi", "competence")
        case .education: Sentence("pendidikan", "education")
        case .appraisals: Sentence("penilaian kinerja", "appraisals")
        case .experience: Sentence("pengalaman", "experience")
        case .counters: Sentence("pengalaman loket", "counter experience")
        case .talent: Sentence("kotak talenta", "talent box")
        case .ownWish: Sentence("keinginan pegawai", "own wish")
        case .receiverWish: Sentence("keinginan penerima", "receiver's wish")
        case .district: Sentence("jarak kecamatan", "district distance")
        }
    }
}
