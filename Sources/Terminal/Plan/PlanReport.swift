import Negotiation
import Personnel
import Planning
import StrictJSON

/// A plan as it is shown: lines with their reasons, packages, who is passed over, what each agency gains and gives.
public struct PlanReport: Sendable {
    public enum Part: String, CaseIterable, Sendable {
        /// The lines and the sums.
        case lines
        /// Every person with a reason.
        case people
        /// Every seat with a reason.
        case seats
    }

    public let variant: PlanVariant
    public let records: PlanRecords
    public let plan: Plan
    /// Whether the records have changed since the variant was last made, so that other people move.
    public let isStale: Bool

    public init(variant: PlanVariant, records: PlanRecords, plan: Plan) {
        self.variant = variant
        self.records = records
        self.plan = plan
        isStale = variant.moves != plan.moves
    }

    // MARK: JSON

    /// `{"name","route","start","stale","lines":[…],"packages":[…],"people":[…],"seats":[…],"agencies":[…],"worst":{"before","after"},
    /// "points":{"before","after"},"growth":{"wanted","came","bonus"},"proof":{"bound","points","proved"},"pool":{…},"changes":[…]}`
    public var json: JSONValue {
        .object([
            ("name", .string(variant.name)), ("round", .string(variant.round.text)), ("route", .string(variant.route)),
            ("start", .string(variant.start.iso)), ("stale", .boolean(isStale)),
            ("lines", .array(plan.lines.map(json))),
            (
                "packages",
                .array(
                    plan.packages.map { package in
                        .object([
                            ("shape", .string(package.shape.rawValue)), ("people", strings(package.people)),
                            ("freed", .optional(package.freed)), ("gain", .integer(package.gain)),
                        ])
                    })
            ),
            ("people", .array(plan.people.map(json))), ("seats", .array(plan.seats.map(json))),
            (
                "agencies",
                .array(
                    plan.groups.filter { $0.kind == .agency }.map { one in
                        .object([
                            ("agency", .string(one.group)), ("before", .integer(one.holdersBefore)),
                            ("after", .integer(one.holdersAfter)), ("gains", strings(one.gains)),
                            ("gives", strings(one.gives)), ("within", .integer(one.within)),
                        ])
                    })
            ),
            (
                "worst",
                .object([("before", plan.worstBefore?.json ?? .null), ("after", plan.worstAfter?.json ?? .null)])
            ),
            (
                "points",
                .object([("before", .integer(plan.pointsBefore)), ("after", .integer(plan.pointsAfter))])
            ),
            (
                "growth",
                .object([
                    ("wanted", .integer(plan.growth.wanted)), ("came", .integer(plan.growth.came)),
                    ("bonus", .integer(plan.growthBonus)),
                ])
            ),
            (
                "proof",
                .object([
                    ("bound", .integer(plan.certificate.bound)), ("points", .integer(plan.certificate.points)),
                    ("proved", .boolean(plan.certificate.isProved)),
                ])
            ),
            (
                "pool",
                .object([
                    ("people", .integer(records.pool.people.count)), ("seats", .integer(records.pool.seats.count)),
                    ("unchecked", .integer(records.unchecked)),
                    (
                        "leftOut",
                        .array(
                            records.leftOut.map {
                                .object([("card", .string($0.card.text)), ("reason", .string($0.reason.rawValue))])
                            })
                    ),
                ])
            ),
            ("changes", .array(variant.changes.map(\.json))),
        ])
    }

    private func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    private func json(_ line: PlanLine) -> JSONValue {
        .object([
            ("person", .string(line.person)), ("from", .string(line.from)), ("to", .string(line.to)),
            ("gain", .integer(line.gain)), ("points", .integer(line.score.points)),
            (
                "score",
                .object([
                    ("fit", .optional(line.score.fit)), ("growth", .integer(line.score.growthPoints)),
                    ("bonus", .integer(line.score.bonus)),
                    ("price", .integer(line.score.price)),
                    ("parts", .object(line.fit.parts.map { ($0.part.rawValue, .integer($0.score)) })),
                    ("missing", strings(line.fit.missing.map(\.rawValue))),
                ])
            ),
            ("fit", FitText.json(line.fit)), ("growthParts", GrowthText.json(line.growth)),
            ("undecided", strings(line.undecided)),
            ("growth", .boolean(line.growth.isGrowthMove == true)), ("package", .integer(line.package)),
            ("training", strings(line.training.map(\.competence))), ("lacksData", .boolean(line.lacksData)),
            ("questions", strings(line.questions.map(\.gate.rawValue))), ("fixed", .boolean(line.isFixed)),
        ])
    }

    private func json(_ finding: PlanPersonFinding) -> JSONValue {
        let alternatives: [PlanAlternative] =
            switch finding.outcome {
            case .moves(_, let others): others
            case .notPlaced(let others): others
            case .bestWhereSheIs(let nearest): nearest.map { [$0] } ?? []
            default: []
            }
        return .object([
            ("person", .string(finding.person)), ("outcome", .string(finding.outcome.code)),
            ("price", .integer(finding.price)),
            (
                "alternatives",
                .array(
                    alternatives.map {
                        .object([
                            ("seat", .string($0.seat)), ("points", .integer($0.points)), ("short", .optional($0.short)),
                            ("obstacle", .string($0.obstacle.code)),
                        ])
                    })
            ),
        ])
    }

