/// The keyed hash of a NIP: under it the coordinator knows one person's cards as one, without knowing the person.
///
/// The key is the region's tag key, which only registries hold. A NIP has few unknown digits, so whoever has the key can
/// find the NIP of a tag by trying; no record shows a tag.
public enum PersonTag {
    /// HMAC-SHA-256 of the NIP's ASCII digits, as 64 hexadecimal digits.
    public static func make(nip: String, key: [UInt8]) -> String {
        Hex.encode(Sodium.hmacSHA256(key: key, Array(nip.utf8)))
    }
}
