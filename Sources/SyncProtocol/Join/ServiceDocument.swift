import StrictJSON

/// `GET /v1`: what answers at this address. It is not signed, and nothing is believed from it: it helps a person to see that
/// an address is the right one.
///
/// `{"service","wire":[…],"region","name","key","sync","join"}`. Unknown members are ignored.
public struct ServiceDocument: Equatable, Sendable {
    /// What `service` says.
    public static let service = "mutasi-coordinator"
    /// Where requests go.
    public static let syncPath = "/v1/sync"
    /// Where a node hands in what a restored coordinator lacks.
    public static let resupplyPath = "/v1/resupply"
    /// Where a node asks to join.
    public static let joinPath = "/v1/join"

    /// The versions of the wire that are spoken there.
    public var wires: [Int]
    /// The region's code.
    public var region: String
    /// The region's name.
    public var name: String
    /// The coordinator's public key, to compare with an invitation's fingerprint.
    public var key: VerifyingKey

    /// The document of a coordinator of this program.
    public init(region: String, name: String, key: VerifyingKey, wires: [Int] = Limits.supportedWires) {
        self.region = region
        self.name = name
        self.key = key
        self.wires = wires
    }

    /// Reads a document. Throws ``ProtocolError``, also when something else answers there.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            try ServiceDocument(reading: try JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.smallBodyBytes)))
        }
    }

    private init(reading json: JSON) throws {
        guard try json.requiredString("service", maxBytes: Limits.nameBytes).utf8.elementsEqual(Self.service.utf8)
        else {
            throw JSONError(code: .wrongType, offset: 0, path: "/service", message: "expected \(Self.service)")
        }
        wires = try json.requiredArray("wire", maxCount: 100).compactMap(\.integer)
        region = try json.requiredString("region", maxBytes: Limits.nameBytes)
        name = try json.requiredString("name", maxBytes: Limits.textBytes)
        key = try json.requiredKey("key")
    }

    /// The bytes to send.
    public func encode() -> [UInt8] {
        JSONValue.object([
            ("service", .string(Self.service)), ("wire", .array(wires.map(JSONValue.integer))),
            ("region", .string(region)), ("name", .string(name)), ("key", .string(Base64URL.encode(key.bytes))),
            ("sync", .string(Self.syncPath)), ("join", .string(Self.joinPath)),
        ]).encoded
    }
}
