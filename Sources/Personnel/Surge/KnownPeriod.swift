/// Days on which a rush is known beforehand: CPNS opening, school entry, elections, tax due dates.
///
/// Such days say nothing about ordinary ones, so they stay out of every baseline; and they are shown ahead, so that people
/// are asked for before the queue stands there.
public struct KnownPeriod: Hashable, Sendable {
    /// What the region calls it.
    public let name: String
    public let span: DatedSpan
    /// The services it touches; empty means all.
    public let services: [String]

    public init(name: String, span: DatedSpan, services: [String] = []) {
        self.name = name
        self.span = span
        self.services = services
    }

    public func touches(_ service: String) -> Bool {
        services.isEmpty || services.contains { $0.utf8.elementsEqual(service.utf8) }
    }
}

extension [KnownPeriod] {
    /// The period that a day lies in, for a service: the one that began last.
    public func period(on day: CivilDate, of service: String) -> KnownPeriod? {
        filter { $0.span.contains(day) && $0.touches(service) }.max { $0.span.from < $1.span.from }
    }

    /// The periods that run on a day or begin within so many days after it, by first day, then by name.
    public func ahead(of day: CivilDate, days: Int) -> [KnownPeriod] {
        let last = day.adding(days: Swift.max(days, 0))
        return filter { $0.span.from <= last && ($0.span.until.map { day <= $0 } ?? true) }.sorted { left, right in
            left.span.from == right.span.from
                ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8) : left.span.from < right.span.from
        }
    }
}
