/// One row of `batas-minimal.csv`: how many people a post of a unit keeps, or the whole unit.
public struct FloorRow: Equatable, Sendable {
    public let number: Int
    public let unitID: String
    /// Nil for the whole unit.
    public let postID: String?
    public let people: Int
}
