import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// What a request says about the journal that its node has seen.
extension Coordinator {
    /// Refuses a request that does not fit this journal. Throws ``Problem`` or ``LaterHead``.
    func check(_ request: SyncRequest, of node: EnrolledNode, in group: CommitGroup) throws {
        let head = group.head
        try checkRoot(request, against: head, in: group.transaction)
        let seen = [request.head, request.cursor.map { Head(epoch: $0.epoch, position: $0.position) }]
        if let later = seen.compactMap({ $0 }).first(where: { $0 > Head(epoch: head.epoch, position: head.position) }) {
            throw LaterHead(seen: later, node: node, head: head)
        }
        guard let cursor = request.cursor else { return }
        if cursor.epoch != head.epoch {
            guard request.wire >= 2 else { throw Problem.newEpoch }
        } else if cursor.start > head.position {
            throw Problem(.badRequest, detail: "the cursor is not of this epoch")
        }
    }
}

extension Problem {
    /// Answers a request of the first version after a restore.
    static var newEpoch: Problem {
        Problem(
            .unsupportedVersion, detail: "this version of the wire cannot follow a new epoch",
            members: [("supported", .array(Limits.supportedWires.filter { $0 >= 2 }.map(JSONValue.integer)))])
    }
}

/// A node says that it has seen a head that this journal has not reached: its request is refused, and the claim kept.
///
/// A claim of the personnel agency, or of a second agency, halts the coordinator: one agency alone could lie, and would stop
/// all.
struct LaterHead: DurableRefusal {
    /// How many agencies have to claim a later head before the coordinator halts.
    static let agenciesThatHalt = 2

    var seen: Head
    var node: EnrolledNode
    /// Where this journal stands.
    var head: JournalHead

    func record(in group: inout CommitGroup) throws {
        let shelf = group.transaction.recovery
        try shelf.claim(seen, by: node.node, of: node.agency)
        let claimants = try shelf.claimants()
        guard let region = try group.transaction.region(),
            claimants.contains(region.bkd) || claimants.count >= Self.agenciesThatHalt
        else { return }
        try group.halt(
            "nodes of \(claimants.map(\.text).joined(separator: ", ")) have seen position \(seen.epoch)/\(seen.position)"
        )
    }

    var problem: Problem {
        Problem(
            .unavailable, detail: "this journal is behind what the node has seen",
            members: [
                ("head", .object([("epoch", .integer(head.epoch)), ("position", .integer(head.position))]))
            ])
    }
}
