import Negotiation
import SyncProtocol

/// What one group commit, or a stretch of several, added to the coordinator's store, as the mirror keeps it.
///
/// A bundle stands in the batch of its entries or in an earlier one, and its entries in one batch.
public struct MirrorBatch: Equatable, Sendable {
    /// Bundles in their exact bytes, in the order in which they came.
    public var bundles: [[UInt8]]
    public var attachments: [Attachment]
    /// Journal entries in their exact bytes, with positions without a gap.
    public var entries: [[UInt8]]
    /// Where the store stood after it.
    public var mark: MirrorMark

    public init(bundles: [[UInt8]] = [], attachments: [Attachment] = [], entries: [[UInt8]] = [], mark: MirrorMark) {
        self.bundles = bundles
        self.attachments = attachments
        self.entries = entries
        self.mark = mark
    }
}
