/// The work that comes to a counter: how many visitors in which time, and how long each takes.
///
/// The offered load in erlang is visitors × handling time ÷ opening time: the number of people who would be busy all the
/// time if nobody ever had to wait.
public struct CounterLoad: Hashable, Sendable {
    public static let secondsRange = 1...86_400

    public let visitors: Int
    /// How long one visitor takes.
    public let handlingSeconds: Int
    /// How long the counter is open for these visitors.
    public let openSeconds: Int

    /// Makes a load, or nil when a time is not within a day or the visitors are beyond ``CounterDay/largestCount``.
    public init?(visitors: Int, handlingSeconds: Int, openSeconds: Int) {
        guard (0...CounterDay.largestCount).contains(visitors), Self.secondsRange.contains(handlingSeconds),
            Self.secondsRange.contains(openSeconds)
        else { return nil }
        self.visitors = visitors
        self.handlingSeconds = handlingSeconds
        self.openSeconds = openSeconds
    }

    /// The working time that all visitors take together, in seconds.
    public var workSeconds: Int { visitors * handlingSeconds }

    /// The offered load in thousandths of an erlang, rounded to the nearest.
    public var milliErlang: Int { (workSeconds * 1000 + openSeconds / 2) / openSeconds }
}
