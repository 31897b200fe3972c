import Personnel

/// Somebody who comes or goes on a fixed day whatever is scheduled: a retirement, the end of a contract, a new servant.
public struct KnownChange: Hashable, Sendable {
    public enum Direction: Hashable, Sendable {
        case arrival
        case departure
    }

    public let direction: Direction
    public let address: PostInUnit
    /// The first day on which the person serves, or no longer serves.
    public let day: CivilDate
    /// Why, as a code of the caller's, such as `retirement`; shown, never read.
    public let reason: String

    public init(_ direction: Direction, at address: PostInUnit, on day: CivilDate, reason: String) {
        self.direction = direction
        self.address = address
        self.day = day
        self.reason = reason
    }
}
