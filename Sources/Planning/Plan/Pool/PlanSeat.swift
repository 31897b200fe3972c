import Personnel

/// One seat (*formasi*) of a post in a unit: vacant, or held by a person of the pool. Seats of people outside the pool are no
/// seats here; their holders are counted in ``PlanGroup/others``.
public struct PlanSeat: Hashable, Sendable {
    /// Opaque.
    public var id: String
    /// The agency whose seat it is.
    public var agency: String
    public var unit: String
    public var post: Post
    /// What the post asks of its holder; its kind and eselon stand in ``post``.
    public var requirement: PostRequirement
    /// The lowest group that it belongs to.
    public var group: String
    public var district: String?
    /// What the agency has said of people of the pool for this seat, by their id.
    public var wishes: [String: ReceiverWish]
    /// Whether somebody else may come to it. A seat that is not open can still be left.
    public var isOpen: Bool

    public init(
        id: String, agency: String, unit: String, post: Post, requirement: PostRequirement, group: String,
        district: String? = nil, wishes: [String: ReceiverWish] = [:], isOpen: Bool = true
    ) {
        self.id = id
        self.agency = agency
        self.unit = unit
        self.post = post
        self.requirement = requirement
        self.group = group
        self.district = district
        self.wishes = wishes
        self.isOpen = isOpen
    }
}
