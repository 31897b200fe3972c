import Negotiation

/// That these bytes under this id were decided at this position. The same bytes get the same outcome ever after.
public struct DecidedOperation: Equatable, Sendable {
    public var operation: OperationID
    /// SHA-256 of the operation's bytes.
    public var hash: [UInt8]
    public var position: Int

    public init(operation: OperationID, hash: [UInt8], position: Int) {
        self.operation = operation
        self.hash = hash
        self.position = position
    }
}
