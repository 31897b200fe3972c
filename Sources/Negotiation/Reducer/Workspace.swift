import Personnel
import StrictJSON

/// One decision in the making: what it reads, and what it has changed so far.
///
/// Reads see the decision's own writes. Several writes of one record become one effect, in the order of the first.
struct Workspace<Base: RecordReader> {
    /// What is decided; inside a confirmation, the operation that it confirms, with its author.
    var operation: Operation
    var context: DecisionContext
    private let base: Base
    private var overlay: Overlay<Base>
    private var written: [RecordID] = []
    private var tags: [Effect] = []
    private var derived = 0
    private let shelf: RecordShelf

    init(_ operation: Operation, _ context: DecisionContext, _ base: Base) {
        self.operation = operation
        self.context = context
        self.base = base
        overlay = Overlay(base)
        shelf = base.shelf ?? RecordShelf()
    }

    var position: Int { context.position }
    var author: AgencyCode { context.author.agency }
    var body: JSON { operation.body }

    /// Claims first, then records, each once in its final form.
    var effects: [Effect] {
        tags + written.compactMap { id in overlay.changed(id).map(Effect.put) }
    }

    // MARK: Reading

    func record(_ id: RecordID) throws -> Record? {
        try overlay.record(id)
    }

    func records(linked link: Link) throws -> [Record] {
        try overlay.records(linked: link)
    }

    /// A record of this kind that the author may see; anything else does not exist for the author.
    func visible(_ id: RecordID, _ kind: RecordKind) throws -> Record {
        guard let record = try overlay.record(id), record.kind == kind, record.audience.includes(author) else {
            throw Refusal.notFound
        }
        return record
    }

    /// Reads a stored record; what cannot be read is a fault and not the author's mistake.
    func read<View>(_ record: Record, _ view: (Record) throws -> View) throws -> View {
        do {
            return try view(record)
        } catch {
            throw StoredRecordFault(record: record.id, kind: record.kind, cause: "\(error)")
        }
    }

    /// A record that another one names; it must be there.
    func linked<View>(_ id: RecordID, _ kind: RecordKind, _ view: (Record) throws -> View) throws -> View {
        guard let record = try overlay.record(id), record.kind == kind else {
            throw StoredRecordFault(record: id, kind: kind, cause: "named by another record, but not there")
        }
        return try read(record, view)
    }

    /// The policy under which something was made.
    func policy(_ id: RecordID) throws -> Policy {
        try linked(id, .policy, shelf.policy)
    }

    func region() throws -> Region {
        guard let record = try records(linked: .kind(.region)).first else {
            throw Refusal(.wrongState, [("state", "no-region")])
        }
        return try read(record, shelf.region)
    }

    func agency(_ code: AgencyCode) throws -> (record: Record, agency: Agency)? {
        guard let record = try records(linked: Link("agency", code.text)).first else { return nil }
        return (record, try read(record, shelf.agency))
    }

    func claim(_ tag: String) throws -> RecordID? {
        try overlay.claim(tag)
    }

    // MARK: Writing

    /// Writes a record in its new form; an unchanged one leaves no effect.
    mutating func put(_ id: RecordID, _ kind: RecordKind, _ audience: Audience, _ body: [UInt8]) throws {
        let stored = try base.record(id)
        if !written.contains(id) {
            if let stored, stored.audience == audience, stored.body == body { return }
            written.append(id)
        }
        let record = Record(
            id: id, kind: kind, revision: (stored?.revision ?? 0) + 1, audience: audience, body: body,
            created: stored?.created ?? position, changed: position)
        overlay.apply([.put(record)])
    }

    mutating func claim(_ tag: String, for record: RecordID) {
        let effect = Effect.claim(tag: tag, record: record)
        tags.append(effect)
        overlay.apply([effect])
    }

    /// Takes a tag back when this record holds it.
    mutating func release(_ tag: String, of record: RecordID) throws {
        guard try overlay.claim(tag) == record else { return }
        tags.append(.release(tag: tag))
        overlay.apply([.release(tag: tag)])
    }

    /// The next further record id of this operation; never that of a record which is there, whoever chose its id.
    mutating func nextID() throws -> RecordID {
        while true {
            derived += 1
            let id = context.derivedID(author, operation.id, derived)
            if try record(id) == nil { return id }
        }
    }
}
