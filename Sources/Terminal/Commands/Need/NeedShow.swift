import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `need show`: what units need and have.
struct NeedShow: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Need, people, difference, ratio and floor of each post: of your agency, or of all that published.",
        discussion: """
            Examples:
              mutasi-node need show --unit U-12
              mutasi-node need show --region --by post
              mutasi-coordinator need show --by agency --svg need.svg

            From the agreed first day on (TMT) a decreed person counts at the receiver and no longer at home. EJ is the class of the \
            workload against the working time of the holders: A from 0.91, B from 0.76, C from 0.61, D from 0.51, else E.
            """)

    enum Grouping: String, ExpressibleByArgument, CaseIterable {
        case place, unit, post, agency
    }

    @Option(help: ArgumentHelp("Only this unit.", valueName: "id"))
    var unit: String?

    @Option(help: "place (each post of each unit), unit, post or agency.")
    var by = Grouping.place

    @Flag(help: "What all agencies published, instead of your own figures of today. The desk always shows that.")
    var region = false

    @Flag(help: "Only where people are missing or a floor is not kept.")
    var short = false

    @Option(help: ArgumentHelp("Draw it as a chart into this file.", valueName: "file"))
    var svg: String?

    @OptionGroup var options: GlobalOptions

    func answer(_ workplace: Workplace) async throws -> Answer {
        let visible = try workplace.visible()
        let isPublished = region || workplace.program == .coordinator
        var rows: [NeedRow]
        if isPublished {
            let percent = try workplace.policy().personnel.rules.floorPercent
            rows = [NeedRow](published: try workplace.needs(), floorPercent: percent)
        } else {
            rows = try workplace.agencyNeed().rows(of: workplace.agency)
        }
        rows = rows.filter { row in
            (unit == nil || row.unit == unit) && (!short || (row.difference ?? 0) > 0 || row.isBelowFloor)
        }
        let board = NeedBoard(rows: rows, by: by)
        if let svg {
            try CommandFile.write(Array(board.chart(workplace.language).svg.utf8), to: svg)
        }
        return workplace.answer(board.json, visible) { board.page($0, isPublished: isPublished) }
    }
}

/// Rows of needs, as `need show` answers them.
struct NeedBoard: Sendable {
    var rows: [NeedRow]
    var by: NeedShow.Grouping

    /// `{"places":[{"agency","unit","post","need","holders","difference","ratio","ej","floor","belowFloor"}]}`, or
    /// `{"sums":[{"key","name","need","holders","short","belowFloor"}]}`
    var json: JSONValue {
        guard by == .place else {
            return .object([
                (
                    "sums",
                    .array(
                        sums.map { one in
                            .object([
                                ("key", .string(one.key)), ("name", .string(one.name)), ("need", .optional(one.need)),
                                ("holders", .integer(one.holders)), ("short", .integer(one.short)),
                                ("belowFloor", .integer(one.below)),
                            ])
                        })
                )
            ])
        }
        return .object([
            (
                "places",
                .array(
                    rows.map { row in
                        .object([
                            ("agency", .string(row.agency.text)), ("unit", .string(row.unit)),
                            ("post", .string(row.post)), ("need", .optional(row.need)),
                            ("holders", .integer(row.holders)), ("difference", .optional(row.difference)),
                            ("ratio", .optional(row.shownPermille)),
                            ("ej", .optional(efficiency(row)?.rawValue)), ("floor", .optional(row.floor)),
                            ("belowFloor", .boolean(row.isBelowFloor)),
                        ])
                    })
            )
        ])
    }

    private func efficiency(_ row: NeedRow) -> EfficiencyClass? {
        row.ratioPermille.map(EfficiencyClass.init(permille:))
    }

    private struct Sum {
        var key: String
        var name: String
        var need: Int?
        var holders: Int
        var short: Int
        var below: Int
    }

    private var sums: [Sum] {
        var names: [String: String] = [:]
        for row in rows { names[key(row)] = name(row) }
        return rows.summed(by: key).map { one in
            Sum(
                key: one.key, name: names[one.key] ?? one.key, need: one.need, holders: one.holders, short: one.short,
                below: one.below)
        }
    }

