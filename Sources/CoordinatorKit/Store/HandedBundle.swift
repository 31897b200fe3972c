import Negotiation
import SyncProtocol

/// A bundle that a node handed in after a restore, with the receipt that it had for it.
public struct HandedBundle: Equatable, Sendable {
    /// Which bundle it is, and the old position of its last operation.
    public struct Key: Equatable, Sendable {
        public var instance: InstanceID
        public var number: Int
        public var lastPosition: Int?

        public init(instance: InstanceID, number: Int, lastPosition: Int?) {
            self.instance = instance
            self.number = number
            self.lastPosition = lastPosition
        }
    }

    public var node: NodeID
    public var instance: InstanceID
    public var number: Int
    /// The bundle's exact bytes.
    public var bytes: [UInt8]
    /// The receipt as it travels, its signature checked; nil when the node never had one.
    public var receipt: [UInt8]?
    /// The old position of its last operation; nil without a receipt.
    public var lastPosition: Int?

    public init(
        node: NodeID, instance: InstanceID, number: Int, bytes: [UInt8], receipt: [UInt8]?, lastPosition: Int?
    ) {
        self.node = node
        self.instance = instance
        self.number = number
        self.bytes = bytes
        self.receipt = receipt
        self.lastPosition = lastPosition
    }
}
