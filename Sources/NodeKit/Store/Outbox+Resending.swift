import GRDB
import Negotiation
import StrictJSON
import SyncProtocol

/// New drafts of what was refused.
extension Outbox {
    /// Records a refused operation anew under a new id; with its dependants, also everything that was refused because of it and
    /// every draft that names the record that it should have made, with the new names in their bodies.
    ///
    /// In the old order; the drafts among them are replaced. What was refused stays in the list as it is. Throws
    /// ``NodeFailure``: `notFound`, `notRefused`, `limit`.
    public func resend(
        _ id: OperationID, withDependants: Bool, actor: String, at stamp: Stamp = .now()
    ) throws -> [Draft] {
        guard let root = try entry(id) else {
            throw NodeFailure(.notFound, "There is no operation \(id).", advice: "List the outbox.")
        }
        guard root.outcome?.kind == .rejected else {
            throw NodeFailure(
                .notRefused, "The operation \(id) was not refused.", advice: "Only what was refused is sent again.")
        }
        let chosen = [root] + (withDependants ? try dependants(of: root) : [])
        var names: [RecordID: RecordID] = [:]
        var drafts: [Draft] = []
        for entry in chosen {
            let old = entry.operation
            let new = stamp.newOperationID()
            names[RecordID(old.id)] = RecordID(new)
            let bytes = Operation.encode(
                id: new, actor: actor, recordedAt: stamp.text, kind: old.kind, record: names[old.record] ?? old.record,
                body: Self.renamed(old.body, names))
            let attachments = try AttachmentNames.of(bytes).compactMap { try HeldAttachments.named(database, $0) }
            drafts.append(try Draft(bytes, attachments: attachments))
        }
        try record(drafts)
        for entry in chosen where entry.outcome == nil {
            try withdraw(entry.operation.id)
        }
        return drafts
    }

    /// What was refused because of the operation, and the drafts that name its record, in the order in which they were recorded.
    private func dependants(of root: OutboxEntry) throws -> [OutboxEntry] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, uuid, bytes, hash, bundle, position, outcome, held FROM operation
                WHERE id > (SELECT id FROM operation WHERE uuid = ?) ORDER BY id
                """, arguments: [root.operation.id.bytes.blob])
        var missing: Set<RecordID> = [RecordID(root.operation.id)]
        var found: [OutboxEntry] = []
        while let row = try rows.next() {
            guard let entry = try? Self.entry(row) else { continue }
            let isDraft: Bool
            switch entry.state {
            case .draft, .held, .waiting: isDraft = true
            case .inFlight, .decided: isDraft = false
            }
            guard isDraft || entry.outcome?.code == .dependsOn,
                entry.operation.named.contains(where: missing.contains)
            else { continue }
            missing.insert(RecordID(entry.operation.id))
            found.append(entry)
        }
        return found
    }

    /// The body with other names in place of these; a part without one keeps its bytes.
    private static func renamed(_ json: JSON, _ names: [RecordID: RecordID]) -> JSONValue {
        if let text = json.string {
            return RecordID(text: text).flatMap { names[$0] }.map { .string($0.text) } ?? JSONValue(json)
        }
        if let members = json.members {
            return .object(members.map { ($0.name, renamed($0.value, names)) })
        }
        if let elements = json.elements {
            return .array(elements.map { renamed($0, names) })
        }
        return JSONValue(json)
    }
}
