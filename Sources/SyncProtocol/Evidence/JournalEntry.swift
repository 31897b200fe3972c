import Negotiation
import StrictJSON

/// One line of the journal: an operation in its own bytes, what was decided about it, and what that changed.
///
/// Shape: `{"position","epoch","agency","node","instance","bundle","index","operation","reducer","outcome","effects"}`,
/// `operation` being a string with the exact bytes. An entry's own bytes are kept and never written again: state is the
/// fold of `effects`, so a later program never rewrites the past, and a tree of hashes can be computed over old entries.
public struct JournalEntry: Sendable {
    public var position: Int
    public var epoch: Int
    /// Whose operation it is, as its bundle's signature proves.
    public var agency: AgencyCode
    public var node: NodeID
    public var instance: InstanceID
    /// The number of the bundle that carried it, and its place in it from 0.
    public var bundle: Int
    public var index: Int
    public var operation: [UInt8]
    /// The version of the reducer that decided.
    public var reducer: Int
    public var outcome: Outcome
    public var effects: [Effect]

    public var encoded: [UInt8] {
        JSONValue.object([
            ("position", .integer(position)),
            ("epoch", .integer(epoch)),
            ("agency", .string(agency.text)),
            ("node", .string(node.text)),
            ("instance", .string(instance.text)),
            ("bundle", .integer(bundle)),
            ("index", .integer(index)),
            ("operation", .string(String(decoding: operation, as: UTF8.self))),
            ("reducer", .integer(reducer)),
            ("outcome", outcome.json),
            ("effects", .array(effects.map(\.json))),
        ]).encoded(reserving: likelyBytes)
    }

    /// About what the entry takes: its texts are JSON, in which every eighth byte is a quote that needs an escape.
    private var likelyBytes: Int {
        var texts = operation.count
        for case .put(let record) in effects {
            texts += record.body.count
        }
        return texts + texts / 4 + 512 * (1 + effects.count)
    }

    /// Reads an entry. Throws `JSONError` or `BodyError`.
    public init(parsing bytes: [UInt8]) throws {
        let json = try JSON(parsing: bytes)
        position = try json.requiredInteger("position", in: 1...JSON.integerRange.upperBound)
        epoch = try json.requiredInteger("epoch", in: 1...JSON.integerRange.upperBound)
        agency = try Self.read("agency", json, AgencyCode.init)
        node = try Self.read("node", json) { NodeID(text: $0) }
        instance = try Self.read("instance", json) { InstanceID(text: $0) }
        bundle = try json.requiredInteger("bundle", in: 1...JSON.integerRange.upperBound)
        index = try json.requiredInteger("index", in: 0...JSON.integerRange.upperBound)
        operation = Array(try json.requiredString("operation", maxBytes: Operation.byteLimit).utf8)
        reducer = try json.requiredInteger("reducer")
        outcome = try Outcome(reading: try json.requiredObject("outcome"))
        effects = try json.requiredArray("effects", maxCount: 100_000).map { try Effect(reading: $0) }
    }

    package init(
        position: Int, epoch: Int, author: Author, instance: InstanceID, bundle: Int, index: Int, operation: [UInt8],
        reducer: Int, decision: Decision
    ) {
        self.position = position
        self.epoch = epoch
        self.agency = author.agency
        self.node = author.node
        self.instance = instance
        self.bundle = bundle
        self.index = index
        self.operation = operation
        self.reducer = reducer
        self.outcome = decision.outcome
        self.effects = decision.effects
    }

    /// The day that this entry brought, when it brought one: the region's first, or the one it advanced to.
    package func day(of operation: Operation) -> String? {
        guard outcome.kind == .accepted else { return nil }
        return switch operation.kind {
        case "region.found": operation.body["region"]?["day"]?.string
        case "day.advance": operation.body["to"]?.string
        default: nil
        }
    }

    private static func read<Value>(_ name: String, _ json: JSON, _ value: (String) -> Value?) throws -> Value {
        guard let read = value(try json.requiredString(name, maxBytes: 36)) else {
            throw BodyError(path: "/" + name, expected: "an id or code")
        }
        return read
    }
}
