import Negotiation
import StrictJSON

/// Bytes that are stored apart from what names them: personal data and free-text reasons.
///
/// The name gives nothing away, because the salt is unknown to who sees only the name; erasing salt and bytes together
/// leaves every operation, record and digest as it was.
public struct Attachment: Equatable, Sendable {
    /// 32 random bytes.
    public let salt: [UInt8]
    /// At most ``Limits/attachmentBytes``; a reader refuses more.
    public let bytes: [UInt8]
    /// SHA-256(salt ‖ bytes) as 64 hexadecimal digits, as operations and bodies name it: `{"attachment": name}`.
    public let name: String

    /// Takes what is stored, and computes the name; `salt` is 32 bytes.
    public init(salt: [UInt8], bytes: [UInt8]) {
        self.salt = salt
        self.bytes = bytes
        name = Hex.encode(Sodium.sha256(salt + bytes))
    }

    /// An attachment with a fresh salt.
    public static func make(_ bytes: [UInt8]) -> Attachment {
        Attachment(salt: Sodium.randomBytes(Limits.attachmentSaltBytes), bytes: bytes)
    }

    /// What it takes of a message's limit, with the comma after it.
    public var messageBytes: Int {
        // Base64url of n bytes is 4n/3 characters, rounded up.
        let frame = #"{"name":"","salt":"","bytes":""},"#.utf8.count
        return frame + name.utf8.count + (salt.count * 4 + 2) / 3 + (bytes.count * 4 + 2) / 3
    }

    /// `{"name","salt","bytes"}`, the latter two in base64url.
    public var json: JSONValue {
        .object([
            ("name", .string(name)), ("salt", .string(Base64URL.encode(salt))),
            ("bytes", .string(Base64URL.encode(bytes))),
        ])
    }

    /// Reads the object above and checks the name. Throws `JSONError` or `BodyError`.
    public init(reading json: JSON) throws {
        let name = try json.requiredHash("name")
        self.init(
            salt: try json.requiredBytes("salt", count: Limits.attachmentSaltBytes),
            bytes: try json.requiredBytes("bytes", max: Limits.attachmentBytes))
        guard self.name.utf8.elementsEqual(name.utf8) else {
            throw BodyError(path: "\(json.path)/name", expected: "the hash of salt and bytes")
        }
    }
}
