/// One row of a workload analysis (ABK): a task, how often it is done in a year, and the norm time for once.
public struct WorkloadRow: Hashable, Sendable {
    /// The most times a year that a row can state; a larger number is a typing error.
    public static let largestVolume = 1_000_000_000
    /// The longest norm time, one working year of 75,000 minutes many times over.
    public static let largestNormMinutes = 1_000_000

    public let task: String
    /// What one doing of the task brings forth, such as `dokumen`.
    public let outputUnit: String
    public let volumePerYear: Int
    public let normMinutes: Int

    /// Makes a row, or nil when a number is negative or beyond its limit.
    public init?(task: String, outputUnit: String, volumePerYear: Int, normMinutes: Int) {
        guard (0...Self.largestVolume).contains(volumePerYear) else { return nil }
        guard (0...Self.largestNormMinutes).contains(normMinutes) else { return nil }
        self.task = task
        self.outputUnit = outputUnit
        self.volumePerYear = volumePerYear
        self.normMinutes = normMinutes
    }

    /// The working time of the row in a year.
    public var minutesPerYear: Int {
        volumePerYear * normMinutes
    }
}
