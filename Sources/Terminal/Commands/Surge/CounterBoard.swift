import NodeKit
import Personnel
import StrictJSON

/// The counters of an agency on one day, in both forms.
struct CounterBoard: Sendable {
    /// One unit, with what its counters take together beside who serves in it.
    private struct Unit: Sendable {
        var counters: CounterReadings.Unit
        /// In the order of the readings.
        var demands: [SurgeDemand]
        var present: Int
        var hasAsked: Bool

        /// The people whom all counters take; nil where one of them cannot be computed.
        var needed: Int? {
            let people = demands.compactMap { $0.service?.agents }
            return people.count == demands.count ? people.reduce(0, +) : nil
        }

        var missing: Int? { needed.map { max($0 - present, 0) } }
    }

    private let day: CivilDate?
    private let units: [Unit]
    private let settings: SurgeSettings
    private let ahead: [KnownPeriod]

    /// - Parameters:
    ///   - workplaces: who serves where today.
    ///   - unitsThatAsk: the units for which help was asked already.
    init(
        _ readings: CounterReadings, openMinutes: Int, today: CivilDate, _ workplaces: Workplaces,
        unitsThatAsk: Set<String>, _ settings: SurgeSettings
    ) {
        day = readings.day
        units = readings.units.map { unit in
            Unit(
                counters: unit,
                demands: unit.surge.readings.map {
                    SurgeDemand($0, openMinutes: openMinutes, present: 0, settings)
                },
                present: workplaces.people(in: unit.id), hasAsked: unitsThatAsk.contains(unit.id))
        }
        self.settings = settings
        ahead = settings.calendar.ahead(of: today, days: settings.aheadDays)
    }

    /// Whether some unit is in a rush.
    var isAlarm: Bool { units.contains { $0.counters.surge.isAlarm == true } }

    /// `{"day","alarmPermille","units":[{"unit","name","ratio","alarm","leftOut":[],"present","needed","missing","asked",
    /// "services":[{"service","visitors","served","minutes","ordinary","ratio","alarm","expected","people","waitSeconds",
    /// "answeredPermille"}]}],"ahead":[…]}`
    var json: JSONValue {
        .object([
            ("day", .optional(day?.iso)), ("alarmPermille", .integer(settings.alarmPermille)),
            (
                "units",
                .array(
                    units.map { unit in
                        .object([
                            ("unit", .string(unit.counters.id)), ("name", .string(unit.counters.name)),
                            ("ratio", .optional(unit.counters.surge.ratioPermille)),
                            ("alarm", unit.counters.surge.isAlarm.map(JSONValue.boolean) ?? .null),
                            ("leftOut", .array(unit.counters.surge.leftOut.map(JSONValue.string))),
                            ("present", .integer(unit.present)), ("needed", .optional(unit.needed)),
                            ("missing", .optional(unit.missing)), ("asked", .boolean(unit.hasAsked)),
                            ("services", .array(zip(unit.counters.surge.readings, unit.demands).map(json))),
                        ])
                    })
            ),
            (
                "ahead",
                .array(
                    ahead.map { period in
                        .members([
                            ("name", .string(period.name)), ("from", .string(period.span.from.iso)),
                            ("until", period.span.until.map { .string($0.iso) }),
                            ("services", .array(period.services.map(JSONValue.string))),
                        ])
                    })
            ),
        ])
    }

    private func json(_ reading: SurgeReading, _ demand: SurgeDemand) -> JSONValue {
        .object([
            ("service", .string(reading.day.service)), ("visitors", .integer(reading.day.visitors)),
            ("served", .integer(reading.day.served)), ("minutes", .integer(reading.day.minutes)),
            ("ordinary", .optional(reading.baseline?.visitors)), ("ratio", .optional(reading.ratioPermille)),
            ("alarm", reading.isAlarm.map(JSONValue.boolean) ?? .null),
            ("expected", .optional(reading.expected?.name)), ("people", .optional(demand.service?.agents)),
            ("waitSeconds", .optional(demand.service?.averageWaitSeconds)),
            ("answeredPermille", .optional(demand.service?.answeredPermille)),
        ])
    }

