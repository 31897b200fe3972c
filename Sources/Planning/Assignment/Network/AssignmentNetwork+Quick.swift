/// The quick engine: a forward auction without an epsilon (Bertsekas 1979, 1988).
///
/// Everybody bids for the post that is worth most to her and raises its price until the second best is worth as much; who is
/// outbid bids again. Prices start level and no post falls vacant again, so that the invariants hold throughout. Who has two
/// equally good posts, both held, waits for a forward search instead of bidding nothing for ever.
extension AssignmentNetwork {
    /// Bids for each staff member, at most; the rest is left to the searches.
    private static let bidsEach = 20

    /// Places staff on posts from level prices; floors and quotas are not looked at. Who remains without a post is left.
    func bidAll() {
        let cache = BidCache(staff: staffCount)
        defer { cache.deallocate() }
        var waiting = UnsafeMutablePointer<Int32>.allocate(capacity: max(staffCount, 1))
        var outbid = UnsafeMutablePointer<Int32>.allocate(capacity: max(staffCount, 1))
        defer {
            waiting.deallocate()
            outbid.deallocate()
        }
        for staff in 0..<staffCount {
            waiting[staff] = Int32(truncatingIfNeeded: staff)
        }
        var waitingCount = staffCount
        var bids = Self.bidsEach * staffCount
        while waitingCount > 0, bids > 0 {
            var displaced = 0
            bids -= waitingCount
            for place in 0..<waitingCount {
                let last = bid(Int(waiting[place]), cache)
                if last >= 0 {
                    outbid[displaced] = last
                    displaced &+= 1
                }
            }
            swap(&waiting, &outbid)
            waitingCount = displaced
        }
        for post in 0..<postCount where holder[post] >= 0 {
            count(above: post, 1)
        }
    }

    /// One bid; who was outbid by it, or -1.
    @inline(__always)
    private func bid(_ staff: Int, _ cache: BidCache) -> Int32 {
        let kept = cache.entries + staff &* BidCache.width
        var isRead = false
        while true {
            var (best, second) = (BidCache.nothing, BidCache.nothing)
            var choice = -1
            for place in 0..<Int(cache.counts[staff]) {
                let value = Int64(kept[place].score) &- price[Int(kept[place].other)]
                if value > best {
                    second = best
                    best = value
                    choice = Int(kept[place].other)
                } else if value > second {
                    second = value
                }
            }
            let bound = cache.bounds[staff]
            guard isRead || (choice >= 0 && best > bound) else {
                cache.fill(staff, rows, price)
                isRead = true
                continue
            }
            guard choice >= 0 else { return -1 }
            second = max(second, bound)
            return take(staff, choice, best, second, kept, Int(cache.counts[staff]))
        }
    }

    @inline(__always)
    private func take(
        _ staff: Int, _ choice: Int, _ best: Int64, _ second: Int64, _ kept: UnsafeMutablePointer<EdgeRows.Entry>,
        _ count: Int
    ) -> Int32 {
        var post = choice
        var worth = best
        if best == second || second == BidCache.nothing {
            if holder[post] >= 0 {
                var place = 0
                while place < count {
                    let other = Int(kept[place].other)
                    if holder[other] < 0, Int64(kept[place].score) &- price[other] == best { break }
                    place &+= 1
                }
                guard place < count else { return -1 }
                post = Int(kept[place].other)
            }
        } else {
            price[post] &+= best &- second
            worth = second
        }
        let last = holder[post]
        holder[post] = Int32(truncatingIfNeeded: staff)
        seat[staff] = Int32(truncatingIfNeeded: post)
        profit[staff] = worth
        if last >= 0 {
            seat[Int(last)] = Self.unplaced
        }
        return last
    }
}
