/// What is asked about the move itself.
public struct MoveContext: Hashable, Sendable {
    /// The rules of the route; every other rule does not apply.
    public var rules: Set<RuleID>
    /// Whether the post is kept and the move ends by itself.
    public var isSecondment: Bool
    /// Whether the person is lent to a counter in a rush: then the donor keeps more than its floor (R23).
    public var isForRush: Bool
    /// Whether the person takes on the duties of a post that nobody holds (Plt); that is a second duty as well.
    public var isActing: Bool
    /// The last day of a secondment or of an acting duty.
    public var secondmentEnd: CivilDate?
    /// The part of the working time that a secondment takes, in percent; nil for all of it.
    public var partTime: Int?
    /// Whether home and receiver belong to one authority (*instansi*), as two agencies of one city do.
    public var sameInstansi: Bool
    public var requirement: PostRequirement

    public init(
        rules: Set<RuleID>, requirement: PostRequirement, isSecondment: Bool = false, isForRush: Bool = false,
        isActing: Bool = false, secondmentEnd: CivilDate? = nil, partTime: Int? = nil, sameInstansi: Bool = true
    ) {
        self.rules = rules
        self.requirement = requirement
        self.isSecondment = isSecondment
        self.isForRush = isForRush
        self.isActing = isActing
        self.secondmentEnd = secondmentEnd
        self.partTime = partTime
        self.sameInstansi = sameInstansi
    }
}
