import CSodium

/// What the alphabets of base64 share in libsodium, whose reader is strict: one text for each byte string.
enum SodiumBase64 {
    static func encode(_ bytes: [UInt8], _ variant: Int32) -> String {
        let capacity = sodium_base64_encoded_len(bytes.count, variant)
        return String(unsafeUninitializedCapacity: capacity) { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                // libsodium counts and writes a terminating zero, so there is room even for no bytes.
                guard let start = characters.baseAddress else {
                    return 0
                }
                _ = sodium_bin2base64(start, capacity, bytes, bytes.count, variant)
                return capacity - 1
            }
        }
    }

    static func decode(_ text: String, _ variant: Int32) -> [UInt8]? {
        var text = text
        return text.withUTF8 { characters -> [UInt8]? in
            guard let start = characters.baseAddress, !characters.isEmpty else {
                return []
            }
            // A complete group of four gives three bytes; the last one may be short.
            let capacity = characters.count / 4 * 3 + 2
            var bytes = [UInt8](repeating: 0, count: capacity)
            var count = 0
            let status = start.withMemoryRebound(to: CChar.self, capacity: characters.count) { source in
                sodium_base642bin(&bytes, capacity, source, characters.count, nil, &count, nil, variant)
            }
            guard status == 0 else {
                return nil
            }
            bytes.removeLast(capacity - count)
            return bytes
        }
    }
}
