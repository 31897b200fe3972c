import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// A node's lives: one ends when it is replaced or says that it was restored, and a copy that lives on is told of.
extension Coordinator {
    /// The journal is told of a copy's calls at once and then at most this often: a copy that syncs by itself calls all day.
    static let alarmMilliseconds = 3_600_000

    /// Gives the node the first exchange of an instance that it opens. Throws the problem for one that was there before.
    func open(_ instance: InstanceID, for node: inout EnrolledNode, in transaction: any StoreTransaction) throws {
        guard node.exchange.instance != instance else { return }
        let isTaken =
            try transaction.former(instance) != nil || transaction.bundle(instance, number: 1) != nil
            || transaction.nodes().contains { $0.exchange.instance == instance }
        guard !isTaken else { throw Problem(.badRequest, detail: "the instance that is opened was there before") }
        node.exchange = .fresh(instance)
    }

    /// Whether it may be a life that the node began in what a restore of the coordinator lost: another one than the node lives
    /// here, and none that has ended here.
    func isUnheardOf(_ instance: InstanceID, of node: EnrolledNode, in transaction: any StoreTransaction) throws -> Bool
    {
        try instance != node.exchange.instance && transaction.former(instance) == nil
    }

    /// Journals that a node was restored and lives on as this instance.
    func restore(_ node: EnrolledNode, as instance: InstanceID, in group: inout CommitGroup) throws {
        let outcome = try decide(
            "node.restore", about: node,
            [("instance", .string(node.exchange.instance.text)), ("opens", .string(instance.text))], in: &group)
        guard outcome?.kind == .accepted else {
            throw StoreFailure(.damaged, "the agency's record does not have the node's instance; run verify")
        }
        try group.transaction.setFormer(FormerInstance(ending: node))
        log.notice("a node was restored from a backup", metadata: ["node": "\(node.node)", "agency": "\(node.agency)"])
    }

    /// The answer to a life that has ended, of which the node's agency and the desk are told.
    func supersede(
        _ instance: InstanceID, of node: EnrolledNode, in group: inout CommitGroup, at moment: Moment
    ) throws -> Settlement {
        let refusal = Settlement.refused(Problem(.superseded, detail: "the node lives on as another instance"))
        guard var former = try group.transaction.former(instance), former.node == node.node else { return refusal }
        former.calls = min(former.calls + 1, JSON.integerRange.upperBound)
        former.first = former.first ?? moment.text
        former.last = moment.text
        log.critical(
            "an old copy of a node speaks; find that machine and stop it",
            metadata: [
                "node": "\(node.node)", "agency": "\(node.agency)", "instance": "\(instance)",
                "times": "\(former.calls)",
            ])
        let sinceTold = former.told.map { moment.milliseconds - $0 }
        // A clock that went back says nothing about how long ago it was.
        if sinceTold.map({ $0 < 0 || $0 >= Self.alarmMilliseconds }) ?? true {
            former.told = moment.milliseconds
            let outcome = try decide(
                "node.alarm", about: node,
                [
                    ("instance", .string(instance.text)), ("first", .string(former.first ?? moment.text)),
                    ("last", .string(moment.text)), ("times", .integer(former.calls)),
                ], in: &group)
            if outcome?.kind != .accepted {
                log.error("an alarm was refused", metadata: ["outcome": "\(outcome?.json.encodedText ?? "none")"])
            }
        }
        try group.transaction.setFormer(former)
        return refusal
    }

    private func decide(
        _ kind: String, about node: EnrolledNode, _ members: [(String, JSONValue)], in group: inout CommitGroup
    ) throws -> Outcome? {
        guard let agency = try group.transaction.records(linked: Link("agency", node.agency.text)).first else {
            throw StoreFailure(.damaged, "a node's agency has no record; run verify")
        }
        let body = JSONValue.object([("node", .string(node.node.text))] + members)
        let outcomes = try group.decideOwn([OwnOperation(kind: kind, record: agency.id, body: body)], by: ownAuthor())
        return outcomes.first?.outcome
    }
}
