import SyncProtocol

/// How a coordinator treats its callers.
public struct CoordinatorSettings: Sendable {
    public var commit: CommitLimits
    /// When a node whose view is complete should come back, in seconds: 1 to the limit of the wire.
    public var paceSeconds: Int
    /// Bytes of bodies and attachments in one page. A page ends before the position that would go over it, and a position
    /// goes over it alone at most. In JSON each byte takes up to two, so a reply stays under `Limits.replyBytes`.
    public var pageBytes: Int
    /// Attachments in one page. A page ends before the position that would go over it: many records that name many small
    /// attachments must not add up to a reply that no node reads.
    public var pageAttachments: Int

    public init(
        commit: CommitLimits = CommitLimits(), paceSeconds: Int = 900, pageBytes: Int = 8 << 20,
        pageAttachments: Int = Limits.pageChanges
    ) {
        self.commit = commit
        self.paceSeconds = min(max(paceSeconds, 1), Limits.nextSeconds.upperBound)
        self.pageBytes = pageBytes
        self.pageAttachments = min(max(pageAttachments, 0), Limits.pageChanges)
    }
}
