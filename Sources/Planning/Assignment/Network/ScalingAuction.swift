/// The robust engine: an auction with a falling epsilon over posts, groups and the whole (Bertsekas and Castañon 1989, extended
/// by prices for floors).
///
/// Scores count 64-fold. In each phase staff bid b1 − b2 + epsilon; epsilon falls eightfold from phase to phase, down to 1. A group
/// takes its floor in; one more must be worth more than the cheapest that it has, or than the price of a place above the floors,
/// of which there are (staff − Σ floors) in all groups together. That price stands at the root. Who is outbid in a post, in a
/// group or in the whole bids again. From phase to phase only those begin anew whose post is no longer within the new epsilon of
/// their best; their posts stay reserved, so that the counts of groups stay balanced.
///
/// At the end prices are cut to whole scores, where the fewest prices stand; whoever is then not at her best post is left for the
/// searches. Only for groups without quotas and groups above, with Σ floors ≤ staff. On input without a plan the prices would
/// climb for ever: bids are limited, and the caller begins anew with the searches, which find out why.
struct ScalingAuction {
    private static let scale: Int64 = 64
    private static let divisor: Int64 = 8
    /// Good runs need 14 to 50.
    private static let bidsEach = 250

    private let network: AssignmentNetwork
    private let cache: BidCache
    private var free: [Int32] = []
    private var sink = SinkHeap()
    /// Holders above the floors: how many are there, and how many can be.
    private var above = 0
    private let room: Int
    private var epsilon: Int64 = 1
    /// What somebody with a single post raises its price by.
    private var widest: Int64 = 1
    private var bids: Int

    /// Places all staff with prices near the best; who is not at her best post is taken off it again, with the post reserved. False
    /// when bids ran out: then nothing is placed and prices are level.
    static func run(_ network: AssignmentNetwork) -> Bool {
        var auction = ScalingAuction(network)
        defer { auction.cache.deallocate() }
        guard auction.runPhases() else {
            network.clear()
            return false
        }
        auction.round()
        return true
    }

    private init(_ network: AssignmentNetwork) {
        self.network = network
        cache = BidCache(staff: network.staffCount)
        room = network.staffCount - (0..<network.groupCount).reduce(0) { $0 + Int(network.minimum[$1]) }
        bids = Self.bidsEach * network.staffCount + 10_000
        network.clear()
    }

    private mutating func runPhases() -> Bool {
        let range = network.scoreRange
        widest = (range + 1) * Self.scale
        epsilon = max(range, 1)
        free = (0..<network.staffCount).reversed().map(Int32.init)
        while true {
            while let staff = free.popLast() {
                bids -= 1
                guard bids > 0 else { return false }
                guard bid(Int(staff)) else { return false }
            }
            levelGroups()
            guard epsilon > 1 else { return true }
            epsilon = max(epsilon / Self.divisor, 1)
            begin()
        }
    }

    /// One bid; false for somebody without an edge.
    private mutating func bid(_ staff: Int) -> Bool {
        let (price, holder) = (network.price, network.holder)
        let kept = cache.entries + staff &* BidCache.width
        var isRead = false
        while true {
            var (best, second) = (BidCache.nothing, BidCache.nothing)
            var post = -1
            for place in 0..<Int(cache.counts[staff]) {
                let entry = kept[place]
                let value = Int64(entry.score) &* Self.scale &- price[Int(entry.other)]
                if value > best {
                    second = best
                    best = value
                    post = Int(entry.other)
                } else if value > second {
                    second = value
                }
            }
            let bound = cache.bounds[staff]
            guard isRead || (post >= 0 && best > bound) else {
                cache.fill(staff, network.rows, price, scale: Self.scale)
                isRead = true
                continue
            }
            guard post >= 0 else { return false }
            // A vacant post costs what its group costs now.
            if holder[post] == AssignmentNetwork.vacant, case let entry = entryPrice(Int(network.above[post])),
                price[post] < entry
            {
                price[post] = entry
                isRead = false
                continue
            }
            second = max(second, bound)
            price[post] &+= second == BidCache.nothing ? widest : best &- second &+ epsilon
            take(post, staff)
            return true
        }
    }

    /// The price of one more holder in a group.
    @inline(__always)
    private func entryPrice(_ group: Int) -> Int64 {
        isAboveFloor(group) ? network.price[network.root] : network.price[group]
    }

    @inline(__always)
    private func isAboveFloor(_ group: Int) -> Bool {
        network.holders[group &- network.postCount] > network.minimum[group &- network.postCount]
    }

    @inline(__always)
    private mutating func take(_ post: Int, _ staff: Int) {
        let last = network.holder[post]
        network.holder[post] = Int32(truncatingIfNeeded: staff)
        network.seat[staff] = Int32(truncatingIfNeeded: post)
        if last >= 0 {
            network.seat[Int(last)] = AssignmentNetwork.unplaced
            free.append(last)
        } else if last == AssignmentNetwork.vacant {
            enter(post)
        }
    }

    /// A vacant post has found a holder: its group has one more, and perhaps one too many.
    private mutating func enter(_ post: Int) {
        let group = Int(network.above[post])
        let index = group - network.postCount
        let wasAboveFloor = isAboveFloor(group)
        network.holders[index] += 1
        guard network.holders[index] > network.minimum[index] else { return }
        if wasAboveFloor {
            sink.push(SinkHeap.Entry(price: network.price[post], post: Int32(truncatingIfNeeded: post)))
        } else {
            let (cheapest, first, second) = cheapestTwo(index)
            let top = network.price[network.root]
            guard first >= top else {
                evict(cheapest)
                network.price[group] = min(second &+ epsilon, top)
                return
            }
            pushAll(index)
        }
        above += 1
        while above > room {
            evictFromSink()
        }
    }

