import Personnel

/// What a seat asks, apart from where it is: seats of one standard are passed alike, and fitted alike but for the way to them and
/// what either side wishes (``PlanPlaceParts``). A class, since everybody is laid against hundreds of them.
final class PlanStandard: Hashable, Sendable {
    let post: Post
    let requirement: PostRequirement

    init(_ seat: PlanSeat) {
        post = seat.post
        var requirement = seat.requirement
        requirement.kind = seat.post.kind
        requirement.eselon = seat.post.eselon
        requirement.postID = seat.post.id
        requirement.unitID = nil
        requirement.agency = nil
        requirement.district = nil
        // A card's certificates do not say for which place they count.
        requirement.place = nil
        self.requirement = requirement
    }

    static func == (left: PlanStandard, right: PlanStandard) -> Bool {
        left === right || left.post == right.post && left.requirement == right.requirement
    }

    func hash(into hasher: inout Hasher) {
        // A post has one standard, or few: the rest is cheaper compared than hashed.
        hasher.combine(post.id)
    }
}
