import StrictJSON

/// A one-time right to join a node to an agency, or to take the place of one; only the hash of its code is kept.
public struct Invitation: Equatable, Sendable {
    public var agency: AgencyCode
    public var isForRegistry: Bool
    /// Lowercase hexadecimal SHA-256 of the code's bytes.
    public var codeHash: String
    /// RFC 3339 text; the coordinator's shell holds it against its clock before it journals a join.
    public var expiresAt: String
    /// The node that whoever joins lives on as; nil for a further node.
    public var replaces: NodeID?
    public var usedBy: NodeID?

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        try self.init(reading: json)
        usedBy = try json.optionalString("usedBy", maxBytes: 36).flatMap(NodeID.init(text:))
    }

    init(reading json: JSON) throws {
        agency = try json.requiredAgency("agency")
        isForRegistry = try json.requiredBoolean("registry")
        codeHash = try json.requiredString("codeHash", maxBytes: 64)
        guard codeHash.utf8.count == 64, codeHash.utf8.allSatisfy(JSON.isLowercaseHexadecimal) else {
            throw BodyError(path: json.path + "/codeHash", expected: "64 hexadecimal digits")
        }
        expiresAt = try json.requiredString("expiresAt", maxBytes: 40)
        if let text = try json.optionalString("replaces", maxBytes: 36) {
            guard let node = NodeID(text: text) else {
                throw BodyError(path: json.path + "/replaces", expected: "a node's id")
            }
            replaces = node
        }
    }

    var body: [UInt8] {
        var members: [(String, JSONValue)] = [
            ("agency", .string(agency.text)), ("registry", .boolean(isForRegistry)), ("codeHash", .string(codeHash)),
            ("expiresAt", .string(expiresAt)),
        ]
        if let replaces {
            members.append(("replaces", .string(replaces.text)))
        }
        if let usedBy {
            members.append(("usedBy", .string(usedBy.text)))
        }
        return JSONValue.object(members).encoded
    }
}
