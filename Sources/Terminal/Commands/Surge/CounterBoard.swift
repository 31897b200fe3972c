import NodeKit
import Personnel
import StrictJSON

/// The counters of an agency on one day, in both forms.
struct CounterBoard: Sendable {
    private let readings: CounterReadings
    private let openMinutes: Int
    private let settings: SurgeSettings
    private let ahead: [KnownPeriod]

    init(
        _ reader: StaffReader, day: CivilDate?, unit: String?, openMinutes: Int, today: CivilDate,
        _ policy: PersonnelPolicy
    ) throws {
        readings = try CounterReadings(reader, day: day, unit: unit, policy.surge)
        self.openMinutes = openMinutes
        settings = policy.surge
        ahead = settings.calendar.ahead(of: today, days: settings.aheadDays)
    }

    /// Whether some unit is in a rush.
    var isAlarm: Bool { readings.units.contains { $0.surge.isAlarm == true } }

    /// The people whom a service takes for the promised waiting time; nil where that cannot be computed.
    private func staffing(_ reading: SurgeReading) -> CounterService? {
        guard let target = settings.target, let load = reading.load(openMinutes: openMinutes) else { return nil }
        return ErlangC.staffing(load, for: target)
    }

    /// `{"day","alarmPermille","units":[{"unit","name","ratio","alarm","leftOut":[],"services":[{"service","visitors","served",
    /// "minutes","ordinary","ratio","alarm","expected","people","waitSeconds","answeredPermille"}]}],"ahead":[…]}`
    var json: JSONValue {
        .object([
            ("day", .optional(readings.day?.iso)), ("alarmPermille", .integer(settings.alarmPermille)),
            (
                "units",
                .array(
                    readings.units.map { unit in
                        .object([
                            ("unit", .string(unit.id)), ("name", .string(unit.name)),
                            ("ratio", .optional(unit.surge.ratioPermille)),
                            ("alarm", unit.surge.isAlarm.map(JSONValue.boolean) ?? .null),
                            ("leftOut", .array(unit.surge.leftOut.map(JSONValue.string))),
                            ("services", .array(unit.surge.readings.map(json))),
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

    private func json(_ reading: SurgeReading) -> JSONValue {
        let people = staffing(reading)
        return .object([
            ("service", .string(reading.day.service)), ("visitors", .integer(reading.day.visitors)),
            ("served", .integer(reading.day.served)), ("minutes", .integer(reading.day.minutes)),
            ("ordinary", .optional(reading.baseline?.visitors)), ("ratio", .optional(reading.ratioPermille)),
            ("alarm", reading.isAlarm.map(JSONValue.boolean) ?? .null),
            ("expected", .optional(reading.expected?.name)), ("people", .optional(people?.agents)),
            ("waitSeconds", .optional(people?.averageWaitSeconds)),
            ("answeredPermille", .optional(people?.answeredPermille)),
        ])
    }

    func page(_ language: Language) -> Page {
        func say(_ indonesian: String, _ english: String) -> String { Sentence(indonesian, english)[language] }
        guard let day = readings.day, !readings.units.isEmpty else {
            return Page([
                .paragraph(say("Tidak ada data loket.", "There are no counter figures.")),
                .advice(
                    say("Masukkan data harian:", "Import the daily figures:"), command: "mutasi-node surge import FILE"),
            ])
        }
        var page = Page([.title(say("Loket pada \(language.date(day))", "Counters on \(language.date(day))"))])
        for unit in readings.units {
            page.add(.heading("\(unit.name) [\(unit.id)]: \(verdict(unit.surge, language))"))
            page.add(.table(table(unit.surge, language)))
            if !unit.surge.leftOut.isEmpty {
                page.add(
                    .paragraph(
                        say("Tanpa pembanding, tidak dihitung: ", "Without an ordinary day, not counted: ")
                            + language.list(unit.surge.leftOut) + "."))
            }
            if unit.surge.isAlarm == true {
                page.add(
                    .advice(
                        say("Minta bantuan:", "Ask for help:"),
                        command: "mutasi-node surge declare --unit \(unit.id) --service S --people N --until D"
                            + " --post P --route R"))
            }
        }
        if settings.target == nil {
            page.add(
                .paragraph(
                    say(
                        "Kebijakan wilayah tidak menjanjikan waktu tunggu, jadi jumlah petugas tidak dihitung.",
                        "The region's policy promises no waiting time, so no number of people is computed.")))
        }
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

    private func verdict(_ surge: UnitSurge, _ language: Language) -> String {
        guard let ratio = surge.ratioPermille else {
            return Sentence("belum ada pembanding", "no ordinary day to compare with")[language]
        }
        let text = Sentence("{ratio} kali hari biasa", "{ratio} times an ordinary day").text(
            language, [("ratio", language.permille(ratio))])
        return surge.isAlarm == true ? text + Sentence(", LONJAKAN", ", RUSH")[language] : text
    }

    private func table(_ surge: UnitSurge, _ language: Language) -> Table {
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
            rows: surge.readings.map { reading in
                let people = staffing(reading)
                return [
                    reading.day.service, number(reading.day.visitors), number(reading.baseline?.visitors),
                    reading.ratioPermille.map(language.permille) ?? "-", number(reading.day.served),
                    number(people?.agents), number(people.map { ($0.averageWaitSeconds + 30) / 60 }),
                    reading.expected?.name ?? "",
                ]
            })
    }
}
