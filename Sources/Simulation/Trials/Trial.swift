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
        (nil, 8), (.outage, 1), (.returns, 1), (.slowLine, 1), (.stall, 2), (.twoStories, 1),
    ]

    /// The one of this seed; nil for none, as where days run out. A planted bug that shows in one only is put to it in every seed.
    static func draw(_ seed: UInt64, for plant: Plant?) -> Trial? {
        if let trial = plant?.trial { return trial }
        guard !seed.isMultiple(of: 4) else { return nil }
        var dice = SeededGenerator(seed: seed, stream: 4)
        return dice.pick(weighted: weighted)
    }
}

extension Plant {
    fileprivate var trial: Trial? {
        switch self {
        case .backOffIgnored: .outage
        case .retryAfterIgnored: .returns
        case .pageNeverShrinks, .cursorNotKept: .slowLine
        case .alarmSuppressed: .stall
        case .forkForgotten: .twoStories
        default: nil
        }
    }
}
