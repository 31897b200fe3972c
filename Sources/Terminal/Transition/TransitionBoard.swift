import Negotiation
import Personnel
import Planning
import StrictJSON

/// A transition with its dates, in both forms and as a chart.
struct TransitionBoard: Sendable {
    var records: TransitionRecords
    var outcome: TransitionOutcome
    /// The day about which "who serves" is asked.
    var day: CivilDate?

    /// `{"moves":[{"offer","card","from"?,"to","agreed","start"?,"waits"?,"package"?,"gaps":[]}],"earliest","waitingDays","clashes":[
    /// {"rules":[{"code","move"?}],"shortfalls":[{"place","day","holders","floor"}],"remedies":[{"code","enough"}]}],"undecided":[],
    /// "serving"?:{"day","places":[{"place","before","holders","floor"}],"notCounted":[]}}`
    var json: JSONValue {
        let starts = Dictionary(outcome.schedule.starts.map { ($0.move, $0) }) { first, _ in first }
        return .members([
            (
                "moves",
                .array(
                    records.problem.moves.map { move in
                        .members([
                            ("offer", .string(move.id)), ("card", .string(move.person)),
                            ("from", move.from.map { .string(PlaceID($0).description) }),
                            ("to", .string(PlaceID(move.to).description)),
                            ("agreed", records.agreed[move.id].map { .string($0.iso) }),
                            ("start", starts[move.id].map { .string($0.day.iso) }),
                            ("waits", starts[move.id].map { .integer($0.waitingDays) }),
                            ("package", move.package.map(JSONValue.string)),
                            ("gaps", .array((records.gaps[move.id] ?? []).map { .string($0.rawValue) })),
                        ])
                    })
            ),
            ("earliest", .boolean(outcome.schedule.isProvenEarliest)),
            ("waitingDays", .integer(outcome.schedule.waitingDays)),
            ("clashes", .array(outcome.clashes.map(json))),
            ("undecided", .array(outcome.undecided.map(JSONValue.string))),
            ("serving", day.map(serving)),
        ])
    }

    private func json(_ clash: TransitionClash) -> JSONValue {
        .object([
            (
                "rules",
                .array(
                    clash.rules.map { rule in
                        .members([("code", .string(rule.code)), ("move", rule.move.map(JSONValue.string))])
                    })
            ),
            (
                "shortfalls",
                .array(
                    clash.shortfalls.map { one in
                        .object([
                            ("place", .string(one.place.description)), ("day", .string(one.day.iso)),
                            ("holders", .integer(one.holders)), ("floor", .integer(one.floor)),
                        ])
                    })
            ),
            (
                "remedies",
                .array(
                    clash.remedies.map {
                        .object([("code", .string($0.change.code)), ("enough", .boolean($0.isEnough))])
                    })
            ),
        ])
    }

    private func serving(_ day: CivilDate) -> JSONValue {
        let report = records.problem.report(on: day, outcome.schedule)
        return .object([
            ("day", .string(day.iso)),
            (
                "places",
                .array(
                    report.places.map { place in
                        .object([
                            ("place", .string(place.place.description)), ("before", .integer(place.holdersBefore)),
                            ("holders", .integer(place.holders)), ("floor", .integer(place.floor)),
                        ])
                    })
            ),
            ("notCounted", .array(report.notCounted.map { .string($0.rawValue) })),
        ])
    }

    // MARK: Pages

    func page(_ presenter: Presenter) -> Page {
        guard !records.problem.moves.isEmpty else {
            return Page([
                .paragraph(
                    presenter.say("Tidak ada mutasi yang menunggu tanggal.", "No move waits for a date."))
            ])
        }
        let language = presenter.language
        let starts = Dictionary(outcome.schedule.starts.map { ($0.move, $0) }) { first, _ in first }
        let rows = records.problem.moves.map { move in
            let start = starts[move.id]
            return [
                id(move.id, presenter), person(move.id, presenter), move.from.map { name(PlaceID($0)) } ?? "?",
                name(PlaceID(move.to)), records.agreed[move.id].map(presenter.date) ?? "",
                start.map { presenter.date($0.day) } ?? presenter.say("tidak ada", "none"),
                start.map { language.number($0.waitingDays) } ?? "",
                (records.gaps[move.id] ?? []).map { presenter.word(.transitionGap, $0.rawValue) }.joined(
                    separator: ", "),
            ]
        }
        var page = Page([
            .title(presenter.say("Jadwal pelaksanaan mutasi", "Schedule of the moves")),
            .table(
                Table(
                    [
                        presenter.column("Usulan", "Offer"), presenter.column("Pegawai", "Person"),
                        presenter.column("Dari", "From"), presenter.column("Ke", "To"),
                        presenter.column("Disepakati", "Agreed"), presenter.column("Mulai", "Start"),
                        presenter.column("Menunggu (hari)", "Waits (days)", .right), presenter.column("", ""),
                    ], rows: rows)),
            .paragraph(verdict(presenter)),
        ])
        for clash in outcome.clashes {
            page.blocks += blocks(clash, presenter)
        }
        page.blocks += shortages(presenter)
        if let day { page.blocks += serving(day, presenter) }
        page.add(
            .paragraph(
                presenter.say(
                    "Cuti, sakit dan orang yang sedang dilatih tidak diketahui sistem: mereka terhitung hadir.",
                    "Leave, sickness and people in training are not known to the system: they count as present.")))
        return page
    }

