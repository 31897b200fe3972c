import StrictJSON

/// The answer to a ``ResupplyRequest``, signed by the coordinator as ``MessageType/reply``.
///
/// `{"wire","nonce","bundle","open"}`. Unknown members are ignored.
public struct ResupplyReply: Equatable, Sendable {
    /// Refusals of a page after which the node waits for a person: what it has is not what the coordinator knows of it. Each
    /// names the page by its nonce.
    public static let stops: [ProblemCode] = [.badBundle, .superseded, .revoked]

    public var wire: Int
    /// The request's.
    public var nonce: String
    /// The number of the last bundle that the coordinator has of this instance now, 0 before the first: go on after it.
    public var bundle: Int
    /// Whether the node may sync again at once: what it handed in is decided.
    public var isOpen: Bool

    /// An answer.
    public init(nonce: String, bundle: Int, isOpen: Bool, wire: Int = Limits.wire) {
        self.wire = wire
        self.nonce = nonce
        self.bundle = bundle
        self.isOpen = isOpen
    }

    /// Reads an answer. Throws ``ProtocolError``.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            let json = try JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.smallBodyBytes))
            return ResupplyReply(
                nonce: try json.requiredNonce("nonce"),
                bundle: try json.requiredInteger("bundle", in: 0...JSON.integerRange.upperBound),
                isOpen: try json.requiredBoolean("open"), wire: try json.requiredWire())
        }
    }

    /// The bytes to sign and send.
    public func encode() -> [UInt8] {
        JSONValue.object([
            ("wire", .integer(wire)), ("nonce", .string(nonce)), ("bundle", .integer(bundle)),
            ("open", .boolean(isOpen)),
        ]).encoded
    }
}
