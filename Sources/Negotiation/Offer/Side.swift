/// The two agencies of an offer.
public enum Side: String, Sendable, CaseIterable {
    case home
    case receiving

    public var other: Side { self == .home ? .receiving : .home }
}