    private func key(_ row: NeedRow) -> String {
        switch by {
        case .place: "\(row.agency.text)/\(row.unit)/\(row.post)"
        case .unit: "\(row.agency.text)/\(row.unit)"
        case .post: row.post
        case .agency: row.agency.text
        }
    }

    private func name(_ row: NeedRow) -> String {
        switch by {
        case .place: "\(row.postName), \(row.unitName)"
        case .unit: "\(row.unitName) (\(row.agency.text))"
        case .post: row.postName
        case .agency: row.agency.text
        }
    }

    func chart(_ language: Language) -> BarChart {
        BarChart(
            title: Sentence("Kebutuhan pegawai", "Staffing needs")[language],
            needLabel: Sentence("kebutuhan", "need")[language],
            holdersLabel: Sentence("petugas", "people")[language],
            floorLabel: Sentence("batas minimal", "floor")[language],
            rows: by == .place
                ? rows.map { BarChart.Row(name: name($0), need: $0.need, holders: $0.holders, floor: $0.floor) }
                : sums.map { BarChart.Row(name: $0.name, need: $0.need, holders: $0.holders, floor: nil) })
    }

    func page(_ presenter: Presenter, isPublished: Bool) -> Page {
        guard !rows.isEmpty else {
            let advice: Page.Block = .advice(
                presenter.say("Setiap dinas mengumumkannya dengan:", "Each agency publishes them with:"),
                command: "mutasi-node need publish --sync")
            return Page(
                [.paragraph(presenter.say("Tidak ada data kebutuhan.", "There are no needs to show."))]
                    + (isPublished ? [advice] : []))
        }
        return Page([.table(by == .place ? places(presenter) : sums(presenter))])
    }

    private func places(_ presenter: Presenter) -> Table {
        let language = presenter.language
        let isOneAgency = Set(rows.map(\.agency)).count == 1
        func number(_ value: Int?) -> String { value.map(language.number) ?? "-" }
        let columns = [
            presenter.column("Dinas", "Agency"), presenter.column("Unit", "Unit"), presenter.column("Jabatan", "Post"),
            presenter.column("Kebutuhan", "Need", .right), presenter.column("Petugas", "People", .right),
            presenter.column("Selisih", "Missing", .right), presenter.column("Rasio", "Ratio", .right),
            presenter.column("EJ", "EJ"), presenter.column("Batas", "Floor", .right), presenter.column("", ""),
        ]
        let cells = rows.map { row in
            [
                row.agency.text, "\(row.unitName) [\(row.unit)]", "\(row.postName) [\(row.post)]", number(row.need),
                number(row.holders), number(row.difference),
                row.shownPermille.map(language.permille) ?? "-", efficiency(row)?.rawValue ?? "-",
                number(row.floor),
                row.isBelowFloor ? presenter.say("di bawah batas", "below its floor") : "",
            ]
        }
        return isOneAgency
            ? Table(Array(columns.dropFirst()), rows: cells.map { Array($0.dropFirst()) }) : Table(columns, rows: cells)
    }

    private func sums(_ presenter: Presenter) -> Table {
        let language = presenter.language
        return Table(
            [
                presenter.column("", ""), presenter.column("Kebutuhan", "Need", .right),
                presenter.column("Petugas", "People", .right), presenter.column("Kurang", "Missing", .right),
                presenter.column("Di bawah batas", "Below floor", .right),
            ],
            rows: sums.map { one in
                [
                    one.name, one.need.map(language.number) ?? "-", language.number(one.holders),
                    language.number(one.short), language.number(one.below),
                ]
            })
    }
}

extension AgencyNeed {
    /// Each post of each unit.
    func rows(of agency: AgencyCode) -> [NeedRow] {
        table.needs.map { need in
            NeedRow(
                agency: agency, unit: need.place.unit, unitName: units[need.place.unit]?.name ?? need.place.unit,
                post: need.place.post, postName: post(need.place.post).name, need: need.need, holders: need.holders,
                floor: need.floor?.people, ratioPermille: need.ratioPermille)
        }
    }
}

extension Workplace {
    /// What this registry's agency needs and has today.
    func agencyNeed(months: Int? = nil) throws -> AgencyNeed {
        try requireRegistry()
        let policy = try policy()
        let today = try today()
        let movements = try store.movements(on: today)
        return try store.staff.read { try AgencyNeed($0, on: today, months: months, policy.personnel, movements) }
    }
}
