/// A certificate as a card shows it, without number, issuer and place.
public struct HeldCertificate: Hashable, Sendable {
    public let kind: String
    /// The last day on which it counts; nil when it does not expire.
    public let validUntil: CivilDate?

    public init(kind: String, validUntil: CivilDate? = nil) {
        self.kind = kind
        self.validUntil = validUntil
    }
}
