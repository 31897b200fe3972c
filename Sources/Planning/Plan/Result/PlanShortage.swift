/// A group with fewer holders than needed.
public struct PlanShortage: Hashable, Sendable {
    public let group: String
    public let holders: Int
    public let need: Int

    /// Holders against the need in per mille, rounded down.
    public var coveragePermille: Int { holders * 1000 / need }

    /// The worst of groups; of equal ones the first.
    static func worst(_ all: [PlanShortage]) -> PlanShortage? {
        all.min { $0.holders * $1.need < $1.holders * $0.need }
    }
}
