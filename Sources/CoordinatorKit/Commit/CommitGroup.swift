import Logging
import Negotiation
import StrictJSON
import SyncProtocol

/// The decisions of one transaction: several requests, each in a savepoint, and each operation as if it had one of its own.
///
/// A savepoint for each operation costs more than deciding it, because every page that it touches is copied first. So a
/// request runs without them; when an operation fails half-way, which only a fault of the reducer does, the request is undone
/// and run again with one for each.
///
/// Order inside the group is the order of arrival. Head, tree edge, root and digests are written once, by ``finish()``; until
/// then they are here, and go back with the savepoint that fails. A fault of the reducer ends in `rejected` with the code
/// `internal` and an incident id that is also in the log; a ``StoreFailure`` goes through and undoes the whole group.
struct CommitGroup {
    let transaction: any StoreTransaction
    private let reducer: DecidingReducer
    let log: Logger
    private let incident: () -> String
    private(set) var head: JournalHead
    /// The right edge of the tree over all entries up to the head. tree.size == head.position
    private(set) var tree: TreeFrontier
    private(set) var standing: Standing
    private var fold: EffectFold
    private var reach: [AgencyCode: Int]?
    private let first: JournalHead
    /// Whether each operation has a savepoint, and the fold a copy to go back to.
    private var isCareful = true

    /// An operation failed in a request whose operations have no savepoints.
    private struct HalfDone: Error {}

    init(
        transaction: any StoreTransaction, reducer: DecidingReducer, log: Logger, incident: @escaping () -> String
    ) throws {
        self.transaction = transaction
        self.reducer = reducer
        self.log = log
        self.incident = incident
        head = try transaction.head()
        first = head
        tree = try transaction.frontier()
        standing = try transaction.standing()
        fold = EffectFold { try transaction.digest(of: $0) }
    }

    /// Runs one request's part; when it throws, what it wrote is undone and the group goes on. The part may run twice, the
    /// first time without effect.
    ///
    /// A halted coordinator runs none, and a recovering one only those that say so: ``Halt``, ``Recovering``. What a
    /// ``DurableRefusal`` that the body throws has to leave behind is written with the group.
    mutating func request<Answer>(
        whileRecovering: Bool = false, _ body: (inout CommitGroup) throws -> Answer
    ) throws -> Answer {
        switch standing.mode {
        case .serving: break
        case .halted(let reason): throw Halt(reason: reason)
        case .recovering: if !whileRecovering { throw Recovering() }
        }
        do {
            return try attempt(isCareful: false, body)
        } catch is HalfDone {
            return try attempt(isCareful: true, body)
        }
    }

    private mutating func attempt<Answer>(
        isCareful: Bool, _ body: (inout CommitGroup) throws -> Answer
    ) throws -> Answer {
        let before = self
        do {
            self.isCareful = isCareful
            let answer = try transaction.savepoint { try body(&self) }
            self.isCareful = before.isCareful
            return answer
        } catch {
            self = before
            try (error as? any DurableRefusal)?.record(in: &self)
            throw error
        }
    }

    /// Runs one request's part and gives its answer: what it throws is its own answer, but a ``StoreFailure`` goes through
    /// and undoes the whole group.
    mutating func answer<Answer>(
        whileRecovering: Bool = false, _ body: (inout CommitGroup) throws -> Answer
    ) throws -> Result<Answer, any Error> {
        do {
            return .success(try request(whileRecovering: whileRecovering, body))
        } catch let failure as StoreFailure {
            throw failure
        } catch {
            return .failure(error)
        }
    }

    /// From this group on everything is answered `unavailable`, through every restart, until a restore.
    ///
    /// For what proves that this database is not the one that was answered from. Inside ``request(whileRecovering:_:)``
    /// throw ``Halt`` instead: what a request writes is undone when it is refused.
    mutating func halt(_ reason: String) throws {
        standing.mode = .halted(reason: reason)
        try transaction.setStanding(standing)
    }

    /// Lets everything that is decided from here on stand in another epoch.
    mutating func enter(epoch: Int) {
        head.epoch = epoch
    }

    /// Changes how the coordinator stands, with the group.
    mutating func set(_ standing: Standing) throws {
        self.standing = standing
        try transaction.setStanding(standing)
    }

    /// Keeps the bundle and decides its operations in order, each once ever.
    ///
    /// An operation that was decided before gets its first outcome and no new position; other bytes under an id that was
    /// used are rejected as an equivocation, with an entry of their own. `told` is the cursor with which the bundle came: up to
    /// there its author knew what had been decided.
    mutating func decide(
        _ operations: [Operation], of bundle: Bundle, by author: Author, told: Int = 0
    ) throws -> [OperationOutcome] {
        let highest = try reached()
        reach = highest.merging([author.agency: told], uniquingKeysWith: max)
        try transaction.append(bundle: bundle)
        var outcomes: [OperationOutcome] = []
        for (index, operation) in operations.enumerated() {
            outcomes.append(try decide(operation, at: index, of: bundle, by: author))
        }
        return outcomes
    }

    /// The outcomes that these operations have: nil when one was never decided.
    func outcomes(of operations: [Operation], by agency: AgencyCode) throws -> [OperationOutcome]? {
        var outcomes: [OperationOutcome] = []
        for operation in operations {
            let decided = try transaction.decided(operation.id, by: agency)
            guard let same = try find(operation, in: decided) else { return nil }
            outcomes.append(same)
        }
        return outcomes
    }