    private func verdict(_ presenter: Presenter) -> String {
        let waits = presenter.language.number(outcome.schedule.waitingDays)
        if outcome.schedule.isProvenEarliest {
            return presenter.say(
                "Paling awal yang mungkin, terbukti: \(waits) hari menunggu seluruhnya.",
                "As early as can be, proved: \(waits) waiting days in all.")
        }
        return presenter.say(
            "Jadwal yang baik, \(waits) hari menunggu seluruhnya; tidak terbukti paling awal.",
            "A good schedule, \(waits) waiting days in all; not proved the earliest.")
    }

    private func blocks(_ clash: TransitionClash, _ presenter: Presenter) -> [Page.Block] {
        var blocks: [Page.Block] = [
            .heading(presenter.say("Tidak mungkin bersamaan", "These cannot all hold")),
            .items(
                clash.rules.map { rule(of: $0, presenter) }
                    + clash.shortfalls.map { one in
                        presenter.say(
                            "\(name(one.place)) pada \(presenter.date(one.day)): \(one.holders) orang, batas \(one.floor)",
                            "\(name(one.place)) on \(presenter.date(one.day)): \(one.holders) people, floor \(one.floor)"
                        )
                    }),
        ]
        if !clash.remedies.isEmpty {
            blocks.append(
                .heading(presenter.say("Salah satu dari ini menyelesaikannya", "Any one of these resolves it")))
            blocks.append(.items(clash.remedies.map { remedy(of: $0.change, presenter) }))
        }
        return blocks
    }

    private func rule(of rule: TransitionRule, _ presenter: Presenter) -> String {
        switch rule {
        case .floor(let place, let floor):
            presenter.say("\(name(place)) tidak turun di bawah \(floor)", "\(name(place)) keeps \(floor)")
        case .earliest(let move, let day):
            presenter.say(
                "\(id(move, presenter)) tidak sebelum \(presenter.date(day))",
                "\(id(move, presenter)) not before \(presenter.date(day))")
        case .latest(let move, let day):
            presenter.say(
                "\(id(move, presenter)) paling lambat \(presenter.date(day))",
                "\(id(move, presenter)) by \(presenter.date(day))")
        case .training(let move, let ready):
            presenter.say(
                "\(id(move, presenter)) setelah pelatihan, \(presenter.date(ready))",
                "\(id(move, presenter)) after its training, \(presenter.date(ready))")
        case .secondment(let move, let until):
            presenter.say(
                "\(id(move, presenter)) sampai \(presenter.date(until))",
                "\(id(move, presenter)) until \(presenter.date(until))")
        case .condition(let move, let condition):
            "\(id(move, presenter)): \(said(condition, presenter))"
        case .season(let id):
            presenter.say("masa sibuk \(season(id, presenter))", "busy season \(season(id, presenter))")
        case .package(let id):
            presenter.say(
                "paket \(self.id(id, presenter)) mulai bersama", "package \(self.id(id, presenter)) starts together")
        }
    }

    private func said(_ condition: MoveCondition, _ presenter: Presenter) -> String {
        switch condition {
        case .started(let move, let days):
            presenter.say("\(days) hari setelah \(id(move, presenter))", "\(days) days after \(id(move, presenter))")
        case .filled(let vacancy):
            presenter.say(
                "setelah lowongan \(id(vacancy, presenter)) terisi", "after vacancy \(id(vacancy, presenter)) is filled"
            )
        case .replaced(let move, let days):
            presenter.say(
                "\(days) hari setelah pengganti\(move.map { " " + id($0, presenter) } ?? "") mulai",
                "\(days) days after the replacement\(move.map { " " + id($0, presenter) } ?? "") started")
        }
    }

