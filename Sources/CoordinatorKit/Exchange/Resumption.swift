import SyncProtocol

/// Where a page begins for a reader who may come from an earlier epoch.
struct Resumption: Equatable {
    /// Nil for a reader that has nothing, or nothing that counts here.
    var cursor: Cursor?
    /// Whether the reader has a replica and must build another one from the beginning.
    var restarts: Bool

    /// A cursor of an earlier epoch is good up to the cut; what came after it may never have been. Its `start` moves to the
    /// cut with it: what is lost after the cut must be told to a reader that read its first page of the old journal later.
    ///
    /// `seen` is the head that the reader has seen. When that is beyond the cut, the cursor does not count either: its last page was
    /// read from a journal in which a record may have moved on to a position that never was, and its old place is behind the
    /// cursor.
    init(
        of cursor: Cursor?, seen: Head? = nil, in head: JournalHead, epochs: @autoclosure () throws -> [JournalEpoch]
    ) rethrows {
        guard let cursor, cursor.epoch != head.epoch else {
            self.cursor = cursor
            restarts = false
            return
        }
        guard let cut = try epochs().cut(since: cursor.epoch), cursor.position <= cut,
            seen.map({ $0.epoch != cursor.epoch || $0.position <= cut }) ?? true
        else {
            self.cursor = nil
            restarts = true
            return
        }
        self.cursor = Cursor(epoch: head.epoch, position: cursor.position, start: min(cursor.start, cut))
        restarts = false
    }
}
