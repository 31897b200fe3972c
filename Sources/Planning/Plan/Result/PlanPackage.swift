/// Moves that happen together or not at all: each takes the seat that the next one leaves.
public struct PlanPackage: Hashable, Sendable {
    /// The raw value stands in command output.
    public enum Shape: String, Hashable, Sendable, CaseIterable {
        /// One move to a vacant seat; nobody takes the seat left.
        case single
        /// Moves that follow one another to a vacant seat.
        case chain
        /// Two people exchange seats (*tukar tempat*).
        case swap
        /// Three or more people in a ring.
        case cycle
    }

    public let shape: Shape
    /// The people: each takes the seat of the one before. A chain begins with who takes the vacant seat, a ring with the lowest id.
    public let people: [String]
    /// The seat that the last one leaves and nobody takes; nil for a ring.
    public let freed: String?
    /// The sum of the lines' gains.
    public let gain: Int
}
