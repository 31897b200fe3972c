import CoordinatorKit
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// A backup, a mirror, and a new epoch over both.
@Suite struct RestorationTests {
    /// A region with a mirror, its database, and a copy of that from before the last decisions.
    static func region() async throws -> (
        region: TestRegion, node: TestNode, backup: DatabaseQueue, mirror: MemoryMirror
    ) {
        let queue = try DatabaseQueue()
        let mirror = MemoryMirror()
        var region = try TestRegion(store: try SQLiteStore(writer: queue), mirror: mirror)
        var node = try await region.node("disdik")
        _ = try await node.sync(region.coordinator, [Statement.put("before", to: nil)])
        let backup = try DatabaseQueue()
        try queue.backup(to: backup)
        let scan = Attachment.make(Array("scan".utf8))
        _ = try await node.sync(
            region.coordinator,
            [
                Statement.put("after", to: ["disdik"], attachment: scan.name),
                Statement.make("no.such", body: .object([])),
            ],
            attachments: [scan])
        // A node joins, and a bundle comes that leaves no entry.
        var late = try await region.node("dinkes")
        let twice = Statement.put("twice", to: nil)
        _ = try await late.sync(region.coordinator, [twice])
        _ = try await late.sync(region.coordinator, [twice])
        return (region, node, backup, mirror)
    }

    static func begin(_ store: any CoordinatorStore, _ region: TestRegion, after: Int = 1) throws -> JournalEpoch {
        try Restoration.beginEpoch(
            in: store, keys: region.keys, after: after, reducer: ScriptedReducer.reducer, at: TestRegion.morning,
            log: TestRegion.quiet)
    }

    @Test func backupAndMirrorGiveEverythingThatWasAnswered() async throws {
        let (region, _, backup, mirror) = try await Self.region()
        let store = try SQLiteStore(writer: backup)
        let summary = try Restoration.replay(mirror, into: store)
        let head = try region.store.read { try $0.head() }
        #expect(summary.restored == head)
        #expect(summary.backup.position < head.position)
        let entries = { (store: any CoordinatorStore) in try store.read { try $0.entries(after: 0, limit: 100) } }
        #expect(try entries(store) == entries(region.store))
        let nodes = { (store: any CoordinatorStore) in
            try store.read {
                try $0.nodes().map { [$0.node.text, "\($0.exchange.bundleNumber)", $0.exchange.bundleHash] }
            }
        }
        #expect(try nodes(store) == nodes(region.store))
        _ = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
        // The same again changes nothing.
        #expect(try Restoration.replay(mirror, into: store).restored == head)
    }

    @Test func bundleWithoutAnEntryOfItsOwnMayComeBeforeOneThatHasSome() async throws {
        let queue = try DatabaseQueue()
        let mirror = MemoryMirror()
        var region = try TestRegion(store: try SQLiteStore(writer: queue), mirror: mirror)
        let backup = try DatabaseQueue()
        var node = try await region.node("disdik")
        try queue.backup(to: backup)
        let twice = Statement.put("twice", to: nil)
        _ = try await node.sync(region.coordinator, [twice])
        _ = try await node.sync(region.coordinator, [twice])
        _ = try await node.sync(region.coordinator, [Statement.put("after", to: nil)])
        let store = try SQLiteStore(writer: backup)
        _ = try Restoration.replay(mirror, into: store)
        #expect(try store.read { try $0.node(node.node)?.exchange.bundleNumber } == 3)
        _ = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func mirrorOfAnotherJournalIsRefused() async throws {
        let (_, _, backup, _) = try await Self.region()
        let (_, _, _, mirror) = try await Self.region()
        let store = try SQLiteStore(writer: backup)
        let before = try store.read { try $0.head() }
        #expect { try Restoration.replay(mirror, into: store) } throws: { ($0 as? StoreFailure)?.code == .mirror }
        #expect(try store.read { try $0.head() } == before)
    }

    @Test func everyWriteOfAReplayMayFailAndIsRunAgain() async throws {
        let (region, _, backup, mirror) = try await Self.region()
        for number in 1...60 {
            let copy = try DatabaseQueue()
            try backup.backup(to: copy)
            let store = FaultyStore(try SQLiteStore(writer: copy))
            store.set(.atWrite(number))
            let first = try? Restoration.replay(mirror, into: store)
            let begun = first == nil ? nil : try? Self.begin(store, region)
            store.set(.none)
            if begun == nil {
                _ = try Restoration.replay(mirror, into: store)
            }
            let head = try region.store.read { try $0.head() }
            #expect(
                try store.read { try $0.entry(at: head.position)?.leaf }
                    == region.store.read { try $0.entry(at: head.position)?.leaf })
            if begun == nil {
                _ = try Self.begin(store, region)
            }
            let summary = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
            #expect(
                summary.head == JournalHead(epoch: 2, position: head.position + 1, day: head.day), "write \(number)")
        }
    }

    @Test func epochIsLaterThanAnyThatIsKnown() async throws {
        let (region, _, backup, _) = try await Self.region()
        let store = try SQLiteStore(writer: backup)
        let cut = try store.read { try $0.head().position }
        #expect(try Self.begin(store, region) == JournalEpoch(epoch: 2, cut: cut, position: cut + 1))
        #expect(try Self.begin(store, region, after: 6).epoch == 7)
        #expect(try Self.begin(store, region).epoch == 8)
        let summary = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
        #expect(summary.head.epoch == 8)
    }

    @Test func epochThatNobodyBeganIsDamage() async throws {
        let (region, _, backup, _) = try await Self.region()
        let store = try SQLiteStore(writer: backup)
        _ = try Self.begin(store, region)
        try await backup.write { try $0.execute(sql: "UPDATE epoch SET cut = cut - 1") }
        #expect { try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey) } throws: {
            ($0 as? JournalDamage)?.code == .epoch
        }
    }

    @Test func recoveringCoordinatorDecidesNothingAndSaysSo() async throws {
        let (region, node, backup, _) = try await Self.region()
        let store = try SQLiteStore(writer: backup)
        let begun = try Self.begin(store, region)
        let coordinator = try Coordinator(
            store: store, keys: region.keys, reducer: ScriptedReducer.reducer, log: TestRegion.quiet)
        let request = node.request([Statement.put("x", to: nil)])
        let answer = await node.send(request, to: coordinator)
        #expect(try ExchangeTests.problem(answer) == .recovering)
        #expect(try ExchangeTests.problem(await coordinator.ready()) == .recovering)
        #expect(try store.read { try $0.head().position } == begun.position)
    }
}
