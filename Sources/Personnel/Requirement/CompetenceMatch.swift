/// A person's competences laid against a post's standard.
///
/// The job person match (JPM) is person ÷ standard. Each competence counts at most up to its standard, so that more of
/// one does not hide a lack of another. Levels come from records of other machines and are bounded to 0...5.
public struct CompetenceMatch: Hashable, Sendable {
    /// Where the person stands below the standard, by code in byte order.
    public let gaps: [CompetenceGap]
    /// The codes that were never measured, in byte order.
    public let unmeasured: [String]
    /// JPM in per mille, rounded down; nil when the standard is empty or a competence was never measured.
    public let permille: Int?
    /// What the JPM can be once everything is measured, from none to the standard in what was not; nil when the standard is
    /// empty.
    public let possiblePermille: ClosedRange<Int>?

    public init(held: [String: Int], standard: [String: Int]) {
        var gaps: [CompetenceGap] = []
        var unmeasured: [String] = []
        var heldSum = 0
        var askedSum = 0
        var unmeasuredSum = 0
        for (code, level) in standard {
            let asked = Self.bounded(level)
            guard asked > 0 else { continue }
            guard let level = held[code] else {
                unmeasured.append(code)
                unmeasuredSum += asked
                continue
            }
            let counted = min(Self.bounded(level), asked)
            if counted < asked {
                gaps.append(CompetenceGap(competence: code, held: counted, asked: asked))
            }
            heldSum += counted
            askedSum += asked
        }
        // Most have few of either: sorting these costs less than going through the standard in order.
        self.gaps = gaps.sorted { $0.competence.utf8.lexicographicallyPrecedes($1.competence.utf8) }
        self.unmeasured = unmeasured.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        permille = unmeasured.isEmpty && askedSum > 0 ? heldSum * 1000 / askedSum : nil
        let whole = askedSum + unmeasuredSum
        possiblePermille = whole > 0 ? heldSum * 1000 / whole...(heldSum + unmeasuredSum) * 1000 / whole : nil
    }

    static func bounded(_ level: Int) -> Int {
        min(max(level, 0), Competence.levels.upperBound)
    }
}
