/// What a region goes through when it has settled: situations of hours and days that chance does not bring about in a run
/// of weeks, in which nothing else goes wrong.
enum Trial: String, CaseIterable {
    /// The coordinator is out for a while, and comes back.
    case outage
    /// The coordinator is restored, and everybody hands in.
    case returns
    /// A new node's first sync goes over a bad line.
    case slowLine = "slow-line"
    /// One machine is told nothing new any more.
    case stall
    /// The coordinator tells two agencies different stories.
    case twoStories = "two-stories"

    private static let weighted: [(element: Trial?, weight: Int)] = [
        (nil, 2), (.outage, 2), (.returns, 2), (.slowLine, 2), (.stall, 4), (.twoStories, 1),
    ]

    /// The one of this seed; nil for none.
    static func draw(_ seed: UInt64) -> Trial? {
        var dice = SeededGenerator(seed: seed, stream: 4)
        return dice.pick(weighted: weighted)
    }
}
