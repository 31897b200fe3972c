import Foundation
import GRDB
import Negotiation
import NodeKit
import SyncProtocol
import Testing

/// Databases as released versions wrote them, kept as SQL in the folder beside this file, open with this program and are whole.
@Suite struct ReleasedSchemaTests {
    static let released = [
        "node-1+staff-1",
        "node-1+staff-1+node-2+node-pace+node-recovery+node-lives+node-heads+node-links",
        "node-1+staff-1+staff-seals+node-2+node-pace+node-recovery+node-lives+node-heads+node-links+node-seals",
    ]
    /// The coordinators of their towns, in the same order.
    private static let coordinators = [
        "j2lk9o3DlPe1iiqTx5_vbepWAPbi9mIoCy8F2r7nyjQ", "j2lk9o3DlPe1iiqTx5_vbepWAPbi9mIoCy8F2r7nyjQ",
        "QH8vyKCSL3A2bboObO_IE_zsbsE4C-tuUUiknHpow10",
    ]

    /// The database that the dump makes, and its node.
    static func database(_ name: String) throws -> (queue: DatabaseQueue, identity: NodeIdentity) {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Databases/\(name).sql")
        let queue = try DatabaseQueue()
        let sql = try String(contentsOf: file, encoding: .utf8)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: sql)
            // The node's own key was thrown away with the town.
            if try database.columns(in: "state").contains(where: { $0.name == "key" }) {
                try database.execute(sql: "UPDATE state SET key = NULL")
            }
        }
        let place = try #require(released.firstIndex(of: name))
        let key = try #require(Base64URL.decode(coordinators[place]))
        let (node, instance) = try queue.read { database in
            let row = try #require(try Row.fetchOne(database, sql: "SELECT node, instance FROM state"))
            return (
                try #require(NodeID(bytes: Array(row["node"] as Data))),
                try #require(InstanceID(bytes: Array(row["instance"] as Data)))
            )
        }
        let sample = try Sample.identity()
        return (
            queue,
            NodeIdentity(
                region: "contoh", regionName: "Kota Contoh", agency: sample.agency, node: node, instance: instance,
                isRegistry: true, url: sample.url, caPath: nil, signing: sample.signing, box: sample.box,
                tagKey: sample.tagKey, coordinator: try #require(VerifyingKey(bytes: key)))
        )
    }

    private static func applied(_ queue: DatabaseQueue) throws -> [String] {
        try queue.read { try String.fetchAll($0, sql: "SELECT name FROM migration ORDER BY id") }
    }

    @Test(arguments: released) func openingBringsItUpToDateAndItIsWhole(_ name: String) throws {
        let (queue, identity) = try Self.database(name)
        #expect(try Self.applied(queue).joined(separator: "+") == name)
        let store = try NodeStore(writer: queue, identity: identity)
        #expect(try store.inspect().isEmpty)
        let status = try store.status()
        #expect(status.state == .working && status.view.count > 0)
        #expect(status.view == status.stated)
        // The first version knew heads without roots.
        #expect(status.head?.position ?? 0 > 0 && (status.head?.root == nil) == (name == Self.released[0]))
        let request = try SyncPlan.prepare(store).request
        #expect(request.wire == Limits.wire && request.head == status.head && request.cursor == status.cursor)
        let names = try Self.applied(queue)
        _ = try NodeStore(writer: queue, identity: identity)
        #expect(try Self.applied(queue) == names)
    }

    @Test func oneOfALaterVersionIsRefusedAndUnchanged() throws {
        let queue = try DatabaseQueue()
        let identity = try Sample.identity()
        _ = try NodeStore(writer: queue, identity: identity)
        try queue.write { try $0.execute(sql: "INSERT INTO migration (name) VALUES ('node-99')") }
        let names = try Self.applied(queue)
        #expect {
            try NodeStore(writer: queue, identity: identity)
        } throws: { ($0 as? NodeFailure)?.code == .newer }
        #expect(try Self.applied(queue) == names)
    }
}
