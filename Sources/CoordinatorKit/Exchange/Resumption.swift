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
    /// When the reader has seen a head beyond the cut, the cursor does not count either: its last page was read from a journal in
    /// which a record may have moved on to a position that never was, and its old place is behind the cursor. How far it has seen
    /// says its request, and what it handed in: a head of the first wire is not in a request of the second.
    init(of request: SyncRequest, epoch: Int, in snapshot: any StoreSnapshot) throws {
        guard let cursor = request.cursor, cursor.epoch != epoch else {
            self.cursor = request.cursor
            restarts = false
            return
        }
        let stated = request.head.map { $0.epoch == cursor.epoch ? $0.position : 0 } ?? 0
        let reported = try snapshot.recovery.reports().first { $0.node == request.node }?.seen?.position ?? 0
        guard let cut = try snapshot.epochs().cut(since: cursor.epoch),
            max(cursor.position, stated, reported) <= cut
        else {
            self.cursor = nil
            restarts = true
            return
        }
        self.cursor = Cursor(epoch: epoch, position: cursor.position, start: min(cursor.start, cut))
        restarts = false
    }
}