    private func remedy(of change: TransitionRemedy.Change, _ presenter: Presenter) -> String {
        switch change {
        case .floor(let place, let floor):
            presenter.say("batas \(name(place)) menjadi \(floor)", "floor of \(name(place)) down to \(floor)")
        case .earliest(let move, let day):
            presenter.say(
                "\(id(move, presenter)) boleh mulai \(presenter.date(day))",
                "\(id(move, presenter)) may start on \(presenter.date(day))")
        case .latest(let move, let day):
            presenter.say(
                "\(id(move, presenter)) boleh sampai \(presenter.date(day))",
                "\(id(move, presenter)) may wait until \(presenter.date(day))")
        case .training(let move, let ready):
            presenter.say(
                "pelatihan \(id(move, presenter)) selesai sebelum \(presenter.date(ready))",
                "training of \(id(move, presenter)) done before \(presenter.date(ready))")
        case .secondment(let move, let until):
            presenter.say(
                "\(id(move, presenter)) sampai \(presenter.date(until))",
                "\(id(move, presenter)) until \(presenter.date(until))")
        case .shorter(let move, _, let days):
            presenter.say(
                "\(id(move, presenter)): \(days) hari tumpang tindih atau tunggu",
                "\(id(move, presenter)): overlap or wait of \(days) days")
        case .waived(let move, let condition):
            presenter.say(
                "tanpa syarat \(id(move, presenter)): \(said(condition, presenter))",
                "without the condition of \(id(move, presenter)): \(said(condition, presenter))")
        case .seasonLifted(let id):
            presenter.say(
                "tanpa masa sibuk \(season(id, presenter))", "without the busy season \(season(id, presenter))")
        case .packageSplit(let id):
            presenter.say("paket \(self.id(id, presenter)) dipecah", "package \(self.id(id, presenter)) split")
        }
    }

    private func shortages(_ presenter: Presenter) -> [Page.Block] {
        let found = records.problem.shortages(outcome.schedule)
        guard !found.isEmpty else { return [] }
        return [
            .heading(
                presenter.say(
                    "Sudah di bawah batas, bukan karena mutasi ini", "Below their floor already, not by these moves")),
            .items(
                found.prefix(20).map { one in
                    "\(name(one.place)): \(one.fewestHolders) / \(one.floor), "
                        + "\(presenter.date(one.firstDay)) – \(presenter.date(one.lastDay))"
                }),
        ]
    }

    private func serving(_ day: CivilDate, _ presenter: Presenter) -> [Page.Block] {
        let report = records.problem.report(on: day, outcome.schedule)
        let rows = report.places.filter { $0.holders != $0.holdersBefore || $0.missing > 0 }.map { place in
            [
                name(place.place), presenter.language.number(place.holdersBefore),
                presenter.language.number(place.holders), presenter.language.number(place.floor),
                place.missing > 0 ? presenter.say("di bawah batas", "below its floor") : "",
            ]
        }
        return [
            .heading(
                presenter.say("Yang bertugas pada \(presenter.date(day))", "Who serves on \(presenter.date(day))")),
            rows.isEmpty
                ? .paragraph(presenter.say("Tidak ada yang berubah.", "Nothing has changed."))
                : .table(
                    Table(
                        [
                            presenter.column("Tempat", "Place"), presenter.column("Sebelum", "Before", .right),
                            presenter.column("Petugas", "People", .right), presenter.column("Batas", "Floor", .right),
                            presenter.column("", ""),
                        ], rows: rows)),
        ]
    }

    // MARK: Names

    private func id(_ text: String, _ presenter: Presenter) -> String {
        RecordID(text: text).map(presenter.shown) ?? text
    }

    private func person(_ move: String, _ presenter: Presenter) -> String {
        records.cards[move].map(presenter.person(of:)) ?? move
    }

    private func name(_ place: PlaceID) -> String { records.names[place] ?? place.description }

    private func season(_ id: String, _ presenter: Presenter) -> String {
        guard let season = records.problem.seasons.first(where: { $0.id == id }) else { return id }
        return "\(presenter.date(season.firstDay)) – \(presenter.date(season.lastDay))"
    }

    // MARK: Chart

    func chart(_ presenter: Presenter) -> String {
        let moves = records.problem.moves
        let language = presenter.language
        let packages = Set(moves.compactMap(\.package))
        let labels = ChartLabels(
            title: presenter.say("Jadwal pelaksanaan mutasi", "Schedule of the moves"),
            description: presenter.say(
                "\(moves.count) mutasi dengan tanggal mulai, pelatihan dan masa sibuk",
                "\(moves.count) moves with their starts, trainings and busy seasons"),
            months: Language.months.map { String($0[language].prefix(3)) },
            moveNames: Dictionary(
                moves.map { move in
                    (move.id, "\(records.cards[move.id].map(presenter.shown) ?? move.id) → \(name(PlaceID(move.to)))")
                }
            ) { first, _ in first },
            packageNames: Dictionary(packages.map { ($0, presenter.say("Paket ", "Package ") + id($0, presenter)) }) {
                first, _ in first
            },
            placeNames: records.names,
            seasonNames: Dictionary(
                records.problem.seasons.map { ($0.id, season($0.id, presenter)) }
            ) { first, _ in first },
            date: { language.date($0) }, training: presenter.say("pelatihan", "training"),
            handover: presenter.say("serah terima", "handover"), service: presenter.say("bertugas", "serves"),
            secondmentEnd: presenter.say("kembali", "returns"), busySeasons: presenter.say("masa sibuk", "busy season"),
            shortages: presenter.say("di bawah batas minimal", "below its floor"),
            withoutDate: presenter.say("tanpa tanggal", "without a date"),
            note: presenter.say(
                "Cuti dan sakit tidak diketahui sistem.", "Leave and sickness are not known to the system."))
        return TransitionChart(records.problem, outcome.schedule, labels).svg
    }
}
