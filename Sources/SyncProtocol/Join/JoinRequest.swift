import Negotiation
import StrictJSON

/// The body of `POST /v1/join`: a one-time code and the keys that the node made for itself.
///
/// `{"wire","code","key","box","agency"?,"proof"}`. The proof is a ``DetachedJWS`` of ``MessageType/join`` by the new key, with
/// `kid` ``keyID``, over the texts of the other members in this order with a line feed between them: nobody can enrol a key that
/// someone else holds. Unknown members are ignored.
public struct JoinRequest: Equatable, Sendable {
    /// The `kid` of the proof: the node has no id yet.
    public static let keyID = "join"

    /// The version of the wire.
    public let wire: Int
    /// The invitation's code as it was typed; whether it is one is for the coordinator to say, in one answer for all.
    public let code: String
    /// Checks the node's signatures.
    public let key: VerifyingKey
    /// X25519, 32 bytes: what is for this node's eyes only is sealed to it.
    public let box: [UInt8]
    /// Whose node it is already, for one that joins anew: an invitation for another agency is then refused and stays good.
    public let agency: AgencyCode?
    /// The signature.
    public let proof: String

    /// Makes a request and proves that `key` is at hand.
    public static func make(
        code: String, key: SigningKey, box: [UInt8], agency: AgencyCode? = nil, wire: Int = Limits.wire
    ) -> JoinRequest {
        let payload = payload(wire: wire, code: code, key: key.publicKey, box: box, agency: agency)
        return JoinRequest(
            wire: wire, code: code, key: key.publicKey, box: box, agency: agency,
            proof: DetachedJWS.sign(payload, type: .join, keyID: keyID, key: key))
    }

    private init(wire: Int, code: String, key: VerifyingKey, box: [UInt8], agency: AgencyCode?, proof: String) {
        self.wire = wire
        self.code = code
        self.key = key
        self.box = box
        self.agency = agency
        self.proof = proof
    }

    /// Reads a request and checks its proof. Throws ``ProtocolError``: `bad-signature` for the proof, `unsupported-version`,
    /// `too-large`, else `bad-request`.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            try JoinRequest(reading: try JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.smallBodyBytes)))
        }
    }

    private init(reading json: JSON) throws {
        let wire = try json.requiredWire()
        let code = try json.requiredString("code", maxBytes: Limits.codeTextBytes)
        let key = try json.requiredKey("key")
        let box = try json.requiredBytes("box", count: BoxKey.publicKeyByteCount)
        let agency = try json["agency"] == nil ? nil : json.requiredAgency("agency")
        let proof = try json.requiredString("proof", maxBytes: Limits.signatureHeaderBytes)
        _ = try DetachedJWS.verify(
            header: proof, payload: Self.payload(wire: wire, code: code, key: key, box: box, agency: agency),
            type: .join
        ) { _ in key }
        self.init(wire: wire, code: code, key: key, box: box, agency: agency, proof: proof)
    }

    /// The bytes to send.
    public func encode() -> [UInt8] {
        var members: [(String, JSONValue)] = [
            ("wire", .integer(wire)), ("code", .string(code)), ("key", .string(Base64URL.encode(key.bytes))),
            ("box", .string(Base64URL.encode(box))),
        ]
        members += agency.map { [("agency", .string($0.text))] } ?? []
        return JSONValue.object(members + [("proof", .string(proof))]).encoded
    }

    /// The version is digits, the keys have one length and an agency's code has no line feed, so the lines cannot be cut in
    /// another way.
    private static func payload(
        wire: Int, code: String, key: VerifyingKey, box: [UInt8], agency: AgencyCode?
    ) -> [UInt8] {
        let lines = ["\(wire)", code, Base64URL.encode(key.bytes), Base64URL.encode(box)]
        return Array((lines + (agency.map { [$0.text] } ?? [])).joined(separator: "\n").utf8)
    }
}
