import CSodium

/// The public half of an Ed25519 key.
public struct VerifyingKey: Equatable, Sendable {
    static let byteCount = Int(crypto_sign_PUBLICKEYBYTES)
    static let signatureByteCount = Int(crypto_sign_BYTES)

    /// 32 bytes.
    public let bytes: [UInt8]

    /// Nil unless the 32 bytes are a point of the main subgroup in its canonical form: under the few weak keys beside
    /// them, one signature fits many messages.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount, crypto_core_ed25519_is_valid_point(bytes) == 1 else {
            return nil
        }
        self.bytes = bytes
    }

    /// Takes the bytes of a key that passed the check above before they were stored: it costs as much as a signature. Nil for
    /// another count than 32.
    package init?(checked bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else {
            return nil
        }
        self.bytes = bytes
    }

    init(made bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether the signature was made over exactly these bytes by this key; false for a signature of the wrong length.
    public func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        signature.count == Self.signatureByteCount
            && crypto_sign_verify_detached(signature, bytes, UInt64(bytes.count), self.bytes) == 0
    }
}
