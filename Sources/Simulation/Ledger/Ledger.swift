import CoordinatorKit
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
        /// SHA-256 of the bytes in capital hexadecimal digits, as SQLite writes it.
        var hash: String
        /// The operator was told that it is recorded. Without that it may be there or not.
        var isAcknowledged = false
        /// True time of the record.
        var recorded: Int
        /// At which machines an operator took it back while it was a draft there, by their first names: a copy of it that was
        /// carried elsewhere may still be sent from there.
        var withdrawnAt: Set<String> = []
        /// The machine that held it lost it with nobody to blame.
        var isExcused = false
    }

    /// What the coordinator once told somebody about an operation, in a signed reply.
    struct Told: Equatable {
        var position: Int
        var outcome: [UInt8]
    }

    /// The life of the coordinator that the journal is in.
    var epoch: Int { lines.last?.epoch ?? 1 }

    /// Records or attachments of one class that went to one life of a node.
    struct Given: Hashable {
        var node: NodeID
        var instance: InstanceID
        var name: String
    }

    /// What the coordinator has given away that is about people; nil until it has started after a restore, which forgets what
    /// came after the backup.
    var given: [Given: Int]? = [:]

    /// An operation by its bytes: an id alone may have been used twice.
    struct Said: Hashable {
        var operation: OperationID
        var hash: [UInt8]

        init(_ operation: OperationID, _ bytes: [UInt8]) {
            self.operation = operation
            hash = Sodium.sha256(bytes)
        }
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

    private struct Exchange: Hashable {
        var instance: InstanceID
        var number: Int
    }

    /// Position - 1 is the index.
    private(set) var lines: [JournalLine] = []
    private(set) var statements: [OperationID: Statement] = [:]
    /// In the order in which they were recorded.
    private(set) var order: [OperationID] = []
    private(set) var told: [Said: Told] = [:]
    private(set) var versions: [RecordID: [Version]] = [:]
    /// In the order of their creation.
    private(set) var recordOrder: [RecordID] = []
    /// Where the bytes were decided first.
    private(set) var firstDecided: [Key: Int] = [:]
    private var toldOrder: [Said] = []
    private var senders: [Said: (machine: String, instance: InstanceID)] = [:]
    /// Which nodes joined with which code's hash.
    var joins: [String: Set<InstanceID>] = [:]
    private var answered: [Exchange: String] = [:]
    /// Whose card it is, by the hash in the operation that posted it.
    private(set) var persons: [RecordID: String] = [:]
    private var decidedIDs: Set<OperationID> = []
    private var decidedSaid: Set<Said> = []
    /// Where instances ended because their nodes went on as others.
    private(set) var ended: [String: Int] = [:]
    /// The instance that each node lives as.
    private var instances: [String: String] = [:]
    /// Hashes of the lines of all lives.
    private var seen: Set<[UInt8]> = []
    private var lastAnswered: [InstanceID: Int] = [:]
    /// Lives of the coordinator that restores have ended, the first one first.
    private(set) var lives: [Life] = []
    /// What was told in those lives about operations that they lost, the last telling of each.
    private(set) var formerlyTold: [Said: FormerlyTold] = [:]
    /// In the order in which they were first lost.
    private(set) var formerOrder: [Said] = []
    /// Positions of former lives that the coordinator has said nobody handed in, by the epoch in which it said so.
    var reportedGaps: [Int: [LostPositions]] = [:]
    /// By the epoch of a life, the last position that any node said it had seen of it when it handed in to the next one.
    private(set) var claimedHeads: [Int: Int] = [:]
    /// The epochs of lives that no recovery has ended after.
    private var unaccounted: Set<Int> = []
    /// Whether the recovery after the last restore has ended.
    var hasRecovered = true
    /// The position that the receipt of an operation names, the last one that was handed in, and which life handed it in.
    private(set) var handedReceipts: [OperationID: (position: Int, instance: InstanceID)] = [:]
    /// The public keys under which requests and bundles of each node may be signed.
    var keys: [NodeID: [VerifyingKey]] = [:]

    var head: Int { lines.count }

    /// Bytes of operations that a node signed though no operator of the model recorded them: equivocations.
    private(set) var allowed: Set<[UInt8]> = []

    func allow(_ operation: [UInt8]) {
        allowed.insert(operation)
    }

    /// Before an operator's command runs: from now on the operations may turn up.
    func attempt(_ operations: [Operation], by machine: NodeMachine, at now: Int) {
        for operation in operations where statements[operation.id] == nil {
            statements[operation.id] = Statement(
                agency: machine.agency, machine: machine.name, bytes: operation.bytes,
                hash: Hex.encode(Sodium.sha256(operation.bytes)).uppercased(), recorded: now)
            order.append(operation.id)
        }
    }

    /// The command has said that they are recorded.
    func acknowledge(_ operations: [Operation]) {
        for operation in operations {
            statements[operation.id]?.isAcknowledged = true
        }
    }

    /// Other bytes under its id are another draft, here and where one is carried.
    func withdraw(_ operation: Operation, at machine: NodeMachine) {
        guard statements[operation.id]?.bytes == operation.bytes else { return }
        statements[operation.id]?.withdrawnAt.insert(machine.firstName)
    }

    /// A copy was brought to the machine, whether it had been withdrawn there before or not; gives whether it had.
    func carry(_ operation: Operation, to machine: NodeMachine) -> Bool {
        guard statements[operation.id]?.bytes == operation.bytes else { return false }
        return statements[operation.id]?.withdrawnAt.remove(machine.firstName) != nil
    }

    func isWithdrawn(_ operation: Operation, at machine: NodeMachine) -> Bool {
        guard let statement = statements[operation.id], statement.bytes == operation.bytes else { return false }
        return statement.withdrawnAt.contains(machine.firstName)
    }

    /// Whether anybody is to blame when the operation is gone; gives what counted before.
    @discardableResult
    func excuse(_ operation: OperationID, _ isExcused: Bool = true) -> Bool {
        defer { statements[operation]?.isExcused = isExcused }
        return statements[operation]?.isExcused ?? false
    }

    /// Nobody is to blame when what this machine recorded after a moment is gone.
    func excuse(_ machine: String, since moment: Int = 0) {
        for id in order
        where statements[id]?.machine == machine && statements[id].map({ $0.recorded >= moment }) == true {
            statements[id]?.isExcused = true
        }
    }

    /// Takes down what was told about an operation; gives what was told first.
    func tell(_ outcome: OperationOutcome, about bytes: [UInt8], in sent: SentRequest? = nil) -> Told {
        let said = Said(outcome.operation, bytes)
        if let machine = sent?.machine, let request = sent?.request {
            senders[said] = (machine.name, request.opens ?? request.instance)
        }
        if let first = told[said] { return first }
        let new = Told(position: outcome.position, outcome: outcome.outcome.json.encoded)
        told[said] = new
        toldOrder.append(said)
        return new
    }

    /// What was told, in the order in which it was first told.
    var toldInOrder: [(OperationID, Told)] {
        toldOrder.compactMap { said in told[said].map { (said.operation, $0) } }
    }

    var statementsInOrder: [(OperationID, Statement)] {
        order.compactMap { id in statements[id].map { (id, $0) } }
    }

    /// Takes down that this exchange was answered; gives the nonce under which its number was first.
    func answer(_ request: SyncRequest) -> String {
        let exchange = Exchange(instance: request.opens ?? request.instance, number: request.exchange)
        let first = answered[exchange] ?? request.nonce
        answered[exchange] = first
        lastAnswered[exchange.instance] = max(lastAnswered[exchange.instance] ?? 0, exchange.number)
        return first
    }

    func wasAnswered(_ request: SyncRequest) -> Bool {
        answered[Exchange(instance: request.opens ?? request.instance, number: request.exchange)] == request.nonce
    }

    func lastAnswered(of request: SyncRequest) -> Int {
        lastAnswered[request.opens ?? request.instance] ?? 0
    }

    /// The line at a position, when positions are what they should be.
    func line(at position: Int) -> JournalLine? {
        lines.indices.contains(position - 1) ? lines[position - 1] : nil
    }

    /// Whether the journal has these very bytes under their id.
    func isDecided(_ said: Said) -> Bool {
        decidedSaid.contains(said)
    }

    func isDecided(_ operation: OperationID) -> Bool {
        decidedIDs.contains(operation)
    }

    func append(_ line: JournalLine) {
        lines.append(line)
        decidedIDs.insert(line.id)
        decidedSaid.insert(Said(line.id, line.operation))
        seen.insert(line.hash)
        let key = Key(agency: line.agency, operation: line.id, hash: Sodium.sha256(line.operation))
        firstDecided[key] = firstDecided[key] ?? line.position
        if line.kind == "card.post", let card = line.puts.first(where: { $0.kind == "card" }) {
            persons[card.id] = (try? JSON(parsing: line.operation))?["body"]?["person"]?.string
        }
        if line.outcome == "accepted", ["region.found", "node.join", "node.restore"].contains(line.kind) {
            noteLife(line)
        }
        for put in line.puts {
            if versions[put.id] == nil {
                recordOrder.append(put.id)
            }
            versions[put.id, default: []].append(Version(position: line.position, put: put))
        }
    }

    private func noteLife(_ line: JournalLine) {
        guard let body = (try? JSON(parsing: line.operation))?["body"], let node = body["node"]?.string,
            let instance = (body["opens"] ?? body["instance"])?.string
        else { return }
        if let former = instances[node], former != instance { ended[former] = line.position }
        instances[node] = instance
    }

    /// The coordinator was restored and has these lines: what its journal had beyond what they have in common is another life's
    /// from now on. Gives that life.
    func restore(_ restored: [JournalLine], successor: Int) -> Life {
        let former = lines
        let common = zip(former, restored).prefix { $0.hash == $1.hash }.count
        let life = Life(epoch: epoch, successor: successor, cut: common, lost: Array(former.dropFirst(common)))
        // What was claimed in a recovery that another restore cut short may be forgotten: who said it may not come again.
        if hasRecovered {
            unaccounted = []
        } else if let unfinished = lives.last {
            claimedHeads[unfinished.epoch] = nil
        }
        unaccounted.insert(life.epoch)
        // What an earlier recovery decided stands as far as the lives are the same; beyond that it is to be handed in again.
        let standing = Set(restored.prefix(common).map(\.id))
        handedReceipts = handedReceipts.filter { standing.contains($0.key) }
        hasRecovered = false
        lives.append(life)
        (lines, versions, recordOrder) = ([], [:], [])
        (firstDecided, persons, decidedIDs, decidedSaid) = ([:], [:], [], [])
        (ended, instances) = ([:], [:])
        restored.forEach(append)
        for said in toldOrder {
            guard let told = told[said], told.position > common else { continue }
            if formerlyTold[said] == nil { formerOrder.append(said) }
            let sender = senders[said]
            formerlyTold[said] = FormerlyTold(
                told: told, epoch: former[told.position - 1].epoch, machine: sender?.machine ?? "",
                instance: sender?.instance)
            self.told[said] = nil
        }
        toldOrder.removeAll { told[$0] == nil }
        // A backup of a former life brings back what a restore had lost.
        for said in formerOrder {
            guard let back = formerlyTold[said], let line = line(at: back.told.position), line.epoch == back.epoch,
                Said(line.id, line.operation) == said, line.outcomeBytes == back.told.outcome
            else { continue }
            formerlyTold[said] = nil
            told[said] = back.told
            toldOrder.append(said)
        }
        formerOrder.removeAll { formerlyTold[$0] == nil }
        // Exchanges are reopened: the restored coordinator does not know which were answered.
        (answered, lastAnswered) = ([:], [:])
        return life
    }

    /// Whether any life of the coordinator had this line.
    func hasSeen(_ line: JournalLine) -> Bool {
        seen.contains(line.hash)
    }

    /// A node has handed in, and said what it had seen before.
    func handIn(_ page: ResupplyRequest) {
        // What comes of an earlier life was to be told before.
        if let head = page.head, unaccounted.contains(head.epoch) {
            claimedHeads[head.epoch] = max(claimedHeads[head.epoch] ?? 0, head.position)
        }
        // A copy of a page that comes when all is decided changes nothing.
        for outcome in page.items.compactMap(\.receipt).flatMap(\.outcomes) where !isDecided(outcome.operation) {
            handedReceipts[outcome.operation] = (outcome.position, page.instance)
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
