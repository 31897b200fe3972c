import StrictJSON

/// The journal's end as a node has seen it: a later one proves that the coordinator was put back.
public struct Head: Equatable, Comparable, Sendable {
    /// Counts the coordinator's lives between two restores, from 1.
    public var epoch: Int
    /// The last entry's position; 0 in an empty journal.
    public var position: Int

    /// The hash of the tree over all entries up to the position, as 64 hexadecimal digits; wire 1 has none.
    public var root: String?

    /// A position in an epoch.
    public init(epoch: Int, position: Int, root: String? = nil) {
        self.epoch = epoch
        self.position = position
        self.root = root
    }

    /// `{"epoch","position","root"?}`
    public var json: JSONValue {
        var members: [(String, JSONValue)] = [("epoch", .integer(epoch)), ("position", .integer(position))]
        if let root {
            members.append(("root", .string(root)))
        }
        return .object(members)
    }

    /// Reads the object above, as a message has it. Throws `JSONError`.
    public init(reading json: JSON) throws {
        epoch = try json.requiredInteger("epoch", in: 1...JSON.integerRange.upperBound)
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
        root = json["root"] == nil ? nil : try json.requiredHash("root")
    }

    /// An epoch that came later has the later heads, whatever their positions.
    public static func < (left: Head, right: Head) -> Bool {
        (left.epoch, left.position) < (right.epoch, right.position)
    }
}
