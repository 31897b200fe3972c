import CSodium

/// Base64url without padding (RFC 4648 section 5), strict: one text for each byte string.
public enum Base64URL {
    /// The text, without padding.
    public static func encode(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: count(of: bytes)) { write(bytes, to: $0) }
    }

    /// The same text after some other. For what is public: unlike libsodium's, it looks characters up, in a sixth of the time.
    static func encode(_ bytes: [UInt8], after prefix: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: prefix.count + count(of: bytes)) { text, count in
            _ = text.initialize(fromContentsOf: prefix)
            count = prefix.count + write(bytes, to: UnsafeMutableBufferPointer(rebasing: text[prefix.count...]))
        }
    }

    private static func count(of bytes: [UInt8]) -> Int {
        (bytes.count * 4 + 2) / 3
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Gives the count of characters; there is room for ``count(of:)``.
    private static func write(_ bytes: [UInt8], to text: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var next = 0
        alphabet.withUnsafeBufferPointer { alphabet in
            func put(_ sextet: UInt32) {
                text[next] = alphabet[Int(sextet & 63)]
                next += 1
            }
            bytes.withUnsafeBufferPointer { bytes in
                var place = 0
                while place + 3 <= bytes.count {
                    let word = UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
                    put(word >> 18)
                    put(word >> 12)
                    put(word >> 6)
                    put(word)
                    place += 3
                }
                switch bytes.count - place {
                case 1:
                    put(UInt32(bytes[place]) >> 2)
                    put(UInt32(bytes[place]) << 4)
                case 2:
                    put(UInt32(bytes[place]) >> 2)
                    put(UInt32(bytes[place]) << 4 | UInt32(bytes[place + 1]) >> 4)
                    put(UInt32(bytes[place + 1]) << 2)
                default: break
                }
            }
        }
        return next
    }

    /// Nil for padding, whitespace, the other alphabet, and bits after the last byte that are not zero.
    public static func decode(_ text: String) -> [UInt8]? {
        SodiumBase64.decode(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
    }
}
