import SyncProtocol

/// The one-time code of an invitation. It is known to the one who invites and the one who joins; the journal has its hash.
public enum InvitationCode {
    /// 128 random bits, in base64url.
    public static func generate() -> String {
        Base64URL.encode(Sodium.randomBytes(16))
    }

    /// The `codeHash` of `node.invite`: hex SHA-256 of the bytes that the code spells; nil when it is not a code.
    public static func hash(_ code: String) -> String? {
        guard let bytes = Base64URL.decode(code), (16...64).contains(bytes.count) else { return nil }
        return Hex.encode(Sodium.sha256(bytes))
    }
}
