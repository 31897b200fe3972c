import Negotiation
import StrictJSON

/// The coordinator's signed word on one bundle: how each of its operations ended and where in the journal that stands.
///
/// In wire 1 only the whole reply is signed, its page included, so nothing small can be kept as evidence. A receipt is signed by
/// itself: the node keeps it beside the bundle until the journal is settled up to it, and a restored coordinator believes
/// it. On the wire `{"statement","signature"}`: the statement is a string that holds the exact bytes of
/// `{"region","node","instance","bundle","hash","epoch","day"?,"outcomes":[…]}`, the signature a ``DetachedJWS`` over them of
/// ``MessageType/receipt``. Unknown members are ignored.
public struct Receipt: Equatable, Sendable {
    /// The region's code.
    public let region: String
    /// Whose bundle it was.
    public let node: NodeID
    /// The node's instance.
    public let instance: InstanceID
    /// The bundle's number.
    public let bundle: Int
    /// The bundle's ``Bundle/hash``.
    public let hash: String
    /// The epoch in which the outcomes' positions count.
    public let epoch: Int
    /// The region's day when the bundle was decided, "YYYY-MM-DD"; nil when it is not known any more.
    public let day: String?
    /// One for each operation of the bundle, in its order.
    public let outcomes: [OperationOutcome]
    /// The statement's exact bytes.
    public let statement: [UInt8]
    /// A compact JWS without its payload.
    public let signature: String

    /// The receipt for a decided bundle, signed by the coordinator's key.
    public static func make(
        for bundle: Bundle, epoch: Int, day: String? = nil, outcomes: [OperationOutcome], key: SigningKey
    ) -> Receipt {
        var members: [(String, JSONValue)] = [
            ("region", .string(bundle.region)), ("node", .string(bundle.node.text)),
            ("instance", .string(bundle.instance.text)), ("bundle", .integer(bundle.number)),
            ("hash", .string(bundle.hash)), ("epoch", .integer(epoch)),
        ]
        members += day.map { [("day", .string($0))] } ?? []
        let statement = JSONValue.object(members + [("outcomes", .array(outcomes.map(\.json)))]).encoded
        return Receipt(
            region: bundle.region, node: bundle.node, instance: bundle.instance, bundle: bundle.number,
            hash: bundle.hash, epoch: epoch, day: day, outcomes: outcomes, statement: statement,
            signature: DetachedJWS.sign(statement, type: .receipt, keyID: DetachedJWS.coordinator, key: key))
    }

    private init(
        region: String, node: NodeID, instance: InstanceID, bundle: Int, hash: String, epoch: Int, day: String?,
        outcomes: [OperationOutcome], statement: [UInt8], signature: String
    ) {
        self.region = region
        self.node = node
        self.instance = instance
        self.bundle = bundle
        self.hash = hash
        self.epoch = epoch
        self.day = day
        self.outcomes = outcomes
        self.statement = statement
        self.signature = signature
    }

    /// Reads a receipt by itself. The signature is not checked. Throws ``ProtocolError``.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            try Receipt(reading: try JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.receiptBytes * 2)))
        }
    }

    /// Reads a receipt out of a message. The signature is not checked. Throws `JSONError` or `BodyError`.
    init(reading json: JSON) throws {
        let text = try json.requiredString("statement", maxBytes: Limits.receiptBytes)
        let said = try JSON(parsing: Array(text.utf8), limits: Limits.json(maxBytes: Limits.receiptBytes))
        region = try said.requiredString("region", maxBytes: Limits.nameBytes)
        node = try said.requiredIdentifier("node")
        instance = try said.requiredIdentifier("instance")
        bundle = try said.requiredInteger("bundle", in: 1...JSON.integerRange.upperBound)
        hash = try said.requiredHash("hash")
        epoch = try said.requiredInteger("epoch", in: 1...JSON.integerRange.upperBound)
        day = try said.optionalString("day", maxBytes: 10)
        outcomes = try said.requiredArray("outcomes", maxCount: Limits.bundleOperations)
            .map(OperationOutcome.init(reading:))
        statement = Array(text.utf8)
        signature = try json.requiredString("signature", maxBytes: Limits.signatureHeaderBytes)
    }

    /// `{"statement","signature"}`
    public var json: JSONValue {
        .object([
            ("statement", .string(String(decoding: statement, as: UTF8.self))), ("signature", .string(signature)),
        ])
    }

    /// Whether the coordinator of this key signed it.
    public func verifies(with key: VerifyingKey) -> Bool {
        let signer = try? DetachedJWS.verify(header: signature, payload: statement, type: .receipt) { name in
            name.utf8.elementsEqual(DetachedJWS.coordinator.utf8) ? key : nil
        }
        return signer != nil
    }

    /// Whether it is about exactly this bundle.
    public func covers(_ bundle: Bundle) -> Bool {
        node == bundle.node && instance == bundle.instance && self.bundle == bundle.number
            && hash.utf8.elementsEqual(bundle.hash.utf8) && outcomes.count == bundle.operations.count
    }
}
