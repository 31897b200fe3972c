import Foundation
import GRDB
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Synchronization
import Testing

/// Fresh keys in an existing data directory: what stays, what is held, and a rejoin that is cut off anywhere.
@Suite struct RejoinTests {
    let coordinator = ScriptedCoordinator()

    /// A node with a record, a decided operation, one in flight and a draft.
    private func folder() throws -> (NodeFolder, Doorkeeper) {
        let folder = try NodeFolder()
        let identity = try Sample.identity(coordinator: coordinator.key)
        let store = try NodeStore.create(folder.data, identity: identity)
        coordinator.put(try Sample.id(90), "loket")
        try store.record(try Sample.draft(1))
        _ = try store.exchange(coordinator)
        try store.record(try Sample.draft(2))
        _ = try SyncPlan.prepare(store)
        try store.record(try Sample.draft(3))
        let door = Doorkeeper(
            key: coordinator.key, node: identity.node, instance: try Sample.id(20), agency: identity.agency)
        return (folder, door)
    }

    private func replaced(_ store: NodeStore, isAhead: Bool = false) throws -> JoinReply.Replaced {
        let (exchange, nonce) = try store.read { database in
            let row = try #require(try Row.fetchOne(database, sql: "SELECT exchange, nonce FROM state"))
            return (row["exchange"] as Int, row["nonce"] as String)
        }
        return JoinReply.Replaced(
            exchange: exchange + (isAhead ? 1 : 0), nonce: isAhead ? Base64URL.encode(Sodium.randomBytes(16)) : nonce)
    }

    private func pending(_ store: NodeStore) throws -> [OperationID] {
        try store.pendingEntries().map(\.operation.id)
    }

    @Test func aReplacedNodeKeepsEverythingAndCountsAnew() async throws {
        let (folder, door) = try folder()
        let old = try NodeStore.open(folder.data)
        let last = try replaced(old)
        door.terms.withLock { $0.replaced = last }
        let before = try old.status()
        let store = try await Rejoin.run(door.line(), in: folder.data, transport: door)
        #expect(store.identity.node == old.identity.node)
        #expect(store.identity.instance == (try Sample.id(20)))
        #expect(store.identity.signing.seed != old.identity.signing.seed)
        #expect(try store.status().view == before.view)
        #expect(try store.status().state == .working)
        // What was in flight is a draft again, before the one that came later, and nothing is held: this copy was the last.
        #expect(try pending(store) == [try Sample.id(2), try Sample.id(3)])
        #expect(try store.status().held == 0)
        #expect(try store.entry(try Sample.id(1))?.outcome == Outcome(.accepted))
        let request = try SyncPlan.prepare(store).request
        #expect(request.exchange == 1 && request.lastNonce.isEmpty && request.instance == store.identity.instance)
        #expect(request.bundle?.number == 1 && request.bundle?.previous == SyncProtocol.Bundle.none)
        #expect(request.cursor == before.cursor)
        coordinator.with { $0.exchange = nil }
        #expect(try store.exchange(coordinator).progress?.outcomes.count == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.file("rejoin.json")))
    }

    @Test func draftsOfAnOlderCopyAreHeld() async throws {
        let (folder, door) = try folder()
        let last = try replaced(try NodeStore.open(folder.data), isAhead: true)
        door.terms.withLock { $0.replaced = last }
        let store = try await Rejoin.run(door.line(), in: folder.data, transport: door)
        #expect(try store.pendingEntries().map(\.state) == [.held(.olderCopy), .held(.olderCopy)])
        #expect(try SyncPlan.prepare(store).request.bundle == nil)
    }

    @Test func aReplyThatWasLostMakesNoOlderCopy() async throws {
        let (folder, door) = try folder()
        let prepared = try SyncPlan.prepare(try NodeStore.open(folder.data)).request
        door.terms.withLock {
            $0.replaced = JoinReply.Replaced(exchange: prepared.exchange, nonce: prepared.nonce)
        }
        let store = try await Rejoin.run(door.line(), in: folder.data, transport: door)
        #expect(try store.status().held == 0)
    }

    @Test func aFurtherNodeHasItsOwnIdAndHoldsWhatMayBeAnothers() async throws {
        let (folder, door) = try folder()
        door.terms.withLock { $0.node = Made.node }
        let store = try await Rejoin.run(door.line(), in: folder.data, transport: door)
        #expect(store.identity.node == Made.node)
        #expect(try NodeStore.open(folder.data).identity.node == Made.node)
        #expect(try store.status().held == 2)
    }

