import StrictJSON

/// A request on a stick: what a node without a network would have posted, for somebody to carry to the coordinator's desk.
///
/// `{"format":"mutasi-carried-request","version":1,"address","signature"?,"body"}`. The body is the request's exact text, so
/// that its signature holds; the file itself needs none. Unknown members are ignored.
public struct CarriedRequest: Equatable, Sendable {
    /// What `format` says.
    public static let format = "mutasi-carried-request"
    static let version = 1

    /// ``ServiceDocument/syncPath`` or ``ServiceDocument/joinPath``.
    public var address: String
    /// The value of `Mutasi-Signature`; nil for a join, which proves itself.
    public var signature: String?
    /// The request's exact bytes.
    public var body: [UInt8]

    /// A request for one of the two addresses.
    public init(address: String, signature: String?, body: [UInt8]) {
        self.address = address
        self.signature = signature
        self.body = body
    }

    /// Reads a file. Throws ``ProtocolError`` that names the member: another format, a later version, another address.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            let json = try JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.carriedRequestBytes))
            try CarriedFile.check(json, format: Self.format, version: Self.version)
            let address = try json.requiredString("address", maxBytes: Limits.nameBytes)
            guard [ServiceDocument.syncPath, ServiceDocument.joinPath].contains(address) else {
                throw ProtocolError(.badRequest, "expected the address of a sync or a join", path: "/address")
            }
            return CarriedRequest(
                address: address,
                signature: try json.optionalString("signature", maxBytes: Limits.signatureHeaderBytes),
                body: Array(try json.requiredString("body", maxBytes: Limits.requestBytes).utf8))
        }
    }

    /// The bytes of the file.
    public func encode() -> [UInt8] {
        var members: [(String, JSONValue)] = [
            ("format", .string(Self.format)), ("version", .integer(Self.version)), ("address", .string(address)),
        ]
        members += signature.map { [("signature", .string($0))] } ?? []
        return JSONValue.object(members + [("body", .string(String(decoding: body, as: UTF8.self)))]).encoded
    }
}
