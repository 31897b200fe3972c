import CSodium

/// Base64url without padding (RFC 4648 section 5), strict: one text for each byte string.
public enum Base64URL {
    /// The text, without padding.
    public static func encode(_ bytes: [UInt8]) -> String {
        SodiumBase64.encode(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
    }

    /// Nil for padding, whitespace, the other alphabet, and bits after the last byte that are not zero.
    public static func decode(_ text: String) -> [UInt8]? {
        SodiumBase64.decode(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
    }
}
