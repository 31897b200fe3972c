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
            let epoch = try begun ?? Self.begin(store, region)
            let summary = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
            #expect(
                summary.head == JournalHead(epoch: epoch.epoch, position: head.position + 1, day: head.day),
                "write \(number)")
        }
    }

    @Test func epochIsLaterThanAnyThatIsKnown() async throws {
        let (region, _, backup, _) = try await Self.region()
        let store = try SQLiteStore(writer: backup)
        let cut = try store.read { try $0.head().position }
        let first = try Self.begin(store, region)
        #expect(first.epoch > 1 && first.cut == cut && first.position == cut + 1)
        let second = try Self.begin(store, region, after: first.epoch + 1_000_000).epoch
        #expect(second > first.epoch + 1_000_000)
        let third = try Self.begin(store, region).epoch
        #expect(third > second)
        let summary = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
        #expect(summary.head.epoch == third)
    }

    /// Two restores from one backup, the first of which burnt with everything that knew of it.
    @Test func epochOfARestoreThatIsForgottenIsAnotherOne() {
        let noon = 1_772_424_000_000
        let earlier = EpochNumber.next(after: 1, milliseconds: noon)
        #expect(EpochNumber.next(after: 1, milliseconds: noon + 3_600_000) > earlier)
        // Clocks that stand still, or are years back: by chance alone.
        for milliseconds in [noon, 0, -1] {
            let numbers = (1...50).map { _ in EpochNumber.next(after: 1, milliseconds: milliseconds) }
            #expect(Set(numbers).count > 30 && numbers.allSatisfy { $0 > 1 })
        }
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
