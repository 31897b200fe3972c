import Foundation
import Negotiation
import NodeKit
import SyncProtocol
import Testing

/// A restore that was cut off after any of its last steps is finished by whoever opens the directory.
@Suite struct RestoreCrashTests {
    private func move(_ from: String, _ to: String) throws {
        try FileManager.default.moveItem(atPath: from, toPath: to)
    }

    /// A data directory with a newer node in it, and a restore that is ready in the folder beside its files.
    private func ready() throws -> NodeFolder {
        let folder = try NodeFolder()
        let store = try NodeStore.create(folder.data, identity: try Sample.identity())
        try store.record(try Sample.draft(1))
        let backup = folder.path + "/node.backup"
        _ = try Backup.make(of: store, to: backup)
        try store.record(try Sample.draft(2))
        let other = try NodeFolder()
        _ = try Restore.run(backup, into: other.data)
        try FileManager.default.createDirectory(
            atPath: folder.file("restoring"), withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700]
        )
        for file in ["node.db", "keys.json"] {
            try move(other.file(file), folder.file("restoring/\(file)"))
        }
        try Data("replaced-17".utf8).write(to: URL(filePath: folder.file("restoring/ready")))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.file("restoring/ready"))
        // A journal that belongs to the old database.
        try Data("old".utf8).write(to: URL(filePath: folder.file("node.db-journal")))
        return folder
    }

    @Test(arguments: 0...6) func itIsFinished(steps: Int) throws {
        let folder = try ready()
        let done: [() throws -> Void] = [
            {
                try FileManager.default.createDirectory(
                    atPath: folder.file("replaced-17"), withIntermediateDirectories: false,
                    attributes: [.posixPermissions: 0o700])
            },
            { try move(folder.file("node.db-journal"), folder.file("replaced-17/node.db-journal")) },
            { try move(folder.file("node.db"), folder.file("replaced-17/node.db")) },
            { try move(folder.file("restoring/node.db"), folder.file("node.db")) },
            { try move(folder.file("keys.json"), folder.file("replaced-17/keys.json")) },
            { try move(folder.file("restoring/keys.json"), folder.file("keys.json")) },
        ]
        for step in done.prefix(steps) {
            try step()
        }
        let store = try NodeStore.open(folder.data)
        #expect(try store.status().isRestored)
        #expect(try store.pendingEntries().map(\.operation.id) == [try Sample.id(1)])
        #expect(!FileManager.default.fileExists(atPath: folder.file("restoring")))
        // What was there is kept, and its journal with it.
        let kept = folder.file("replaced-17/")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: kept).sorted() == [
                "keys.json", "node.db", "node.db-journal",
            ])
        #expect(try Data(contentsOf: URL(filePath: kept + "node.db-journal")) == Data("old".utf8))
        _ = try NodeStore.open(folder.data)
    }

    @Test func oneThatWasNotReadyNeverHappened() throws {
        let folder = try ready()
        try FileManager.default.removeItem(atPath: folder.file("restoring/ready"))
        try FileManager.default.removeItem(atPath: folder.file("node.db-journal"))
        let store = try NodeStore.open(folder.data)
        #expect(try store.pendingEntries().count == 2)
        #expect(try !store.status().isRestored)
    }

    @Test func aReadyFileThatNamesAnotherPlaceIsDamage() throws {
        let folder = try ready()
        try Data("../../etc".utf8).write(to: URL(filePath: folder.file("restoring/ready")))
        let failure = #expect(throws: NodeFailure.self) { try NodeStore.open(folder.data) }
        #expect(failure?.code == .damaged)
    }
}
