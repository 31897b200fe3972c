import Personnel

/// What a seat asks, apart from where it is: seats of one standard are passed and fitted alike. District and unit are part of it only
/// where the policy weighs the way to the post or what people wish.
struct PlanStandard: Hashable, Sendable {
    let post: Post
    let requirement: PostRequirement

    init(_ seat: PlanSeat, _ weights: FitWeights) {
        post = seat.post
        var requirement = seat.requirement
        requirement.kind = seat.post.kind
        requirement.eselon = seat.post.eselon
        requirement.postID = seat.post.id
        requirement.unitID = weights.ownWish == nil ? nil : seat.unit
        requirement.district = weights.ownWish == nil && weights.district == nil ? nil : seat.district
        // A card's certificates do not say for which place they count.
        requirement.place = nil
        self.requirement = requirement
    }
}