    private func json(_ finding: PlanSeatFinding) -> JSONValue {
        let by: String? =
            switch finding.outcome {
            case .kept(let by), .filled(let by): by
            default: nil
            }
        return .object([
            ("seat", .string(finding.seat)), ("outcome", .string(finding.outcome.code)), ("by", .optional(by)),
            ("price", .integer(finding.price)),
        ])
    }

    // MARK: Pages

    public func page(_ presenter: Presenter, _ part: Part) -> Page {
        let text = PlanText(records: records, presenter: presenter)
        var page = Page([.title(title(presenter)), .fields(sums(text, presenter))])
        if isStale {
            page.add(
                .paragraph(
                    presenter.say(
                        "Data telah berubah sejak rencana ini dibuat; di bawah ini hasil dari data sekarang.",
                        "The records have changed since this plan was made; below is what they give now.")))
        }
        switch part {
        case .lines: page.blocks += lines(text, presenter)
        case .people: page.add(.table(people(text, presenter)))
        case .seats: page.add(.table(seats(text, presenter)))
        }
        return page
    }

    private func title(_ presenter: Presenter) -> String {
        presenter.say("Rencana \(variant.name)", "Plan \(variant.name)") + ", "
            + presenter.say("mulai ", "from ") + presenter.date(variant.start)
    }

    private func sums(_ text: PlanText, _ presenter: Presenter) -> [Page.Field] {
        let language = presenter.language
        var fields = [
            presenter.field("Jenis mutasi", "Kind of move", records.route.code),
            presenter.field(
                "Calon", "People",
                presenter.say(
                    "\(language.number(records.pool.people.count)) diperiksa, \(language.number(records.unchecked)) belum diperiksa, \(language.number(records.leftOut.count)) tidak dapat diikutkan",
                    "\(language.number(records.pool.people.count)) checked, \(language.number(records.unchecked)) not checked yet, \(language.number(records.leftOut.count)) left out"
                )),
            presenter.field(
                "Kekurangan terburuk", "Worst shortage",
                presenter.say("sebelum ", "before ") + text.shortage(plan.worstBefore)
                    + presenter.say("; sesudah ", "; after ") + text.shortage(plan.worstAfter)),
            presenter.field(
                "Jumlah poin", "Total score",
                presenter.say(
                    "\(language.number(plan.pointsBefore)) menjadi \(language.number(plan.pointsAfter))",
                    "\(language.number(plan.pointsBefore)) to \(language.number(plan.pointsAfter))")),
            presenter.field(
                "Mutasi", "Moves",
                presenter.say(
                    "\(language.number(plan.lines.count)) dalam \(language.number(plan.packages.count)) paket",
                    "\(language.number(plan.lines.count)) in \(language.number(plan.packages.count)) packages")),
            presenter.field(
                "Mutasi pengembangan", "Growth moves",
                presenter.say(
                    "\(language.number(plan.growth.came)) dari \(language.number(plan.growth.wanted)) yang diminta",
                    "\(language.number(plan.growth.came)) of \(language.number(plan.growth.wanted)) wanted")),
        ]
        fields.append(
            presenter.field(
                "Bukti", "Proof",
                plan.certificate.isProved
                    ? presenter.say("terbukti: tidak ada rencana yang lebih baik", "proved: no plan is better")
                    : presenter.say("TIDAK TERBUKTI", "NOT PROVED")))
        return fields
    }

    private func lines(_ text: PlanText, _ presenter: Presenter) -> [Page.Block] {
        guard !plan.lines.isEmpty else {
            return [
                .paragraph(
                    presenter.say("Tidak ada mutasi yang membawa perbaikan.", "No move would make anything better."))
            ]
        }
        let reasons = Dictionary(plan.people.map { ($0.person, text.reason($0)) }) { first, _ in first }
        let rows = plan.lines.enumerated().map { number, line in
            let package = plan.packages.indices.contains(line.package) ? plan.packages[line.package] : nil
            return [
                "\(number + 1)", text.person(line.person), text.place(line.from), text.place(line.to),
                presenter.language.number(line.gain),
                package.map { "\(line.package + 1) \(text.shape($0.shape))" } ?? "",
                marks(line, text, presenter), reasons[line.person] ?? "",
            ]
        }
        var blocks: [Page.Block] = [
            .heading(presenter.say("Usulan mutasi", "Proposed moves")),
            .table(
                Table(
                    [
                        presenter.column("No", "No", .right), presenter.column("Pegawai", "Person"),
                        presenter.column("Dari", "From"), presenter.column("Ke", "To"),
                        presenter.column("Poin", "Points", .right), presenter.column("Paket", "Package"),
                        presenter.column("Catatan", "Notes"), presenter.column("Alasan", "Reason"),
                    ], rows: rows)),
        ]
        let passed = plan.people.filter { if case .notPlaced = $0.outcome { true } else { false } }
        if !passed.isEmpty {
            blocks.append(.heading(presenter.say("Yang tidak ditempatkan", "Who is passed over")))
            blocks.append(.items(passed.map { "\(text.person($0.person)): \(text.reason($0))" }))
        }
        let empty = emptySeats(text, presenter)
        if !empty.isEmpty {
            blocks.append(.heading(presenter.say("Kursi yang tetap kosong", "Seats that stay empty")))
            blocks.append(.items(empty))
        }
        blocks.append(.heading(presenter.say("Perangkat daerah", "Agencies")))
        blocks.append(.table(agencies(text, presenter)))
        if !variant.changes.isEmpty {
            blocks.append(.heading(presenter.say("Perubahan oleh rapat", "Changes by the board")))
            blocks.append(.items(variant.changes.map { change($0, text, presenter) }))
        }
        return blocks
    }

