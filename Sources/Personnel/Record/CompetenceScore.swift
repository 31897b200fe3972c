/// A competence of one person as an assessment measured it.
public struct CompetenceScore: Hashable, Sendable {
    /// A code of `Competence.generalCodes`, or one that begins with `teknis-`.
    public let competence: String
    /// 1 to 5.
    public let level: Int
    public let assessed: CivilDate

    /// Makes a score, or nil when the level is not 1 to 5.
    public init?(competence: String, level: Int, assessed: CivilDate) {
        guard Competence.levels.contains(level) else { return nil }
        self.competence = competence
        self.level = level
        self.assessed = assessed
    }
}
