import Negotiation
import Personnel

/// Rounds of the personnel agency.
extension Presenter {
    public func rounds(_ rounds: [Round]) -> Page {
        guard !rounds.isEmpty else { return nothing("Tidak ada gelombang mutasi.", "There are no rounds.") }
        return Page([
            .table(
                Table(
                    [
                        column("Nomor", "Id"), column("Gelombang", "Round"), column("Keadaan", "State"),
                        column("Baris", "Lines", .right), column("Versi", "Versions", .right),
                        column("Perubahan", "Changes", .right),
                    ],
                    rows: rounds.map { round in
                        [
                            shown(round.id), round.title, state(round), language.number(round.offers.count),
                            language.number(round.versions.count), language.number(round.changes.count),
                        ]
                    }))
        ])
    }

    /// - Parameter reasons: texts of the changes' reasons by attachment.
    public func round(_ round: Round, reasons: [String: String]) -> Page {
        var page = Page([
            .title(say("Gelombang \(shown(round.id)): ", "Round \(shown(round.id)): ") + round.title),
            .fields([
                field("Keadaan", "State", state(round)),
                field("Dibuka", "Opened", "\(date(round.day)), \(round.said.actor)"),
            ]),
        ])
        page.blocks += goals(round) + calendar(round)
        page.add(.heading(say("Baris", "Lines")))
        page.add(.table(list(round.lines.map { ($0.number, $0.offer) })))
        if !round.versions.isEmpty {
            page.add(.heading(say("Versi yang dibekukan", "Frozen versions")))
            page.add(
                .items(
                    round.versions.map { version in
                        say(
                            "Versi \(version.number), \(date(version.day)), kepada \(version.to): \(version.lines.count) baris, "
                                + "hash \(version.hash)",
                            "Version \(version.number), \(date(version.day)), to \(version.to): \(version.lines.count) lines, "
                                + "hash \(version.hash)")
                    }))
        }
        page.blocks += changes(round, reasons)
        return page
    }

    /// What the round came to.
    public func report(_ outcome: RoundOutcome, reasons: [String: String]) -> Page {
        let round = outcome.round
        var page = Page([
            .title(say("Laporan gelombang \(shown(round.id)): ", "Report of round \(shown(round.id)): ") + round.title)
        ])
        page.blocks += goals(round)
        let trained = outcome.trained
        page.add(.heading(say("Hasil", "Outcome")))
        page.add(
            .fields([
                field(
                    "Sudah bertugas", "Started",
                    say(
                        "\(outcome.started.count) dari \(round.offers.count) baris",
                        "\(outcome.started.count) of \(round.offers.count) lines")),
                field(
                    "Sesuai minat pertama", "First wish",
                    say(
                        "\(outcome.firstWish) dari \(outcome.wished.count) pemohon",
                        "\(outcome.firstWish) of \(outcome.wished.count) who asked")),
                field(
                    "Sesuai tiga minat teratas", "One of three wishes",
                    say(
                        "\(outcome.topThree) dari \(outcome.wished.count) pemohon",
                        "\(outcome.topThree) of \(outcome.wished.count) who asked")),
                field(
                    "Hari sampai terisi (median)", "Days to fill (median)",
                    outcome.medianDays.map { language.number($0) } ?? "-"),
                field(
                    "Dilatih sebelum mulai", "Trained before the start",
                    say("\(trained.done) dari \(trained.of)", "\(trained.done) of \(trained.of)")),
            ]))
        if !outcome.passedOver.isEmpty {
            page.add(.heading(say("Tidak terpilih, dengan alasannya", "Passed over, and why")))
            page.add(
                .items(
                    outcome.passedOver.map { offer in
                        let reason =
                            offer.ranked?.reason.flatMap { reasons[$0] } ?? say("belum diterima", "not here yet")
                        return "\(about(offer.id)): \(reason)"
                    }))
        }
        return page
    }

