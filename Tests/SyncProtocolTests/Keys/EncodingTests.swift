import SyncProtocol
import Testing

@Suite struct EncodingTests {
    /// RFC 7515 appendix C.
    @Test func base64URLMatchesTheRFC() {
        #expect(Base64URL.encode([3, 236, 255, 224, 193]) == "A-z_4ME")
        #expect(Base64URL.decode("A-z_4ME") == [3, 236, 255, 224, 193])
    }

    @Test func everyLengthComesBack() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        }
    }

    @Test(arguments: [
        "A-z_4ME=", "A+z/4ME", "A-z_4MF", "A-z_ 4ME", "A-z_4ME\n", "A", "AAAAA", "é", "A-z_4M\u{0}", "====",
    ])
    func base64URLIsStrict(_ text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test(arguments: ["0", "0g", "0A", "0 ", "é", "00 "]) func hexIsStrict(_ text: String) {
        #expect(Hex.decode(text) == nil)
    }
}
