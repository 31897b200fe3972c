/// One life of the coordinator after a restore: where it parts from the lives before it.
public struct JournalEpoch: Equatable, Sendable {
    /// From 2: the first life has no beginning of its own.
    public var epoch: Int
    /// The last position that this life has in common with the one before it.
    public var cut: Int
    /// The position of its `epoch.begin`.
    public var position: Int

    public init(epoch: Int, cut: Int, position: Int) {
        self.epoch = epoch
        self.cut = cut
        self.position = position
    }
}

extension [JournalEpoch] {
    /// The last position that a reader of an earlier epoch has in common with the last of these; nil when they were never
    /// one journal: an epoch that is not older than all of them, or one that this journal was not in, because it was restored
    /// from a backup of before.
    func cut(since epoch: Int) -> Int? {
        guard epoch <= 1 || contains(where: { $0.epoch == epoch }) else { return nil }
        return filter { $0.epoch > epoch }.map(\.cut).min()
    }
}
