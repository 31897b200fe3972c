import CSodium

/// Base64 with padding (RFC 4648 section 4), strict, for the formats of others that ask for it.
public enum Base64 {
    /// The text, with padding.
    public static func encode(_ bytes: [UInt8]) -> String {
        SodiumBase64.encode(bytes, sodium_base64_VARIANT_ORIGINAL)
    }

    /// Nil without the padding, for whitespace, the other alphabet, and bits after the last byte that are not zero.
    public static func decode(_ text: String) -> [UInt8]? {
        SodiumBase64.decode(text, sodium_base64_VARIANT_ORIGINAL)
    }
}
