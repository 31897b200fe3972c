/// A text with signatures under it, in the form of C2SP signed-note (https://c2sp.org/signed-note).
///
/// The text is UTF-8 without control characters but line feeds and ends with one. Then comes an empty line, then a line for
/// each signature: `— NAME BASE64`, the base64 with padding over a 4-byte key hash and the signature of the text. Of
/// signatures by keys that a reader does not know nothing is said.
public struct SignedNote: Equatable, Sendable {
    /// One line under the text.
    struct Signature: Equatable, Sendable {
        var name: String
        /// Key hash and signature.
        var bytes: [UInt8]
    }

    private static let dash = "\u{2014} "
    /// Of the kinds of signature that the form knows: Ed25519 (RFC 8032).
    private static let ed25519: UInt8 = 1
    /// Signatures under a note that is read: the log's own, and witnesses to come.
    static let signatureLimit = 16

    /// What is signed, with its last line feed.
    public let text: String
    let signatures: [Signature]

    /// Signs a text that has the form above. `name` is the key's: not empty, without spaces and plus signs.
    static func make(_ text: String, name: String, key: SigningKey) -> SignedNote {
        let hash = keyHash(name: name, key: key.publicKey)
        return SignedNote(
            text: text, signatures: [Signature(name: name, bytes: hash + key.sign(Array(text.utf8)))])
    }

    private init(text: String, signatures: [Signature]) {
        self.text = text
        self.signatures = signatures
    }

    /// Reads a whole note; no signature is checked. Throws ``ProtocolError``.
    init(parsing note: String) throws {
        let bytes = Array(note.utf8)
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == UInt8(ascii: "\n") }), bytes.last == UInt8(ascii: "\n") else {
            throw Self.failure("no control characters, and a line feed at the end")
        }
        let lines = bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let blank = lines.lastIndex(where: \.isEmpty), blank > 0 else {
            throw Self.failure("an empty line between text and signatures")
        }
        let signed = lines[(blank + 1)...]
        guard !signed.isEmpty, signed.count <= Self.signatureLimit else {
            throw Self.failure("1 to \(Self.signatureLimit) signatures")
        }
        text = lines[..<blank].map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
        signatures = try signed.map { try Self.signature(String(decoding: $0, as: UTF8.self)) }
    }

    private static func signature(_ line: String) throws -> Signature {
        let parts = line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, line.utf8.starts(with: dash.utf8) else {
            throw failure("a dash, a name and a signature")
        }
        let name = String(Substring(parts[1]))
        guard !name.isEmpty, !name.contains("+"), !name.contains(where: \.isWhitespace),
            let bytes = Base64.decode(String(Substring(parts[2]))), bytes.count > 4
        else { throw failure("a name without spaces and plus signs, and base64 with padding") }
        return Signature(name: name, bytes: bytes)
    }

    /// The note as it is kept and sent.
    public var note: String {
        text + "\n" + signatures.map { "\(Self.dash)\($0.name) \(Base64.encode($0.bytes))\n" }.joined()
    }

    /// Whether the key of this name signed the text: at least once, and wherever it is named rightly.
    public func verifies(name: String, key: VerifyingKey) -> Bool {
        let hash = Self.keyHash(name: name, key: key)
        let own = signatures.filter { $0.name.utf8.elementsEqual(name.utf8) && $0.bytes.prefix(4).elementsEqual(hash) }
        return !own.isEmpty
            && own.allSatisfy { key.verifies(Array($0.bytes.dropFirst(4)), of: Array(text.utf8)) }
    }

    /// The first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).
    static func keyHash(name: String, key: VerifyingKey) -> [UInt8] {
        Array(Sodium.sha256(Array(name.utf8) + [0x0A, ed25519] + key.bytes).prefix(4))
    }

    private static func failure(_ expected: String) -> ProtocolError {
        ProtocolError(.badRequest, "expected a signed note: \(expected)")
    }
}
