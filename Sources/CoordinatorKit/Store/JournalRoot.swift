import SyncProtocol

/// The tree's root after a group of decisions: what a reply of that moment stated, and so what a node may come back with.
public struct JournalRoot: Equatable, Sendable {
    public var epoch: Int
    /// The group's last position, which is the tree's size.
    public var position: Int
    /// The last day up to there, "YYYY-MM-DD".
    public var day: String?
    /// 32 bytes.
    public var hash: [UInt8]

    public init(epoch: Int, position: Int, day: String?, hash: [UInt8]) {
        self.epoch = epoch
        self.position = position
        self.day = day
        self.hash = hash
    }

    /// As replies state it.
    public var head: Head {
        Head(epoch: epoch, position: position, root: Hex.encode(hash))
    }
}
