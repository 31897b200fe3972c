import StrictJSON

/// A failure as it travels: `application/problem+json` (RFC 9457).
///
/// Members: `type` ("urn:mutasi:problem:" and the code), `title`, `status`, `code`, `detail`, then extension members. A
/// problem that makes a node act on what it holds (`revoked`) counts only when it is signed as ``MessageType/reply``
/// and answers the node's request (``answers(_:)``).
public struct Problem: Error, Sendable, CustomStringConvertible {
    /// The media type of the body.
    public static let contentType = "application/problem+json"
    static let typePrefix = "urn:mutasi:problem:"

    /// Which problem it is; what a program acts on.
    public var code: ProblemCode
    /// The HTTP status.
    public var status: Int
    /// The problem in one English sentence, the same each time.
    public var title: String
    /// This occurrence, in English; empty when there is nothing to add. No personal data.
    public var detail: String
    /// Extension members, with names other than those above.
    public var members: [(String, JSONValue)]
    /// As it came: it tells a code that this version does not know, in whose place ``code`` has a near one.
    public var type: String

    /// A problem with the status and the title of its code.
    public init(_ code: ProblemCode, detail: String = "", members: [(String, JSONValue)] = []) {
        self.code = code
        self.status = code.status
        self.title = code.meaning
        self.detail = detail
        self.members = members
        self.type = Self.typePrefix + code.rawValue
    }

    /// Reads a problem. A code that this version does not know becomes `unavailable` when the status says that the server
    /// failed, else `badRequest`. Throws ``ProtocolError``.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            let limits = JSONLimits(maxBytes: Limits.smallBodyBytes, maxDepth: 16, maxMembers: 1000)
            let json = try JSON(parsing: bytes, limits: limits)
            let status = try json.requiredInteger("status", in: 400...599)
            let type = try json.requiredString("type", maxBytes: 200)
            let known =
                type.utf8.starts(with: Self.typePrefix.utf8)
                ? ProblemCode(rawValue: String(type.dropFirst(Self.typePrefix.count))) : nil
            var problem = Problem(known ?? (status >= 500 ? .unavailable : .badRequest))
            problem.status = status
            problem.type = type
            problem.title = try json.optionalString("title") ?? problem.title
            problem.detail = try json.optionalString("detail") ?? ""
            problem.members = (json.members ?? []).filter { !Self.isStandard($0.name) }.map {
                ($0.name, JSONValue($0.value))
            }
            return problem
        }
    }

    /// The bytes to send as the body.
    public func encode() -> [UInt8] {
        var all: [(String, JSONValue)] = [
            ("type", .string(type)), ("title", .string(title)), ("status", .integer(status)),
            ("code", .string(code.rawValue)),
        ]
        if !detail.isEmpty {
            all.append(("detail", .string(detail)))
        }
        return JSONValue.object(all + members).encoded
    }

    /// For a log.
    public var description: String {
        "\(code.rawValue) (\(status)): \(detail.isEmpty ? title : detail)"
    }

    /// An extension member; nil when it is absent.
    public subscript(name: String) -> JSONValue? {
        members.first { $0.0.utf8.elementsEqual(name.utf8) }?.1
    }

    /// The problem as the answer to one request, which it names, so that its signature holds for no other.
    public func answering(_ request: SyncRequest) -> Problem {
        var copy = self
        copy.members += Self.reference(to: request)
        return copy
    }

    /// Whether the problem names this request.
    public func answers(_ request: SyncRequest) -> Bool {
        Self.reference(to: request).allSatisfy { self[$0.0] == $0.1 }
    }

    private static func reference(to request: SyncRequest) -> [(String, JSONValue)] {
        [("exchange", .integer(request.exchange)), ("nonce", .string(request.nonce))]
    }

    private static func isStandard(_ name: String) -> Bool {
        ["type", "title", "status", "code", "detail"].contains { $0.utf8.elementsEqual(name.utf8) }
    }
}
