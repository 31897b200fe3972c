import Negotiation
import SyncProtocol
import Synchronization

/// Brings a mirror up to its store: called after each group commit, before its answers are given.
///
/// The mirror only ever holds what is committed, from the first entry on and without a gap: each batch begins where the last
/// durable one ended, so a write that failed is made up for by the next. One call at a time.
final class MirrorFollower: Sendable {
    private struct State {
        var epoch = 0
        /// Nil when it is not known, at the start and after a failure.
        var mark: MirrorMark?
    }

    private let mirror: any Mirror
    private let store: any CoordinatorStore
    private let state = Mutex(State())

    /// Opens the mirror of a store's epoch and brings it up to the store.
    ///
    /// Throws ``StoreFailure``: `mirror` when it holds another history, or a longer one, which shows that the database was put
    /// back; `io`.
    init(_ mirror: any Mirror, of store: any CoordinatorStore) throws {
        self.mirror = mirror
        self.store = store
        try catchUp()
    }

    /// Up to where everything is in the mirror.
    var position: Int {
        state.withLock { $0.mark?.position ?? 0 }
    }

    /// Writes what the store has and the mirror has not; everything is durable there on return. Throws ``StoreFailure``.
    func catchUp() throws {
        var (epoch, known) = state.withLock { ($0.epoch, $0.mark) }
        state.withLock { $0.mark = nil }
        try store.read { snapshot in
            let head = try snapshot.head()
            if known == nil || epoch != head.epoch {
                epoch = head.epoch
                known = try mirror.end(of: epoch) ?? .start
                try Self.check(known ?? .start, in: snapshot, head)
            }
            var mark = known ?? .start
            while let batch = try Self.batch(after: mark, head, from: snapshot) {
                try mirror.append(batch, epoch: epoch)
                mark = batch.mark
            }
            state.withLock { $0 = State(epoch: epoch, mark: mark) }
        }
    }

    private static func check(_ mark: MirrorMark, in snapshot: any StoreSnapshot, _ head: JournalHead) throws {
        guard mark.position <= head.position else {
            throw StoreFailure(
                .mirror,
                "the mirror goes to position \(mark.position), the database only to \(head.position): it was put back")
        }
        guard try mark.position == 0 || snapshot.entry(at: mark.position)?.leaf == mark.leaf else {
            throw StoreFailure(.mirror, "the mirror holds another journal than the database at \(mark.position)")
        }
    }

    /// The next batch; nil when the mirror has everything.
    private static func batch(
        after mark: MirrorMark, _ head: JournalHead, from snapshot: any StoreSnapshot
    ) throws -> MirrorBatch? {
        let attachments = try snapshot.attachments(afterRow: mark.attachmentRow, limit: MirrorLimits.attachments)
        let bundles = try snapshot.bundles(afterRow: mark.bundleRow, limit: MirrorLimits.bundles)
        // Entries come after their bundles: while there may be more of these, none goes.
        let hasAllBundles = bundles.count < MirrorLimits.bundles
        let entries = hasAllBundles ? try entries(after: mark.position, from: snapshot) : []
        guard !attachments.isEmpty || !entries.isEmpty || !bundles.isEmpty else { return nil }
        return MirrorBatch(
            bundles: bundles.map(\.bytes), attachments: attachments.map(\.attachment), entries: entries.map(\.bytes),
            mark: MirrorMark(
                position: entries.last?.position ?? mark.position, leaf: entries.last?.leaf ?? mark.leaf,
                bundleRow: bundles.last?.row ?? mark.bundleRow,
                attachmentRow: attachments.last?.row ?? mark.attachmentRow))
    }

    /// Entries of whole bundles: the last bundle is left to the next batch when it may have more.
    private static func entries(after position: Int, from snapshot: any StoreSnapshot) throws -> [StoredEntry] {
        var entries = try snapshot.entries(after: position, limit: MirrorLimits.entries)
        guard entries.count == MirrorLimits.entries, let last = entries.last else { return entries }
        entries.removeAll { $0.instance == last.instance && $0.bundle == last.bundle }
        return entries
    }
}
