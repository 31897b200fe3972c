extension AssignmentPlan {
    /// The plan and its prices, which prove it, as lines:
    ///
    ///     t TOTAL                  first line: the sum of scores
    ///     a STAFF POST PROFIT      who gets which post, and her profit
    ///     v POST PRICE
    ///     y UNIT PRICE
    ///
    /// What they must satisfy stands at ``AssignmentPlan``. The lines come in pieces of some 64 KiB.
    public func writeText(_ take: ([UInt8]) throws -> Void) rethrows {
        var text = AssignmentText()
        text.add("t", Int(total))
        for (staff, post) in posts.enumerated() {
            text.add("a", staff, Int(post), Int(profits[staff]))
            try text.hand(to: take)
        }
        for (post, price) in postPrices.enumerated() {
            text.add("v", post, Int(price))
            try text.hand(to: take)
        }
        for (group, price) in groupPrices.enumerated() {
            text.add("y", group, Int(price))
        }
        try text.hand(to: take, isLast: true)
    }
}
