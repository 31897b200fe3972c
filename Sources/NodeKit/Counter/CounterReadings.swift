import Personnel

/// The counters of an agency on one day, each against its ordinary day.
public struct CounterReadings: Sendable {
    /// For so many days an alarm says something of today.
    static let alarmDays = 7

    /// One unit with its services.
    public struct Unit: Sendable {
        public let id: String
        public let name: String
        public let surge: UnitSurge

        /// The figures of a day among all those of the unit.
        init(_ id: String, _ name: String, on day: CivilDate, among figures: [CounterDay], _ settings: SurgeSettings) {
            self.id = id
            self.name = name
            let ofDay = figures.filter { $0.day == day }
            surge = UnitSurge(ofDay.map { SurgeReading($0, past: figures, settings) }, settings)
        }
    }

    /// Nil when no figures are there at all.
    public let day: CivilDate?
    /// By id, in byte order.
    public let units: [Unit]

    /// - Parameters:
    ///   - day: nil takes the last day with figures.
    ///   - unit: nil takes all units.
    public init(_ reader: StaffReader, day: CivilDate?, unit: String?, _ settings: SurgeSettings) throws {
        let all = try reader.counterDays(since: .earliest).filter { unit == nil || $0.unit == unit }
        let chosen = day ?? all.map(\.day).max()
        self.day = chosen
        guard let chosen else {
            units = []
            return
        }
        let names = try Self.names(reader)
        units = Self.byUnit(all).filter { $0.figures.contains { $0.day == chosen } }.map { id, figures in
            Unit(id, names[id] ?? id, on: chosen, among: figures, settings)
        }
    }

    /// The units whose last figures, at most ``alarmDays`` old, give an alarm; by id, in byte order.
    public static func alarms(
        _ reader: StaffReader, on today: CivilDate, _ settings: SurgeSettings
    ) throws -> [Unit] {
        let first = today.adding(days: -alarmDays)
        let recent = try reader.counterDays(since: first).filter { $0.day <= today }
        guard !recent.isEmpty else { return [] }
        let names = try names(reader)
        let last = Dictionary(recent.map { ($0.unit, $0.day) }, uniquingKeysWith: max)
        let compared = try reader.counterDays(since: CounterBaseline.reach(of: first, settings))
        return byUnit(compared).compactMap { id, figures in
            last[id].map { Unit(id, names[id] ?? id, on: $0, among: figures, settings) }
        }.filter { $0.surge.isAlarm == true }
    }

    private static func names(_ reader: StaffReader) throws -> [String: String] {
        Dictionary(try reader.units().map { ($0.id, $0.name) }) { first, _ in first }
    }

    private static func byUnit(_ figures: [CounterDay]) -> [(id: String, figures: [CounterDay])] {
        Dictionary(grouping: figures, by: \.unit).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { (id: $0.key, figures: $0.value) }
    }
}
