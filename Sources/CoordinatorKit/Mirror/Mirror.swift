/// A second place for everything that the coordinator has answered from, so that the loss of its disk loses nothing.
///
/// Each epoch has a sequence of batches of its own, which begins with the whole journal: after a restore the old one stays
/// as it was. One writer at a time. Every failure is a ``StoreFailure``.
public protocol Mirror: Sendable {
    /// The epochs that have a batch, in order.
    func epochs() throws -> [Int]

    /// Where the last whole batch of the epoch ends; nil before the first. What a crash left half-written behind it is
    /// removed, so that the next batch can follow. Throws `mirror` for any other damage.
    func end(of epoch: Int) throws -> MirrorMark?

    /// Adds a batch; durable on return. After a throw it may be there or not: ask for the end before the next one.
    func append(_ batch: MirrorBatch, epoch: Int) throws

    /// Gives the batches of the epoch in order. A half-written last one is left out; any other damage throws `mirror`.
    func read(_ epoch: Int, _ body: (MirrorBatch) throws -> Void) throws
}
