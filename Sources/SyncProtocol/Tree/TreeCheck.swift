/// Checking proofs (RFC 9162 sections 2.1.3.2 and 2.1.4.2) with nothing but hashes. Any numbers and any bytes may come in.
public enum TreeCheck {
    /// Whether the entry with this leaf hash stands at `index` (from 0) in the tree of `size` entries with this root.
    public static func includes(
        leaf: [UInt8], index: Int, size: Int, root: [UInt8], proof: [[UInt8]]
    ) -> Bool {
        guard 0 <= index, index < size, areHashes(proof + [leaf, root]) else { return false }
        var (place, last) = (index, size - 1)
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                hash = TreeHash.node(sibling, hash)
                while place & 1 == 0, place > 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = TreeHash.node(hash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Whether the tree of `size` entries with `root` begins with the tree of `old` entries with `oldRoot`.
    ///
    /// One tree is consistent with itself by an empty proof, and every tree with the one without entries.
    public static func extends(
        old: Int, oldRoot: [UInt8], size: Int, root: [UInt8], proof: [[UInt8]]
    ) -> Bool {
        guard 0 <= old, old <= size, areHashes(proof + [oldRoot, root]) else { return false }
        guard old > 0 else { return proof.isEmpty && oldRoot == TreeHash.empty }
        guard old < size else { return proof.isEmpty && oldRoot == root }
        // The hash of a perfect old tree is not repeated in the proof.
        var path = (old & (old - 1) == 0 ? [oldRoot] : []) + proof
        guard !path.isEmpty else { return false }
        var (place, last) = (old - 1, size - 1)
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        let first = path.removeFirst()
        var (before, after) = (first, first)
        for sibling in path {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                before = TreeHash.node(sibling, before)
                after = TreeHash.node(sibling, after)
                while place & 1 == 0, place > 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                after = TreeHash.node(after, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && before == oldRoot && after == root
    }

    private static func areHashes(_ values: [[UInt8]]) -> Bool {
        values.allSatisfy { $0.count == TreeHash.byteCount }
    }
}
