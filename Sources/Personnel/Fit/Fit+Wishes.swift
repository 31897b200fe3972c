/// The parts that rest on what both sides wish, and on the way between them.
extension Fit {
    /// How many of the wishes that the person stated the post meets. Who was never asked may wish for anything.
    static func ownWish(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy
    ) -> Points {
        guard let wishes = profile.wishes else { return .nothingKnown() }
        let stated = wishes.met(by: requirement)
        guard !stated.isEmpty else { return .exactly(policy.fit.noWishPoints) }
        let met = stated.count { $0 == true }
        let open = stated.count { $0 == nil }
        let lowest = met * 1000 / stated.count
        guard open > 0 else { return .exactly(lowest) }
        return .missing(possible: lowest...(met + open) * 1000 / stated.count)
    }

    /// Of whom the receiver has said nothing, nothing is asked.
    static func receiverWish(_ wish: ReceiverWish?) -> Points {
        switch wish {
        case nil: .notAsked
        case .wanted: .exactly(1000)
        case .unwanted: .exactly(0)
        }
    }

    static func district(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy
    ) -> Points {
        guard let to = requirement.district else { return .notAsked }
        let table = policy.fit.districts
        guard let from = profile.district else { return .missing(possible: table.range) }
        return .exactly(table.points(from: from, to: to))
    }
}
