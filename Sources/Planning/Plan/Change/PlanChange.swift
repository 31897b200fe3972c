/// What a board decides about a line before the plan is made (anew), with its reason.
public struct PlanChange: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Not there: neither this seat nor another one of the same post in the unit that asks the same.
        case forbid(seat: String)
        /// To this seat, or another one of the same post in the unit that asks the same.
        case fix(seat: String)
        /// Stays.
        case keep
    }

    public var person: String
    public var kind: Kind
    /// The board's own words.
    public var reason: String

    public init(_ kind: Kind, person: String, reason: String) {
        self.kind = kind
        self.person = person
        self.reason = reason
    }
}
