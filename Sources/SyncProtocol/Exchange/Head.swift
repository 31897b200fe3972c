import StrictJSON

/// The journal's end as a node has seen it: a later one proves that the coordinator was put back.
public struct Head: Equatable, Comparable, Sendable {
    /// Counts the coordinator's lives between two restores, from 1.
    public var epoch: Int
    /// The last entry's position; 0 in an empty journal.
    public var position: Int

    /// A position in an epoch.
    public init(epoch: Int, position: Int) {
        self.epoch = epoch
        self.position = position
    }

    /// `{"epoch","position"}`
    public var json: JSONValue {
        .object([("epoch", .integer(epoch)), ("position", .integer(position))])
    }

    /// Reads the object above, as a message has it. Throws `JSONError`.
    public init(reading json: JSON) throws {
        epoch = try json.requiredInteger("epoch", in: 1...JSON.integerRange.upperBound)
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
    }

    /// An epoch that came later has the later heads, whatever their positions.
    public static func < (left: Head, right: Head) -> Bool {
        (left.epoch, left.position) < (right.epoch, right.position)
    }
}
