import Foundation
import GRDB
import Negotiation
import NodeKit
import SyncProtocol
import Testing

@Suite struct DataDirectoryTests {
    private func failure(_ folder: NodeFolder) -> NodeFailure.Code? {
        #expect(throws: NodeFailure.self) { try NodeStore.open(folder.data) }?.code
    }

    private func joined() throws -> (NodeFolder, NodeIdentity) {
        let folder = try NodeFolder()
        let identity = try Sample.identity()
        _ = try NodeStore.create(folder.data, identity: identity)
        return (folder, identity)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func aNodeIsOpenedAgainWithItsKeysAndDrafts() throws {
        let folder = try NodeFolder()
        let identity = try Sample.identity()
        try NodeStore.create(folder.data, identity: identity).record(try Sample.draft(1))
        let store = try NodeStore.open(folder.data)
        #expect(store.identity.signing.seed == identity.signing.seed)
        #expect(store.identity.box.seed == identity.box.seed)
        #expect(store.identity.tagKey == identity.tagKey)
        #expect(store.identity.coordinator == identity.coordinator)
        #expect(store.identity.url == identity.url)
        #expect(try store.pendingEntries().count == 1)
    }

    @Test func onlyTheOwnerMayReadWhatIsThere() throws {
        let (folder, _) = try joined()
        #expect(try mode(folder.data.path) == 0o700)
        for file in ["keys.json", "node.db"] {
            #expect(try mode(folder.file(file)) == 0o600)
        }
    }

    @Test func theDatabaseKeepsWhatItAcknowledges() throws {
        let (folder, _) = try joined()
        let store = try NodeStore.open(folder.data)
        let pragmas = try store.read { database in
            try ["journal_mode", "synchronous", "foreign_keys", "secure_delete"].map {
                try String.fetchOne(database, sql: "PRAGMA \($0)")
            }
        }
        #expect(pragmas == ["truncate", "2", "1", "1"])
    }

    @Test func aDirectoryWithoutANodeIsRefused() throws {
        let folder = try NodeFolder()
        #expect(failure(folder) == .noNode)
        try FileManager.default.createDirectory(
            atPath: folder.data.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        #expect(failure(folder) == .noNode)
    }

    @Test func aFileInPlaceOfTheDirectoryIsRefused() throws {
        let folder = try NodeFolder()
        #expect(FileManager.default.createFile(atPath: folder.data.path, contents: Data()))
        #expect(failure(folder) == .noNode)
    }

    @Test(arguments: ["", "/keys.json", "/node.db"]) func whatOthersMayReadIsRefused(file: String) throws {
        let (folder, _) = try joined()
        try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: folder.data.path + file)
        #expect(failure(folder) == .permissions)
    }

    @Test func aSecondNodeInOneDirectoryIsRefused() throws {
        let (folder, identity) = try joined()
        let failure = #expect(throws: NodeFailure.self) { try NodeStore.create(folder.data, identity: identity) }
        #expect(failure?.code == .exists)
    }

    @Test func aCreationThatWasCutShortIsRepeated() throws {
        let (folder, identity) = try joined()
        try FileManager.default.removeItem(atPath: folder.file("keys.json"))
        #expect(failure(folder) == .noNode)
        _ = try NodeStore.create(folder.data, identity: identity)
        _ = try NodeStore.open(folder.data)
    }

    @Test func aLaterVersionsDatabaseIsRefused() throws {
        let (folder, _) = try joined()
        try NodeStore.open(folder.data).write {
            try $0.execute(sql: "INSERT INTO migration (name) VALUES ('node-9999')")
        }
        #expect(failure(folder) == .newer)
    }

    @Test func aDatabaseOfAnotherProgramIsRefused() throws {
        let (folder, _) = try joined()
        try NodeStore.open(folder.data).write { try $0.execute(sql: "PRAGMA application_id = 7") }
        #expect(failure(folder) == .notADatabase)
    }

    @Test func whatIsNoDatabaseIsRefused() throws {
        let (folder, _) = try joined()
        let garbage = Data(repeating: 0x41, count: 8192)
        let file = try #require(FileHandle(forWritingAtPath: folder.file("node.db")))
        try file.write(contentsOf: garbage)
        try file.close()
        #expect(failure(folder) == .notADatabase)
    }

    @Test func aMissingDatabaseIsDamageAndNotAnEmptyNode() throws {
        let (folder, _) = try joined()
        try FileManager.default.removeItem(atPath: folder.file("node.db"))
        #expect(failure(folder) == .damaged)
    }

    @Test func damagedKeysAreNamed() throws {
        let (folder, _) = try joined()
        let file = try #require(FileHandle(forWritingAtPath: folder.file("keys.json")))
        try file.truncate(atOffset: 100)
        try file.close()
        #expect(failure(folder) == .damaged)
    }

    @Test func aLaterVersionsKeysAreRefused() throws {
        let (folder, _) = try joined()
        let file = try #require(FileHandle(forWritingAtPath: folder.file("keys.json")))
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: Data("{\"version\":2}".utf8))
        try file.close()
        #expect(failure(folder) == .newer)
    }

    @Test func keysOfAnotherLifeOfTheNodeAreRefused() throws {
        let (folder, identity) = try joined()
        try FileManager.default.removeItem(atPath: folder.file("keys.json"))
        var other = identity
        other.signing = .generate()
        let failure = #expect(throws: NodeFailure.self) { try NodeStore.create(folder.data, identity: other) }
        #expect(failure?.code == .mixed)
    }
}
