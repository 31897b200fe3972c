import SyncProtocol
import Testing

@Suite struct KeyTests {
    /// RFC 8037 appendices A.1, A.2, A.4 and A.5.
    @Test func ed25519MatchesTheRFC() throws {
        let key = try SigningKey(seed: try #require(Base64URL.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")))
        #expect(Base64URL.encode(key.publicKey.bytes) == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
        let input = Array("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".utf8)
        let signature = key.sign(input)
        #expect(
            Base64URL.encode(signature)
                == "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
        #expect(key.publicKey.verifies(signature, of: input))
    }

    /// RFC 7515 appendix A.1.
    @Test func hmacMatchesTheRFC() throws {
        let key = try #require(
            Base64URL.decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"))
        let input =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        #expect(
            Base64URL.encode(Sodium.hmacSHA256(key: key, Array(input.utf8)))
                == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    }

    @Test func changedBytesSignatureOrKeyDoNotVerify() throws {
        let key = try Samples.key()
        let signature = key.sign([1, 2, 3])
        #expect(!key.publicKey.verifies(signature, of: [1, 2, 4]))
        #expect(!key.publicKey.verifies([], of: [1, 2, 3]))
        #expect(!key.publicKey.verifies(signature + [0], of: [1, 2, 3]))
        #expect(try !Samples.key(8).publicKey.verifies(signature, of: [1, 2, 3]))
        for index in signature.indices {
            var changed = signature
            changed[index] ^= 1
            #expect(!key.publicKey.verifies(changed, of: [1, 2, 3]))
        }
    }

    @Test func weakOrMisshapenKeysAreRefused() {
        #expect(VerifyingKey(bytes: []) == nil)
        #expect(VerifyingKey(bytes: [UInt8](repeating: 0, count: 32)) == nil)
        #expect(VerifyingKey(bytes: [1] + [UInt8](repeating: 0, count: 31)) == nil)
        #expect(VerifyingKey(bytes: [UInt8](repeating: 255, count: 32)) == nil)
        #expect(throws: ProtocolError.self) { try SigningKey(seed: [1]) }
        #expect(throws: ProtocolError.self) { try BoxKey(seed: [1]) }
    }

    @Test func onlyTheAddresseeOpensASealedBox() throws {
        try Sodium.start()
        let key = BoxKey.generate()
        let sealed = try #require(BoxKey.seal([1, 2, 3], to: key.publicKey))
        #expect(key.open(sealed: sealed) == [1, 2, 3])
        #expect(BoxKey.generate().open(sealed: sealed) == nil)
        for cut in [0, 47, 48, sealed.count - 1] {
            #expect(key.open(sealed: Array(sealed.prefix(cut))) == nil)
        }
        let empty = try #require(BoxKey.seal([], to: key.publicKey))
        #expect(key.open(sealed: empty) == [])
        #expect(BoxKey.seal([1], to: [1]) == nil)
        #expect(BoxKey.seal([1], to: [UInt8](repeating: 0, count: 32)) == nil)
    }

    @Test func keysDoNotShowTheirSecret() throws {
        let key = try Samples.key()
        let box = try BoxKey(seed: key.seed)
        for shown in ["\(key)", String(reflecting: key), "\(box)", String(reflecting: box), "\([key])"] {
            #expect(!shown.contains(Hex.encode(key.seed)))
            #expect(!shown.contains("7, 7, 7"))
        }
    }

    @Test func secretsAreEqualByteForByte() {
        #expect(Sodium.equal([], []))
        #expect(Sodium.equal([1, 2], [1, 2]))
        #expect(!Sodium.equal([1, 2], [1, 3]))
        #expect(!Sodium.equal([1, 2], [1, 2, 3]))
    }
}
