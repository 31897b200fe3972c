import Personnel

/// What a seat asks, apart from where it is: seats of one standard are passed and fitted alike. Agency, district and what the agency
/// said of people are part of it only where the policy weighs the way to the post or what either side wishes.
struct PlanStandard: Hashable, Sendable {
    let post: Post
    let requirement: PostRequirement
    /// By the person's id.
    let wishes: [String: ReceiverWish]

    init(_ seat: PlanSeat, _ weights: FitWeights) {
        post = seat.post
        wishes = weights.receiverWish == nil ? [:] : seat.wishes
        var requirement = seat.requirement
        requirement.kind = seat.post.kind
        requirement.eselon = seat.post.eselon
        requirement.postID = seat.post.id
        requirement.unitID = nil
        requirement.agency = weights.ownWish == nil ? nil : seat.agency
        requirement.district = weights.ownWish == nil && weights.district == nil ? nil : seat.district
        // A card's certificates do not say for which place they count.
        requirement.place = nil
        self.requirement = requirement
    }

    func fit(_ person: PlanPerson, _ policy: PersonnelPolicy, on day: CivilDate) -> Fit {
        Fit.compute(person.profile, requirement, policy, on: day, receiverWish: wishes[person.id])
    }
}
