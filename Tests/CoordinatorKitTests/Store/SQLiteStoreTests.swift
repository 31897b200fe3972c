import Foundation
import GRDB
import Negotiation
import SyncProtocol
import Testing

@testable import CoordinatorKit

@Suite struct SQLiteStoreTests {
    @Test func secondProcessOfADirectoryIsRefused() throws {
        let directory = try TemporaryDirectory()
        let first = try SQLiteStore(directory: directory.path)
        #expect {
            try SQLiteStore(directory: directory.path)
        } throws: { ($0 as? StoreFailure)?.code == .locked }
        withExtendedLifetime(first) {}
    }

    @Test func directoryIsFreeOnceTheStoreIsGone() throws {
        let directory = try TemporaryDirectory()
        let record = StoreContractTests.record("x")
        do {
            let first = try SQLiteStore(directory: directory.path)
            try first.write { try $0.put(record) }
        }
        let second = try SQLiteStore(directory: directory.path)
        #expect(try second.read { try $0.record(record.id) } == record)
    }

    @Test func databaseOfAnotherProgramIsRefused() throws {
        let queue = try DatabaseQueue()
        try queue.write { try $0.execute(sql: "CREATE TABLE note (id INTEGER PRIMARY KEY)") }
        #expect {
            try SQLiteStore(writer: queue)
        } throws: { ($0 as? StoreFailure)?.code == .notADatabase }
        #expect(try queue.read { try $0.tableExists("journal") } == false)
    }

    @Test func databaseOfALaterVersionIsRefused() throws {
        let queue = try DatabaseQueue()
        _ = try SQLiteStore(writer: queue)
        try queue.write { try $0.execute(sql: "PRAGMA user_version = 1000") }
        #expect {
            try SQLiteStore(writer: queue)
        } throws: { ($0 as? StoreFailure)?.code == .newer }
    }

    @Test func damagedColumnIsNamedAndNotServed() throws {
        try Sodium.start()
        let queue = try DatabaseQueue()
        let store = try SQLiteStore(writer: queue)
        let record = StoreContractTests.record("x")
        try store.write { try $0.put(record) }
        try queue.write { try $0.execute(sql: "UPDATE record SET revision = 'many'") }
        #expect {
            try store.read { try $0.record(record.id) }
        } throws: { ($0 as? StoreFailure)?.code == .damaged }
    }

    @Test func attachmentThatIsNotWhatItsNameSaysIsDamage() throws {
        try Sodium.start()
        let queue = try DatabaseQueue()
        let store = try SQLiteStore(writer: queue)
        try store.write { try $0.keep(.make(Array("scan".utf8))) }
        try store.checkIntegrity()
        try queue.write { try $0.execute(sql: "UPDATE attachment SET bytes = x'00'") }
        #expect {
            try store.checkIntegrity()
        } throws: { ($0 as? StoreFailure)?.code == .damaged }
    }

    @Test func tableThatIsDeclaredOtherwiseIsDamage() throws {
        let queue = try DatabaseQueue()
        let store = try SQLiteStore(writer: queue)
        try store.checkIntegrity()
        try queue.writeWithoutTransaction { database in
            try database.execute(
                sql: """
                    PRAGMA writable_schema = ON;
                    UPDATE sqlite_master SET sql = replace(sql, 'day TEXT', 'day TEXU') WHERE name = 'head';
                    PRAGMA writable_schema = RESET;
                    """)
        }
        #expect {
            try store.checkIntegrity()
        } throws: { ($0 as? StoreFailure)?.code == .damaged }
    }

    @Test func backupHoldsWhatTheStoreHolds() throws {
        let directory = try TemporaryDirectory()
        let store = try SQLiteStore(directory: directory.path)
        let record = StoreContractTests.record("x")
        try store.write { try $0.put(record) }
        let path = directory.path + "/copy.sqlite"
        try store.backup(to: path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let copy = try SQLiteStore(writer: try DatabaseQueue(path: path))
        #expect(try copy.read { try $0.record(record.id) } == record)
        #expect(throws: StoreFailure.self) { try store.backup(to: path) }
    }

    @Test func writerOfADirectoryIsDurableAlsoWhenItIsOpenedAgain() throws {
        let directory = try TemporaryDirectory()
        for _ in 0..<2 {
            let store = try SQLiteStore(directory: directory.path)
            let modes = try store.writer.writeWithoutTransaction { database in
                try ["synchronous", "journal_mode", "foreign_keys", "secure_delete"].map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)")
                }
            }
            #expect(modes == ["2", "wal", "1", "1"])
        }
    }

    @Test func brokenReferenceIsFound() throws {
        let queue = try DatabaseQueue(configuration: SQLiteStore.configuration)
        let store = try SQLiteStore(writer: queue)
        try store.checkIntegrity()
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: "INSERT INTO link (name, value, record) VALUES ('kind', 'note', 99)")
        }
        #expect {
            try store.checkIntegrity()
        } throws: { ($0 as? StoreFailure)?.code == .damaged }
    }
}
