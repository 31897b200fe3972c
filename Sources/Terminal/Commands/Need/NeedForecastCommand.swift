import ArgumentParser
import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// `need forecast`: who leaves when, as far as dates that are known today say.
struct NeedForecastCommand: OperatorCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract:
            "Month by month: retirements, ends of contracts and secondments, acting past its limit, rotation due.",
        discussion: """
            Examples:
              mutasi-node need forecast --months 36
              mutasi-coordinator need forecast

            Resignations, deaths and moves that nobody has decided yet are in no file and in no forecast. The need stays what the \
            workload analysis says today. The desk adds up what agencies published.
            """)

    @Option(help: ArgumentHelp("How many months ahead, 1 to 60; else the policy's.", valueName: "n"))
    var months: Int?

    @Option(help: ArgumentHelp("Only this unit.", valueName: "id"))
    var unit: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard months.map(ForecastSettings.range.contains) ?? true else {
            throw ValidationError("--months is 1 to 60.")
        }
    }

    func answer(_ workplace: Workplace) async throws -> Answer {
        let board =
            workplace.program == .coordinator
            ? try published(workplace) : ForecastBoard(try workplace.agencyNeed(months: months), unit: unit)
        return workplace.answer(board.json, try workplace.visible()) { board.page($0) }
    }

    private func published(_ workplace: Workplace) throws -> ForecastBoard {
        let needs = try workplace.needs().filter { unit == nil || $0.unit == unit }
        let ahead = try workplace.forecasts().filter { unit == nil || $0.unit == unit }
        let today = try workplace.today()
        let count = try months ?? workplace.policy().personnel.forecast.months
        return ForecastBoard(needs, ahead, today: today, months: count)
    }
}

/// A forecast in both forms: one row for each month.
struct ForecastBoard: Sendable {
    struct Month: Sendable {
        var month: CivilDate
        var leaving: [Departure: Int]
        var holders: Int
        var need: Int
        /// People missing over the places that lack some.
        var shortage: Int
    }

    var months: [Month]
    /// Posts that will lack most at the end: `Post, Unit` with need, holders then.
    var worst: [(name: String, need: Int, holders: Int)]
    /// Who stays in every row because the age of the post is not known.
    var unknownRetirements: Int
    var unset: [Departure]

    /// The most posts named as lacking people.
    private static let named = 10

    init(_ need: AgencyNeed, unit: String?) {
        let totals = need.forecast.totals { unit == nil || $0.unit == unit }
        months = totals.map { total in
            Month(
                month: total.month, leaving: total.leaving, holders: total.holders, need: total.need,
                shortage: total.shortage)
        }
        let places = need.forecast.places.filter { unit == nil || $0.place.unit == unit }
        worst = Self.worst(
            places.compactMap { place in
                guard let wanted = place.need, let last = place.months.last else { return nil }
                let name = need.units[place.place.unit]?.name ?? place.place.unit
                return (name: "\(need.post(place.place.post).name), \(name)", need: wanted, holders: last.holders)
            })
        unknownRetirements = need.forecast.unknownRetirements.count
        unset = need.forecast.unset
    }

    /// - Parameter months: how many after that of today.
    init(_ needs: [UnitNeed], _ ahead: [NeedForecast], today: CivilDate, months count: Int) {
        var leaving: [String: [CivilDate: [Departure: Int]]] = [:]
        for one in ahead {
            for post in one.posts {
                let key = "\(one.agency.text)/\(one.unit)/\(post.id)"
                for month in post.months { leaving[key, default: [:]][month.month] = month.leaving }
            }
        }
        let first = CivilDate(year: today.year, month: today.month, day: 1) ?? today
        var places = needs.flatMap { unit in
            unit.posts.map { post in
                (
                    key: "\(unit.agency.text)/\(unit.unit)/\(post.id)",
                    name: "\(post.name), \(unit.unitName) (\(unit.agency.text))", need: post.need, holders: post.holders
                )
            }
        }
        var rows: [Month] = []
        for number in 0...max(count, 0) {
            let month = first.adding(months: number)
            var total: [Departure: Int] = [:]
            for index in places.indices {
                // What was due before the first month stands in it.
                let due = (leaving[places[index].key] ?? [:]).filter { number == 0 ? $0.key <= month : $0.key == month }
                for (reason, people) in due.values.flatMap({ $0 }) {
                    total[reason, default: 0] += people
                    if reason.takesHolder { places[index].holders = max(places[index].holders - people, 0) }
                }
            }
            rows.append(
                Month(
                    month: month, leaving: total, holders: places.reduce(0) { $0 + $1.holders },
                    need: places.reduce(0) { $0 + ($1.need ?? 0) },
                    shortage: places.reduce(0) { sum, place in sum + max((place.need ?? 0) - place.holders, 0) }))
        }
        months = rows
        worst = Self.worst(places.compactMap { place in place.need.map { (place.name, $0, place.holders) } })
        unknownRetirements = 0
        unset = []
    }

