/// What the receiving agency wishes of one candidate, once it has stated a wish of any; the raw value stands in records.
public enum ReceiverWish: String, Hashable, Sendable, CaseIterable {
    case wanted
    case neutral
    case unwanted
}
