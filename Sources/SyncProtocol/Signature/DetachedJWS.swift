/// The header field `Mutasi-Signature`: a compact JWS (RFC 7515) with EdDSA (RFC 8037) whose payload, the message's exact
/// uncompressed bytes, is not repeated in it (appendix F): `protected..signature`.
public enum DetachedJWS {
    /// The field of the HTTP request or answer.
    public static let headerField = "Mutasi-Signature"
    /// The `kid` of the coordinator's own key.
    public static let coordinator = "coordinator"

    /// Signs a message. `keyID` is the node's id or ``coordinator``.
    public static func sign(_ payload: [UInt8], type: MessageType, keyID: String, key: SigningKey) -> String {
        let protected = SignatureHeader(keyID: keyID, type: type).protected
        let input = SignatureHeader.signingInput(protected: protected, encoding: payload)
        return protected + ".." + Base64URL.encode(key.sign(input))
    }

    /// Returns the `kid` under whose key the signature holds for exactly these bytes and this type.
    ///
    /// `keyFor` looks the key up. Throws what it throws; ``ProtocolError`` with `unknown-node` when it returns nil, and with
    /// `bad-signature` for everything else.
    public static func verify(
        header: String, payload: [UInt8], type: MessageType, keyFor: (_ keyID: String) throws -> VerifyingKey?
    ) throws -> String {
        guard header.utf8.count <= Limits.signatureHeaderBytes else {
            throw ProtocolError(.badSignature, "expected at most \(Limits.signatureHeaderBytes) bytes of signature")
        }
        let parts = header.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].isEmpty, let signature = Base64URL.decode(String(Substring(parts[2]))) else {
            throw ProtocolError(.badSignature, "expected a compact JWS with detached payload")
        }
        let protected = String(Substring(parts[0]))
        let name = try SignatureHeader(protected: protected, type: type).keyID
        guard let key = try keyFor(name) else {
            throw ProtocolError(.unknownNode, "the signature names a key that is not known")
        }
        let input = SignatureHeader.signingInput(protected: protected, encoding: payload)
        guard key.verifies(signature, of: input) else {
            throw ProtocolError(.badSignature, "the signature does not fit the message")
        }
        return name
    }
}
