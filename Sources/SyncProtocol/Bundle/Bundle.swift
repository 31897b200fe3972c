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

    public let region: String
    public let node: NodeID
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
    private let signingInput: [UInt8]
    private let signature: [UInt8]

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

    /// Reads a bundle and checks its shape, and that the operations are the ones whose hashes were signed, in this order; not
    /// the signature. Throws ``ProtocolError``: `too-large` past a limit, else `bad-bundle`.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading(.badBundle) {
            try Bundle(reading: try JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.bundleBytes)))
        }
    }

    /// Reads a bundle out of a message. Throws as `init(parsing:)`, and `JSONError` and `BodyError`.
    init(reading json: JSON) throws {
        bytes = json.bytes
        guard bytes.count <= Limits.bundleBytes else {
            throw ProtocolError(.tooLarge, "expected at most \(Limits.bundleBytes) bytes of bundle", path: json.path)
        }
        let jws = try json.requiredObject("jws")
        guard json.members?.count == 2, jws.members?.count == 3 else {
            throw BodyError(path: json.path, expected: "jws of payload, protected and signature, operations, and nothing else")
        }
        let protected = try jws.requiredString("protected", maxBytes: Limits.signatureHeaderBytes)
        let text = try jws.requiredString("payload", maxBytes: Limits.bundlePayloadBytes)
        signature = try jws.requiredBytes("signature", count: VerifyingKey.signatureByteCount)
        signingInput = SignatureHeader.signingInput(protected: protected, payload: text)
        guard let payload = Base64URL.decode(text).flatMap({ try? JSON(parsing: $0) }), payload.kind == .object else {
            throw BodyError(path: "/jws/payload", expected: "base64url of an object")
        }
        region = try payload.requiredString("region", maxBytes: Limits.nameBytes)
        node = try payload.requiredIdentifier("node")
        instance = try payload.requiredIdentifier("instance")
        number = try payload.requiredInteger("number", in: 1...JSON.integerRange.upperBound)
        previous = try payload.requiredHash("previous")
        operationHashes = try payload.requiredHashes("operations", maxCount: Limits.bundleOperations)
        operations = try Self.operations(in: json, hashes: operationHashes)
        hash = Hex.encode(Sodium.sha256(bytes))
        guard
            let header = try? SignatureHeader(protected: protected, type: .bundle),
            header.keyID.utf8.elementsEqual(node.text.utf8)
        else {
            throw BodyError(path: "/jws/protected", expected: "a bundle's header of alg, typ and the node as kid")
        }
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

    private static func operations(in json: JSON, hashes: [String]) throws -> [[UInt8]] {
        let elements = try json.requiredArray("operations", maxCount: Limits.bundleOperations)
        guard !elements.isEmpty, elements.count == hashes.count else {
            throw BodyError(path: "/operations", expected: "one operation for each hash, and at least one")
        }
        return try zip(elements, hashes).map { element, hash in
            guard let bytes = element.string.map({ Array($0.utf8) }) else {
                throw BodyError(path: element.path, expected: "a string")
            }
            guard bytes.count <= Limits.operationBytes else {
                throw ProtocolError(
                    .tooLarge, "expected at most \(Limits.operationBytes) bytes of operation", path: element.path)
            }
            guard Hex.encode(Sodium.sha256(bytes)).utf8.elementsEqual(hash.utf8) else {
                throw BodyError(path: element.path, expected: "the operation whose hash was signed")
            }
            return bytes
        }
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
            free -= JSONValue.string(String(decoding: operation, as: UTF8.self)).encoded.count + 1 + Limits.bundleHashBytes
            guard free >= 0 else {
                break
            }
            count += 1
        }
        return count
    }
}
