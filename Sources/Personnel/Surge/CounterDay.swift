/// What one counter reports of one day: a unit, a service (*layanan*), and how many people came.
public struct CounterDay: Hashable, Sendable {
    /// More people on one day than a counter can see; a larger number is a typing error.
    public static let largestCount = 1_000_000
    /// A thousand windows open all day.
    public static let largestMinutes = 1_000_000

    public let unit: String
    public let service: String
    public let day: CivilDate
    /// Who came and asked for the service.
    public let visitors: Int
    /// Who was served. Less than `visitors` when some were sent away or went; more when some had waited from the day before.
    public let served: Int
    /// The working time that serving them took, of all windows together.
    public let minutes: Int

    /// Makes a row, or nil when a number is negative or beyond its limit.
    public init?(unit: String, service: String, day: CivilDate, visitors: Int, served: Int, minutes: Int) {
        guard (0...Self.largestCount).contains(visitors), (0...Self.largestCount).contains(served),
            (0...Self.largestMinutes).contains(minutes)
        else { return nil }
        self.unit = unit
        self.service = service
        self.day = day
        self.visitors = visitors
        self.served = served
        self.minutes = minutes
    }

    /// How long one visitor took, in seconds rounded to the nearest, at least 1; nil when nobody was served or the time was
    /// not written down.
    public var handlingSeconds: Int? {
        served > 0 && minutes > 0 ? max((minutes * 60 + served / 2) / served, 1) : nil
    }
}
