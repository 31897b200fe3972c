import StrictJSON

/// Where a life of the coordinator parted from the lives before it, as a node was told when it came there.
///
/// `{"epoch","position"}`.
public struct JournalCut: Equatable, Sendable {
    /// The epoch that the restore began.
    public var epoch: Int
    /// No position up to this one of a life before, which the node knew, was lost; 0 also when nothing is known to be common.
    public var position: Int

    /// A cut.
    public init(epoch: Int, position: Int) {
        self.epoch = epoch
        self.position = position
    }

    /// What a recovering coordinator told.
    public init(_ notice: RecoveryNotice) {
        self.init(epoch: notice.epoch, position: notice.cut)
    }

    /// Nil when the coordinator was never restored.
    public init?(_ joined: JoinReply) {
        guard let cut = joined.cut else { return nil }
        self.init(epoch: joined.epoch, position: cut)
    }

    /// Nil but in the reply to a node that declared its own restore after one of the coordinator.
    public init?(_ reply: SyncReply) {
        guard let cut = reply.cut else { return nil }
        self.init(epoch: reply.head.epoch, position: cut)
    }

    /// Reads one. Throws ``ProtocolError``.
    public init(reading json: JSON) throws {
        self.init(
            epoch: try json.requiredInteger("epoch", in: 1...JSON.integerRange.upperBound),
            position: try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound))
    }

    /// The object.
    public var json: JSONValue {
        .object([("epoch", .integer(epoch)), ("position", .integer(position))])
    }
}
