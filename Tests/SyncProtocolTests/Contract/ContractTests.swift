import Foundation
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// Whatever a schema demands of a message our readers demand too: `Tests/EndToEnd/contract` makes the same changes and shows
/// that the schemas refuse them.
@Suite struct ContractTests {
    typealias Reader = @Sendable ([UInt8]) throws -> Void

    private static let other: [String: any Sendable] = [
        "string": 7, "integer": "7", "boolean": "true", "object": [Int](), "array": [String: Int](),
    ]

    /// Reads `text` with each demanded member left out, and each given one of another type; every one has to be refused.
    ///
    /// `unread` are members that a node has no use for and does not look at.
    private func differ(
        _ text: [UInt8], _ reference: String, unread: [String] = [], _ read: Reader
    ) throws -> Int {
        let schemas = try SchemaFolder()
        let message = try JSONSerialization.jsonObject(with: Data(text))
        #expect(throws: Never.self) { try read(text) }
        var count = 0
        for (path, node) in try schemas.objects(of: schemas.node(reference), in: message) {
            for name in node.required {
                let bad = try bytes(changed(message, path + [name], to: nil))
                #expect(throws: ProtocolError.self, "without \(path + [name])") { try read(bad) }
                count += 1
            }
            let object = try #require(value(message, at: path) as? [String: Any])
            for (name, part) in node.properties where object[name] != nil && !unread.contains(name) {
                let part = try schemas.followed(SchemaFolder.Node(file: node.file, members: part))
                guard let type = part.type, let other = Self.other[type] else { continue }
                let bad = try bytes(changed(message, path + [name], to: other))
                #expect(throws: ProtocolError.self, "\(path + [name]) of another type") { try read(bad) }
                count += 1
            }
        }
        return count
    }

    private func reply(wire: Int) throws -> SyncReply {
        var reply = try Samples.fullReply()
        reply.wire = wire
        if wire == 2 {
            let receipt = Receipt.make(
                for: try Samples.bundle(), epoch: 1, outcomes: reply.outcomes, key: try Samples.key(9))
            reply.head.root = Samples.hash
            reply.receipt = receipt
            reply.corrected = [receipt]
            reply.consistency = [[UInt8](repeating: 6, count: 32)]
            reply.checkpoint = "mutasi/kota-uji\n"
            reply.restart = true
        }
        return reply
    }

    private func value(_ value: Any, at path: [String]) -> Any? {
        path.reduce(value) { value, part in
            (value as? [String: Any])?[part] ?? Int(part).flatMap { (value as? [Any])?[$0] }
        }
    }

    private func changed(_ value: Any, _ path: [String], to new: Any?) throws -> Any? {
        guard let part = path.first else { return new }
        let rest = Array(path.dropFirst())
        if var object = value as? [String: Any] {
            object[part] = try changed(try #require(object[part]), rest, to: new)
            return object
        }
        var array = try #require(value as? [Any])
        let index = try #require(Int(part))
        array[index] = try #require(try changed(array[index], rest, to: new))
        return array
    }

    private func bytes(_ value: Any?) throws -> [UInt8] {
        Array(try JSONSerialization.data(withJSONObject: try #require(value), options: [.withoutEscapingSlashes]))
    }

    @Test(arguments: [1, 2]) func requestsWithoutAMemberOrOfAnotherTypeAreRefused(wire: Int) throws {
        let read: Reader = { _ = try SyncRequest(parsing: $0) }
        var request = try Samples.fullRequest()
        request.wire = wire
        #expect(try differ(request.encode(), "sync-request.json", read) >= 40)
        guard wire == 2 else { return }
        request.opens = request.instance
        request.checkpoint = "mutasi/kota-uji\n"
        request.asksCheckpoint = true
        let schemas = try SchemaFolder()
        for (name, type) in [("opens", "string"), ("checkpoint", "string"), ("asksCheckpoint", "boolean")] {
            let part = try schemas.node("sync-request.json#/then/properties/\(name)")
            #expect(part.type == type)
            let message = try JSONSerialization.jsonObject(with: Data(request.encode()))
            let bad = try bytes(changed(message, [name], to: Self.other[type]))
            #expect(throws: ProtocolError.self) { try read(bad) }
        }
    }

    @Test(arguments: [(1, 35), (2, 35)]) func repliesWithoutAMemberOrOfAnotherTypeAreRefused(wire: Int, least: Int)
        throws
    {
        let reply = try reply(wire: wire)
        let count = try differ(reply.encode(), "sync-reply.json#/$defs/wire\(wire)") { _ = try SyncReply(parsing: $0) }
        #expect(count >= least)
    }

    @Test func receiptsStatementsAndBundlesAreHeldToTheirSchemas() throws {
        let receipt = try #require(try reply(wire: 2).receipt)
        #expect(try differ(receipt.json.encoded, "receipt.json") { _ = try Receipt(parsing: $0) } == 4)
        let statement = try differ(receipt.statement, "receipt.json#/$defs/statement") { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            _ = try Receipt(
                parsing: JSONValue.object([("statement", .string(text)), ("signature", .string(receipt.signature))])
                    .encoded)
        }
        #expect(statement >= 20)
        let bundle = try #require(try Samples.fullRequest().bundle)
        #expect(try differ(bundle.bytes, "bundle.json") { _ = try Bundle(parsing: $0) } >= 9)
    }

    @Test func operationsJoinsAndDocumentsAreHeldToTheirSchemas() throws {
        let operation = Array(
            #"""
            {"id":"\#(Samples.nodeText)","actor":"sari","recordedAt":"2026-03-02T08:00:00Z","kind":"card.open",
            "record":"\#(Samples.instanceText)","body":{}}
            """#.utf8)
        let operations = try differ(operation, "operation.json") { bytes in
            do {
                _ = try Operation(parsing: bytes)
            } catch {
                throw ProtocolError(.badRequest, "no operation", path: "")
            }
        }
        #expect(operations == 12)
        let key = SigningKey.generate()
        let box = BoxKey.generate().publicKey
        let join = JoinRequest.make(code: "kode", key: key, box: box).encode()
        #expect(try differ(join, "join-request.json") { _ = try JoinRequest(parsing: $0) } == 10)
        let document = ServiceDocument(region: "kota-uji", name: "Kota Uji", key: key.publicKey)
        #expect(
            try differ(document.encode(), "service-document.json", unread: ["sync", "join"]) {
                _ = try ServiceDocument(parsing: $0)
            } >= 7)
        let problem = Problem(.busy, detail: "later").encode()
        #expect(try differ(problem, "problem.json", unread: ["code"]) { _ = try Problem(parsing: $0) } >= 4)
    }

    @Test func filesCarriedByHandAreHeldToTheirSchemas() throws {
        let request = CarriedRequest(address: ServiceDocument.syncPath, signature: "a..b", body: [0x7B, 0x7D])
        let asked = try differ(request.encode(), "carried-request.json") { _ = try CarriedRequest(parsing: $0) }
        #expect(asked >= 6)
        let reply = CarriedReply(status: 200, signature: "a..b", retryAfter: "5", body: [0x7B, 0x7D])
        let answered = try differ(reply.encode(), "carried-reply.json") { _ = try CarriedReply(parsing: $0) }
        #expect(answered >= 7)
    }
}
