/// How a civil servant (ASN) is employed; the raw value stands on the wire.
public enum EmploymentKind: String, Hashable, Sendable, CaseIterable {
    /// A permanent civil servant.
    case pns
    /// A permanent civil servant on probation.
    case cpns
    /// A civil servant by contract.
    case pppk
    /// A civil servant by contract, part time (*PPPK paruh waktu*).
    case pppkPartTime = "pppk-part-time"

    /// Whether the employment rests on a contract with an end.
    public var isContract: Bool {
        self == .pppk || self == .pppkPartTime
    }
}