    private func cheapestTwo(_ index: Int) -> (post: Int, first: Int64, second: Int64) {
        var (cheapest, first, second) = (-1, Int64.max / 2, Int64.max / 2)
        for place in Int(network.postsOf.starts[index])..<Int(network.postsOf.starts[index + 1]) {
            let post = Int(network.postsOf.members[place])
            guard network.holder[post] != AssignmentNetwork.vacant else { continue }
            let price = network.price[post]
            if price < first {
                second = first
                first = price
                cheapest = post
            } else if price < second {
                second = price
            }
        }
        return (cheapest, first, second)
    }

    private mutating func pushAll(_ index: Int) {
        for place in Int(network.postsOf.starts[index])..<Int(network.postsOf.starts[index + 1]) {
            let post = network.postsOf.members[place]
            if network.holder[Int(post)] != AssignmentNetwork.vacant {
                sink.push(SinkHeap.Entry(price: network.price[Int(post)], post: post))
            }
        }
    }

    /// The post falls vacant; its holder bids again.
    private mutating func evict(_ post: Int) {
        let staff = network.holder[post]
        network.holder[post] = AssignmentNetwork.vacant
        network.holders[Int(network.above[post]) - network.postCount] -= 1
        if staff >= 0 {
            network.seat[Int(staff)] = AssignmentNetwork.unplaced
            free.append(staff)
        }
    }

    /// The cheapest place above the floors is given up; such a place then costs more than the next cheapest.
    private mutating func evictFromSink() {
        guard let cheapest = cheapestInSink() else { preconditionFailure("holders above the floors are in the heap") }
        sink.removeFirst()
        let group = Int(network.above[Int(cheapest.post)])
        evict(Int(cheapest.post))
        above -= 1
        let next = cheapestInSink()?.price ?? cheapest.price
        network.price[network.root] = max(network.price[network.root], next &+ epsilon)
        if !isAboveFloor(group) {
            network.price[group] = network.price[network.root]
        }
    }

    /// The first entry that is true; old ones are dropped or renewed.
    private mutating func cheapestInSink() -> SinkHeap.Entry? {
        while let entry = sink.first {
            let post = Int(entry.post)
            if network.holder[post] == AssignmentNetwork.vacant || !isAboveFloor(Int(network.above[post])) {
                sink.removeFirst()
            } else if entry.price < network.price[post] {
                sink.removeFirst()
                sink.push(SinkHeap.Entry(price: network.price[post], post: entry.post))
            } else {
                return entry
            }
        }
        return nil
    }

    /// Lowers the prices of groups and root to what their posts bear, and vacant posts to their group's.
    private func levelGroups() {
        let price = network.price
        var top = price[network.root]
        var cheapest = [Int64](repeating: .max, count: network.groupCount)
        for post in 0..<network.postCount where network.holder[post] != AssignmentNetwork.vacant {
            let group = Int(network.above[post])
            cheapest[group - network.postCount] = min(cheapest[group - network.postCount], price[post])
        }
        for index in 0..<network.groupCount where isAboveFloor(network.postCount + index) {
            top = min(top, cheapest[index])
        }
        price[network.root] = top
        for index in 0..<network.groupCount {
            let group = network.postCount + index
            price[group] = isAboveFloor(group) ? top : min(price[group], cheapest[index], top)
        }
        for post in 0..<network.postCount where network.holder[post] == AssignmentNetwork.vacant {
            price[post] = price[Int(network.above[post])]
        }
    }

    /// A phase begins: who is not within the new epsilon of her best bids again.
    private mutating func begin() {
        for staff in (0..<network.staffCount).reversed() {
            cache.fill(staff, network.rows, network.price, scale: Self.scale)
            let post = Int(network.seat[staff])
            let kept = cache.entries[staff * BidCache.width]
            let best = Int64(kept.score) &* Self.scale &- network.price[Int(kept.other)]
            let score = Int64(network.rows.score(staff, post) ?? 0)
            if score &* Self.scale &- network.price[post] < best &- epsilon {
                network.unseat(staff)
                free.append(Int32(staff))
            }
        }
        sink.removeAll()
        for index in 0..<network.groupCount where isAboveFloor(network.postCount + index) {
            pushAll(index)
        }
    }

    /// Cuts prices to whole scores at the residue where the fewest stand.
    private func round() {
        var residues = [Int](repeating: 0, count: Int(Self.scale))
        for post in 0..<network.postCount where network.holder[post] != AssignmentNetwork.vacant {
            residues[Int(network.price[post] & (Self.scale - 1))] += 1
        }
        let rarest = Int64(residues.indices.min { residues[$0] < residues[$1] } ?? 0)
        // The cut is just above the rarest residue: only who stands there can lose a whole score to others.
        for node in 0..<network.nodeCount {
            network.price[node] = (network.price[node] - rarest - 1) >> Int64(Self.scale.trailingZeroBitCount)
        }
        network.holders[network.groupCount] = Int32(network.staffCount)
        for staff in 0..<network.staffCount {
            let post = Int(network.seat[staff])
            let worth = Int64(network.rows.score(staff, post) ?? 0) - network.price[post]
            if let best = network.bestProfit(staff), worth < best {
                network.unseat(staff)
            } else {
                network.profit[staff] = worth
            }
        }
    }
}
