/// The best four edges of each staff member when her row was last read, and what the fifth was worth then.
///
/// Prices only rise in an auction, so that the best of the four is the best of all while it is worth more than the fifth was.
/// Four in ten bids are answered from here without reading the row.
struct BidCache {
    static let width = 4
    static let nothing = Int64.min / 4

    /// [staff × 4]
    let entries: UnsafeMutablePointer<EdgeRows.Entry>
    /// [staff] entries kept; 0 before the row is read.
    let counts: UnsafeMutablePointer<UInt8>
    /// [staff] no edge outside of the cache is worth more.
    let bounds: UnsafeMutablePointer<Int64>

    init(staff: Int) {
        entries = .allocate(capacity: max(staff * Self.width, 1))
        counts = .filled(0, staff)
        bounds = .allocate(capacity: max(staff, 1))
    }

    func deallocate() {
        entries.deallocate()
        counts.deallocate()
        bounds.deallocate()
    }

    /// Reads a staff member's row at the prices of now; scores count `scale`-fold.
    @inline(__always)
    func fill(_ staff: Int, _ rows: EdgeRows, _ price: UnsafeMutablePointer<Int64>, scale: Int64 = 1) {
        let begin = rows.entries + Int(rows.starts[staff])
        let count = Int(rows.counts[staff])
        let kept = entries + staff &* Self.width
        var worth = (Self.nothing, Self.nothing, Self.nothing, Self.nothing)
        var fifth = Self.nothing
        for place in 0..<count {
            let entry = begin[place]
            let value = Int64(entry.score) &* scale &- price[Int(entry.other)]
            guard value > worth.3 else {
                fifth = max(fifth, value)
                continue
            }
            fifth = max(fifth, worth.3)
            if value > worth.1 {
                worth.3 = worth.2
                kept[3] = kept[2]
                worth.2 = worth.1
                kept[2] = kept[1]
                if value > worth.0 {
                    worth.1 = worth.0
                    kept[1] = kept[0]
                    worth.0 = value
                    kept[0] = entry
                } else {
                    worth.1 = value
                    kept[1] = entry
                }
            } else if value > worth.2 {
                worth.3 = worth.2
                kept[3] = kept[2]
                worth.2 = value
                kept[2] = entry
            } else {
                worth.3 = value
                kept[3] = entry
            }
        }
        counts[staff] = UInt8(truncatingIfNeeded: min(count, Self.width))
        bounds[staff] = fifth
    }
}
