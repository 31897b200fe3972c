import Negotiation
import StrictJSON

extension Bundle {
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
            throw BodyError(
                path: json.path, expected: "jws of payload, protected and signature, operations, and nothing else")
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

    private static func operations(in json: JSON, hashes: [String]) throws -> [[UInt8]] {
        let elements = try json.requiredArray("operations", maxCount: Limits.bundleOperations)
        guard !elements.isEmpty, elements.count == hashes.count else {
            throw BodyError(path: "/operations", expected: "one operation for each hash, and at least one")
        }
        return try zip(elements, hashes).map { element, hash in
            guard let bytes = element.stringBytes else {
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
}