    /// Seats of which the same is to be said, as those of one vacancy, stand in one line.
    private func emptySeats(_ text: PlanText, _ presenter: Presenter) -> [String] {
        var lines: [(seat: String, reason: String, count: Int)] = []
        for finding in plan.seats {
            switch finding.outcome {
            case .nobodyFits, .betterElsewhere: break
            case .kept, .filled, .closed: continue
            }
            let (seat, reason) = (text.seat(finding.seat), text.reason(finding))
            if let last = lines.last, last.seat == seat, last.reason == reason {
                lines[lines.count - 1].count += 1
            } else {
                lines.append((seat, reason, 1))
            }
        }
        return lines.map { line in
            let count = line.count > 1 ? presenter.say(" (\(line.count) kursi)", " (\(line.count) seats)") : ""
            return "\(line.seat)\(count): \(line.reason)"
        }
    }

    private func change(_ change: PlanChange, _ text: PlanText, _ presenter: Presenter) -> String {
        let what =
            switch change.kind {
            case .keep: presenter.say("tetap di tempat", "stays")
            case .fix(let seat): presenter.say("ke ", "goes to ") + text.place(seat)
            case .forbid(let seat): presenter.say("tidak ke ", "not to ") + text.place(seat)
            }
        return "\(text.person(change.person)): \(what). \(change.reason)"
    }

    private func marks(_ line: PlanLine, _ text: PlanText, _ presenter: Presenter) -> String {
        var marks: [String] = []
        if line.growth.isGrowthMove == true {
            let reasons = GrowthText.reasons(line.growth, presenter.language).joined(separator: "; ")
            marks.append(presenter.say("pengembangan", "growth") + (reasons.isEmpty ? "" : " (\(reasons))"))
        }
        if line.isFixed { marks.append(presenter.say("ditetapkan rapat", "fixed by the board")) }
        if !line.training.isEmpty {
            marks.append(
                presenter.say("pelatihan ", "training ") + presenter.language.list(line.training.map(\.competence)))
        }
        if line.lacksData {
            let range = line.fit.lacksData ? " (\(FitText.score(line.fit, presenter.language)))" : ""
            marks.append(presenter.say("data kurang", "data missing") + range)
        }
        if !line.undecided.isEmpty {
            marks.append(
                presenter.say(
                    "belum pasti, rapat memilih antara dia dan ", "undecided, the board chooses between her and ")
                    + presenter.language.list(line.undecided.map(text.person)))
        }
        return marks.joined(separator: ", ")
    }

    private func agencies(_ text: PlanText, _ presenter: Presenter) -> Table {
        let rows = plan.groups.filter {
            $0.kind == .agency && !($0.gains.isEmpty && $0.gives.isEmpty && $0.within == 0)
        }
        return Table(
            [
                presenter.column("Perangkat daerah", "Agency"), presenter.column("Menerima", "Gains", .right),
                presenter.column("Melepas", "Gives", .right), presenter.column("Di dalam", "Within", .right),
                presenter.column("Sebelum", "Before", .right), presenter.column("Sesudah", "After", .right),
            ],
            rows: rows.map { one in
                [text.group(one.group)]
                    + [one.gains.count, one.gives.count, one.within, one.holdersBefore, one.holdersAfter].map(
                        presenter.language.number)
            })
    }

    private func people(_ text: PlanText, _ presenter: Presenter) -> Table {
        Table(
            [presenter.column("Pegawai", "Person"), presenter.column("Alasan", "Reason")],
            rows: plan.people.map { [text.person($0.person), text.reason($0)] })
    }

    private func seats(_ text: PlanText, _ presenter: Presenter) -> Table {
        Table(
            [
                presenter.column("Kursi", "Seat"), presenter.column("Alasan", "Reason"),
                presenter.column("Nilai satu kursi lagi", "Worth of one more seat", .right),
            ], rows: plan.seats.map { [text.seat($0.seat), text.reason($0), presenter.language.number($0.price)] })
    }
}
