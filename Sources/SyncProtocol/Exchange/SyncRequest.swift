import Negotiation
import StrictJSON

/// The body of `POST /v1/sync`: everything that a node has to say and to ask in one exchange.
///
/// `{"wire","region","node","instance","exchange","nonce","lastNonce","cursor"?,"head"?,"bundle"?,"attachments","limit"}`, and in
/// wire 2 `"opens"?`, `"checkpoint"?` and `"asksCheckpoint"?`.
/// The node stores (instance, exchange, nonce) before it sends, repeats the same bytes until they are answered, and signs
/// them with ``DetachedJWS`` as ``MessageType/request``. Unknown members are ignored.
public struct SyncRequest: Equatable, Sendable {
    /// The version of the wire: of this request, and so of its reply.
    public var wire: Int
    /// The region's code.
    public var region: String
    /// Who sends; the `kid` of the signature.
    public var node: NodeID
    /// The node's instance, from its join.
    public var instance: InstanceID
    /// Counts the exchanges of this instance, from 1.
    public var exchange: Int
    /// Base64url of 16 random bytes, new for each exchange.
    public var nonce: String
    /// The nonce of the last answered exchange; empty before the first.
    public var lastNonce: String
    /// What the replica holds; nil when it holds nothing.
    public var cursor: Cursor?
    /// The latest journal head that the node has seen.
    public var head: Head?
    /// The one bundle in flight.
    public var bundle: Bundle?
    /// What the bundle's operations name.
    public var attachments: [Attachment]
    /// The most changes that the reply's page should have (``Limits/pageRecords``); one position is always served whole.
    public var limit: Int
    /// From wire 2 on: the new instance that this first exchange of it opens, declared by a node whose data was restored. The
    /// request's `instance` is then the one that the restored data belongs to.
    public var opens: InstanceID?
    /// From wire 2 on: the signed checkpoint of ``head``, shown to a coordinator that did not know the head.
    public var checkpoint: String?
    /// From wire 2 on: whether the reply shall carry a signed checkpoint though the head has not moved.
    public var asksCheckpoint = false

    /// A request in the preferred version of the wire unless said otherwise.
    public init(
        region: String, node: NodeID, instance: InstanceID, exchange: Int, nonce: String, lastNonce: String,
        cursor: Cursor?, head: Head?, bundle: Bundle?, attachments: [Attachment] = [],
        limit: Int = Limits.defaultPageRecords, wire: Int = Limits.wire
    ) {
        self.wire = wire
        self.region = region
        self.node = node
        self.instance = instance
        self.exchange = exchange
        self.nonce = nonce
        self.lastNonce = lastNonce
        self.cursor = cursor
        self.head = head
        self.bundle = bundle
        self.attachments = attachments
        self.limit = limit
    }

    /// Reads a request. Throws ``ProtocolError``: `unsupported-version` before anything else is looked at, `too-large` past a
    /// limit, `bad-bundle` for the bundle, else `bad-request`.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            let json = try JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.requestBytes))
            return try SyncRequest(reading: json)
        }
    }

    private init(reading json: JSON) throws {
        wire = try json.requiredWire()
        region = try json.requiredString("region", maxBytes: Limits.nameBytes)
        node = try json.requiredIdentifier("node")
        instance = try json.requiredIdentifier("instance")
        exchange = try json.requiredInteger("exchange", in: 1...JSON.integerRange.upperBound)
        nonce = try json.requiredNonce("nonce")
        let hasLast = try json.requiredString("lastNonce", maxBytes: Limits.nonceTextBytes).isEmpty == false
        lastNonce = hasLast ? try json.requiredNonce("lastNonce") : ""
        cursor = try json.optionalObject("cursor").map(Cursor.init(reading:))
        head = try json.optionalObject("head").map(Head.init(reading:))
        bundle = try json.optionalObject("bundle").map { bundle in
            try ProtocolError.reading(.badBundle) { try Bundle(reading: bundle) }
        }
        attachments = try json.requiredArray("attachments", maxCount: Limits.attachments).map(Attachment.init(reading:))
        limit = try json.requiredInteger("limit", in: Limits.pageRecords)
        guard wire >= 2 else { return }
        opens = json["opens"] == nil ? nil : try json.requiredIdentifier("opens")
        checkpoint = try json.optionalString("checkpoint", maxBytes: Limits.checkpointBytes)
        asksCheckpoint = json["asksCheckpoint"] == nil ? false : try json.requiredBoolean("asksCheckpoint")
    }

    /// The bytes to sign, store and send; the bundle stands in them byte for byte.
    public func encode() -> [UInt8] {
        var members: [(String, JSONValue)] = [
            ("wire", .integer(wire)), ("region", .string(region)), ("node", .string(node.text)),
            ("instance", .string(instance.text)), ("exchange", .integer(exchange)), ("nonce", .string(nonce)),
            ("lastNonce", .string(lastNonce)),
        ]
        if let cursor {
            members.append(("cursor", cursor.json))
        }
        if let head {
            members.append(("head", head.json))
        }
        if let bundle {
            members.append(("bundle", .verbatim(bundle.bytes)))
        }
        members.append(("attachments", .array(attachments.map(\.json))))
        members.append(("limit", .integer(limit)))
        if wire >= 2 {
            members += opens.map { [("opens", .string($0.text))] } ?? []
            members += checkpoint.map { [("checkpoint", .string($0))] } ?? []
            members += asksCheckpoint ? [("asksCheckpoint", true)] : []
        }
        return JSONValue.object(members).encoded
    }
}
