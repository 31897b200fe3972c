import Negotiation
import StrictJSON

/// The body of `POST /v1/resupply`: what a restored coordinator no longer has of a node, in pages.
///
/// `{"wire","region","node","instance","nonce","epoch","items":[{"bundle","receipt"?}],"attachments","head"?,
/// "cuts"?:[{"epoch","position"}],"answered"?:{"exchange","nonce"},"done"}`, signed as ``MessageType/resupply``. May be sent
/// again, whole or in part. Unknown members are ignored.
public struct ResupplyRequest: Equatable, Sendable {
    /// A bundle after the last one that the coordinator has, with the receipt that the node had for it.
    public struct Item: Equatable, Sendable {
        public var bundle: Bundle
        public var receipt: Receipt?

        /// A bundle as it was sent.
        public init(bundle: Bundle, receipt: Receipt?) {
            self.bundle = bundle
            self.receipt = receipt
        }
    }

    /// The last exchange of the instance that was answered.
    public struct Answered: Equatable, Sendable {
        public var exchange: Int
        public var nonce: String

        /// An exchange by its number, from 1, and its nonce.
        public init(exchange: Int, nonce: String) {
            self.exchange = exchange
            self.nonce = nonce
        }
    }

    /// From 2 on.
    public var wire: Int
    public var region: String
    /// Who hands in; the `kid` of the signature.
    public var node: NodeID
    public var instance: InstanceID
    /// Base64url of 16 random bytes; the reply repeats it.
    public var nonce: String
    /// The epoch that the coordinator says it collects for.
    public var epoch: Int
    /// In the order of their numbers, without a gap.
    public var items: [Item]
    /// What the bundles' operations name.
    public var attachments: [Attachment]
    /// The last head that the node has seen of the life before.
    public var head: Head?
    /// Where the last lives up to that head began, by what the node was told; no two of one epoch.
    public var cuts: [JournalCut]
    /// The node's last answered exchange, from which its next one goes on; nil before the first.
    public var answered: Answered?
    /// Whether the node has nothing after these.
    public var isDone: Bool

    /// A page.
    public init(
        region: String, node: NodeID, instance: InstanceID, nonce: String, epoch: Int, items: [Item],
        attachments: [Attachment], head: Head?, cuts: [JournalCut] = [], answered: Answered? = nil,
        isDone: Bool, wire: Int = Limits.wire
    ) {
        self.wire = wire
        self.answered = answered
        self.region = region
        self.node = node
        self.instance = instance
        self.nonce = nonce
        self.epoch = epoch
        self.items = items
        self.attachments = attachments
        self.head = head
        self.cuts = cuts
        self.isDone = isDone
    }

    /// Reads a request; no signature is checked. Throws ``ProtocolError`` as ``SyncRequest`` does.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            try ResupplyRequest(reading: JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.requestBytes)))
        }
    }

    private init(reading json: JSON) throws {
        wire = try json.requiredWire()
        guard wire >= 2 else {
            throw ProtocolError(.unsupportedVersion, "the first version of the wire cannot hand in", path: "/wire")
        }
        region = try json.requiredString("region", maxBytes: Limits.nameBytes)
        node = try json.requiredIdentifier("node")
        instance = try json.requiredIdentifier("instance")
        nonce = try json.requiredNonce("nonce")
        epoch = try json.requiredInteger("epoch", in: 1...JSON.integerRange.upperBound)
        items = try json.requiredArray("items", maxCount: Limits.resupplyBundles).map { item in
            let bundle = try item.requiredObject("bundle")
            return Item(
                bundle: try ProtocolError.reading(.badBundle) { try Bundle(reading: bundle) },
                receipt: try item.optionalObject("receipt").map(Receipt.init(reading:)))
        }
        attachments = try json.requiredArray("attachments", maxCount: Limits.attachments)
            .map(Attachment.init(reading:))
        head = try json.optionalObject("head").map(Head.init(reading:))
        cuts = try json.optionalArray("cuts", maxCount: Limits.cuts)?.map(JournalCut.init(reading:)) ?? []
        answered = try json.optionalObject("answered").map { answered in
            Answered(
                exchange: try answered.requiredInteger("exchange", in: 1...JSON.integerRange.upperBound),
                nonce: try answered.requiredNonce("nonce"))
        }
        isDone = try json.requiredBoolean("done")
    }

    /// The bytes to sign and send; bundles stand in them byte for byte.
    public func encode() -> [UInt8] {
        var members: [(String, JSONValue)] = [
            ("wire", .integer(wire)), ("region", .string(region)), ("node", .string(node.text)),
            ("instance", .string(instance.text)), ("nonce", .string(nonce)), ("epoch", .integer(epoch)),
            (
                "items",
                .array(
                    items.map { item in
                        .object(
                            [("bundle", .verbatim(item.bundle.bytes))]
                                + (item.receipt.map { [("receipt", $0.json)] } ?? []))
                    })
            ),
            ("attachments", .array(attachments.map(\.json))),
        ]
        members += head.map { [("head", $0.json)] } ?? []
        members += cuts.isEmpty ? [] : [("cuts", .array(cuts.map(\.json)))]
        members +=
            answered.map {
                [("answered", .object([("exchange", .integer($0.exchange)), ("nonce", .string($0.nonce))]))]
            }
            ?? []
        return JSONValue.object(members + [("done", .boolean(isDone))]).encoded
    }
}
