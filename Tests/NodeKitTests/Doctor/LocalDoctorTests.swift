import Foundation
import GRDB
import SyncProtocol
import Testing

@testable import NodeKit

@Suite struct LocalDoctorTests {
    let coordinator = ScriptedCoordinator()
    let folder: NodeFolder

    init() throws {
        folder = try NodeFolder()
    }

    @discardableResult
    private func joined() throws -> NodeStore {
        let store = try NodeStore.create(folder.data, identity: try Sample.identity(coordinator: coordinator.key))
        coordinator.put(try Sample.id(10), "loket")
        _ = try store.exchange(coordinator)
        try store.write {
            try Upkeep.note(.backup, file: "monday.backup", at: FreshnessTests.monday, $0)
        }
        return store
    }

    private func codes(at now: Stamp = FreshnessTests.monday) -> [String] {
        // How full the disk of the machine is that runs this is not the matter.
        LocalDoctor(folder.data, at: now).run().checkups.filter { $0.subject != .disk }.compactMap(\.code)
    }

    @Test func aSoundNodeIsAllWell() throws {
        try joined()
        let (checkups, store) = LocalDoctor(folder.data, at: FreshnessTests.monday).run()
        #expect(store != nil)
        #expect(
            checkups.map(\.subject) == [.directory, .disk, .keys, .database, .contents, .sync, .backup, .clock])
        #expect(codes() == [])
    }

    @Test func aBackupThatIsMissingOrOldIsNamed() throws {
        let store = try joined()
        let month = Upkeep.oldDays * 86_400 * 1000
        let late = Stamp(milliseconds: FreshnessTests.monday.milliseconds + month)
        #expect(!codes(at: late).contains("backup-old"))
        #expect(codes(at: Stamp(milliseconds: late.milliseconds + 1000)).contains("backup-old"))
        try store.write { try $0.execute(sql: "DELETE FROM upkeep") }
        #expect(codes() == ["backup-old"])
    }

    @Test func aMissingDirectoryIsTheOneFinding() {
        #expect(codes() == ["no-node"])
    }

    @Test func keysThatOthersCanReadAreNamed() throws {
        try joined()
        chmod(folder.file("keys.json"), 0o644)
        #expect(codes() == ["permissions"])
    }

    @Test func aDatabaseThatIsNoneIsNamed() throws {
        try joined()
        try Data("not a database, but long enough to be looked at as one".utf8).write(
            to: URL(fileURLWithPath: folder.file("node.db")))
        #expect(codes() == ["not-a-database"])
    }

    @Test func aDatabaseOfALaterVersionIsNamed() throws {
        let store = try joined()
        try store.write { try $0.execute(sql: "INSERT INTO migration (name) VALUES ('node-from-the-future')") }
        #expect(codes() == ["newer"])
    }

    @Test func whatWasChangedInsideIsNamedApart() throws {
        let store = try joined()
        try store.record(try Sample.draft(1))
        try store.write { database in
            try database.execute(sql: "UPDATE record SET revision = 7")
            try database.execute(sql: "UPDATE operation SET bytes = CAST('{}' AS BLOB) WHERE bundle IS NULL")
        }
        #expect(codes() == ["replica-damaged", "outbox-damaged"])
    }

    @Test func aStoppedAndOutdatedNodeIsNamed() throws {
        let store = try joined()
        coordinator.with { $0.problem = .init(.stale) }
        _ = try store.exchange(coordinator)
        #expect(codes() == ["node-stopped"])
        let later = Stamp(milliseconds: FreshnessTests.monday.milliseconds + 30 * 86_400_000)
        #expect(codes(at: later) == ["node-stopped", "view-outdated"])
    }

    @Test(arguments: [
        (DiskSpace.fullBytes - 1, "disk-full"), (DiskSpace.fullBytes, "disk-low"), (DiskSpace.lowBytes - 1, "disk-low"),
        (DiskSpace.lowBytes, nil),
    ])
    func freeSpaceHasTwoLimits(bytes: Int, code: String?) {
        #expect(DiskSpace.judge(freeBytes: bytes).code == code)
    }
}
