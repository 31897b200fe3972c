/// The best plan with its prices: who serves where, and the proof that no plan is better.
///
/// `posts` of everybody, prices of posts and groups and a profit for everybody satisfy (``AssignmentProblem/violation(of:)``):
///
///     profit[i] = score(i, post) − price[post] at her own post, and at least that at every post that she may hold
///     price[post] ≥ price[group], equal where the post is vacant
///     price[group] < price[above] only where the group has just its minimum, > only where it has just its maximum
///
/// Then `total` = Σ profits + Σ (price of post − price of its group) + Σ (price of group − price above) × its bound, which no
/// plan can pass. A post's price says what holding it is worth to the city; a group's price below that of the group above is
/// what its floor costs for one holder, and above it what its quota costs.
public struct AssignmentPlan: Equatable, Sendable {
    /// [staff] the post of each.
    public var posts: [Int32]
    /// [post]
    public var postPrices: [Int64]
    /// [group] a top group is compared with 0.
    public var groupPrices: [Int64]
    /// [staff]
    public var profits: [Int64]
    /// The sum of scores.
    public var total: Int64

    public init(
        posts: [Int32], postPrices: [Int64], groupPrices: [Int64], profits: [Int64], total: Int64
    ) {
        self.posts = posts
        self.postPrices = postPrices
        self.groupPrices = groupPrices
        self.profits = profits
        self.total = total
    }

    /// [post] the holder of each; nil where it is vacant.
    public var holders: [Int32?] {
        var holders = [Int32?](repeating: nil, count: postPrices.count)
        for (staff, post) in posts.enumerated() {
            holders[Int(post)] = Int32(staff)
        }
        return holders
    }
}
