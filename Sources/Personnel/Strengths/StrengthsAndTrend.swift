/// What a staff sheet says of a person against a post's standard: where she is strong, where weak, and how her appraisals go.
///
/// It is printed for her to sign or to correct, so everything that is used stands in it, and what was never measured is
/// named and is no weakness.
public struct StrengthsAndTrend: Hashable, Sendable {
    /// One measured competence against the standard.
    public struct Standing: Hashable, Sendable {
        public let competence: String
        /// 1 to 5 as measured; 0 only where a record says so.
        public let held: Int
        /// 1 to 5.
        public let asked: Int

        /// Held less asked: above 0 she has more than the post asks.
        public var surplus: Int { held - asked }
    }

    /// The competences at or above the standard, the furthest above first, then by code.
    public let strongest: [Standing]
    /// The competences below the standard, the furthest below first, then by code.
    public let weakest: [Standing]
    /// What the standard asks and nobody measured, by code.
    public let unmeasured: [String]
    /// The job person match in per mille; nil when the standard is empty or a competence was never measured.
    public let jpmPermille: Int?
    public let jpm: JPMClass?
    /// Nil with fewer than three rated periods.
    public let trend: AppraisalTrend?

    /// - Parameters:
    ///   - held: the measured level of each competence code; nil when none was ever measured.
    ///   - limit: how many are shown of each.
    public init(
        held: [String: Int]?, standard: [String: Int], ratings: [RatedPeriod], limit: Int = 3, _ policy: PersonnelPolicy
    ) {
        let match = CompetenceMatch(held: held ?? [:], standard: standard)
        let standings = standard.compactMap { code, level -> Standing? in
            let asked = CompetenceTally.bounded(level)
            guard asked > 0, let measured = held?[code] else { return nil }
            return Standing(competence: code, held: CompetenceTally.bounded(measured), asked: asked)
        }
        func first(_ some: [Standing], _ isBefore: (Int, Int) -> Bool) -> [Standing] {
            let sorted = some.sorted { left, right in
                left.surplus == right.surplus
                    ? left.competence.utf8.lexicographicallyPrecedes(right.competence.utf8)
                    : isBefore(left.surplus, right.surplus)
            }
            return Array(sorted.prefix(max(limit, 0)))
        }
        strongest = first(standings.filter { $0.surplus >= 0 }, >)
        weakest = first(standings.filter { $0.surplus < 0 }, <)
        unmeasured = match.unmeasured
        jpmPermille = match.permille
        jpm = match.permille.map { JPMClass(permille: $0, policy) }
        trend = AppraisalTrend(ratings)
    }
}
