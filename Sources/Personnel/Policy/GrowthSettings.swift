/// What makes a move a growth move, and how much each part of it counts: data of the region's policy.
public struct GrowthSettings: Hashable, Sendable {
    public var rotationWeight: Int
    public var stepWeight: Int
    public var competenceWeight: Int
    /// Months over the rotation term that count fully.
    public var fullMonths: Int
    /// Competences one level above the held one that count fully.
    public var fullCompetences: Int
    /// The points from which a move counts as a growth move.
    public var markPoints: Int

    public init(
        rotationWeight: Int = 1, stepWeight: Int = 1, competenceWeight: Int = 1, fullMonths: Int = 24,
        fullCompetences: Int = 3, markPoints: Int = 300
    ) {
        self.rotationWeight = rotationWeight
        self.stepWeight = stepWeight
        self.competenceWeight = competenceWeight
        self.fullMonths = fullMonths
        self.fullCompetences = fullCompetences
        self.markPoints = markPoints
    }

    /// What counts where a policy says nothing: one of the three parts full, nearly enough.
    public static let standard = GrowthSettings()
}
