/// The parts that rest on what both sides wish, and on the way between them.
extension Fit {
    /// How many of the wishes that the person stated the post meets. Who was never asked may wish for anything.
    static func ownWish(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy
    ) -> Points {
        guard let wishes = profile.wishes else { return .nothingKnown() }
        var count = WishCount()
        for kind in Wishes.Kind.allCases { count.add(wishes.answer(kind, by: requirement)) }
        return count.points(policy.fit)
    }

    static func district(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy
    ) -> Points {
        policy.fit.districts.points(from: profile.district, to: requirement.district)
    }
}
