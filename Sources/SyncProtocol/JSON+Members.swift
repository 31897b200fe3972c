import Negotiation
import StrictJSON

/// The forms of members that several messages share.
extension JSON {
    /// A lowercase UUID.
    func requiredIdentifier<Subject>(_ name: String) throws -> Identifier<Subject> {
        guard let identifier = Identifier<Subject>(text: try requiredString(name, maxBytes: 36)) else {
            throw BodyError(path: "\(path)/\(name)", expected: "a lowercase UUID")
        }
        return identifier
    }

    /// A SHA-256 as 64 lowercase hexadecimal digits.
    func requiredHash(_ name: String) throws -> String {
        try Self.checkHash(try requiredString(name, maxBytes: 64), at: "\(path)/\(name)")
    }

    /// An array of hashes, at most this many.
    func requiredHashes(_ name: String, maxCount: Int) throws -> [String] {
        try requiredArray(name, maxCount: maxCount).map { try Self.checkHash($0.string ?? "", at: $0.path) }
    }

    /// Base64url of exactly `count` bytes.
    func requiredBytes(_ name: String, count: Int) throws -> [UInt8] {
        let bytes = try requiredBytes(name, max: count)
        guard bytes.count == count else {
            throw BodyError(path: "\(path)/\(name)", expected: "\(count) bytes in base64url")
        }
        return bytes
    }

    /// Base64url of at most `max` bytes.
    func requiredBytes(_ name: String, max: Int) throws -> [UInt8] {
        guard let bytes = Base64URL.decode(try requiredString(name, maxBytes: (max * 4 + 2) / 3)) else {
            throw BodyError(path: "\(path)/\(name)", expected: "base64url without padding")
        }
        return bytes
    }

    /// Base64url of an Ed25519 public key.
    func requiredKey(_ name: String) throws -> VerifyingKey {
        guard let key = VerifyingKey(bytes: try requiredBytes(name, count: VerifyingKey.byteCount)) else {
            throw BodyError(path: "\(path)/\(name)", expected: "an Ed25519 public key in base64url")
        }
        return key
    }

    /// Base64url of a nonce; the text itself, which is compared and repeated.
    func requiredNonce(_ name: String) throws -> String {
        let text = try requiredString(name, maxBytes: Limits.nonceTextBytes)
        guard Base64URL.decode(text)?.count == Limits.nonceBytes else {
            throw BodyError(path: "\(path)/\(name)", expected: "\(Limits.nonceBytes) bytes in base64url")
        }
        return text
    }

    /// The code of an agency.
    func requiredAgency(_ name: String) throws -> AgencyCode {
        guard let agency = AgencyCode(try requiredString(name, maxBytes: Limits.nameBytes)) else {
            throw BodyError(path: "\(path)/\(name)", expected: "2 to 24 of a-z, 0-9 and -")
        }
        return agency
    }

    /// A version of the wire that this module speaks. Throws ``ProtocolError`` with `unsupported-version`.
    func requiredWire() throws -> Int {
        let wire = try requiredInteger("wire")
        guard Limits.supportedWires.contains(wire) else {
            throw ProtocolError(.unsupportedVersion, "the wire's version is not spoken here", path: "/wire")
        }
        return wire
    }

    private static func checkHash(_ text: String, at path: @autoclosure () -> String) throws -> String {
        guard text.utf8.count == 64, Hex.decode(text) != nil else {
            throw BodyError(path: path(), expected: "64 lowercase hexadecimal digits")
        }
        return text
    }
}
