import StrictJSON

/// A reply on its way back: what the coordinator answered to a ``CarriedRequest``, problems included.
///
/// `{"format":"mutasi-carried-reply","version":1,"status","signature"?,"retryAfter"?,"body"}`. Whether it is the coordinator's
/// answer to this node's request is for the signature to say, not for the file. Unknown members are ignored.
public struct CarriedReply: Equatable, Sendable {
    /// What `format` says.
    public static let format = "mutasi-carried-reply"
    static let version = 1

    /// The HTTP status.
    public var status: Int
    /// The value of `Mutasi-Signature`.
    public var signature: String?
    /// The value of `Retry-After`.
    public var retryAfter: String?
    /// The reply's exact bytes.
    public var body: [UInt8]

    /// A reply as it came.
    public init(status: Int, signature: String?, retryAfter: String?, body: [UInt8]) {
        self.status = status
        self.signature = signature
        self.retryAfter = retryAfter
        self.body = body
    }

    /// Reads a file. Throws ``ProtocolError`` that names the member: another format, a later version.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            let json = try JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.carriedReplyBytes))
            try CarriedFile.check(json, format: Self.format, version: Self.version)
            return CarriedReply(
                status: try json.requiredInteger("status", in: 100...599),
                signature: try json.optionalString("signature", maxBytes: Limits.signatureHeaderBytes),
                retryAfter: try json.optionalString("retryAfter", maxBytes: Limits.nameBytes),
                body: Array(try json.requiredString("body", maxBytes: Limits.replyBytes).utf8))
        }
    }

    /// The bytes of the file.
    public func encode() -> [UInt8] {
        var members: [(String, JSONValue)] = [
            ("format", .string(Self.format)), ("version", .integer(Self.version)), ("status", .integer(status)),
        ]
        members += signature.map { [("signature", .string($0))] } ?? []
        members += retryAfter.map { [("retryAfter", .string($0))] } ?? []
        return JSONValue.object(members + [("body", .string(String(decoding: body, as: UTF8.self)))]).encoded
    }
}
