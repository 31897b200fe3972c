import CoordinatorKit
import Foundation
import SyncProtocol
import Testing

/// Restoring over files: the old database or the new one is there, whole.
@Suite struct RestoredDirectoryTests {
    private struct Place {
        let folder: TemporaryDirectory
        let keys: CoordinatorKeys
        var data: String { folder.path + "/data" }
        var live: String { data + "/" + SQLiteStore.fileName }
        var backup: String { folder.path + "/one.backup" }

        func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

        func head() throws -> JournalHead {
            try CoordinatorDirectory.open(data).store.read { try $0.head() }
        }

        /// Names in the data directory, sorted.
        func names() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: data).sorted()
        }
    }

    /// A founded region with a backup, which goes on by one start after it.
    private func place() throws -> Place {
        try Sodium.start()
        let folder = try TemporaryDirectory()
        let data = folder.path + "/data"
        let keys: CoordinatorKeys
        do {
            let directory = try CoordinatorDirectory.prepare(data)
            keys = directory.keys
            _ = try Coordinator.found(
                TestRegion.founding,
                desk: NodeKeys(signing: SigningKey.generate().publicKey, box: Sodium.randomBytes(32)),
                store: directory.store, keys: keys, at: TestRegion.morning, log: TestRegion.quiet)
            try directory.store.backup(to: folder.path + "/one.backup")
            // Blocking: the thread of the commits would hold the directory's lock for a moment longer than the test does.
            try Coordinator(store: directory.store, keys: keys, log: TestRegion.quiet).bootBlocking()
        }
        return Place(folder: folder, keys: keys)
    }

    @Test func restoreTakesTheLiveNameAndKeepsTheOldFileBesideIt() throws {
        let place = try place()
        #expect(try place.head().position == 4)
        let (summary, epoch) = try RestoredDirectory.with(place.data) { try $0.restore(place.backup, mirror: nil) }
        #expect(summary.restored.position == 3)
        #expect(epoch.cut == 3 && epoch.position == 4)
        #expect(try place.head() == JournalHead(epoch: epoch.epoch, position: 4, day: "2026-03-02"))
        #expect(try place.names().contains("\(SQLiteStore.fileName).before-epoch-\(epoch.epoch)"))
        #expect(try !place.names().contains { $0.contains("restoring") })
        // The epoch after it is later than what the file that was replaced knew.
        let again = try RestoredDirectory.with(place.data) { try $0.restore(place.backup, mirror: nil) }
        #expect(again.epoch.epoch > epoch.epoch)
        var status = stat()
        #expect(stat(place.live, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func attemptThatFailsLeavesEverythingAsItWas() throws {
        let place = try place()
        _ = try place.head()
        let (before, names) = (place.bytes(place.live), try place.names())
        let damaged = place.folder.path + "/damaged.backup"
        var bytes = try #require(place.bytes(place.backup))
        let entry = try #require(bytes.range(of: Data("region.found".utf8)))
        bytes[entry.lowerBound] ^= 0x40
        try bytes.write(to: URL(fileURLWithPath: damaged))
        for backup in [damaged, place.folder.path + "/missing.backup"] {
            #expect(throws: (any Error).self) {
                try RestoredDirectory.with(place.data) { try $0.restore(backup, mirror: nil) }
            }
        }
        #expect(place.bytes(place.live) == before)
        #expect(try place.names() == names)
    }

    @Test func leftoversOfAnAttemptThatWasKilledDoNotMatter() throws {
        let place = try place()
        for suffix in ["", "-wal", "-shm"] {
            try Data("left".utf8).write(to: URL(fileURLWithPath: place.live + ".restoring" + suffix))
        }
        _ = try RestoredDirectory.with(place.data) { try $0.restore(place.backup, mirror: nil) }
        #expect(try place.head().epoch > 1)
    }

    @Test func deadDiskWithStrayFilesIsRestored() throws {
        let place = try place()
        try FileManager.default.removeItem(atPath: place.live)
        try Data("not a log".utf8).write(to: URL(fileURLWithPath: place.live + "-wal"))
        _ = try RestoredDirectory.with(place.data) { try $0.restore(place.backup, mirror: nil) }
        #expect(try place.head().position == 4)
    }

    @Test func unreadableDatabaseIsKeptAsideAndReplaced() throws {
        let place = try place()
        try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: place.live))
        let (_, epoch) = try RestoredDirectory.with(place.data) { try $0.restore(place.backup, mirror: nil) }
        #expect(try place.head().epoch == epoch.epoch)
        #expect(place.bytes(place.live + ".before-epoch-\(epoch.epoch)") == Data(repeating: 7, count: 8192))
    }

    @Test func checkSaysWhatARestoreWouldGiveAndChangesNothing() throws {
        let place = try place()
        let (before, names) = (place.bytes(place.live), try place.names())
        let summary = try RestoredDirectory.check(
            place.backup, mirror: nil, keys: place.keys, scratch: place.data + "/scratch")
        #expect(summary.restored.position == 3)
        #expect(place.bytes(place.live) == before)
        #expect(try place.names() == names)
    }

    @Test func inPlaceBeginsAnEpochAtTheLastStart() throws {
        let place = try place()
        let epoch = try RestoredDirectory.with(place.data) { try $0.restoreInPlace(cut: nil) }
        #expect(epoch.epoch > 1 && epoch.cut == 3 && epoch.position == 5)
        let lower = try RestoredDirectory.with(place.data) { try $0.restoreInPlace(cut: 1) }
        #expect(lower.epoch > epoch.epoch && lower.cut == 1 && lower.position == 6)
    }

    @Test func directoryThatIsServedIsRefused() throws {
        let place = try place()
        let serving = try CoordinatorDirectory.open(place.data)
        #expect { try RestoredDirectory.with(place.data) { try $0.restore(place.backup, mirror: nil) } } throws: {
            ($0 as? StoreFailure)?.code == .locked
        }
        withExtendedLifetime(serving) {}
    }
}
