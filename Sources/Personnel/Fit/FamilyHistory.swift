/// How long a person has served in which families of posts.
public struct FamilyHistory: Hashable, Sendable {
    /// Whole months in definitive posts, by the name of the family.
    public var months: [String: Int]
    /// Whether every post of the history is known, so that no more can be there.
    public var isWhole: Bool

    public init(months: [String: Int], isWhole: Bool) {
        self.months = months
        self.isWhole = isWhole
    }

    /// The months in a family, written in any capitals and marks.
    public func months(in family: String) -> Int {
        months.reduce(0) { sum, entry in
            LooseText.matches(entry.key, family) ? Saturating.sum(sum, max(entry.value, 0)) : sum
        }
    }
}