    @Test func aLostReplyIsAskedForWithTheSameKeysAndNoSyncComesBetween() async throws {
        let (folder, door) = try folder()
        door.terms.withLock { $0.isLost = true }
        await #expect(throws: TransportError.self) {
            try await Rejoin.run(door.line(), in: folder.data, transport: door)
        }
        let store = try NodeStore.open(folder.data)
        #expect(try store.status().isRejoining)
        let failure = await #expect(throws: NodeFailure.self) {
            try await SyncSession(store, transport: coordinator).run()
        }
        #expect(failure?.code == .rejoining)
        door.terms.withLock { $0.isLost = false }
        _ = try await Rejoin.run(door.line(), in: folder.data, transport: door)
        #expect(door.requests.withLock { Set($0.map(\.key.bytes)).count } == 1)
    }

    @Test func aRefusedLineLeavesTheNodeAsItWas() async throws {
        let (folder, door) = try folder()
        let before = try Sample.dump(try NodeStore.open(folder.data))
        door.terms.withLock { $0.problem = Problem(.invitationInvalid) }
        await #expect(throws: NodeFailure.self) {
            try await Rejoin.run(door.line(), in: folder.data, transport: door)
        }
        let store = try NodeStore.open(folder.data)
        #expect(try Sample.dump(store) == before)
        #expect(try !store.status().isRejoining)
        #expect(try store.exchange(coordinator).progress != nil)
    }

    @Test func anotherCoordinatorsOrAgencysLineIsRefused() async throws {
        let (folder, door) = try folder()
        let other = Doorkeeper(
            key: .generate(), node: Made.node, instance: try Sample.id(20), agency: try Sample.agency())
        let first = await #expect(throws: NodeFailure.self) {
            try await Rejoin.run(other.line(), in: folder.data, transport: other)
        }
        #expect(first?.code == .invitation)
        #expect(other.requests.withLock { $0.isEmpty })
        let agency = try #require(AgencyCode("lain"))
        door.terms.withLock { $0.agency = agency }
        let second = await #expect(throws: NodeFailure.self) {
            try await Rejoin.run(door.line(), in: folder.data, transport: door)
        }
        #expect(second?.code == .invitation)
        #expect(try !NodeStore.open(folder.data).status().isRejoining)
    }

    /// Cut off after each step of the end: the database has the new life and the keys do not, or both have it.
    @Test(arguments: [true, false]) func aRejoinThatWasCutOffIsFinishedByWhoeverOpens(databaseWasDone: Bool)
        async throws
    {
        let (folder, door) = try folder()
        let keys = try Data(contentsOf: URL(filePath: folder.file("keys.json")))
        let database = try Data(contentsOf: URL(filePath: folder.file("node.db")))
        let last = try replaced(try NodeStore.open(folder.data))
        door.terms.withLock { $0.replaced = last }
        let identity = try await Rejoin.run(door.line(), in: folder.data, transport: door).identity
        // The file as it stood before the last steps, with the old keys and the database of either side.
        let rejoin = JSONValue.object([
            ("line", .string(door.line())), ("signing", .string(Base64URL.encode(identity.signing.seed))),
            ("box", .string(Base64URL.encode(identity.box.seed))),
            ("identity", .verbatim([UInt8](try Data(contentsOf: URL(filePath: folder.file("keys.json")))))),
            ("holds", false),
        ]).encoded
        try keys.write(to: URL(filePath: folder.file("keys.json")))
        if !databaseWasDone { try database.write(to: URL(filePath: folder.file("node.db"))) }
        try Data(rejoin).write(to: URL(filePath: folder.file("rejoin.json")))
        for file in ["keys.json", "node.db", "rejoin.json"] {
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.file(file))
        }
        let store = try NodeStore.open(folder.data)
        #expect(store.identity.signing.seed == identity.signing.seed)
        #expect(store.identity.instance == identity.instance)
        #expect(try pending(store) == [try Sample.id(2), try Sample.id(3)])
        #expect(!FileManager.default.fileExists(atPath: folder.file("rejoin.json")))
        _ = try NodeStore.open(folder.data)
    }

    /// The cursor is before the cut in both cases, and in its place the request names an earlier head, which has a root.
    @Test(arguments: [(2, true), (3, false)])
    func aReplicaThatWasReadBeyondACutInTheFirstWireIsReceivedAnew(cut: Int, isAnew: Bool) async throws {
        let (folder, door) = (
            try NodeFolder(),
            Doorkeeper(
                key: coordinator.key, node: Made.node, instance: try Sample.id(20), agency: try Sample.agency())
        )
        let identity = try Sample.identity(coordinator: coordinator.key)
        let old = try Sample.readOn(try NodeStore.create(folder.data, identity: identity), coordinator)
        door.terms.withLock { ($0.epoch, $0.cut) = (2, cut) }
        let store = try await Rejoin.run(door.line(), in: folder.data, transport: door)
        let request = try SyncPlan.prepare(store).request
        #expect(request.head?.position == 1)
        #expect(request.cursor == (isAnew ? nil : old))
        coordinator.with { ($0.epoch, $0.exchange) = (2, nil) }
        #expect(try store.exchange(coordinator).progress?.agreement == .agrees)
    }

    @Test func whatWasSealedToTheOldKeyStillOpens() async throws {
        let (folder, door) = try folder()
        let old = try NodeStore.open(folder.data).identity
        let sealed = try #require(BoxKey.seal([1, 2, 3], to: old.box.publicKey))
        let new = try await Rejoin.run(door.line(), in: folder.data, transport: door).identity
        #expect(new.box.open(sealed: sealed) == nil)
        #expect(try NodeStore.open(folder.data).identity.formerBoxes.map(\.seed) == [old.box.seed])
        #expect(new.formerBoxes.first?.open(sealed: sealed) == [1, 2, 3])
    }

    @Test func aProgramThatWasOpenMeanwhileSendsNothingMore() async throws {
        let (folder, door) = try folder()
        let agent = try NodeStore.open(folder.data)
        _ = try await Rejoin.run(door.line(), in: folder.data, transport: door)
        let failure = #expect(throws: NodeFailure.self) { try SyncPlan.prepare(agent) }
        #expect(failure?.code == .mixed)
    }
}

/// Names for tests of lives.
enum Made {
    static let node: NodeID = {
        guard let id = NodeID(bytes: [UInt8](repeating: 9, count: 16)) else { fatalError("sixteen bytes are an id") }
        return id
    }()
}
