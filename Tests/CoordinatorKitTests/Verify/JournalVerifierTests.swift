import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

@Suite struct JournalVerifierTests {
    /// A region with some of everything, and its database.
    static func region() async throws -> (TestRegion, DatabaseQueue) {
        let queue = try DatabaseQueue()
        var region = try TestRegion(store: try SQLiteStore(writer: queue))
        var node = try await region.node("disdik")
        let record = Statement.recordID()
        _ = try await node.sync(
            region.coordinator,
            [
                Statement.put("one", to: ["disdik"], record: record), Statement.put("two", to: nil),
                Statement.make("test.claim", body: .object([("tag", "t")])),
                Statement.make("test.poison", body: .object([])),
            ])
        _ = try await node.sync(region.coordinator, [Statement.put("three", to: ["bkd"], record: record)])
        return (region, queue)
    }

    static func damage(_ region: TestRegion) throws -> JournalDamage? {
        do {
            _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
            return nil
        } catch let damage as JournalDamage {
            return damage
        }
    }

    @Test func wholeJournalVerifies() async throws {
        let (region, _) = try await Self.region()
        let summary = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
        #expect(summary.head == JournalHead(epoch: 1, position: 11, day: "2026-03-02"))
        #expect(summary.bundles == 6)
    }

    @Test func everyFlippedByteOfAnEntryIsFoundAtItsPosition() async throws {
        let (region, queue) = try await Self.region()
        let entry = try #require(try region.store.read { try $0.entry(at: 8) })
        for offset in stride(from: 0, to: entry.bytes.count, by: 7) {
            var flipped = entry.bytes
            flipped[offset] ^= 0x01
            try await queue.write { [flipped] in
                try $0.execute(sql: "UPDATE journal SET bytes = ? WHERE position = 8", arguments: [Data(flipped)])
            }
            let damage = try Self.damage(region)
            #expect(damage?.code == .entry, "offset \(offset)")
            #expect(damage?.position == 8, "offset \(offset)")
        }
    }

    @Test(
        arguments: [
            ("UPDATE record SET body = CAST('{}' AS BLOB) WHERE kind = 'note' AND audience = '*'", .record),
            ("UPDATE record SET revision = revision + 1 WHERE kind = 'region'", .record),
            ("UPDATE record SET audience = '*' WHERE audience = 'bkd' AND kind = 'note'", .record),
            ("DELETE FROM link WHERE name = 'invitation'", .link),
            ("INSERT INTO link (name, value, record) SELECT 'kind', 'x', id FROM record LIMIT 1", .link),
            ("DELETE FROM claim", .claim),
            ("INSERT INTO claim (tag, record) VALUES ('u', randomblob(16))", .claim),
            ("UPDATE audience SET present = 1 WHERE present = 0", .audience),
            ("UPDATE audience SET position = position - 1 WHERE reader > 0", .audience),
            ("UPDATE digest SET count = count + 1 WHERE reader = 0", .digest),
            ("UPDATE digest SET sum = '00' || substr(sum, 3)", .digest),
            ("UPDATE head SET position = position + 1", .position),
            ("UPDATE head SET day = '2026-04-01'", .day),
            ("UPDATE head SET epoch = 2", .position),
            ("UPDATE region SET trial = 0", .region),
            ("UPDATE region SET bkd = 'disdik'", .entry),
            ("UPDATE node SET agency = 1 WHERE id = 3", .node),
            ("UPDATE node SET bundle = bundle - 1 WHERE id = 3", .node),
            ("UPDATE node SET bundle = bundle + 1 WHERE id = 3", .bundle),
            ("DELETE FROM node WHERE id = 3", .node),
            ("DELETE FROM decided WHERE position = 8", .decided),
            ("UPDATE decided SET hash = randomblob(32) WHERE position = 8", .decided),
            ("DELETE FROM decided WHERE position = 8; DELETE FROM journal WHERE position = 8", .position),
            ("UPDATE journal SET item = 1 - item WHERE position = 8", .entry),
            ("UPDATE bundle SET bytes = CAST('{}' AS BLOB) WHERE id = (SELECT max(id) FROM bundle)", .bundle),
            (
                "UPDATE bundle SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"signature\":\"', '\"signature\":\"A') AS BLOB)",
                .bundle
            ),
        ] as [(String, JournalDamage.Code)])
    func damageIsFoundAndNamed(_ sql: String, _ code: JournalDamage.Code) async throws {
        let (region, queue) = try await Self.region()
        try await queue.write { try $0.execute(sql: sql) }
        #expect(try Self.damage(region)?.code == code)
    }

    @Test(arguments: [
        ("\"agency\":\"disdik\"", "\"agency\":\"dinkes\"", JournalDamage.Code.entry),
        ("\"revision\":1", "\"revision\":2", .tree),
        ("\\\"text\\\":\\\"two", "\\\"text\\\":\\\"TWO", .operation),
    ])
    func forgedEntryWithItsLeafIsFound(_ old: String, _ new: String, _ code: JournalDamage.Code) async throws {
        let (region, queue) = try await Self.region()
        let entry = try #require(try region.store.read { try $0.entry(at: 8) })
        let forged = Array(String(decoding: entry.bytes, as: UTF8.self).replacing(old, with: new).utf8)
        try #require(forged != entry.bytes)
        try await queue.write { database in
            try database.execute(
                sql: "UPDATE journal SET bytes = ?, leaf = ? WHERE position = 8",
                arguments: [Data(forged), Data(StoredEntry.leaf(of: forged))])
        }
        #expect(try Self.damage(region)?.code == code)
    }

    @Test func operationOfABundleWithoutAnEntryIsNamed() async throws {
        let (region, _) = try await Self.region()
        let forgotten = region.desk.bundle([Statement.put("forgotten", to: nil)])
        try region.store.write { transaction in
            try transaction.append(bundle: forgotten)
            var node = try #require(try transaction.node(region.desk.node))
            node.exchange.bundleNumber = forgotten.number
            node.exchange.bundleHash = forgotten.hash
            try transaction.setNode(node)
        }
        #expect(try Self.damage(region)?.code == .undecided)
    }

    @Test func exchangedKeyOfANodeIsFound() async throws {
        let (region, _) = try await Self.region()
        try region.store.write { transaction in
            var node = try #require(try transaction.node(region.desk.node))
            node.key = SigningKey.generate().publicKey
            try transaction.setNode(node)
        }
        #expect(try Self.damage(region)?.code == .node)
    }

    @Test func journalUnderAnotherKeyDoesNotVerify() async throws {
        let (region, _) = try await Self.region()
        #expect {
            try JournalVerifier.verify(region.store, coordinatorKey: SigningKey.generate().publicKey)
        } throws: { ($0 as? JournalDamage)?.code == .bundle }
    }
}
