/// A certificate or licence that a person holds.
public struct Certificate: Hashable, Sendable {
    /// The code of the kind, such as `sip-perawat`.
    public let kind: String
    public let number: String
    public let issuer: String
    /// The place it is bound to, as a nurse's SIP is; nil when it counts everywhere.
    public let place: String?
    /// The last day on which it counts; nil when it does not expire.
    public let validUntil: CivilDate?

    public init(kind: String, number: String, issuer: String, place: String? = nil, validUntil: CivilDate? = nil) {
        self.kind = kind
        self.number = number
        self.issuer = issuer
        self.place = place
        self.validUntil = validUntil
    }
}
