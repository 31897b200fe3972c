import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// Deciding what was handed in: once, in the old order, by the reducer that decides everything.
extension CommitGroup {
    /// Ends the recovery: decides everything that was handed in, tells of changed outcomes, and serves again.
    mutating func endRecovery(by author: OwnAuthor) throws {
        let shelf = transaction.recovery
        let named = try decideHanded(HandInOrder.sorted(try shelf.handedKeys()), by: author)
        var gaps = try Gaps(transaction)
        gaps.take(named: named, seen: RecoveryReport.seen(try shelf.reports()))
        try shelf.set(gaps: gaps.lost, epoch: head.epoch)
        tell(of: gaps.lost)
        try shelf.forgetHanded(nil)
        try set(Standing(mode: .serving, latestEpoch: standing.latestEpoch))
    }

    /// Goes on recovering in an epoch after `used`, from the same cut: somebody has seen an epoch of this number that this
    /// journal knows nothing of, because an earlier restore was lost with the disk. Does nothing when the epoch is later.
    mutating func leaveEpochs(through used: Int, by author: OwnAuthor) throws {
        guard used >= head.epoch, let begun = try transaction.epochs().last else { return }
        guard used < JSON.integerRange.upperBound else {
            throw Problem(.badRequest, detail: "there is no epoch after \(used)")
        }
        let epoch = EpochNumber.next(after: used, milliseconds: author.milliseconds)
        _ = try begin(epoch: epoch, cut: begun.cut, boot: Base64URL.encode(Sodium.randomBytes(16)), by: author)
    }

    /// Begins an epoch: its number, cut and random name are journaled, and nothing is decided before nodes have handed in.
    mutating func begin(epoch: Int, cut: Int, boot: String, by author: OwnAuthor) throws -> JournalEpoch {
        enter(epoch: epoch)
        try decideAboutRegion(
            "epoch.begin", .object([("epoch", .integer(epoch)), ("cut", .integer(cut)), ("boot", .string(boot))]),
            by: author)
        let begun = JournalEpoch(epoch: epoch, cut: cut, position: head.position)
        try transaction.append(begun)
        try set(Standing(mode: .recovering, latestEpoch: epoch))
        return begun
    }

    /// Decides what one node handed in after the recovery ended without it. `report` says what it has seen, `earlier` what any
    /// node had when gaps were last told.
    mutating func decideLate(
        _ instance: InstanceID, _ report: RecoveryReport, after earlier: [RecoveryReport], by author: OwnAuthor
    ) throws {
        let shelf = transaction.recovery
        let keys = try shelf.handedKeys().filter { $0.instance == instance }
        let named = try decideHanded(HandInOrder.sorted(keys), by: author)
        // Without what it has, and with what it has seen beyond everybody before it.
        var gaps = try Gaps(transaction, lost: shelf.gaps(epoch: head.epoch))
        gaps.take(named: named, seen: RecoveryReport.seen([report]), known: RecoveryReport.seen(earlier))
        try shelf.set(gaps: gaps.lost, epoch: head.epoch)
        try shelf.forgetHanded(instance)
    }

    /// In the log too, because another restore would bring a database that does not know.
    private func tell(of gaps: [LostPositions]) {
        let positions = gaps.map { "\($0.epoch)/\($0.positions.lowerBound)-\($0.positions.upperBound)" }
            .joined(separator: ", ")
        log.log(
            level: gaps.isEmpty ? .notice : .warning, "the recovery has ended",
            metadata: ["epoch": "\(head.epoch)", "positions that nobody handed in": "\(positions)"])
    }

    /// Gives the old positions that receipts name, by their epoch.
    private mutating func decideHanded(_ keys: [HandedBundle.Key], by author: OwnAuthor) throws -> [Int: Set<Int>] {
        var changes: [ChangedOutcome] = []
        var named: [Int: Set<Int>] = [:]
        for key in keys {
            guard let handed = try transaction.recovery.handed(key.instance, number: key.number),
                let bundle = try? Bundle(parsing: handed.bytes)
            else { throw StoreFailure(.damaged, "a bundle that was handed in cannot be read") }
            let receipt = try handed.receipt.map { bytes in
                try Storing.sound(try? Receipt(parsing: bytes), "a receipt that was handed in")
            }
            guard let changed = try decide(bundle, receipt, by: author) else { continue }
            if let receipt {
                named[receipt.epoch, default: []].formUnion(receipt.outcomes.map(\.position))
            }
            changes += changed
        }
        for change in changes {
            try transaction.recovery.append(change)
            try tell(of: change, by: author)
        }
        return named
    }

