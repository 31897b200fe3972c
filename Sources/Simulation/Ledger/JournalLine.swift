import Negotiation
import StrictJSON
import SyncProtocol

/// One journal entry as an outsider reads it: by its bytes alone.
struct JournalLine {
    /// A record as an effect of the entry put it.
    struct Put {
        var id: RecordID
        var kind: String
        var revision: Int
        /// Nil for everybody.
        var audience: [String]?
        var body: [UInt8]
        /// The body read, for the kinds whose rules are checked.
        var json: JSON?
        /// Its part of a digest.
        var leaf: ViewDigest.Leaf

        func isVisible(to agency: AgencyCode) -> Bool {
            audience?.contains(agency.text) ?? true
        }
    }

    var position: Int
    var epoch: Int
    var agency: String
    var node: String
    var instance: String
    var bundle: Int
    var index: Int
    var reducer: Int
    /// The operation's exact bytes, its id, kind and record.
    var operation: [UInt8]
    var id: OperationID
    var kind: String
    var record: String
    /// `accepted`, `merged`, `conflict` or `rejected`, and the code.
    var outcome: String
    var code: String?
    /// The outcome's exact bytes.
    var outcomeBytes: [UInt8]
    var puts: [Put]
    /// SHA-256 of the entry's bytes.
    var hash: [UInt8]

    /// Throws `JSONError` for what is no entry.
    init(parsing bytes: [UInt8]) throws {
        let json = try JSON(parsing: bytes)
        position = try json.requiredInteger("position")
        epoch = try json.requiredInteger("epoch")
        agency = try json.requiredString("agency")
        node = try json.requiredString("node")
        instance = try json.requiredString("instance")
        bundle = try json.requiredInteger("bundle")
        index = try json.requiredInteger("index")
        reducer = try json.requiredInteger("reducer")
        operation = Array(try json.requiredString("operation", maxBytes: 1 << 24).utf8)
        let said = try JSON(parsing: operation)
        guard let id = OperationID(text: try said.requiredString("id")) else {
            throw Violation(.chainIntegrity, "position \(position) holds an operation without an id")
        }
        self.id = id
        kind = try said.requiredString("kind")
        record = try said.requiredString("record")
        let outcome = try json.requiredObject("outcome")
        self.outcome = try outcome.requiredString("outcome")
        code = try outcome.optionalString("code")
        outcomeBytes = outcome.bytes
        puts = try json.requiredArray("effects", maxCount: 100_000).compactMap(Self.put)
        hash = Sodium.sha256(bytes)
    }

    private static func put(_ effect: JSON) throws -> Put? {
        guard let put = try effect.optionalObject("put") else { return nil }
        guard let id = RecordID(text: try put.requiredString("id")) else {
            throw Violation(.chainIntegrity, "an effect names no record")
        }
        let kind = try put.requiredString("kind")
        let body = Array(try put.requiredString("body", maxBytes: 1 << 24).utf8)
        let revision = try put.requiredInteger("revision")
        return Put(
            id: id, kind: kind, revision: revision, audience: put["audience"]?.elements?.compactMap(\.string),
            body: body,
            json: ["offer", "vacancy", "card"].contains(kind) ? try JSON(parsing: body) : nil,
            leaf: ViewDigest.leaf(kind: kind, id: id, revision: revision, body: body))
    }
}
