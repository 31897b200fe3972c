import StrictJSON
import SyncProtocol
import Testing

@Suite struct DetachedJWSTests {
    static let payload = Array(#"{"wire":1}"#.utf8)

    static func verify(_ header: String, type: MessageType = .request, payload: [UInt8] = payload) throws -> String {
        let key = try Samples.key()
        return try DetachedJWS.verify(header: header, payload: payload, type: type) {
            $0 == "node" ? key.publicKey : nil
        }
    }

    /// A header whose protected part is this JSON, with a signature that holds for it.
    static func signed(_ protected: String, key: SigningKey) -> String {
        let protected = Base64URL.encode(Array(protected.utf8))
        let input = protected + "." + Base64URL.encode(payload)
        return protected + ".." + Base64URL.encode(key.sign(Array(input.utf8)))
    }

    @Test func signatureHoldsForItsBytesTypeAndKey() throws {
        let header = DetachedJWS.sign(Self.payload, type: .request, keyID: "node", key: try Samples.key())
        #expect(try Self.verify(header) == "node")
        #expect(code { _ = try Self.verify(header, type: .reply) } == .badSignature)
        #expect(code { _ = try Self.verify(header, payload: Self.payload + [32]) } == .badSignature)
        let other = DetachedJWS.sign(Self.payload, type: .request, keyID: "node", key: try Samples.key(8))
        #expect(code { _ = try Self.verify(other) } == .badSignature)
        let unknown = DetachedJWS.sign(Self.payload, type: .request, keyID: "other", key: try Samples.key())
        #expect(code { _ = try Self.verify(unknown) } == .unknownNode)
    }

    /// The same signature as OpenSSL makes over the RFC's signing input.
    @Test func formIsTheOneOfTheRFC() throws {
        let header = DetachedJWS.sign(Self.payload, type: .request, keyID: "node", key: try Samples.key())
        #expect(
            header == "eyJhbGciOiJFZERTQSIsImtpZCI6Im5vZGUiLCJ0eXAiOiJtdXRhc2ktcmVxdWVzdCtqd3MifQ.."
                + "pCxoMVC01DowODHG5_0Nrd8njGYWxCOxk3x6mAzibFbYEdDnuXUHus63zATs1uGULULuzzfcqZKu87q62h15Dw")
    }

    @Test func membersMayStandInAnyOrder() throws {
        let header = Self.signed(#"{ "typ":"mutasi-request+jws","kid":"node","alg":"EdDSA" }"#, key: try Samples.key())
        #expect(try Self.verify(header) == "node")
    }

    @Test(arguments: [
        #"{"alg":"none","kid":"node","typ":"mutasi-request+jws"}"#,
        #"{"alg":"HS256","kid":"node","typ":"mutasi-request+jws"}"#,
        #"{"alg":"eddsa","kid":"node","typ":"mutasi-request+jws"}"#,
        #"{"alg":"EdDSA","kid":"node","typ":"mutasi-reply+jws"}"#,
        #"{"alg":"EdDSA","kid":"node","typ":"JWT"}"#,
        #"{"alg":"EdDSA","kid":"node"}"#,
        #"{"alg":"EdDSA","typ":"mutasi-request+jws"}"#,
        #"{"alg":"EdDSA","kid":"","typ":"mutasi-request+jws"}"#,
        #"{"alg":"EdDSA","kid":1,"typ":"mutasi-request+jws"}"#,
        #"{"alg":"EdDSA","kid":"node","typ":"mutasi-request+jws","crit":[]}"#,
        #"{"alg":"EdDSA","kid":"node","typ":"mutasi-request+jws","b64":false}"#,
        #"{"alg":"EdDSA","kid":"node","typ":"mutasi-request+jws","jwk":{}}"#,
        #"{"alg":"EdDSA","kid":"node","kid":"node","typ":"mutasi-request+jws"}"#,
        #"["EdDSA"]"#, "", "{",
    ]) func otherHeadersAreRefusedEvenWhenSigned(_ protected: String) throws {
        let header = Self.signed(protected, key: try Samples.key())
        #expect(code { _ = try Self.verify(header) } == .badSignature)
    }

    @Test func otherFormsAreRefused() throws {
        let header = DetachedJWS.sign(Self.payload, type: .request, keyID: "node", key: try Samples.key())
        let attached = header.replacing("..", with: "." + Base64URL.encode(Self.payload) + ".")
        for form in ["", ".", "..", "...", header + ".", header + "=", header + " ", " " + header, attached] {
            #expect(code { _ = try Self.verify(form) } == .badSignature)
        }
        for cut in 0..<header.utf8.count {
            #expect(code { _ = try Self.verify(String(header.prefix(cut))) } == .badSignature)
        }
    }

    @Test func keyIDAndHeaderHaveLimits() throws {
        let key = try Samples.key()
        let longest = String(repeating: "k", count: Limits.keyIDBytes)
        func verify(_ keyID: String) throws {
            let header = DetachedJWS.sign(Self.payload, type: .request, keyID: keyID, key: key)
            _ = try DetachedJWS.verify(header: header, payload: Self.payload, type: .request) { _ in key.publicKey }
        }
        #expect(code { try verify(longest) } == nil)
        #expect(code { try verify(longest + "k") } == .badSignature)
        let fitting =
            "{" + String(repeating: " ", count: 600) + #""alg":"EdDSA","kid":"node","typ":"mutasi-request+jws"}"#
        #expect(code { _ = try Self.verify(Self.signed(fitting, key: key)) } == nil)
        #expect(Self.signed(fitting, key: key).utf8.count <= Limits.signatureHeaderBytes)
        let long = "{" + String(repeating: " ", count: 700) + #""alg":"EdDSA","kid":"node","typ":"mutasi-request+jws"}"#
        #expect(Self.signed(long, key: key).utf8.count > Limits.signatureHeaderBytes)
        #expect(code { _ = try Self.verify(Self.signed(long, key: key)) } == .badSignature)
    }
}