    /// Writes what the group owes: the head, the tree's edge and root, and the digests.
    func finish() throws {
        guard head != first else { return }
        try transaction.setHead(head)
        if head.position != first.position {
            try transaction.setTree(
                tree, JournalRoot(epoch: head.epoch, position: head.position, day: head.day, hash: tree.root))
        }
        for (reader, digest) in fold.digests.sorted(by: { $0.key < $1.key }) {
            try transaction.setDigest(digest, of: reader)
        }
    }

    private mutating func decide(
        _ operation: Operation, at index: Int, of bundle: Bundle, by author: Author
    ) throws -> OperationOutcome {
        let decided = try transaction.decided(operation.id, by: author.agency)
        if let same = try find(operation, in: decided) { return same }
        let position = head.position + 1
        let entry = { [epoch = head.epoch, version = reducer.version] decision in
            JournalEntry(
                position: position, epoch: epoch, author: author, instance: bundle.instance, bundle: bundle.number,
                index: index, operation: operation.bytes, reducer: version, decision: decision)
        }
        let (decision, bytes) =
            decided.isEmpty
            ? try reduce(operation, at: position, by: author, entry)
            : Self.written(Decision(outcome: .rejected(.equivocation)), entry)
        let leaf = StoredEntry.leaf(of: bytes)
        try transaction.append(
            StoredEntry(
                position: position, agency: author.agency, operation: operation.id, instance: bundle.instance,
                bundle: bundle.number, index: index, bytes: bytes, leaf: leaf))
        try tree.append(leaf) { [transaction] level, index, hash in
            guard StoredTree.isStored(level) else { return }
            try transaction.append(treeHash: hash, level: level, index: index)
        }
        try transaction.append(
            DecidedOperation(operation: operation.id, hash: Sodium.sha256(operation.bytes), position: position),
            by: author.agency)
        head.position = position
        head.day = entry(decision).day(of: operation) ?? head.day
        return OperationOutcome(operation: operation.id, position: position, outcome: decision.outcome)
    }

    private static func written(
        _ decision: Decision, _ entry: (Decision) -> JournalEntry
    ) -> (Decision, [UInt8]) {
        (decision, entry(decision).encoded)
    }

    /// The decision with the bytes of its entry.
    private mutating func reduce(
        _ operation: Operation, at position: Int, by author: Author, _ entry: (Decision) -> JournalEntry
    ) throws -> (Decision, [UInt8]) {
        let context = DecisionContext(position: position, author: author, reach: try reached()) { agency, id, number in
            DerivedID.make(agency: agency, operation: id, number: number)
        }
        func reduce() throws -> (Decision, [UInt8]) {
            let decided = try reducer.decide(operation, context, transaction)
            let decision = try Reducer.dependency(of: operation, decided: decided, reading: transaction) {
                try isRefused($0, by: author.agency)
            }
            let bytes = try DecisionLimits.checked(entry(decision), on: transaction.shelf ?? RecordShelf())
            try fold.apply(decision.effects, at: position, to: transaction)
            return (decision, bytes)
        }
        guard isCareful else {
            do {
                return try reduce()
            } catch let failure as StoreFailure {
                throw failure
            } catch {
                throw HalfDone()
            }
        }
        let before = fold
        do {
            return try transaction.savepoint(reduce)
        } catch let failure as StoreFailure {
            throw failure
        } catch {
            fold = before
            return Self.written(fault(error, operation, position), entry)
        }
    }

    /// Whether the first decision about this id was a refusal.
    private func isRefused(_ operation: OperationID, by agency: AgencyCode) throws -> Bool {
        guard let first = try transaction.decided(operation, by: agency).first,
            let entry = try transaction.entry(at: first.position)
        else { return false }
        return (try? JournalEntry(parsing: entry.bytes))?.outcome.kind == .rejected
    }

    /// The error's own text may carry a body, and so people's data: its type and the place are enough to start from.
    private func fault(_ error: any Error, _ operation: Operation, _ position: Int) -> Decision {
        let incident = incident()
        log.error(
            "the reducer failed on an operation",
            metadata: [
                "incident": "\(incident)", "kind": "\(operation.kind)", "operation": "\(operation.id)",
                "position": "\(position)", "error": "\(type(of: error))",
            ])
        return Decision(outcome: .rejected(.internalFault, [("incident", .string(incident))]))
    }

    private func find(_ operation: Operation, in decided: [DecidedOperation]) throws -> OperationOutcome? {
        guard !decided.isEmpty else { return nil }
        let hash = Sodium.sha256(operation.bytes)
        guard let same = decided.first(where: { $0.hash == hash }) else { return nil }
        guard let entry = try transaction.entry(at: same.position) else {
            throw StoreFailure(.damaged, "position \(same.position) is missing from the journal; run verify")
        }
        do {
            let outcome = try JournalEntry(parsing: entry.bytes).outcome
            return OperationOutcome(operation: operation.id, position: same.position, outcome: outcome)
        } catch {
            throw StoreFailure(.damaged, "the entry at position \(same.position) cannot be read; run verify")
        }
    }

    /// The highest position that any node of each agency has reached, as it was when the group began.
    private mutating func reached() throws -> [AgencyCode: Int] {
        if let reach { return reach }
        let highest = try transaction.reach()
        reach = highest
        return highest
    }
}
