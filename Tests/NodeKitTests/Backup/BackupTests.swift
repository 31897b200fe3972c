import Foundation
import GRDB
import Negotiation
import NodeKit
import SyncProtocol
import Testing

/// Backups that are checked on the spot, and restores that are declared.
@Suite struct BackupTests {
    let coordinator = ScriptedCoordinator()

    private func folder() throws -> (NodeFolder, NodeStore) {
        let folder = try NodeFolder()
        let store = try NodeStore.create(folder.data, identity: try Sample.identity(coordinator: coordinator.key))
        coordinator.put(try Sample.id(90), "loket", attachment: .make([1, 2]))
        try store.record(try Sample.draft(1))
        _ = try store.exchange(coordinator)
        try store.record(try Sample.draft(2))
        return (folder, store)
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

    private func code(_ body: () throws -> Void) -> NodeFailure.Code? {
        #expect(throws: NodeFailure.self, performing: body)?.code
    }

    @Test func aBackupHoldsTheNodeAndOnlyItsOwnerReadsIt() throws {
        let (folder, store) = try folder()
        let path = folder.path + "/node.backup"
        let contents = try Backup.make(of: store, to: path)
        #expect(contents.node == store.identity.node && contents.drafts == 1 && contents.exchange == 1)
        #expect(try contents.digest == store.status().view.hex)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        let header = try bytes(path)
        // Bytes 18 and 19 of an SQLite file: 1 is a rollback journal, 2 would be WAL.
        #expect(header[18] == 1 && header[19] == 1)
        #expect(try store.status().upkeep.lastBackup != nil)
        let before = try bytes(path)
        #expect(try Backup.check(path).digest == contents.digest)
        #expect(try bytes(path) == before)
        #expect(code { _ = try Backup.make(of: store, to: path) } == .exists)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["data", "node.backup"])
    }

    @Test func aDamagedOrForeignFileIsNoBackup() throws {
        let (folder, store) = try folder()
        let path = folder.path + "/node.backup"
        _ = try Backup.make(of: store, to: path)
        let whole = try bytes(path)
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "UPDATE record SET revision = revision + 1") }
        try queue.close()
        #expect(code { _ = try Backup.check(path) } == .damaged)
        try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
        #expect([.damaged, .notADatabase, .io].contains(code { _ = try Backup.check(path) }))
        try Data("nothing".utf8).write(to: URL(filePath: path))
        #expect(code { _ = try Backup.check(path) } == .notADatabase)
        #expect(code { _ = try Backup.check(folder.path + "/none") } == .io)
        // A node's own database is no backup: it has no keys.
        #expect(code { _ = try Backup.check(folder.file("node.db")) } == .notADatabase)
    }

    @Test func aRestoreIsDeclaredByTheNextExchangeAndDraftsAreHeld() throws {
        let (folder, store) = try folder()
        let path = folder.path + "/node.backup"
        _ = try Backup.make(of: store, to: path)
        try FileManager.default.removeItem(atPath: folder.data.path)
        let result = try Restore.run(path, into: folder.data)
        #expect(result.replaced == nil && result.contents.drafts == 1)
        let restored = try NodeStore.open(folder.data)
        #expect(restored.identity.signing.seed == store.identity.signing.seed)
        let status = try restored.status()
        #expect(status.isRestored && status.held == 1 && status.upkeep.lastCheck != nil)
        try restored.record(try Sample.draft(3))
        let request = try SyncPlan.prepare(restored).request
        let opens = try #require(request.opens)
        #expect(request.instance == store.identity.instance && opens != request.instance)
        #expect(request.exchange == 1 && request.lastNonce.isEmpty && request.wire == 2)
        #expect(request.bundle?.instance == opens && request.bundle?.number == 1)
        // Asked again, it opens the same one.
        #expect(try SyncPlan.prepare(try NodeStore.open(folder.data)).request == request)
        _ = try coordinator.opening(restored)
        #expect(try NodeStore.open(folder.data).identity.instance == opens)
        #expect(try !restored.status().isRestored)
        let next = try SyncPlan.prepare(try NodeStore.open(folder.data)).request
        #expect(next.opens == nil && next.instance == opens && next.exchange == 2)
    }

    @Test func aNewerNodeIsReplacedOnlyWhenAPersonSaysSoAndIsKept() throws {
        let (folder, store) = try folder()
        let path = folder.path + "/node.backup"
        _ = try Backup.make(of: store, to: path)
        // The same state again loses nothing.
        #expect(try Restore.run(path, into: folder.data).replaced != nil)
        try FileManager.default.removeItem(atPath: folder.data.path)
        let later = try NodeStore.create(folder.data, identity: store.identity)
        try later.record(try Sample.draft(77))
        let before = try Sample.dump(later)
        #expect(code { _ = try Restore.run(path, into: folder.data) } == .newerCopy)
        #expect(try Sample.dump(try NodeStore.open(folder.data)) == before)
        let kept = try #require(try Restore.run(path, into: folder.data, evenIfNewer: true).replaced)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: kept).sorted().filter { !$0.hasSuffix("-journal") }
                == ["keys.json", "node.db"])
        #expect(try NodeStore.open(DataDirectory(kept)).entry(try Sample.id(77)) != nil)
        #expect(try NodeStore.open(folder.data).entry(try Sample.id(77)) == nil)
    }

    @Test func anotherNodesDirectoryIsNeverReplaced() throws {
        let (folder, store) = try folder()
        let path = folder.path + "/node.backup"
        _ = try Backup.make(of: store, to: path)
        let other = try NodeFolder()
        var identity = try Sample.identity(coordinator: coordinator.key)
        identity.node = Made.node
        _ = try NodeStore.create(other.data, identity: identity)
        #expect(code { _ = try Restore.run(path, into: other.data, evenIfNewer: true) } == .exists)
    }

    @Test func aBrokenBackupLeavesTheNodeAsItIs() throws {
        let (folder, store) = try folder()
        let path = folder.path + "/node.backup"
        _ = try Backup.make(of: store, to: path)
        let whole = try bytes(path)
        try whole.prefix(whole.count - 4096).write(to: URL(filePath: path))
        let before = try Sample.dump(store)
        #expect(code { _ = try Restore.run(path, into: folder.data, evenIfNewer: true) } != nil)
        #expect(try Sample.dump(try NodeStore.open(folder.data)) == before)
        #expect(!FileManager.default.fileExists(atPath: folder.file("restoring")))
    }

    @Test func aRunningProgramNoticesThatItsDirectoryWasReplaced() async throws {
        let (folder, store) = try folder()
        let path = folder.path + "/node.backup"
        _ = try Backup.make(of: store, to: path)
        _ = try Restore.run(path, into: folder.data)
        let failure = await #expect(throws: NodeFailure.self) {
            try await SyncSession(store, transport: coordinator).run()
        }
        #expect(failure?.code == .mixed)
    }
}

extension ScriptedCoordinator {
    /// One exchange that opens a new instance, as a coordinator that accepts it answers.
    func opening(_ store: NodeStore) throws -> Absorption {
        let prepared = try SyncPlan.prepare(store)
        let request = prepared.request
        with { state in
            state.exchange = ExchangeState(
                exchange: 0, nonce: "", bundleNumber: 0, bundleHash: SyncProtocol.Bundle.none,
                instance: request.opens ?? request.instance)
        }
        return try SyncPlan.absorb(store, try answer(opened(prepared)), of: prepared)
    }

    /// The request as the coordinator sees it once the new instance is the node's.
    private func opened(_ prepared: PreparedSync) throws -> TransportRequest {
        var request = prepared.request
        request.instance = request.opens ?? request.instance
        request.opens = nil
        var sent = prepared.transportRequest(to: "")
        sent.body = request.encode()
        return sent
    }
}
