import StrictJSON

/// How far a node's replica has come. The node stores it in the transaction of the records that it covers and sends it back
/// as it came.
public struct Cursor: Equatable, Sendable {
    /// The epoch of the journal that ``position`` and ``start`` count in.
    public var epoch: Int
    /// Everything up to this position is in the replica.
    public var position: Int
    /// The head when the first page was read: what was lost before it was never sent, and so is not retracted.
    public var start: Int

    /// A place in a journal.
    public init(epoch: Int, position: Int, start: Int) {
        self.epoch = epoch
        self.position = position
        self.start = start
    }

    /// `{"epoch","position","start"}`
    public var json: JSONValue {
        .object([("epoch", .integer(epoch)), ("position", .integer(position)), ("start", .integer(start))])
    }

    /// Reads the object above, as a message has it. Throws `JSONError`.
    public init(reading json: JSON) throws {
        epoch = try json.requiredInteger("epoch", in: 1...JSON.integerRange.upperBound)
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
        start = try json.requiredInteger("start", in: 0...JSON.integerRange.upperBound)
    }
}