    func page(_ language: Language) -> Page {
        func say(_ indonesian: String, _ english: String) -> String { Sentence(indonesian, english)[language] }
        guard let day, !units.isEmpty else {
            return Page([
                .paragraph(say("Tidak ada data loket.", "There are no counter figures.")),
                .advice(
                    say("Masukkan data harian:", "Import the daily figures:"), command: "mutasi-node surge import FILE"),
            ])
        }
        var page = Page([.title(say("Loket pada \(language.date(day))", "Counters on \(language.date(day))"))])
        for unit in units {
            page.blocks += blocks(unit, language)
        }
        page.add(
            .paragraph(
                settings.target?.sentence(language)
                    ?? say(
                        "Kebijakan wilayah tidak menjanjikan waktu tunggu, jadi jumlah petugas tidak dihitung.",
                        "The region's policy promises no waiting time, so no number of people is computed.")))
        if !ahead.isEmpty {
            page.add(.heading(say("Lonjakan yang sudah diketahui", "Rushes known ahead")))
            page.add(
                .items(
                    ahead.map { period in
                        let until = period.span.until.map { " – " + language.date($0) } ?? ""
                        let services = period.services.isEmpty ? "" : ": " + language.list(period.services)
                        return "\(period.name), \(language.date(period.span.from))\(until)\(services)"
                    }))
        }
        return page
    }

    private func blocks(_ unit: Unit, _ language: Language) -> [Page.Block] {
        func say(_ indonesian: String, _ english: String) -> String { Sentence(indonesian, english)[language] }
        let counters = unit.counters
        var blocks: [Page.Block] = [
            .heading("\(counters.name) [\(counters.id)]: \(counters.verdict(language))"), .table(table(unit, language)),
        ]
        if !counters.surge.leftOut.isEmpty {
            blocks.append(
                .paragraph(
                    say("Tanpa pembanding, tidak dihitung: ", "Without an ordinary day, not counted: ")
                        + language.list(counters.surge.leftOut) + "."))
        }
        blocks.append(.paragraph(staffing(unit, language)))
        if counters.surge.isAlarm == true {
            blocks.append(
                unit.hasAsked
                    ? .advice(say("Bantuan sudah diminta:", "Help was asked for:"), command: "mutasi-node surge list")
                    : .advice(say("Minta bantuan:", "Ask for help:"), command: counters.declaration))
        }
        return blocks
    }

    /// Who serves in the unit, beside what its counters take.
    private func staffing(_ unit: Unit, _ language: Language) -> String {
        let there = Sentence(
            "Bertugas di unit ini, untuk semua pekerjaannya: {present}",
            "Serving in the unit, at all its work: {present}")
        let text = there.text(language, [("present", language.number(unit.present))])
        guard let needed = unit.needed, let missing = unit.missing else { return text + "." }
        let values = [("needed", language.number(needed)), ("missing", language.number(missing))]
        let taken = Sentence("; loketnya memerlukan {needed}", "; its counters take {needed}")
        let more = Sentence(", kurang {missing}", ", {missing} more")
        return text + taken.text(language, values) + (missing > 0 ? more.text(language, values) : "") + "."
    }

    private func table(_ unit: Unit, _ language: Language) -> Table {
        func column(_ indonesian: String, _ english: String, _ alignment: Table.Alignment = .right) -> Table.Column {
            Table.Column(Sentence(indonesian, english)[language], alignment)
        }
        func number(_ value: Int?) -> String { value.map(language.number) ?? "-" }
        return Table(
            [
                column("Layanan", "Service", .left), column("Pengunjung", "Visitors"), column("Biasanya", "Ordinary"),
                column("Rasio", "Ratio"), column("Dilayani", "Served"), column("Petugas perlu", "People needed"),
                column("Menunggu (menit)", "Wait (minutes)"), column("Catatan", "Note", .left),
            ],
            rows: zip(unit.counters.surge.readings, unit.demands).map { reading, demand in
                [
                    reading.day.service, number(reading.day.visitors), number(reading.baseline?.visitors),
                    reading.ratioPermille.map(language.permille) ?? "-", number(reading.day.served),
                    number(demand.service?.agents), number(demand.service.map { ($0.averageWaitSeconds + 30) / 60 }),
                    [reading.expected?.name, demand.note(language)].compactMap { $0 }.joined(separator: "; "),
                ]
            })
    }
}

extension WaitTarget {
    /// The promise for which people are computed.
    fileprivate func sentence(_ language: Language) -> String {
        Sentence(
            "Petugas dihitung agar {share}% pengunjung menunggu paling lama {minutes} menit (Erlang C).",
            "People are computed so that {share}% of visitors wait {minutes} minutes at most (Erlang C)."
        ).text(
            language,
            [("share", language.number(sharePermille / 10)), ("minutes", language.number((seconds + 59) / 60))])
    }
}
