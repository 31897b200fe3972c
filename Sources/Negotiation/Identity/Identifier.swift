/// A UUID that names one kind of thing: a record's id cannot be passed where a node's is asked for.
public struct Identifier<Subject: Sendable>: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let uuid: UUIDBytes

    public init(_ uuid: UUIDBytes) {
        self.uuid = uuid
    }

    /// Reads the lowercase text form 8-4-4-4-12; nil when it is anything else.
    public init?(text: String) {
        guard let uuid = UUIDBytes(text: text) else { return nil }
        self.uuid = uuid
    }

    /// Takes exactly 16 bytes; nil for any other count.
    public init?(bytes: some Collection<UInt8>) {
        guard let uuid = UUIDBytes(bytes: bytes) else { return nil }
        self.uuid = uuid
    }

    public var text: String { uuid.text }
    public var bytes: [UInt8] { uuid.bytes }
    public var description: String { uuid.text }

    public static func < (left: Self, right: Self) -> Bool {
        left.uuid < right.uuid
    }
}

public enum RecordSubject: Sendable {}
public enum OperationSubject: Sendable {}
public enum NodeSubject: Sendable {}
public enum InstanceSubject: Sendable {}

/// Names a record; the record that an operation creates has the operation's id.
public typealias RecordID = Identifier<RecordSubject>
/// Names an operation, a UUIDv7 made by the node that recorded it.
public typealias OperationID = Identifier<OperationSubject>
/// Names a machine of an agency, given by the coordinator when it joined.
public typealias NodeID = Identifier<NodeSubject>
/// Names a node's life between two restores.
public typealias InstanceID = Identifier<InstanceSubject>

extension Identifier where Subject == RecordSubject {
    /// The id of the record that this operation creates.
    public init(_ operation: OperationID) {
        self.init(operation.uuid)
    }
}