    /// Decides one bundle when it follows the last one of its instance; gives what ended otherwise than its receipt says, and
    /// nil when nothing was decided because the instance has ended since it was handed in: an ended life speaks no more.
    private mutating func decide(
        _ bundle: Bundle, _ receipt: Receipt?, by author: OwnAuthor
    ) throws -> [ChangedOutcome]? {
        guard var node = try transaction.node(bundle.node), node.exchange.instance == bundle.instance,
            bundle.number == node.exchange.bundleNumber + 1, bundle.previous == node.exchange.bundleHash
        else { return nil }
        let operations = try bundle.operations.map { bytes in
            try Storing.sound(try? Operation(parsing: bytes), "an operation that was handed in")
        }
        // A receipt has the day after its bundle: one that the desk brought in it comes with that operation.
        let bringsDay = zip(operations, receipt?.outcomes ?? []).contains { operation, former in
            operation.kind == OperationKind.dayAdvance.rawValue && former.outcome.kind == .accepted
        }
        if let day = receipt?.day, !bringsDay, !author.region.isTrial, day > head.day ?? "" {
            _ = try advance(to: day, by: author)
        }
        let outcomes = try decide(operations, of: bundle, by: Author(agency: node.agency, node: node.node))
        for (operation, outcome) in zip(operations, outcomes) where outcome.outcome.kind != .rejected {
            for name in AttachmentNames.of(operation.bytes) {
                try transaction.recovery.handedAttachment(name).map(transaction.keep)
            }
        }
        node.exchange.bundleNumber = bundle.number
        node.exchange.bundleHash = bundle.hash
        try transaction.setNode(node)
        try transaction.recovery.owe(bundle.instance, number: bundle.number)
        guard let receipt else { return [] }
        return zip(operations, zip(receipt.outcomes, outcomes)).compactMap { operation, both in
            let (former, now) = both
            guard former.outcome.kind != now.outcome.kind || former.outcome.code != now.outcome.code else { return nil }
            return ChangedOutcome(
                epoch: head.epoch, agency: node.agency, operation: operation.id, kind: operation.kind,
                record: operation.record, former: former.outcome, formerEpoch: receipt.epoch,
                formerPosition: former.position, now: now.outcome, position: now.position)
        }
    }

    private mutating func tell(of change: ChangedOutcome, by author: OwnAuthor) throws {
        func said(_ outcome: Outcome, _ epoch: Int, _ position: Int) -> JSONValue {
            let code: [(String, JSONValue)] = outcome.code.map { [("code", .string($0.rawValue))] } ?? []
            return .object(
                [("outcome", .string(outcome.kind.rawValue))] + code
                    + [("epoch", .integer(epoch)), ("position", .integer(position))])
        }
        let entry = try transaction.entry(at: change.position)
        let operation = try entry.map { try Operation(parsing: JournalEntry(parsing: $0.bytes).operation) }
        let about = operation?.named.prefix(100).map { JSONValue.string($0.text) } ?? []
        let body = JSONValue.object([
            ("agency", .string(change.agency.text)), ("operation", .string(change.operation.text)),
            ("kind", .string(change.kind)), ("about", .array(about)),
            ("was", said(change.former, change.formerEpoch, change.formerPosition)),
            ("now", said(change.now, change.epoch, change.position)),
        ])
        _ = try decideOwn([OwnOperation(kind: "outcome.change", record: change.record, body: body)], by: author)
    }

    /// Receipts of this epoch for bundles that were decided again, as many as one reply takes, for this exchange.
    func corrections(
        for node: EnrolledNode, but number: Int?, exchange: Int, key: SigningKey
    ) throws -> [Receipt] {
        let shelf = transaction.recovery
        try shelf.settle(node.exchange.instance, before: exchange)
        var receipts: [Receipt] = []
        var bytes = 0
        for owed in try shelf.owed(node.exchange.instance, limit: RecoveryLimits.correctedReceipts) where owed != number
        {
            guard let stored = try transaction.bundle(node.exchange.instance, number: owed),
                let bundle = try? Bundle(parsing: stored)
            else { throw StoreFailure(.damaged, "bundle \(owed) of an instance is missing; run verify") }
            let operations = try bundle.operations.map { try Operation(parsing: $0) }
            guard let outcomes = try outcomes(of: operations, by: node.agency) else {
                throw StoreFailure(.damaged, "an answered bundle has an undecided operation; run verify")
            }
            let receipt = Receipt.make(for: bundle, epoch: head.epoch, outcomes: outcomes, key: key)
            bytes += receipt.statement.count
            if !receipts.isEmpty, bytes > RecoveryLimits.correctedBytes { break }
            receipts.append(receipt)
        }
        // What the request's own bundle gets as its receipt is not owed either.
        let sent = receipts.map(\.bundle) + (number.map { [$0] } ?? [])
        if !sent.isEmpty {
            try shelf.send(node.exchange.instance, numbers: sent, exchange: exchange)
        }
        return receipts
    }
}
