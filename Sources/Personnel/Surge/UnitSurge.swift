/// How one day of all counters of a unit together stands against an ordinary day.
///
/// Services differ in length: forty extra visitors for a stamp are less work than ten for a divorce deed. So visitors are
/// weighed with the time that one of their service usually takes. A service without a baseline, or whose length nobody
/// wrote down, cannot be weighed; it is left out of the ratio and named.
public struct UnitSurge: Hashable, Sendable {
    public let readings: [SurgeReading]
    /// The work of the day against an ordinary day in per mille, rounded down; nil when no service can be weighed.
    public let ratioPermille: Int?
    /// The services that are not in the ratio, in byte order.
    public let leftOut: [String]
    public let alarmPermille: Int

    /// - Parameter readings: one for each service of the unit on one day.
    public init(_ readings: [SurgeReading], _ settings: SurgeSettings) {
        self.readings = readings
        alarmPermille = settings.alarmPermille
        var work = 0
        var doubledUsual = 0
        var leftOut: [String] = []
        for reading in readings {
            guard let baseline = reading.baseline, let seconds = baseline.handlingSeconds ?? reading.day.handlingSeconds
            else {
                leftOut.append(reading.day.service)
                continue
            }
            work = Saturating.sum(work, reading.day.visitors * seconds)
            doubledUsual = Saturating.sum(doubledUsual, baseline.doubledVisitors * seconds)
        }
        self.leftOut = leftOut.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        ratioPermille = doubledUsual > 0 ? Saturating.product(work, 2000) / doubledUsual : nil
    }

    /// Whether the ratio is above the policy's; nil when there is none.
    public var isAlarm: Bool? { ratioPermille.map { $0 > alarmPermille } }
}
