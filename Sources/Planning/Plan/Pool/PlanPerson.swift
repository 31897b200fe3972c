import Personnel

/// A person whose move is thought about: what a card shows, without a name.
public struct PlanPerson: Hashable, Sendable {
    /// Opaque; the order of the ids' bytes is the order of everything that a plan says about people.
    public var id: String
    /// The seat that she holds now; nobody else of the pool holds it.
    public var seat: String
    public var profile: CandidateProfile
    /// Whole months until she retires from the present post (R20).
    public var monthsToRetirement: Int?
    /// The code of what forbids any move of hers, such as a rule's reason: she stays and still counts.
    public var blocked: String?

    public init(
        id: String, seat: String, profile: CandidateProfile, monthsToRetirement: Int? = nil, blocked: String? = nil
    ) {
        self.id = id
        self.seat = seat
        self.profile = profile
        self.monthsToRetirement = monthsToRetirement
        self.blocked = blocked
    }
}
