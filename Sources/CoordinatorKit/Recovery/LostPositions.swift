/// Positions of a life of the coordinator that nobody handed in.
public struct LostPositions: Equatable, Sendable {
    /// The life, by the epoch that it was in when it ended.
    public var epoch: Int
    public var positions: ClosedRange<Int>

    public init(epoch: Int, positions: ClosedRange<Int>) {
        self.epoch = epoch
        self.positions = positions
    }
}
