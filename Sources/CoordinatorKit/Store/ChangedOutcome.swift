import Negotiation
import SyncProtocol

/// An operation that ended otherwise when it was decided again after a restore. The new outcome counts; both are kept.
public struct ChangedOutcome: Equatable, Sendable {
    /// The epoch in which it was decided again.
    public var epoch: Int
    public var agency: AgencyCode
    public var operation: OperationID
    /// The operation's kind and record.
    public var kind: String
    public var record: RecordID
    /// What the node's receipt says, in the epoch of the receipt.
    public var former: Outcome
    public var formerEpoch: Int
    public var formerPosition: Int
    public var now: Outcome
    public var position: Int

    public init(
        epoch: Int, agency: AgencyCode, operation: OperationID, kind: String, record: RecordID, former: Outcome,
        formerEpoch: Int, formerPosition: Int, now: Outcome, position: Int
    ) {
        self.epoch = epoch
        self.agency = agency
        self.operation = operation
        self.kind = kind
        self.record = record
        self.former = former
        self.formerEpoch = formerEpoch
        self.formerPosition = formerPosition
        self.now = now
        self.position = position
    }
}