    /// The transfer plan (*Dokumen Rencana Mutasi*).
    ///
    /// - Parameters:
    ///   - version: the frozen list to print; nil prints the list as it stands, marked as a draft.
    ///   - texts: what the aspects say, by attachment.
    public func plan(_ round: Round, _ version: Round.Version?, texts: [String: String]) -> Page {
        var page = Page([
            .title(say("DOKUMEN RENCANA MUTASI", "TRANSFER PLAN")),
            .paragraph(round.title),
            .paragraph(
                say(
                    "PP 11/2017 Pasal 190 ayat (1); Peraturan BKN 5/2019 Pasal 2",
                    "PP 11/2017 article 190(1); Peraturan BKN 5/2019 article 2")),
        ])
        // What the goals have come to is said at the end, after every version: what was handed over did not have it.
        page.blocks += goals(round, hasResults: version == nil) + calendar(round)
        for (index, aspect) in Round.Aspect.allCases.enumerated() {
            page.add(.heading("\(index + 1). \(word(.aspect, aspect.rawValue))"))
            page.add(
                .paragraph(round.aspects[aspect].flatMap { texts[$0] } ?? say("belum diterima", "not here yet")))
        }
        if let version {
            page.add(
                .heading(
                    say(
                        "Daftar, versi \(version.number), \(date(version.day)), kepada \(version.to)",
                        "List, version \(version.number), \(date(version.day)), to \(version.to)")))
            page.add(.table(frozen(version)))
            page.add(.paragraph("SHA-256 \(version.hash)"))
        } else {
            page.add(.heading(say("Daftar (rancangan, belum dibekukan)", "List (draft, not frozen)")))
            page.add(.table(list(round.lines.map { ($0.number, $0.offer) })))
        }
        return page
    }

    private func state(_ round: Round) -> String {
        round.ended == nil ? say("terbuka", "open") : say("ditutup", "closed")
    }

    private func goals(_ round: Round, hasResults: Bool = true) -> [Page.Block] {
        guard !round.goals.isEmpty else { return [] }
        return [
            .heading(say("Sasaran", "Goals")),
            .table(
                Table(
                    [
                        column("Sasaran", "Goal"), column("Sebelum", "Before", .right),
                        column("Target", "Target", .right),
                        column("Sesudah", "After", .right),
                    ],
                    rows: round.goals.map { goal in
                        [
                            goal.title, goal.before.map(language.number) ?? "-", language.number(goal.target),
                            (hasResults ? round.results[goal.code] : nil).map(language.number) ?? "-",
                        ]
                    })),
        ]
    }

    private func calendar(_ round: Round) -> [Page.Block] {
        guard !round.calendar.isEmpty else { return [] }
        return [
            .heading(say("Kalender", "Calendar")),
            .fields(round.calendar.map { Page.Field($0.step, date($0.date)) }),
        ]
    }

    private func list(_ lines: [(number: Int, offer: RecordID?)]) -> Table {
        Table(
            [
                column("Baris", "Line", .right), column("Usulan", "Offer"),
                column("Pegawai dan jabatan", "Person and post"),
                column("Asal", "Home"), column("Tujuan", "Receiving"), column("Keadaan", "State"),
            ],
            rows: lines.map { line in
                guard let id = line.offer, let offer = records.offer(id) else {
                    return [
                        "\(line.number)", line.offer.map(shown) ?? "-", "", "", "",
                        line.offer == nil ? word(.result, "struck") : "",
                    ]
                }
                return [
                    "\(line.number)", shown(id), about(id), offer.home.text, offer.receiving.text, state(offer),
                ]
            })
    }

    /// What was frozen: today's state of an offer is not part of it.
    private func frozen(_ version: Round.Version) -> Table {
        Table(
            [
                column("Baris", "Line", .right), column("Usulan", "Offer"),
                column("Pegawai dan jabatan", "Person and post"), column("Asal", "Home"),
                column("Tujuan", "Receiving"),
            ],
            rows: version.lines.map { line in
                let offer = records.offer(line.offer)
                return [
                    "\(line.number)", shown(line.offer), about(line.offer), offer.map { agency($0.home) } ?? "",
                    offer.map { agency($0.receiving) } ?? "",
                ]
            })
    }

    private func changes(_ round: Round, _ reasons: [String: String]) -> [Page.Block] {
        guard !round.changes.isEmpty else { return [] }
        func told(_ reason: String) -> String { reasons[reason] ?? say("belum diterima", "not here yet") }
        return [
            .heading(say("Perubahan", "Changes")),
            .table(
                Table(
                    [
                        column("Nomor", "No", .right), column("Baris", "Line", .right), column("Semula", "Was"),
                        column("Menjadi", "Now"), column("Atas permintaan", "Asked by"), column("Alasan", "Reason"),
                        column("Dicatat", "Recorded"), column("Dibatalkan", "Undone"),
                    ],
                    rows: round.changes.map { change in
                        [
                            "\(change.number)", "\(change.line)", change.was.map(shown) ?? "-",
                            change.now.map(shown) ?? word(.result, "struck"), change.ordered ?? "", told(change.reason),
                            "\(date(change.day)), \(change.stamp.actor)",
                            change.undone.map { "\(date($0.day)), \($0.stamp.actor): \(told($0.reason))" } ?? "",
                        ]
                    })),
        ]
    }
}
