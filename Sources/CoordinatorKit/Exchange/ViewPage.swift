import Negotiation
import SyncProtocol

/// A page of what an agency may see, read in one snapshot.
///
/// Whole positions in (cursor, h], in order, h being the journal head of the snapshot. The new cursor is the last position
/// served, or h when nothing is left; then the page is complete and carries count and digest of the whole view at this h.
/// A record that changes before the reader comes to it has moved to a later position, so no page is ever stale when it is
/// absorbed. A record that the agency lost is a retraction, unless the agency never got it: what was lost before its first
/// page (`cursor.start`) is not told.
struct ViewPage {
    var changes: [ReplicaChange] = []
    var attachments: [Attachment] = []
    var cursor: Cursor
    var complete: SyncReply.Complete?
    var head: JournalHead
    private var names: Set<String> = []
    private var attachmentBytes = 0

    /// What the page may hold.
    struct PageLimits {
        /// Records and retractions.
        var changes: Int
        /// Bytes of their bodies and attachments.
        var bytes: Int
        /// Attachments, which count however small they are.
        var attachments: Int
    }

    /// Reads the page after the cursor; nil stands for a reader that has nothing.
    ///
    /// The page ends before the position that would go over one of the limits, but has one position at least.
    init(
        of agency: AgencyCode, after cursor: Cursor?, limits: PageLimits, from snapshot: any StoreSnapshot
    ) throws {
        let head = try snapshot.head()
        let readers = [Reader.all, .agency(agency)]
        var page = ViewPage(
            cursor: cursor ?? Cursor(epoch: head.epoch, position: 0, start: head.position), head: head)
        var free = limits.bytes
        var isFull = false
        while !isFull {
            let batch = try Self.positions(
                of: readers, after: page.cursor.position, through: head.position,
                limit: limits.changes - page.changes.count,
                from: snapshot)
            for position in batch.whole {
                let part = try Self.part(position, readers, start: page.cursor.start, limits, from: snapshot)
                let overLimit =
                    page.changes.count + part.changes.count > limits.changes || part.bytes > free
                    || page.attachments.count + part.attachments.count > limits.attachments
                if overLimit, page.cursor.position > (cursor?.position ?? 0) {
                    isFull = true
                    break
                }
                page.changes += part.changes
                page.add(part.attachments, limits)
                free -= part.bytes
                page.cursor.position = position.number
                isFull = overLimit || page.changes.count >= limits.changes
            }
            if !isFull, !batch.hasMore {
                page.cursor.position = head.position
            }
            if page.cursor.position == head.position {
                let view = try readers.reduce(ViewDigest()) { try $0 + snapshot.digest(of: $1) }
                page.complete = SyncReply.Complete(count: view.count, digest: view.hex)
                break
            }
        }
        self = page
    }

    private init(cursor: Cursor, head: JournalHead) {
        self.cursor = cursor
        self.head = head
    }

    /// A position that is larger than a page by itself goes without the attachments that do not fit.
    private mutating func add(_ named: [Attachment], _ limits: PageLimits) {
        for attachment in named where !names.contains(attachment.name) {
            guard attachments.count < limits.attachments,
                attachment.bytes.count <= limits.bytes - attachmentBytes
            else { continue }
            names.insert(attachment.name)
            attachmentBytes += attachment.bytes.count
            attachments.append(attachment)
        }
    }

    private struct JournalPosition {
        var number: Int
        var rows: [AudienceRow]
    }

    private struct Part {
        var changes: [ReplicaChange] = []
        var attachments: [Attachment] = []
        var bytes = 0
    }

    /// Up to `limit` rows after the position, without a position of which a row is missing; the first one is whole however
    /// many rows it has.
    private static func positions(
        of readers: [Reader], after position: Int, through: Int, limit: Int, from snapshot: any StoreSnapshot
    ) throws -> (whole: [JournalPosition], hasMore: Bool) {
        let wanted = max(limit, 1)
        var rows = try snapshot.audience(of: readers, after: position, through: through, limit: wanted + 1)
        let hasMore = rows.count > wanted
        if hasMore, let first = rows.first, let last = rows.last {
            if first.position == last.position {
                rows = try snapshot.audience(
                    of: readers, after: position, through: first.position, limit: Int(Int32.max))
            } else {
                rows.removeAll { $0.position == last.position }
            }
        }
        var whole: [JournalPosition] = []
        for row in rows {
            if let current = whole.indices.last, whole[current].number == row.position {
                whole[current].rows.append(row)
            } else {
                whole.append(JournalPosition(number: row.position, rows: [row]))
            }
        }
        return (whole, hasMore)
    }

    private static func part(
        _ position: JournalPosition, _ readers: [Reader], start: Int, _ limits: PageLimits,
        from snapshot: any StoreSnapshot
    ) throws -> Part {
        var part = Part()
        var attachmentBytes = 0
        var served: Set<RecordID> = []
        for row in position.rows where !served.contains(row.record) {
            guard row.present else {
                // It may have gone from one reader of this agency to the other: then it is no loss, and the row of the
                // other one, here or at a later position, brings it.
                if position.number > start, try snapshot.holders(of: row.record, among: readers).isEmpty {
                    served.insert(row.record)
                    part.changes.append(.retraction(id: row.record, position: position.number))
                }
                continue
            }
            served.insert(row.record)
            guard let record = try snapshot.record(row.record) else {
                throw StoreFailure(.damaged, "a record that a reader holds is missing; run verify")
            }
            part.changes.append(
                .record(
                    id: record.id, kind: record.kind, revision: record.revision, changed: record.changed,
                    body: record.body))
            part.bytes += record.body.count
            for name in AttachmentNames.of(record.body) {
                // Beyond the limits none is served, so none is read into memory.
                guard attachmentBytes <= limits.bytes, part.attachments.count <= limits.attachments else { break }
                if let attachment = try snapshot.attachment(name) {
                    part.attachments.append(attachment)
                    part.bytes += attachment.bytes.count
                    attachmentBytes += attachment.bytes.count
                }
            }
        }
        return part
    }
}
