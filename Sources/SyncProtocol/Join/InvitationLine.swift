/// What a person carries from the coordinator's desk to a new node, in one line: `mutasi-join:URL#CODE#FINGERPRINT`.
///
/// The code lets one node in, once; the fingerprint lets the node know its coordinator before it believes anything.
public struct InvitationLine: Equatable, Sendable {
    static let prefix = "mutasi-join:"
    /// Hexadecimal digits of a fingerprint at least: 128 bits.
    public static let fingerprintDigits = 32...64

    /// Where the coordinator is: `https://host:port`, without a path's last `/`.
    public let url: String
    /// Base64url of 16 to 64 random bytes (``Limits/codeBytes``).
    public let code: String
    /// The first 32 to 64 hexadecimal digits of SHA-256 of the coordinator's public key.
    public let fingerprint: String

    /// Takes the parts; `url` has neither `#` nor spaces, `code` comes from the invitation's maker.
    public init(url: String, code: String, coordinatorKey: VerifyingKey) {
        self.url = url
        self.code = code
        fingerprint = Self.fingerprint(of: coordinatorKey)
    }

    /// Reads the line; spaces and line ends around it are ignored. Throws ``ProtocolError`` that names the part.
    public init(parsing line: String) throws {
        var bytes = line.utf8[...]
        while let first = bytes.first, Self.isSpace(first) {
            bytes.removeFirst()
        }
        while let last = bytes.last, Self.isSpace(last) {
            bytes.removeLast()
        }
        guard bytes.starts(with: Self.prefix.utf8) else {
            throw ProtocolError(.badRequest, "an invitation begins with \(Self.prefix)")
        }
        let parts = bytes.dropFirst(Self.prefix.utf8.count)
            .split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            throw ProtocolError(
                .badRequest, "an invitation has an address, a code and a fingerprint with # between them")
        }
        guard
            parts[0].starts(with: "https://".utf8), (9...Limits.urlBytes).contains(parts[0].count),
            parts[0].allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw ProtocolError(.badRequest, "an invitation's address is an https address", path: "address")
        }
        guard
            parts[1].count <= Limits.codeTextBytes,
            let code = Base64URL.decode(String(Substring(parts[1]))), Limits.codeBytes.contains(code.count)
        else {
            throw ProtocolError(.badRequest, "the invitation's code is not whole", path: "code")
        }
        let fingerprint = String(Substring(parts[2]))
        guard Self.fingerprintDigits.contains(parts[2].count), Hex.decode(fingerprint) != nil else {
            throw ProtocolError(.badRequest, "the invitation's fingerprint is not whole", path: "fingerprint")
        }
        self.url = String(Substring(parts[0]))
        self.code = String(Substring(parts[1]))
        self.fingerprint = fingerprint
    }

    /// The one line, without a line end.
    public var line: String {
        "\(Self.prefix)\(url)#\(code)#\(fingerprint)"
    }

    /// Whether this is the key of the coordinator that the invitation means.
    public func names(_ coordinatorKey: VerifyingKey) -> Bool {
        Self.fingerprint(of: coordinatorKey).utf8.starts(with: fingerprint.utf8)
    }

    /// SHA-256 of the key's 32 bytes, as 64 hexadecimal digits.
    public static func fingerprint(of coordinatorKey: VerifyingKey) -> String {
        Hex.encode(Sodium.sha256(coordinatorKey.bytes))
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
