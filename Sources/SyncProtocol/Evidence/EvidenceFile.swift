import Negotiation
import StrictJSON

/// What proves one decision, in one file: nothing else is needed to check it but the fingerprint of the coordinator's key.
///
/// `{"format":"mutasi-evidence","version":1,"region","coordinatorKey","checkpoint","entry":{"bytes","proof"},"bundle","signer"?}`. The
/// entry's bytes hold the operation and what was decided about it; its proof (RFC 9162 section 2.1.3, hashes as hexadecimal
/// digits) shows that it is in the journal that the checkpoint states. The bundle, with its signature, shows that the node
/// stated the operation. `signer` is an entry of the same form, before it, that gave the node its key; the coordinator's own
/// bundles need none. The file holds what the decision changed, word for word: it is for those who may see that.
public struct EvidenceFile: Sendable {
    /// An entry of the journal with the proof that it is there.
    public struct Proven: Sendable {
        /// Exact bytes.
        public let bytes: [UInt8]
        public let proof: [[UInt8]]

        package init(bytes: [UInt8], proof: [[UInt8]]) {
            self.bytes = bytes
            self.proof = proof
        }
    }

    /// The largest file that is read: two entries and a bundle.
    public static let byteLimit = 64 << 20
    static let format = "mutasi-evidence"
    static let version = 1

    public let region: String
    public let coordinatorKey: VerifyingKey
    public let checkpoint: Checkpoint
    public let entry: Proven
    /// Exact bytes.
    public let bundle: [UInt8]
    public let signer: Proven?

    package init(
        region: String, coordinatorKey: VerifyingKey, checkpoint: Checkpoint, entry: Proven, bundle: [UInt8],
        signer: Proven?
    ) {
        self.region = region
        self.coordinatorKey = coordinatorKey
        self.checkpoint = checkpoint
        self.entry = entry
        self.bundle = bundle
        self.signer = signer
    }

    /// Reads a file; nothing is checked but its form. Throws ``ProtocolError``.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            let json = try JSON(parsing: bytes, limits: Limits.json(maxBytes: Self.byteLimit))
            guard json["format"]?.string == Self.format, json["version"]?.integer == Self.version else {
                throw BodyError(path: "/format", expected: "\(Self.format), version \(Self.version)")
            }
            return EvidenceFile(
                region: try json.requiredString("region", maxBytes: Limits.nameBytes),
                coordinatorKey: try json.requiredKey("coordinatorKey"),
                checkpoint: try Checkpoint(
                    parsing: try json.requiredString("checkpoint", maxBytes: Limits.checkpointBytes)),
                entry: try Proven(reading: try json.requiredObject("entry")),
                bundle: Array(try json.requiredString("bundle", maxBytes: Limits.bundleBytes).utf8),
                signer: try json.optionalObject("signer").map(Proven.init(reading:)))
        }
    }

    /// The bytes of the file.
    public var encoded: [UInt8] {
        var members: [(String, JSONValue)] = [
            ("format", .string(Self.format)), ("version", .integer(Self.version)), ("region", .string(region)),
            ("coordinatorKey", .string(Base64URL.encode(coordinatorKey.bytes))),
            ("checkpoint", .string(checkpoint.text)), ("entry", entry.json),
            ("bundle", .string(String(decoding: bundle, as: UTF8.self))),
        ]
        members += signer.map { [("signer", $0.json)] } ?? []
        return JSONValue.object(members).encoded
    }
}

extension EvidenceFile.Proven {
    /// `{"bytes","proof"}`
    init(reading json: JSON) throws {
        bytes = Array(try json.requiredString("bytes", maxBytes: EvidenceFile.byteLimit).utf8)
        proof = try json.requiredHashes("proof", maxCount: Limits.proofHashes).compactMap(Hex.decode)
    }

    var json: JSONValue {
        .object([
            ("bytes", .string(String(decoding: bytes, as: UTF8.self))),
            ("proof", .array(proof.map { .string(Hex.encode($0)) })),
        ])
    }
}
