/// How many growth moves a round wanted and how many came.
public struct GrowthCount: Hashable, Sendable {
    public let wanted: Int
    public let came: Int
    /// Moves of which missing data does not let anybody say it: neither counted nor passed over in silence.
    public let unknown: Int

    public init(wanted: Int, moves: [Growth]) {
        self.wanted = max(wanted, 0)
        came = moves.count { $0.isGrowthMove == true }
        unknown = moves.count { $0.isGrowthMove == nil }
    }

    public var isReached: Bool { came >= wanted }
}
