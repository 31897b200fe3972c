/// Where the journal stands. Positions come from here and nowhere else.
public struct JournalHead: Equatable, Sendable {
    public var epoch: Int
    /// The last position taken; 0 before the first entry.
    public var position: Int
    /// The last journaled day, "YYYY-MM-DD".
    public var day: String?

    public init(epoch: Int, position: Int, day: String?) {
        self.epoch = epoch
        self.position = position
        self.day = day
    }
}
