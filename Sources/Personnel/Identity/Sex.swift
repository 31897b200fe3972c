/// The sex that digit 15 of a NIP states.
public enum Sex: String, Hashable, Sendable, CaseIterable {
    case male
    case female
}
