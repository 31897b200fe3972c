/// How well a candidate fits a post: a help for whoever chooses, never a decision.
///
/// Each part is 0 to 1000. The score is their weighted mean over the parts that have a value, rounded to the nearest: a
/// part about which nothing is known is left out and named in `missing`, a part for which the post asks nothing is left
/// out and named in `notAsked`. All arithmetic is in integers, so every machine computes the same.
public struct Fit: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
        public let part: FitPart
        /// 0 to 1000.
        public let score: Int
        public let weight: Int
    }

    /// 0 to 1000, or nil when no part with a weight has a value.
    public let score: Int?
    /// The parts with a value, in the order of `FitPart.allCases`.
    public let parts: [Part]
    public let missing: [FitPart]
    public let notAsked: [FitPart]

    /// Computes the fit of a profile on a day.
    public static func compute(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy, on day: CivilDate
    ) -> Fit {
        var parts: [Part] = []
        var missing: [FitPart] = []
        var notAsked: [FitPart] = []
        for part in FitPart.allCases {
            let finding: Finding =
                switch part {
                case .competence: competence(profile, requirement)
                case .education: education(profile, requirement, policy)
                case .appraisals: appraisals(profile, policy, day)
                case .experience: experience(profile, requirement, policy)
                }
            switch finding {
            case .score(let score):
                parts.append(Part(part: part, score: score, weight: policy.fitWeights.weight(of: part)))
            case .missing: missing.append(part)
            case .notAsked: notAsked.append(part)
            }
        }
        let weights = parts.reduce(0) { $0 + $1.weight }
        let sum = parts.reduce(0) { $0 + $1.score * $1.weight }
        return Fit(
            score: weights > 0 ? (sum + weights / 2) / weights : nil, parts: parts, missing: missing,
            notAsked: notAsked)
    }

    private enum Finding {
        case score(Int)
        case missing
        case notAsked
    }

    private static func competence(_ profile: CandidateProfile, _ requirement: PostRequirement) -> Finding {
        guard requirement.competences.contains(where: { $0.value > 0 }) else { return .notAsked }
        let match = CompetenceMatch(held: profile.competences ?? [:], standard: requirement.competences)
        return match.permille.map(Finding.score) ?? .missing
    }

    private static func education(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy
    ) -> Finding {
        guard let asked = requirement.education else { return .notAsked }
        guard let held = profile.education else { return .missing }
        guard held.level.meets(asked.minimum) else { return .score(0) }
        guard let fieldFits = asked.takes(field: held.field) else { return .missing }
        return .score(fieldFits ? 1000 : min(max(policy.fitOtherFieldPermille, 0), 1000))
    }

    private static func appraisals(
        _ profile: CandidateProfile, _ policy: PersonnelPolicy, _ day: CivilDate
    ) -> Finding {
        let window = AppraisalWindow(profile.appraisals ?? [], on: day, policy: policy)
        let ratings = window.years.compactMap(\.rating)
        guard !ratings.isEmpty else { return .missing }
        return .score(ratings.reduce(0) { $0 + worth(of: $1) } / ratings.count)
    }

    private static func worth(of rating: SKPRating) -> Int {
        switch rating {
        case .sangatBaik: 1000
        case .baik: 800
        case .butuhPerbaikan: 400
        case .kurang: 200
        case .sangatKurang: 0
        }
    }

    private static func experience(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy
    ) -> Finding {
        guard let asked = requirement.family else { return .notAsked }
        guard let family = profile.family else { return .missing }
        guard LooseText.matches(family, asked) else { return .score(0) }
        guard let months = profile.monthsInFamily else { return .missing }
        let full = min(max(policy.fitExperienceFullMonths, 1), 1200)
        return .score(min(max(months, 0), full) * 1000 / full)
    }
}
