import Negotiation
import StrictJSON
import SyncProtocol

/// The independent account of a run: what operators were told is recorded, what the journal says, what nodes were told, and
/// who may see what. It is the oracle; nothing of it comes from the stores' own state.
final class Ledger {
    /// What an operator recorded and what became of it.
    struct Statement {
        var agency: AgencyCode
        var machine: String
        var bytes: [UInt8]
        /// The operator was told that it is recorded. Without that it may be there or not.
        var isAcknowledged = false
        /// The operator took it back while it was a draft.
        var isWithdrawn = false
        /// The machine that held it lost it with nobody to blame.
        var isExcused = false
    }

    /// What the coordinator once told somebody about an operation, in a signed reply.
    struct Told: Equatable {
        var position: Int
        var outcome: [UInt8]
    }

    /// A record as it was from a position on.
    struct Version {
        var position: Int
        var put: JournalLine.Put
    }

    struct Key: Hashable {
        var agency: String
        var operation: OperationID
        var hash: [UInt8]
    }

    /// Position - 1 is the index.
    private(set) var lines: [JournalLine] = []
    private(set) var statements: [OperationID: Statement] = [:]
    /// In the order in which they were recorded.
    private(set) var order: [OperationID] = []
    private(set) var told: [OperationID: Told] = [:]
    private(set) var versions: [RecordID: [Version]] = [:]
    /// In the order of their creation.
    private(set) var recordOrder: [RecordID] = []
    /// Where the bytes were decided first.
    private(set) var firstDecided: [Key: Int] = [:]
    private var toldOrder: [OperationID] = []
    /// Which nodes joined with which code's hash.
    var joins: [String: Set<NodeID>] = [:]
    /// The public keys under which requests and bundles of each node may be signed.
    var keys: [NodeID: [VerifyingKey]] = [:]

    var head: Int { lines.count }

    /// Before an operator's command runs: from now on the operations may turn up.
    func attempt(_ operations: [Operation], by machine: NodeMachine) {
        for operation in operations where statements[operation.id] == nil {
            statements[operation.id] = Statement(
                agency: machine.agency, machine: machine.name, bytes: operation.bytes)
            order.append(operation.id)
        }
    }

    /// The command has said that they are recorded.
    func acknowledge(_ operations: [Operation]) {
        for operation in operations {
            statements[operation.id]?.isAcknowledged = true
        }
    }

    func withdraw(_ operation: OperationID) {
        statements[operation]?.isWithdrawn = true
    }

    /// Nobody is to blame when these drafts are gone.
    func excuse(_ machine: String) {
        for id in order where statements[id]?.machine == machine {
            statements[id]?.isExcused = true
        }
    }

    func tell(_ outcome: OperationOutcome) -> Told {
        let new = Told(position: outcome.position, outcome: outcome.outcome.json.encoded)
        if let first = told[outcome.operation] { return first }
        told[outcome.operation] = new
        toldOrder.append(outcome.operation)
        return new
    }

    /// What was told, in the order in which it was first told.
    var toldInOrder: [(OperationID, Told)] {
        toldOrder.compactMap { id in told[id].map { (id, $0) } }
    }

    var statementsInOrder: [(OperationID, Statement)] {
        order.compactMap { id in statements[id].map { (id, $0) } }
    }

    func append(_ line: JournalLine) {
        lines.append(line)
        let key = Key(agency: line.agency, operation: line.id, hash: Sodium.sha256(line.operation))
        firstDecided[key] = firstDecided[key] ?? line.position
        for put in line.puts {
            if versions[put.id] == nil {
                recordOrder.append(put.id)
            }
            versions[put.id, default: []].append(Version(position: line.position, put: put))
        }
    }

    /// The record as it is now, when the agency may see it.
    func visible(_ id: RecordID, to agency: AgencyCode) -> Version? {
        versions[id]?.last.flatMap { $0.put.isVisible(to: agency) ? $0 : nil }
    }

    /// Where the agency last gained, lost or got the record anew; nil when it was never told of it.
    func lastChange(of id: RecordID, for agency: AgencyCode) -> Int? {
        guard let versions = versions[id] else { return nil }
        for (index, version) in versions.enumerated().reversed() {
            if version.put.isVisible(to: agency) || (index > 0 && versions[index - 1].put.isVisible(to: agency)) {
                return version.position
            }
        }
        return nil
    }

    /// What the record is now, whoever may see it.
    func current(_ id: RecordID) -> JournalLine.Put? {
        versions[id]?.last?.put
    }

    /// The records of a kind as they are now, in the order of their creation.
    func records(_ kind: RecordKind) -> [JournalLine.Put] {
        recordOrder.compactMap { current($0) }.filter { $0.kind == kind.rawValue }
    }
}
