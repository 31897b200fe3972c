import Negotiation
import StrictJSON

/// Operations on their way: what a node states in one breath, numbered and signed, in bytes that never change.
///
/// `{"jws":{"payload","protected","signature"},"operations":["…"]}`: a flattened JWS (RFC 7515 section 7.2.2, EdDSA of RFC 8037)
/// whose payload is `{"region","node","instance","number","previous","operations":[SHA-256 of each]}`, and beside it the
/// operations, each a string that holds its exact bytes. It is written to disk before it is sent and repeated as it is until
/// answered; it is also the file that is carried by hand, and the evidence for what was decided from it. Nothing stands
/// in it that the signature does not cover; unknown members of the payload are ignored.
public struct Bundle: Equatable, Sendable {
    /// What stands for the hash of the bundle before the first one.
    public static let none = String(repeating: "0", count: 64)

    /// The region's code.
    public let region: String
    /// Who states the operations; the `kid` of the signature.
    public let node: NodeID
    /// The node's instance, which counts its own bundles.
    public let instance: InstanceID
    /// Counts the bundles of the instance, from 1.
    public let number: Int
    /// ``hash`` of the instance's last bundle, ``none`` in the first.
    public let previous: String
    /// SHA-256 of each operation's bytes, as 64 hexadecimal digits.
    public let operationHashes: [String]
    /// Each operation's exact bytes: 1 to ``Limits/bundleOperations``, each at most ``Limits/operationBytes``.
    public let operations: [[UInt8]]
    /// The bundle's exact bytes.
    public let bytes: [UInt8]
    /// SHA-256 of ``bytes``, as 64 hexadecimal digits.
    public let hash: String
    let signingInput: [UInt8]
    let signature: [UInt8]

    /// Makes and signs a bundle of operations that ``count(fitting:)`` lets in one; any reader refuses one with more.
    public static func make(
        region: String, node: NodeID, instance: InstanceID, number: Int, previous: String, operations: [[UInt8]],
        key: SigningKey
    ) -> Bundle {
        let hashes = operations.map { Hex.encode(Sodium.sha256($0)) }
        let payload = Base64URL.encode(
            JSONValue.object([
                ("region", .string(region)), ("node", .string(node.text)), ("instance", .string(instance.text)),
                ("number", .integer(number)), ("previous", .string(previous)),
                ("operations", .array(hashes.map(JSONValue.string))),
            ]).encoded)
        let protected = SignatureHeader(keyID: node.text, type: .bundle).protected
        let input = SignatureHeader.signingInput(protected: protected, payload: payload)
        let signature = key.sign(input)
        let bytes = JSONValue.object([
            (
                "jws",
                .object([
                    ("payload", .string(payload)), ("protected", .string(protected)),
                    ("signature", .string(Base64URL.encode(signature))),
                ])
            ),
            ("operations", .array(operations.map { .string(String(decoding: $0, as: UTF8.self)) })),
        ]).encoded
        return Bundle(
            region: region, node: node, instance: instance, number: number, previous: previous, operationHashes: hashes,
            operations: operations, bytes: bytes, hash: Hex.encode(Sodium.sha256(bytes)), signingInput: input,
            signature: signature)
    }

    private init(
        region: String, node: NodeID, instance: InstanceID, number: Int, previous: String, operationHashes: [String],
        operations: [[UInt8]], bytes: [UInt8], hash: String, signingInput: [UInt8], signature: [UInt8]
    ) {
        self.region = region
        self.node = node
        self.instance = instance
        self.number = number
        self.previous = previous
        self.operationHashes = operationHashes
        self.operations = operations
        self.bytes = bytes
        self.hash = hash
        self.signingInput = signingInput
        self.signature = signature
    }

    /// Whether the bundle was signed with this key.
    public func verifies(with key: VerifyingKey) -> Bool {
        key.verifies(signature, of: signingInput)
    }

    /// How many of the operations, from the first on, one bundle takes.
    public static func count(fitting operations: [[UInt8]]) -> Int {
        var free = Limits.bundleBytes - Limits.bundleFrameBytes
        var count = 0
        for operation in operations.prefix(Limits.bundleOperations) {
            // In the bundle it is a string with its quotes and a comma, and a hash in the base64url of the payload.
            free -=
                JSONValue.string(String(decoding: operation, as: UTF8.self)).encoded.count + 1 + Limits.bundleHashBytes
            guard free >= 0 else {
                break
            }
            count += 1
        }
        return count
    }
}
