/// What became of a life of the coordinator that a restore has ended: the journal after the cut, of which nothing counts any
/// more unless it is decided again.
struct Life {
    /// The epoch that it was in.
    var epoch: Int
    /// The epoch that the restore began.
    var successor: Int
    /// The last position up to which the lives are the same.
    var cut: Int
    /// The lines after the cut.
    var lost: [JournalLine]
}
