/// How far a mirror goes in the store that it follows.
public struct MirrorMark: Equatable, Sendable {
    /// The store before its first entry.
    public static let start = MirrorMark(position: 0, leaf: [], bundleRow: 0, attachmentRow: 0)

    /// The last entry's position, 0 before the first.
    public var position: Int
    /// The leaf of that entry, which tells one history from another; empty before the first.
    public var leaf: [UInt8]
    /// The last bundle and the last attachment, in the order in which the store keeps them.
    public var bundleRow: Int
    public var attachmentRow: Int

    public init(position: Int, leaf: [UInt8], bundleRow: Int, attachmentRow: Int) {
        self.position = position
        self.leaf = leaf
        self.bundleRow = bundleRow
        self.attachmentRow = attachmentRow
    }
}
