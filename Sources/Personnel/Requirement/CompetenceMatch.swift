/// A person's competences laid against a post's standard.
///
/// The job person match (JPM) is person ÷ standard, see ``CompetenceTally``.
public struct CompetenceMatch: Hashable, Sendable {
    /// Where the person stands below the standard, by code in byte order.
    public let gaps: [CompetenceGap]
    /// The codes that were never measured, in byte order.
    public let unmeasured: [String]
    public let tally: CompetenceTally

    public init(held: [String: Int], standard: [String: Int]) {
        var gaps: [CompetenceGap] = []
        var unmeasured: [String] = []
        var tally = CompetenceTally()
        for (code, level) in standard {
            let asked = CompetenceTally.bounded(level)
            guard asked > 0 else { continue }
            let level = held[code]
            tally.add(level, asked: asked)
            guard let level else {
                unmeasured.append(code)
                continue
            }
            let counted = CompetenceTally.bounded(level)
            if counted < asked { gaps.append(CompetenceGap(competence: code, held: counted, asked: asked)) }
        }
        // Most have few of either: sorting these costs less than going through the standard in order.
        self.gaps = gaps.sorted { $0.competence.utf8.lexicographicallyPrecedes($1.competence.utf8) }
        self.unmeasured = unmeasured.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.tally = tally
    }

    /// See ``CompetenceTally/permille``.
    public var permille: Int? { tally.permille }
}
