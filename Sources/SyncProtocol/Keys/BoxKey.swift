import CSodium

/// The private half of an X25519 key, to which others seal what only this node may read (libsodium's `crypto_box_seal`).
///
/// A sealed box hides the bytes and detects changes, but does not say who sealed it; the signed bundle around it does.
public struct BoxKey: Sendable {
    static let publicKeyByteCount = Int(crypto_box_PUBLICKEYBYTES)

    /// 32 bytes; whoever has them can open what was sealed to the key.
    public let seed: [UInt8]
    /// 32 bytes.
    public let publicKey: [UInt8]
    private let secret: [UInt8]

    /// Makes the key from its seed of 32 bytes. Throws ``ProtocolError`` for any other count.
    public init(seed: [UInt8]) throws {
        guard seed.count == Int(crypto_box_SEEDBYTES) else {
            throw ProtocolError(.badRequest, "a box key's seed is \(crypto_box_SEEDBYTES) bytes")
        }
        self.init(checked: seed)
    }

    private init(checked seed: [UInt8]) {
        var publicKey = [UInt8](repeating: 0, count: Int(crypto_box_PUBLICKEYBYTES))
        var secret = [UInt8](repeating: 0, count: Int(crypto_box_SECRETKEYBYTES))
        crypto_box_seed_keypair(&publicKey, &secret, seed)
        self.seed = seed
        self.publicKey = publicKey
        self.secret = secret
    }

    /// A fresh key from the system's randomness.
    public static func generate() -> BoxKey {
        BoxKey(checked: Sodium.randomBytes(Int(crypto_box_SEEDBYTES)))
    }

    /// The bytes that were sealed to this key; nil when they were sealed to another one or changed since.
    public func open(sealed: [UInt8]) -> [UInt8]? {
        let overhead = crypto_box_sealbytes()
        guard sealed.count >= overhead else {
            return nil
        }
        var opened = [UInt8](repeating: 0, count: sealed.count - overhead)
        guard crypto_box_seal_open(&opened, sealed, UInt64(sealed.count), publicKey, secret) == 0 else {
            return nil
        }
        return opened
    }

    /// Seals bytes to a public key, 48 bytes longer; nil when the key is not 32 bytes or is a weak one.
    public static func seal(_ bytes: [UInt8], to publicKey: [UInt8]) -> [UInt8]? {
        guard publicKey.count == publicKeyByteCount else {
            return nil
        }
        var sealed = [UInt8](repeating: 0, count: bytes.count + crypto_box_sealbytes())
        guard crypto_box_seal(&sealed, bytes, UInt64(bytes.count), publicKey) == 0 else {
            return nil
        }
        return sealed
    }
}

/// Shows the public half only, so that a key in a log line or a dump gives nothing away.
extension BoxKey: CustomStringConvertible, CustomReflectable {
    /// Names the public half.
    public var description: String {
        "box key of \(Hex.encode(publicKey))"
    }

    /// The public half only.
    public var customMirror: Mirror {
        Mirror(self, children: ["publicKey": publicKey])
    }
}
