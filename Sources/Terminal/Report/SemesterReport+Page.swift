import Negotiation
import Personnel
import StrictJSON

/// The report as an auditor reads it.
extension SemesterReport {
    public func page(_ presenter: Presenter, reasons: [String: String] = [:]) -> Page {
        let language = presenter.language
        func say(_ indonesian: String, _ english: String) -> String { Sentence(indonesian, english)[language] }
        var page = Page([
            .title(
                Sentence("Laporan mutasi {from} sampai {to}", "Report on transfers from {from} to {to}").text(
                    language, [("from", language.date(from)), ("to", language.date(to))])),
            .fields([
                Page.Field(say("Baris SK", "Lines of decrees"), language.number(decrees.count)),
                Page.Field(say("Dicoret", "Struck"), language.number(struck.count)),
                Page.Field(
                    say("Dilewati dengan alasan", "Passed over, with a reason"), language.number(passedOver.count)),
                Page.Field(
                    say("Diputuskan melewati penolakan", "Decided over a refusal or silence"),
                    language.number(overridden.count)),
                Page.Field(
                    say("Keberatan dicatat terlambat", "Objections entered late"), language.number(enteredLate.count)),
            ]),
        ])
        for line in decrees {
            page.add(.heading(presenter.about(line.offer.id)))
            page.add(.fields(fields(line, presenter)))
        }
        add(
            struck.map { "\(presenter.about( $0.offer.id)): \($0.document.number), \($0.document.signer)" },
            say("Dicoret", "Struck"), to: &page)
        add(
            changed.map { change in
                let now = change.now.map { presenter.about($0.id) } ?? "-"
                let paper = change.line.document
                return "\(presenter.about(change.line.offer.id)) → \(now): \(paper.number), \(paper.signer)"
            }, say("Diganti", "Changed"), to: &page)
        add(
            listChanges.map { round, change in
                let undone = change.undone.map { say("dibatalkan: ", "taken back: ") + (reasons[$0.reason] ?? "-") }
                return "\(round.title) \(change.line): "
                    + [change.ordered, reasons[change.reason], language.date(change.day), undone]
                    .compactMap { $0 }.joined(separator: ", ")
            }, say("Perubahan daftar gelombang", "Changes of a round's list"), to: &page)
        add(
            passedOver.map { offer in
                let reason = offer.ranked?.reason.flatMap { reasons[$0] } ?? "-"
                return "\(presenter.about(offer.id)): \(reason) (\(offer.ranked?.stamp.actor ?? "-"))"
            },
            say("Dilewati", "Passed over"), to: &page)
        add(
            enteredLate.map { late in
                let days = language.number(late.objection.filed.days(until: late.objection.entered))
                return "\(presenter.about( late.transfer.id)): \(language.date(late.objection.filed)), +\(days)"
            }, say("Keberatan yang dicatat terlambat (hari)", "Objections entered late (days)"), to: &page)
        add(
            lateWords.map { late in
                let stated = late.stated.map(language.date) ?? "-"
                let paper = records.documents.first { $0.id == late.record }
                let what = paper.map(presenter.named) ?? late.what
                return "\(presenter.about(late.record)), \(what): \(stated) → \(language.date(late.entered))"
            }, say("Surat yang dicatat terlambat", "Papers entered late"), to: &page)
        return page
    }

    private func add(_ items: [String], _ heading: String, to page: inout Page) {
        guard !items.isEmpty else { return }
        page.add(.heading(heading))
        page.add(.items(items))
    }

    private func fields(_ line: Line, _ presenter: Presenter) -> [Page.Field] {
        let language = presenter.language
        func paper(_ document: Document) -> String {
            "\(presenter.named(document)) \(document.number), \(language.date(document.date)), \(document.signer) (\(document.standing))"
        }
        let open = line.findings.filter { $0.outcome != .pass && $0.outcome != .notApplicable }
        var fields = [
            Page.Field(
                Sentence("Jenis mutasi", "Kind of move")[language], presenter.named(route: line.offer.route)),
            Page.Field(Sentence("Dasar", "Basis")[language], paper(line.document)),
            Page.Field(
                Sentence("Pertimbangan", "Opinions")[language], line.basis.map(paper).joined(separator: "; ")),
            Page.Field(
                Sentence("Aturan", "Rules")[language],
                Sentence("{pass} lulus; lainnya: {open}", "{pass} passed; others: {open}").text(
                    language,
                    [
                        ("pass", language.number(line.findings.count { $0.outcome == .pass })),
                        (
                            "open",
                            open.isEmpty
                                ? "-"
                                : open.map {
                                    "\($0.rule.rawValue) \(presenter.word(.ruleOutcome, $0.outcome.rawValue))"
                                }.joined(separator: ", ")
                        ),
                    ])),
            Page.Field(
                Sentence("Dicatat oleh", "Entered by")[language], line.document.actor),
        ]
        if line.offer.override?.proceeds == true {
            fields.append(
                Page.Field(
                    Sentence("Putusan BKD", "The BKD's decision")[language],
                    Sentence("melewati penolakan atau diamnya pihak", "over a party's refusal or silence")[language]))
        }
        for letter in letters(of: line.offer) {
            let number = letter.letter["number"]?.string ?? "-"
            fields.append(
                Page.Field(
                    Sentence("Dari surat", "From a letter")[language], "\(letter.who): \(number)"))
        }
        return fields
    }
}
