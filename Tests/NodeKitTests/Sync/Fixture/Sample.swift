import GRDB
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Testing

/// Ids, keys, bodies and stores for tests.
enum Sample {
    static let region = "kota-uji"

    static func agency() throws -> AgencyCode {
        try #require(AgencyCode("capil"))
    }

    static func id<Subject>(_ number: Int) throws -> Identifier<Subject> {
        let tail = (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
        return try #require(Identifier(bytes: [1, 2, 3, 4, 5, 6, 0x70, 8] + tail))
    }

    static func identity(
        coordinator: SigningKey = .generate(), agency: String = "capil", isRegistry: Bool = true
    ) throws -> NodeIdentity {
        try Sodium.start()
        return NodeIdentity(
            region: region, regionName: "Kota Uji", agency: try #require(AgencyCode(agency)), node: try id(1),
            instance: try id(2),
            isRegistry: isRegistry, url: "https://localhost:9", caPath: nil, signing: .generate(), box: .generate(),
            tagKey: Sodium.randomBytes(32), coordinator: coordinator.publicKey)
    }

    /// A store in memory, of a node that knows this coordinator.
    static func store(_ coordinator: ScriptedCoordinator) throws -> NodeStore {
        try NodeStore(writer: try DatabaseQueue(), identity: try identity(coordinator: coordinator.key))
    }

    /// The same, which has received these records: "loket N" with the id N after `base`.
    static func filled(
        _ coordinator: ScriptedCoordinator, _ numbers: ClosedRange<Int>, after base: Int, exchanges: Int = 1
    ) throws -> NodeStore {
        let store = try store(coordinator)
        for number in numbers {
            coordinator.put(try id(base + number), "loket \(number)")
        }
        for _ in 0..<exchanges {
            _ = try store.exchange(coordinator)
        }
        return store
    }

    /// Reads a whole view in the second version of the wire, then in the first one of two further pages, at head 3. Gives the
    /// cursor.
    static func readOn(_ store: NodeStore, _ coordinator: ScriptedCoordinator) throws -> SyncProtocol.Cursor? {
        coordinator.put(try id(80), "loket")
        _ = try store.exchange(coordinator)
        coordinator.put(try id(81), "loket")
        coordinator.put(try id(82), "loket")
        let prepared = try SyncPlan.prepare(store, pageLimit: 1, preferring: 1)
        let reply = try coordinator.answer(prepared.transportRequest(to: ""))
        _ = try SyncPlan.absorb(store, reply, of: prepared)
        return try store.status().cursor
    }

    static func draft(
        _ number: Int, text: String = "x", record: RecordID? = nil, attachments: [SyncProtocol.Attachment] = []
    ) throws -> Draft {
        let id: OperationID = try id(number)
        var members: [(String, JSONValue)] = [("text", .string(text))]
        if !attachments.isEmpty {
            let names = attachments.map { JSONValue.object([("attachment", .string($0.name))]) }
            members.append(("scans", .array(names)))
        }
        return try Draft(
            Operation.encode(
                id: id, actor: "Sri", recordedAt: "2026-03-02T08:00:00Z", kind: "vacancy.withdraw",
                record: record ?? RecordID(id), body: .object(members)),
            attachments: attachments)
    }

    static func body(_ text: String, attachment: String? = nil) -> [UInt8] {
        var members: [(String, JSONValue)] = [("text", .string(text))]
        if let attachment {
            members.append(("scan", .object([("attachment", .string(attachment))])))
        }
        return JSONValue.object(members).encoded
    }

    /// Every row of every table, to compare whole states.
    static func dump(_ store: NodeStore) throws -> [String] {
        try store.read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1").map { row in
                    "\(table) " + row.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
                }
            }
        }
    }
}
