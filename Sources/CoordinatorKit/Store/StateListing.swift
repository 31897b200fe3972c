import Negotiation
import SyncProtocol

/// All rows of the folded state, for comparison with a fold of the journal.
public struct StateListing: Sendable {
    /// By id.
    public var records: [Record] = []
    /// The index as stored, by record id, each record's links sorted.
    public var links: [RecordID: [Link]] = [:]
    /// By tag.
    public var claims: [String: RecordID] = [:]
    /// By reader and record.
    public var audience: [AudienceRow] = []
    public var digests: [Reader: ViewDigest] = [:]
    /// By agency, operation and position.
    public var decided: [(agency: AgencyCode, operation: DecidedOperation)] = []

    public init() {}
}
