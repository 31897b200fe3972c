import CCrypto
import CSodium

/// The few functions of libsodium that are not tied to a key.
public enum Sodium {
    private static let isReady = sodium_init() >= 0

    /// Makes libsodium usable; call it once when a program starts.
    ///
    /// May repeat. Throws ``ProtocolError`` with `internal` when the system has no source of randomness.
    public static func start() throws {
        guard isReady else {
            throw ProtocolError(.internal, "libsodium could not be initialised")
        }
    }

    /// Unpredictable bytes, for keys, nonces, codes and salts.
    public static func randomBytes(_ count: Int) -> [UInt8] {
        precondition(isReady, "libsodium finds no source of randomness")
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// 32 bytes (FIPS 180-4).
    ///
    /// The one function that is not libsodium's: OpenSSL's, which libcurl brings anyway, uses the processor's SHA extensions and
    /// takes 1.3 microseconds for a journal entry instead of 6.5. A decision hashes about ten times its operation.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(crypto_hash_sha256_BYTES)) { hash, count in
            ccrypto_sha256(bytes, bytes.count, hash.baseAddress)
            count = Int(crypto_hash_sha256_BYTES)
        }
    }

    /// The same over bytes that come in pieces.
    public struct SHA256: Sendable {
        private var state = crypto_hash_sha256_state()

        public init() {
            crypto_hash_sha256_init(&state)
        }

        public mutating func update(_ bytes: [UInt8]) {
            crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
        }

        /// 32 bytes. Nothing may be added afterwards.
        public mutating func finish() -> [UInt8] {
            var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
            crypto_hash_sha256_final(&state, &hash)
            return hash
        }
    }

    /// 32 bytes (RFC 2104 over SHA-256), with a key of any length.
    public static func hmacSHA256(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        var state = crypto_auth_hmacsha256_state()
        var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
        crypto_auth_hmacsha256_final(&state, &code)
        return code
    }

    /// Compares secrets; the time depends on the lengths only.
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
