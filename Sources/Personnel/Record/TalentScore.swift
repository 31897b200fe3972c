/// The two scores of one person from which the box of talent management is computed.
public struct TalentScore: Hashable, Sendable {
    /// The range of a score, in tenths of a point.
    public static let range = 0...1000

    /// In tenths of a point.
    public let performance: Int
    /// In tenths of a point.
    public let potential: Int
    public let assessed: CivilDate

    /// Makes the scores, or nil when one is out of ``range``.
    public init?(performance: Int, potential: Int, assessed: CivilDate) {
        guard Self.range.contains(performance), Self.range.contains(potential) else { return nil }
        self.performance = performance
        self.potential = potential
        self.assessed = assessed
    }
}
