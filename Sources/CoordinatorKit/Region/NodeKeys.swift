import SyncProtocol

/// The public keys of a node that is to be enrolled.
public struct NodeKeys: Equatable, Sendable {
    /// Ed25519: what its requests and bundles are signed with.
    public var signing: VerifyingKey
    /// X25519, 32 bytes: what files for it are sealed to.
    public var box: [UInt8]

    public init(signing: VerifyingKey, box: [UInt8]) {
        self.signing = signing
        self.box = box
    }
}
