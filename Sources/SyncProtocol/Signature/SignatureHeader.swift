import StrictJSON

/// The protected header of every signature: `{"alg":"EdDSA","kid":…,"typ":…}` and nothing else.
///
/// A signature chooses nothing: algorithm and type are compared with what the reader expects, and members that could ask
/// for more (`crit`, `jwk`, `b64`) are refused.
struct SignatureHeader: Equatable {
    /// The node's id, or ``DetachedJWS/coordinator``.
    let keyID: String
    let type: MessageType

    init(keyID: String, type: MessageType) {
        self.keyID = keyID
        self.type = type
    }

    /// Reads the base64url text of a header that must be of this type. Throws ``ProtocolError`` with `bad-signature`.
    init(protected: String, type: MessageType) throws {
        let limits = JSONLimits(maxBytes: Limits.signatureHeaderBytes, maxDepth: 1, maxMembers: 3)
        guard
            protected.utf8.count <= Limits.signatureHeaderBytes,
            let bytes = Base64URL.decode(protected),
            let json = try? JSON(parsing: bytes, limits: limits),
            json.members?.count == 3,
            let algorithm = json["alg"]?.string, algorithm.utf8.elementsEqual("EdDSA".utf8),
            let named = json["typ"]?.string, named.utf8.elementsEqual(type.rawValue.utf8),
            let keyID = json["kid"]?.string, (1...Limits.keyIDBytes).contains(keyID.utf8.count)
        else {
            throw ProtocolError(.badSignature, "expected a header of alg EdDSA, kid and typ \(type.rawValue)")
        }
        self.keyID = keyID
        self.type = type
    }

    /// The base64url text of the header.
    var protected: String {
        Base64URL.encode(
            JSONValue.object([
                ("alg", "EdDSA"), ("kid", .string(keyID)), ("typ", .string(type.rawValue)),
            ]).encoded)
    }

    /// What is signed (RFC 7515 section 5.1).
    static func signingInput(protected: String, payload: String) -> [UInt8] {
        var input = Array(protected.utf8)
        input.reserveCapacity(input.count + 1 + payload.utf8.count)
        input.append(UInt8(ascii: "."))
        input.append(contentsOf: payload.utf8)
        return input
    }

    /// The same for a payload that is not in base64url yet.
    static func signingInput(protected: String, encoding payload: [UInt8]) -> [UInt8] {
        Base64URL.encode(payload, after: Array(protected.utf8) + [UInt8(ascii: ".")])
    }
}
