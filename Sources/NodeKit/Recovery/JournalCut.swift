import StrictJSON
import SyncProtocol

/// Where a restored journal may lack what a node was told: positions beyond ``position`` of the epochs before ``epoch``.
package struct JournalCut: Equatable, Sendable {
    /// The epoch that is spoken now.
    var epoch: Int
    /// No position up to this one was ever lost.
    var position: Int

    init(epoch: Int, position: Int) {
        self.epoch = epoch
        self.position = position
    }

    package init(_ notice: RecoveryNotice) {
        epoch = notice.epoch
        position = notice.cut
    }

    /// Nil when the coordinator was never restored.
    package init?(_ joined: JoinReply) {
        guard let cut = joined.cut else { return nil }
        epoch = joined.epoch
        position = cut
    }

    init?(_ json: JSON) {
        guard let epoch = json["epoch"]?.integer, let position = json["position"]?.integer else { return nil }
        self.epoch = epoch
        self.position = position
    }

    var json: JSONValue {
        .object([("epoch", .integer(epoch)), ("position", .integer(position))])
    }
}
