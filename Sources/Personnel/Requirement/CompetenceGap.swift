/// A competence in which a person stands below a post's standard.
public struct CompetenceGap: Hashable, Sendable {
    public let competence: String
    /// The level held, 0 to 5.
    public let held: Int
    /// The level asked for, 1 to 5.
    public let asked: Int
}