    private static func worst(
        _ places: [(name: String, need: Int, holders: Int)]
    ) -> [(name: String, need: Int, holders: Int)] {
        Array(
            places.filter { $0.need > $0.holders }.sorted { left, right in
                let (one, other) = (left.need - left.holders, right.need - right.holders)
                return one == other ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8) : one > other
            }.prefix(named))
    }

    /// `{"months":[{"month","leaving":{reason: count},"holders","need","shortage"}],"worst":[{"place","need","holders"}],
    /// "unknownRetirements","unset":[reason]}`
    var json: JSONValue {
        .object([
            (
                "months",
                .array(
                    months.map { row in
                        .object([
                            ("month", .string(String(row.month.iso.prefix(7)))),
                            (
                                "leaving",
                                .members(
                                    Departure.allCases.map { ($0.rawValue, row.leaving[$0].map(JSONValue.integer)) })
                            ),
                            ("holders", .integer(row.holders)), ("need", .integer(row.need)),
                            ("shortage", .integer(row.shortage)),
                        ])
                    })
            ),
            (
                "worst",
                .array(
                    worst.map {
                        .object([
                            ("place", .string($0.name)), ("need", .integer($0.need)), ("holders", .integer($0.holders)),
                        ])
                    })
            ),
            ("unknownRetirements", .integer(unknownRetirements)),
            ("unset", .array(unset.map { .string($0.rawValue) })),
        ])
    }

    func page(_ presenter: Presenter) -> Page {
        let language = presenter.language
        let reasons = Departure.allCases.filter { reason in months.contains { ($0.leaving[reason] ?? 0) > 0 } }
        let columns =
            [presenter.column("Bulan", "Month")]
            + reasons.map { Table.Column(presenter.word(.departure, $0.rawValue), .right) } + [
                presenter.column("Petugas", "People", .right), presenter.column("Kebutuhan", "Need", .right),
                presenter.column("Kurang", "Missing", .right),
            ]
        var page = Page([
            .table(
                Table(
                    columns,
                    rows: months.map { row in
                        [String(row.month.iso.prefix(7))] + reasons.map { row.leaving[$0].map(language.number) ?? "" }
                            + [row.holders, row.need, row.shortage].map(language.number)
                    }))
        ])
        if !worst.isEmpty {
            page.add(.heading(presenter.say("Yang paling kekurangan pada akhirnya", "Who lacks most in the end")))
            page.add(
                .items(
                    worst.map { one in
                        presenter.say(
                            "\(one.name): \(one.holders) dari \(one.need)", "\(one.name): \(one.holders) of \(one.need)"
                        )
                    }))
        }
        if unknownRetirements > 0 {
            page.add(
                .paragraph(
                    presenter.say(
                        "\(unknownRetirements) orang tanpa batas usia pensiun yang diketahui tetap terhitung.",
                        "\(unknownRetirements) people whose retirement age is not known stay counted.")))
        }
        if !unset.isEmpty {
            page.add(
                .paragraph(
                    presenter.say("Kebijakan tidak menetapkan: ", "The policy sets no term for: ")
                        + language.list(unset.map { presenter.word(.departure, $0.rawValue) }) + "."))
        }
        return page
    }
}
