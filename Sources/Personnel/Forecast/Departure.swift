/// Why a place changes by a date that is known today.
public enum Departure: String, Hashable, Sendable, CaseIterable {
    /// The retirement age is reached.
    case retirement
    /// The contract of a PPPK ends.
    case contractEnd = "contract-end"
    /// Somebody who serves here for a time goes back, or leaves the service while lent.
    case secondmentEnd = "secondment-end"
    /// A move that is decided already takes the person elsewhere.
    case move
    /// The duty of an acting holder (Plt) ends on its own date.
    case actingEnd = "acting-end"
    /// An acting holder reaches the policy's months before any other end (R25).
    case actingLimit = "acting-limit"
    /// The policy's term for a rotation is over (R2); nobody leaves by that alone.
    case rotationDue = "rotation-due"

    /// Whether the place has a holder less from that day on. An acting holder was never counted as one: the post is vacant
    /// while somebody acts in it, and of who is due for rotation nobody knows whether she goes.
    public var takesHolder: Bool {
        switch self {
        case .retirement, .contractEnd, .secondmentEnd, .move: true
        case .actingEnd, .actingLimit, .rotationDue: false
        }
    }
}
