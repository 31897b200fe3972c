import Personnel

/// The counters of an agency on one day, each against its ordinary day.
public struct CounterReadings: Sendable {
    /// One unit with its services.
    public struct Unit: Sendable {
        public let id: String
        public let name: String
        public let surge: UnitSurge
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
        let names = Dictionary(try reader.units().map { ($0.id, $0.name) }) { first, _ in first }
        let ofDay = all.filter { $0.day == chosen }
        units = Set(ofDay.map(\.unit)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { unit in
            let past = all.filter { $0.unit == unit }
            let readings = ofDay.filter { $0.unit == unit }.map { SurgeReading($0, past: past, settings) }
            return Unit(id: unit, name: names[unit] ?? unit, surge: UnitSurge(readings, settings))
        }
    }
}
