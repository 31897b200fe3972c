import Negotiation
import StrictJSON
import SyncProtocol

/// An operation that the coordinator itself states: it founds the region, enrols nodes and lets days come.
struct OwnOperation {
    var kind: String
    /// Nil when the operation creates the record.
    var record: RecordID?
    var body: JSONValue

    /// The name under which the coordinator's operations stand.
    static let actor = "coordinator"
}

/// Who states the coordinator's own operations, with which key, and when.
struct OwnAuthor {
    var region: RegionIdentity
    var key: SigningKey
    /// Milliseconds since 1970, for the operations' ids.
    var milliseconds: Int
    /// The same moment as RFC 3339 text: evidence only.
    var recordedAt: String
}

extension CommitGroup {
    /// Decides operations of the coordinator in a bundle of its own, signed here because its number is known only here.
    mutating func decideOwn(_ own: [OwnOperation], by author: OwnAuthor) throws -> [OperationOutcome] {
        guard var node = try transaction.node(author.region.node) else {
            throw StoreFailure(.damaged, "the coordinator's own node is missing")
        }
        let operations = try own.map { own in
            guard let uuid = TimedID.make(milliseconds: author.milliseconds) else {
                throw StoreFailure(.io, "no operation id")
            }
            let id = OperationID(uuid)
            return try Operation(
                parsing: Operation.encode(
                    id: id, actor: OwnOperation.actor, recordedAt: author.recordedAt, kind: own.kind,
                    record: own.record ?? RecordID(id), body: own.body))
        }
        let bundle = Bundle.make(
            region: author.region.code, node: node.node, instance: node.exchange.instance,
            number: node.exchange.bundleNumber + 1, previous: node.exchange.bundleHash,
            operations: operations.map(\.bytes), key: author.key)
        let outcomes = try decide(
            operations, of: bundle, by: Author(agency: node.agency, node: node.node, isCoordinator: true))
        node.exchange.bundleNumber = bundle.number
        node.exchange.bundleHash = bundle.hash
        try transaction.setNode(node)
        return outcomes
    }
}
