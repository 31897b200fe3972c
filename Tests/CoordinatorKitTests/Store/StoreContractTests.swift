import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// What every coordinator's store must do.
@Suite struct StoreContractTests {
    enum Kind: CaseIterable {
        case memory, file, wrapped

        /// The store, and what it needs to live.
        func open() throws -> (store: any CoordinatorStore, keep: TemporaryDirectory?) {
            try Sodium.start()
            switch self {
            case .memory: return (try SQLiteStore(writer: try DatabaseQueue()), nil)
            case .file:
                let directory = try TemporaryDirectory()
                return (try SQLiteStore(directory: directory.path), directory)
            case .wrapped: return (FaultyStore(try SQLiteStore(writer: try DatabaseQueue())), nil)
            }
        }
    }

    static let disdik = Made.agency("disdik")
    static let dinkes = Made.agency("dinkes")

    static func record(_ text: String, audience: Audience = .all, id: RecordID = Statement.recordID())
        -> Negotiation.Record
    {
        Negotiation.Record(
            id: id, kind: RecordKind(rawValue: "note"), revision: 1, audience: audience,
            body: JSONValue.object([("text", .string(text))]).encoded, created: 1, changed: 1)
    }

    @Test(arguments: Kind.allCases) func newStoreHasNothing(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        #expect(try store.read { try $0.head() } == JournalHead(epoch: 1, position: 0, day: nil))
        #expect(try store.read { try $0.region() } == nil)
        #expect(try store.read { try $0.entries(after: 0, limit: 10) }.isEmpty)
        #expect(try store.read { try $0.nodes() }.isEmpty)
        #expect(try store.read { try $0.digest(of: .agency(Self.disdik)) } == ViewDigest())
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func recordReadsBackAsItWasPut(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        var record = Self.record("é\u{0}\"", audience: .of([Self.disdik, Self.dinkes]))
        try store.write { try $0.put(record) }
        #expect(try store.read { try $0.record(record.id) } == record)
        record.body = Array("{}".utf8)
        record.revision = 2
        record.audience = .all
        try store.write { try $0.put(record) }
        #expect(try store.read { try $0.record(record.id) } == record)
        #expect(try store.read { try $0.record(Statement.recordID()) } == nil)
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func recordIsFoundUnderItsLinksOnly(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        var invitation = Self.record("")
        invitation.kind = .invitation
        invitation.body = Array(#"{"codeHash":"aa"}"#.utf8)
        var older = invitation
        older.id = Statement.recordID()
        older.created = 0
        try store.write { transaction in
            try transaction.put(invitation)
            try transaction.put(older)
        }
        #expect(try store.read { try $0.records(linked: Link("invitation", "aa")) } == [older, invitation])
        invitation.body = Array(#"{"codeHash":"bb"}"#.utf8)
        try store.write { try $0.put(invitation) }
        #expect(try store.read { try $0.records(linked: Link("invitation", "aa")) } == [older])
        #expect(try store.read { try $0.records(linked: Link("invitation", "bb")) } == [invitation])
        #expect(try store.read { try $0.records(linked: .kind(.invitation)) } == [older, invitation])
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func claimIsHeldByOneRecordUntilReleased(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        let (first, second) = (Statement.recordID(), Statement.recordID())
        #expect(try store.write { try $0.setClaim("tag", record: first) })
        #expect(try store.write { try $0.setClaim("tag", record: first) })
        #expect(try !store.write { try $0.setClaim("tag", record: second) })
        #expect(try store.read { try $0.claim("tag") } == first)
        try store.write { transaction in
            try transaction.removeClaim("tag")
            #expect(try transaction.setClaim("tag", record: second))
        }
        #expect(try store.read { try $0.claim("tag") } == second)
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func failedTransactionLeavesNothing(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        let record = Self.record("x")
        #expect(throws: TestFailure.self) {
            try store.write { transaction in
                try transaction.put(record)
                try transaction.setHead(JournalHead(epoch: 1, position: 9, day: "2026-01-01"))
                throw TestFailure.missing("on purpose")
            }
        }
        #expect(try store.read { try $0.record(record.id) } == nil)
        #expect(try store.read { try $0.head().position } == 0)
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func failedSavepointLeavesWhatWasBeforeIt(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        let (kept, undone) = (Self.record("kept"), Self.record("undone"))
        try store.write { transaction in
            try transaction.put(kept)
            do {
                try transaction.savepoint {
                    try transaction.put(undone)
                    throw TestFailure.missing("on purpose")
                }
            } catch is TestFailure {
                return
            }
        }
        #expect(try store.read { try $0.everything().records } == [kept])
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func audienceRowsComeInOrderOfPositionForTheReadersAsked(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        let records = (0..<4).map { index in
            var record = Self.record("\(index)")
            record.changed = 10 - index
            return record
        }
        let readers: [Reader] = [.all, .agency(Self.disdik), .agency(Self.dinkes), .all]
        try store.write { transaction in
            for (index, record) in records.enumerated() {
                try transaction.put(record)
                try transaction.setAudience(
                    readers[index], record: record.id, position: record.changed, present: true, held: nil)
            }
            try transaction.setAudience(.all, record: records[0].id, position: 20, present: false, held: 10)
        }
        let rows = try store.read {
            try $0.audience(of: [.all, .agency(Self.disdik)], after: 7, through: 100, limit: 10)
        }
        #expect(
            rows == [
                AudienceRow(reader: .agency(Self.disdik), record: records[1].id, position: 9, present: true),
                AudienceRow(reader: .all, record: records[0].id, position: 20, present: false),
            ])
        let holders = try store.read { try $0.holders(of: records[1].id, among: [.all, .agency(Self.disdik)]) }
        #expect(holders == [Reader.agency(Self.disdik)])
        #expect(try store.read { try $0.holders(of: records[0].id, among: [.all]) }.isEmpty)
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func readerThatGetsBackWhatItLostHasOneRow(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        let record = Self.record("x")
        let reader = Reader.agency(Self.disdik)
        func rows() throws -> [AudienceRow] {
            try store.read { try $0.audience(of: [.all, reader], after: 0, through: 100, limit: 10) }
        }
        try store.write { transaction in
            try transaction.put(record)
            try transaction.setAudience(reader, record: record.id, position: 1, present: true, held: nil)
            try transaction.setAudience(reader, record: record.id, position: 2, present: false, held: 1)
        }
        #expect(try rows() == [AudienceRow(reader: reader, record: record.id, position: 2, present: false)])
        try store.write { transaction in
            try transaction.setAudience(reader, record: record.id, position: 3, present: true, held: nil)
        }
        #expect(try rows() == [AudienceRow(reader: reader, record: record.id, position: 3, present: true)])
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func nodeReadsBackByIdAndByKey(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        let key = SigningKey.generate().publicKey
        var node = EnrolledNode(
            node: Made.id(), agency: Self.disdik, registry: true, key: key,
            invitation: Statement.recordID(),
            exchange: ExchangeState(
                exchange: 3, nonce: "n", bundleNumber: 2, bundleHash: "h",
                instance: Made.id()))
        try store.write { try $0.setNode(node) }
        #expect(try store.read { try $0.node(node.node) } == node)
        node.exchange.exchange = 4
        node.reached = 17
        node.isRevoked = true
        node.seen = "2026-03-02T00:00:00Z"
        try store.write { try $0.setNode(node) }
        #expect(try store.read { try $0.node(keyed: key) } == node)
        #expect(try store.read { try $0.nodes() } == [node])
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func attachmentReadsBackByName(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        let attachment = Attachment(salt: Sodium.randomBytes(32), bytes: [1, 2, 3])
        try store.write { transaction in
            try transaction.keep(attachment)
            try transaction.keep(attachment)
        }
        #expect(try store.read { try $0.attachment(attachment.name) }?.bytes == [1, 2, 3])
        #expect(try store.read { try $0.attachment(String(repeating: "0", count: 64)) } == nil)
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func journalReadsBackInOrderWithItsEvidence(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        let bundle = Bundle.make(
            region: "kota-uji", node: Made.id(), instance: Made.id(), number: 1, previous: Bundle.none,
            operations: [Statement.put("a", to: nil), Statement.put("b", to: nil)], key: .generate())
        let entries = bundle.operations.enumerated().map { index, bytes in
            StoredEntry(
                position: index + 1, agency: Self.disdik, operation: Made.id(), instance: bundle.instance, bundle: 1,
                index: index, bytes: bytes, leaf: StoredEntry.leaf(of: bytes))
        }
        let decided = entries.map {
            DecidedOperation(operation: $0.operation, hash: Sodium.sha256($0.bytes), position: $0.position)
        }
        try store.write { transaction in
            try transaction.append(bundle: bundle)
            for (entry, decided) in zip(entries, decided) {
                try transaction.append(entry)
                try transaction.append(decided, by: Self.disdik)
            }
            try transaction.setHead(JournalHead(epoch: 1, position: 2, day: "2026-03-02"))
        }
        try store.read { snapshot throws in
            #expect(try snapshot.entries(after: 0, limit: 10) == entries)
            #expect(try snapshot.entries(after: 0, limit: 1) == [entries[0]])
            #expect(try snapshot.entry(at: 2) == entries[1])
            #expect(try snapshot.entry(at: 3) == nil)
            #expect(try snapshot.bundle(bundle.instance, number: 1) == bundle.bytes)
            #expect(try snapshot.bundle(bundle.instance, number: 2) == nil)
            #expect(try snapshot.decided(entries[1].operation, by: Self.disdik) == [decided[1]])
            #expect(try snapshot.decided(entries[1].operation, by: Self.dinkes) == [])
            #expect(try snapshot.head() == JournalHead(epoch: 1, position: 2, day: "2026-03-02"))
        }
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func positionBundleAndDecisionAreTakenOnce(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        let bundle = Bundle.make(
            region: "kota-uji", node: Made.id(), instance: Made.id(), number: 1, previous: Bundle.none,
            operations: [Statement.put("a", to: nil)], key: .generate())
        let entry = StoredEntry(
            position: 1, agency: Self.disdik, operation: Made.id(), instance: bundle.instance, bundle: 1, index: 0,
            bytes: [1], leaf: [2])
        let decided = DecidedOperation(operation: entry.operation, hash: [3], position: 1)
        try store.write { transaction in
            try transaction.append(bundle: bundle)
            try transaction.append(entry)
            try transaction.append(decided, by: Self.disdik)
        }
        #expect(throws: (any Error).self) { try store.write { try $0.append(bundle: bundle) } }
        #expect(throws: (any Error).self) { try store.write { try $0.append(entry) } }
        #expect(throws: (any Error).self) { try store.write { try $0.append(decided, by: Self.disdik) } }
        withExtendedLifetime(keep) {}
    }

    @Test(arguments: Kind.allCases) func digestAndRegionReadBack(_ kind: Kind) throws {
        let (store, keep) = try kind.open()
        var digest = ViewDigest()
        digest.add(ViewDigest.leaf(kind: "note", id: Made.id(), revision: 1, body: [1]))
        let region = RegionIdentity(
            code: "kota-uji", name: "Kota Uji", zone: "Asia/Makassar", isTrial: true, bkd: Self.disdik, language: "id",
            node: Made.id())
        try store.write { [digest] transaction in
            try transaction.setDigest(digest, of: .all)
            try transaction.setDigest(digest, of: .agency(Self.dinkes))
            try transaction.setRegion(region)
        }
        #expect(try store.read { try $0.digest(of: .agency(Self.dinkes)) } == digest)
        #expect(try store.read { try $0.everything().digests } == [.all: digest, .agency(Self.dinkes): digest])
        #expect(try store.read { try $0.region() } == region)
        #expect(throws: (any Error).self) { try store.write { try $0.setRegion(region) } }
        withExtendedLifetime(keep) {}
    }
}
