/// The right edge of the tree: all that is needed to append and to know the root.
///
/// The first entries of any number fall into perfect subtrees of falling size, one for each bit of the number; these are
/// their hashes. Appending takes one hash on average, the root one for each bit: at most 53.
public struct TreeFrontier: Equatable, Sendable {
    /// How many entries the tree has.
    public private(set) var size = 0
    /// The subtrees' hashes, the largest first. hashes.count == size.nonzeroBitCount
    public private(set) var hashes: [[UInt8]] = []

    /// The tree without entries.
    public init() {}

    /// A stored edge; nil when the bytes are not those of a tree of this size.
    public init?(size: Int, bytes: [UInt8]) {
        guard size >= 0, bytes.count == size.nonzeroBitCount * TreeHash.byteCount else { return nil }
        self.size = size
        hashes = stride(from: 0, to: bytes.count, by: TreeHash.byteCount).map { start in
            Array(bytes[start..<start + TreeHash.byteCount])
        }
    }

    /// The edge of the first `size` entries of a tree.
    public init(size: Int, of source: some TreeSource) throws {
        self.size = size
        var start = 0
        for level in (0..<Int.bitWidth - 1).reversed() where size >> level & 1 == 1 {
            hashes.append(try source.hash(level: level, index: start >> level))
            start += 1 << level
        }
    }

    /// The hashes one after the other, for ``init(size:bytes:)``.
    public var bytes: [UInt8] {
        Array(hashes.joined())
    }

    /// Appends a leaf.
    public mutating func append(_ leaf: [UInt8]) {
        append(leaf) { _, _, _ in }
    }

    /// Appends a leaf and hands over every perfect subtree above it that it completes, from level 1 upwards.
    public mutating func append(
        _ leaf: [UInt8], completed: (_ level: Int, _ index: Int, _ hash: [UInt8]) throws -> Void
    ) rethrows {
        var hash = leaf
        var level = 0
        var edge = hashes
        while size >> level & 1 == 1 {
            hash = TreeHash.node(edge.removeLast(), hash)
            level += 1
            try completed(level, size >> level, hash)
        }
        edge.append(hash)
        hashes = edge
        size += 1
    }

    /// The hash over all entries; ``TreeHash/empty`` without any.
    public var root: [UInt8] {
        guard let last = hashes.last else { return TreeHash.empty }
        return hashes.dropLast().reversed().reduce(last) { TreeHash.node($1, $0) }
    }
}
