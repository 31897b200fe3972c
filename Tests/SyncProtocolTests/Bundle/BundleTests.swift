import StrictJSON
import SyncProtocol
import Testing

@Suite struct BundleTests {
    @Test func bundleComesBackByteForByte() throws {
        let made = try Samples.bundle(number: 3, previous: Samples.hash)
        let read = try Bundle(parsing: made.bytes)
        #expect(read == made)
        #expect(read.operations == [Samples.operation(1), Samples.operation(2)])
        #expect(read.hash == Hex.encode(Sodium.sha256(made.bytes)))
        #expect(read.operationHashes == read.operations.map { Hex.encode(Sodium.sha256($0)) })
        #expect(read.verifies(with: try Samples.key().publicKey))
        #expect(try !read.verifies(with: Samples.key(8).publicKey))
    }

    /// What any JOSE library checks: the flattened JWS alone.
    @Test func partsMakeACompactJWS() throws {
        let bundle = try Samples.bundle()
        let jws = try #require(try JSON(parsing: bundle.bytes)["jws"])
        let protected = try jws.requiredString("protected")
        let payload = try jws.requiredString("payload")
        let signature = try #require(Base64URL.decode(try jws.requiredString("signature")))
        #expect(try Samples.key().publicKey.verifies(signature, of: Array("\(protected).\(payload)".utf8)))
        let header = try #require(Base64URL.decode(protected))
        #expect(
            String(decoding: header, as: UTF8.self)
                == #"{"alg":"EdDSA","kid":"\#(Samples.nodeText)","typ":"mutasi-bundle+jws"}"#)
    }

    @Test func anotherOrderOrOtherOperationsAreRefused() throws {
        let first = Samples.operation(1)
        let second = Samples.operation(2)
        let bytes = try Samples.bundle(operations: [first, second]).bytes
        func quoted(_ operation: [UInt8]) -> String {
            JSONValue.string(String(decoding: operation, as: UTF8.self)).encodedText
        }
        let pair = "[\(quoted(first)),\(quoted(second))]"
        for other in [
            "[\(quoted(second)),\(quoted(first))]", "[\(quoted(first))]", "[]", "[\(quoted(first)),\(quoted(first))]",
            "[\(quoted(first)),\(quoted(second)),\(quoted(second))]", "[\(quoted(first)),2]",
            "[\(quoted(first)),{}]", "[\(quoted(first)),\(quoted(second + [32]))]",
        ] {
            let changed = try replace(pair, by: other, in: bytes)
            #expect(code { _ = try Bundle(parsing: changed) } == .badBundle)
        }
    }

    @Test func whatTheSignatureDoesNotCoverIsRefused() throws {
        let bytes = try Samples.bundle().bytes
        for (old, new) in [
            ("{\"jws\"", "{\"note\":1,\"jws\""), ("{\"payload\"", "{\"header\":{},\"payload\""),
            ("\"signature\"", "\"signatures\""), ("\"operations\":[", "\"operation\":["),
        ] {
            let changed = try replace(old, by: new, in: bytes)
            #expect(code { _ = try Bundle(parsing: changed) } == .badBundle)
        }
    }

    /// A bundle with another payload or header, signed as it should be.
    static func signed(payload: String, header: String) throws -> [UInt8] {
        let protected = Base64URL.encode(Array(header.utf8))
        let text = Base64URL.encode(Array(payload.utf8))
        let signature = Base64URL.encode(try Samples.key().sign(Array("\(protected).\(text)".utf8)))
        return JSONValue.object([
            ("jws", ["payload": .string(text), "protected": .string(protected), "signature": .string(signature)]),
            ("operations", ["{}"]),
        ]).encoded
    }

    static let header = #"{"alg":"EdDSA","kid":"\#(Samples.nodeText)","typ":"mutasi-bundle+jws"}"#
    static let emptyHash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    static let payload = """
        {"region":"kota-uji","node":"\(Samples.nodeText)","instance":"\(Samples.instanceText)","number":1,\
        "previous":"\(Bundle.none)","operations":["\(emptyHash)"],"later":[1]}
        """

    @Test func unknownMembersOfThePayloadAreIgnored() throws {
        let bundle = try Bundle(parsing: Self.signed(payload: Self.payload, header: Self.header))
        #expect(bundle.number == 1)
        #expect(bundle.verifies(with: try Samples.key().publicKey))
    }

    @Test(arguments: [
        ("mutasi-bundle+jws", "mutasi-request+jws"), ("EdDSA", "none"), ("\"alg\"", "\"crit\":[],\"alg\""),
        ("0001\"", "0002\""),
    ]) func otherHeadersAreRefused(_ old: String, _ new: String) throws {
        let header = String(decoding: try replace(old, by: new, in: Array(Self.header.utf8)), as: UTF8.self)
        let bytes = try Self.signed(payload: Self.payload, header: header)
        #expect(code { _ = try Bundle(parsing: bytes) } == .badBundle)
    }

    @Test(arguments: [
        ("\"number\":1", "\"number\":0"), ("\"number\":1", "\"number\":9007199254740992"),
        ("\"number\":1", "\"number\":\"1\""),
        ("\"previous\":\"0", "\"previous\":\""), ("\"previous\":\"0", "\"previous\":\"A"), ("4413", "4414"),
        ("4413", "441G"),
        ("0001\"", "000\""), ("{\"region\"", "[{\"region\""), ("\"region\":\"kota-uji\",", ""),
    ]) func misshapenPayloadsAreRefused(_ old: String, _ new: String) throws {
        let payload = String(decoding: try replace(old, by: new, in: Array(Self.payload.utf8)), as: UTF8.self)
        let bytes = try Self.signed(payload: payload, header: Self.header)
        #expect(code { _ = try Bundle(parsing: bytes) } == .badBundle)
    }
}
