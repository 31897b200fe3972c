/// How good the service of a unit was over some time: its satisfaction survey (SKM) and how long people stood in the queue.
public struct ServiceFigure: Hashable, Sendable {
    /// The converted value of a survey in hundredths: four steps of 25 to 100 points.
    public static let valueRange = 2_500...10_000
    /// No queue is longer than a day.
    public static let minutesRange = 0...1_440

    public let unit: String
    /// The time over which it was measured, its last day included.
    public let span: DatedSpan
    /// In hundredths of a point; nil when only the queue was measured.
    public let skmHundredths: Int?
    /// The average wait in minutes; nil when only the survey was made.
    public let queueMinutes: Int?
    /// The day on which it was handed in.
    public let entered: CivilDate

    /// Makes a figure; nil when it says nothing, has no last day, or a number is out of its range.
    public init?(unit: String, span: DatedSpan, skmHundredths: Int?, queueMinutes: Int?, entered: CivilDate) {
        guard span.until != nil, skmHundredths != nil || queueMinutes != nil,
            skmHundredths.map(Self.valueRange.contains) ?? true,
            queueMinutes.map(Self.minutesRange.contains) ?? true
        else { return nil }
        self.unit = unit
        self.span = span
        self.skmHundredths = skmHundredths
        self.queueMinutes = queueMinutes
        self.entered = entered
    }

    public var grade: ServiceGrade? { skmHundredths.map(ServiceGrade.init(hundredths:)) }
}
