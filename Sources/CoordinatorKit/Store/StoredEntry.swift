import Negotiation
import SyncProtocol

/// A journal entry as it lies in the store: exact bytes, and where its evidence is.
public struct StoredEntry: Equatable, Sendable {
    public var position: Int
    public var agency: AgencyCode
    public var operation: OperationID
    /// The instance and number of the bundle that carried the operation, and its place in it from 0.
    public var instance: InstanceID
    public var bundle: Int
    public var index: Int
    /// The entry itself; see ``JournalEntry``.
    public var bytes: [UInt8]
    /// The entry's leaf in a Merkle tree over the journal, written beside it: it shows a damaged entry, whose outcome
    /// nothing else repeats.
    public var leaf: [UInt8]

    public init(
        position: Int, agency: AgencyCode, operation: OperationID, instance: InstanceID, bundle: Int, index: Int,
        bytes: [UInt8], leaf: [UInt8]
    ) {
        self.position = position
        self.agency = agency
        self.operation = operation
        self.instance = instance
        self.bundle = bundle
        self.index = index
        self.bytes = bytes
        self.leaf = leaf
    }

    /// RFC 9162 section 2.1.1: SHA-256(0x00 ‖ entry).
    public static func leaf(of bytes: [UInt8]) -> [UInt8] {
        TreeHash.leaf(bytes)
    }
}
