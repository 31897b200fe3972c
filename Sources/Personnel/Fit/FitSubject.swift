/// A person who is laid against many posts on one day: what hangs on her alone is computed once.
public struct FitSubject: Sendable {
    public let profile: CandidateProfile
    let policy: PersonnelPolicy
    /// The parts that the policy names, in the order of `FitPart.allCases`.
    let weights: [(part: FitPart, weight: Int)]
    private let ofStandard: [(part: FitPart, weight: Int)]
    private let appraisals: Points
    private let talent: Points

    public init(_ profile: CandidateProfile, _ policy: PersonnelPolicy, on day: CivilDate) {
        self.profile = profile
        self.policy = policy
        weights = policy.fitWeights.parts.map { ($0, policy.fitWeights.weight(of: $0)) }
        ofStandard = weights.filter { !$0.part.isOfPlace }
        appraisals = Fit.appraisals(profile, policy, day)
        talent = Fit.talent(profile, policy)
    }

    /// What a post's standard makes of her; wishes and the way to it come with the place.
    ///
    /// - Parameter tally: her competences against the same standard.
    public func weighing(_ requirement: PostRequirement, _ tally: CompetenceTally) -> Weighing {
        var weighing = Weighing()
        for (part, weight) in ofStandard {
            weighing.add(points(of: part, requirement, tally), weight: weight)
        }
        return weighing
    }

    public func growth(_ requirement: PostRequirement, _ tally: CompetenceTally) -> GrowthPoints {
        GrowthPoints(profile, requirement, tally, policy)
    }

    /// The points of one part; the receiver's wish is not hers to know.
    func points(of part: FitPart, _ requirement: PostRequirement, _ tally: CompetenceTally) -> Points {
        switch part {
        case .competence: Fit.competence(tally)
        case .education: Fit.education(profile, requirement, policy)
        case .appraisals: appraisals
        case .experience: Fit.experience(profile, requirement, policy)
        case .counters: Fit.counters(profile, requirement, policy)
        case .talent: talent
        case .ownWish: Fit.ownWish(profile, requirement, policy)
        case .receiverWish: .notAsked
        case .district: Fit.district(profile, requirement, policy)
        }
    }
}
