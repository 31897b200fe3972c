import GRDB
import Negotiation
import Statements
import SyncProtocol

/// What this node has to say, in the order in which it was recorded, inside one transaction.
///
/// An operation is a draft until a bundle takes it up; from then on its bytes never change and it waits for its one
/// outcome, which is kept.
public struct Outbox {
    let database: Database
    let statements: HotStatements

    public init(_ database: Database) {
        self.database = database
        statements = HotStatements(database)
    }

    /// Records drafts at the end, in order. Recording the same bytes again changes nothing.
    ///
    /// Throws ``NodeFailure``: `limit` when there would be more than ``OutboxLimits/drafts``, `badDraft` when an id was used
    /// with other bytes, or an attachment that is named is neither given nor held.
    public func record(_ drafts: [Draft]) throws {
        guard try draftCount() + drafts.count <= OutboxLimits.drafts else {
            throw NodeFailure(
                .limit, "More than \(OutboxLimits.drafts) drafts would wait.", advice: "Sync, or withdraw some of them."
            )
        }
        for draft in drafts {
            try append(draft)
        }
    }

    /// Records what a started transfer follows up with, which no full outbox may lose.
    func append(_ draft: Draft) throws {
        if let entry = try entry(draft.operation.id) {
            guard entry.operation.bytes == draft.operation.bytes else {
                throw NodeFailure(
                    .badDraft, "Another operation has this id.", advice: "Record it again under a new id.")
            }
            return
        }
        let bytes = draft.operation.bytes
        try statements.run(
            "INSERT INTO operation (uuid, bytes, hash) VALUES (?, ?, ?)",
            [.bytes(draft.operation.id.bytes), .bytes(bytes), .bytes(Sodium.sha256(bytes))])
        try attach(draft, to: database.lastInsertedRowID)
    }

    /// Replaces a draft by one with the same id, about the same record. Its place in the order stays; held, it is released.
    ///
    /// Throws ``NodeFailure``: `notFound`, `sent` once a bundle took it, `badDraft`.
    public func replace(_ draft: Draft) throws {
        let row = try draftRow(draft.operation.id)
        guard try entry(draft.operation.id)?.operation.record == draft.operation.record else {
            throw NodeFailure(
                .badDraft, "The draft is about another record.", advice: "Withdraw it and record a new one.")
        }
        let bytes = draft.operation.bytes
        try database.execute(
            cached: "UPDATE operation SET bytes = ?, hash = ?, held = NULL WHERE id = ?",
            arguments: [bytes.blob, Sodium.sha256(bytes).blob, row])
        try database.execute(cached: "DELETE FROM operationAttachment WHERE operation = ?", arguments: [row])
        try attach(draft, to: Int64(row))
        try HeldAttachments.removeUnnamed(database)
    }

    /// Removes a draft and the attachments that only it names. Throws ``NodeFailure``: `notFound`, `sent`.
    public func withdraw(_ id: OperationID) throws {
        try database.execute(cached: "DELETE FROM operation WHERE id = ?", arguments: [try draftRow(id)])
        try HeldAttachments.removeUnnamed(database)
    }

    func draftRow(_ id: OperationID) throws -> Int {
        let found = try Row.fetchOne(
            database, cached: "SELECT id, bundle FROM operation WHERE uuid = ?", arguments: [id.bytes.blob])
        guard let row = found.map(SoundRow.init) else {
            throw NodeFailure(.notFound, "There is no operation \(id).", advice: "List the outbox.")
        }
        guard try row.optionalInteger("bundle") == nil else {
            throw NodeFailure(
                .sent, "The operation was sent, or may have been; it can no longer be changed.",
                advice: "Wait for its outcome and record what should be different.")
        }
        return try row.integer("id")
    }

    private func attach(_ draft: Draft, to row: Int64) throws {
        for attachment in draft.attachments {
            try HeldAttachments.keep(database, attachment)
        }
        for name in AttachmentNames.of(draft.operation.bytes) {
            guard try HeldAttachments.isHeld(database, name) else {
                throw NodeFailure(
                    .badDraft, "The operation names an attachment that is not here.", advice: "Attach it.")
            }
            try statements.run(
                "INSERT INTO operationAttachment (name, operation) VALUES (?, ?)", [.text(name), .row(row)])
        }
    }
}
