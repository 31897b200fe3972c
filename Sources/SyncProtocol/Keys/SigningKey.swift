import CSodium

/// The private half of an Ed25519 key (RFC 8032): who holds it is the node, or the coordinator.
public struct SigningKey: Sendable {
    /// 32 bytes; whoever has them can sign.
    public let seed: [UInt8]
    /// What others check signatures with.
    public let publicKey: VerifyingKey
    private let secret: [UInt8]

    /// Makes the key from its seed of 32 bytes. Throws ``ProtocolError`` for any other count.
    public init(seed: [UInt8]) throws {
        guard seed.count == Int(crypto_sign_SEEDBYTES) else {
            throw ProtocolError(.badRequest, "a signing key's seed is \(crypto_sign_SEEDBYTES) bytes")
        }
        self.init(checked: seed)
    }

    private init(checked seed: [UInt8]) {
        var publicKey = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
        crypto_sign_seed_keypair(&publicKey, &secret, seed)
        self.seed = seed
        self.publicKey = VerifyingKey(made: publicKey)
        self.secret = secret
    }

    /// A fresh key from the system's randomness.
    public static func generate() -> SigningKey {
        SigningKey(checked: Sodium.randomBytes(Int(crypto_sign_SEEDBYTES)))
    }

    /// A signature of 64 bytes; the same for the same bytes.
    public func sign(_ bytes: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
        crypto_sign_detached(&signature, nil, bytes, UInt64(bytes.count), secret)
        return signature
    }
}

/// Shows the public half only, so that a key in a log line or a dump gives nothing away.
extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// Names the public half.
    public var description: String {
        "signing key of \(Hex.encode(publicKey.bytes))"
    }

    /// The public half only.
    public var customMirror: Mirror {
        Mirror(self, children: ["publicKey": publicKey])
    }
}
