import CoordinatorKit
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// After a restore: nodes hand in, everything is decided once in the old order, and whatever changed is told.
@Suite struct RecoveryTests {
    /// A region that went on after its backup, and its coordinator restored from that.
    struct Restored {
        var region: TestRegion
        var desk: KeepingNode
        var first: KeepingNode
        var second: KeepingNode
        var database: DatabaseQueue
        var store: SQLiteStore
        var coordinator: Coordinator
        var epoch: JournalEpoch
    }

    static let third = Made.agency("dinkes")

    /// Before the backup: one record of each. After it, in this order: second 1, first 1, first 2 (two operations), second 2.
    static func restored(mirror: (any Mirror)? = nil) async throws -> Restored {
        let queue = try DatabaseQueue()
        var region = try TestRegion(store: try SQLiteStore(writer: queue), mirror: mirror)
        var first = KeepingNode(try await region.node("disdik"))
        var second = KeepingNode(try await region.node("dinkes"))
        var desk = KeepingNode(region.desk)
        desk.node = region.desk
        _ = try await first.sync(region.coordinator)
        _ = try await second.sync(region.coordinator)
        _ = try await desk.sync(region.coordinator)
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        _ = try await second.sync(region.coordinator, [Statement.claim("seat")])
        _ = try await first.sync(region.coordinator, [Statement.claim("seat")])
        _ = try await first.sync(region.coordinator, [Statement.put("a", to: nil), Statement.put("b", to: nil)])
        _ = try await second.sync(region.coordinator, [Statement.put("c", to: nil)])
        let store = try SQLiteStore(writer: copy)
        let epoch = try RestorationTests.begin(store, region)
        let coordinator = try Coordinator(
            store: store, keys: region.keys, reducer: ScriptedReducer.reducer, clock: { TestRegion.morning },
            log: TestRegion.quiet)
        (desk.epoch, first.epoch, second.epoch) = (epoch.epoch, epoch.epoch, epoch.epoch)
        return Restored(
            region: region, desk: desk, first: first, second: second, database: copy, store: store,
            coordinator: coordinator, epoch: epoch)
    }

    static func texts(_ store: any CoordinatorStore, after position: Int) throws -> [String] {
        try store.read { try $0.entries(after: position, limit: 100) }.compactMap { stored in
            let operation = try Operation(parsing: JournalEntry(parsing: stored.bytes).operation)
            return operation.kind.hasPrefix("test.")
                ? operation.body["text"]?.string ?? "\(stored.agency) \(operation.body["tag"]?.string ?? "")" : nil
        }
    }

    static func read(_ answer: HTTPAnswer) throws -> ResupplyReply {
        try ResupplyReply(parsing: answer.body)
    }

    @Test func nodesAreToldWhatToHandInAndWhenToComeAgain() async throws {
        let restored = try await Self.restored()
        var seconds: Set<String> = []
        for node in [restored.desk, restored.first, restored.second] {
            let request = node.node.request()
            let answer = await node.node.send(request, to: restored.coordinator)
            let problem = try Problem(parsing: answer.body)
            let notice = try #require(RecoveryNotice(problem))
            #expect(notice.epoch == restored.epoch.epoch && notice.cut == restored.epoch.cut && !notice.hasReported)
            #expect(notice.bundle == 0 || node.bundles.isEmpty)
            #expect(problem.answers(request))
            let again = await node.node.send(request, to: restored.coordinator)
            #expect(answer.header("Retry-After") == again.header("Retry-After"))
            seconds.insert(try #require(answer.header("Retry-After")))
        }
        #expect(seconds.allSatisfy { (10...900).contains(Int($0) ?? 0) })
    }

    @Test func everythingIsDecidedOnceInTheOldOrderWhenTheLastNodeHasReported() async throws {
        var restored = try await Self.restored()
        let (coordinator, store) = (restored.coordinator, restored.store)
        // The other way round than they stood, and one page twice.
        let page = restored.first.page(after: 0)
        for _ in 0..<2 {
            #expect(try Self.read(await restored.first.handIn(page, coordinator)).isOpen == false)
        }
        #expect(try Self.read(await restored.second.handIn(restored.second.page(after: 0), coordinator)).bundle == 2)
        #expect(try store.read { try $0.head().position } == restored.epoch.position)
        let last = restored.desk.page(after: restored.desk.bundles.count)
        #expect(try Self.read(await restored.desk.handIn(last, coordinator)).isOpen)
        #expect(
            try Self.texts(store, after: restored.epoch.position)
                == ["dinkes seat", "disdik seat", "a", "b", "c"])
        #expect(try await coordinator.standing().mode == .serving)
        // The same outcomes as before: nothing is told, and the receipts are of the new epoch.
        #expect(try await coordinator.recovery().changes == [])
        let reply = try await restored.first.sync(coordinator)
        #expect(reply.corrected.map(\.bundle) == [1, 2])
        #expect(
            reply.corrected.allSatisfy {
                $0.epoch == restored.epoch.epoch && $0.verifies(with: restored.region.keys.signing.publicKey)
            })
        #expect(try await restored.first.sync(coordinator).corrected == [])
        _ = try JournalVerifier.verify(store, coordinatorKey: restored.region.keys.signing.publicKey)
    }

    @Test func withheldBundleChangesAnOutcomeAndEverybodyConcernedIsTold() async throws {
        var restored = try await Self.restored()
        let coordinator = restored.coordinator
        _ = await restored.first.handIn(restored.first.page(after: 0), coordinator)
        _ = await restored.desk.handIn(restored.desk.page(after: restored.desk.bundles.count), coordinator)
        // The second node, whose claim came first, is gone: the recovery is ended without it.
        try await coordinator.endRecovery()
        let summary = try await coordinator.recovery()
        #expect(summary.changes.map(\.former.code) == [.internalFault])
        #expect(summary.changes.map(\.now.kind) == [.accepted])
        #expect(summary.awaited.map(\.agency) == [Self.third])
        let cut = restored.epoch.cut
        #expect(summary.gaps.map(\.positions) == [(cut + 1)...(cut + 1)])
        let first = try await restored.first.sync(coordinator)
        let notices = first.page.compactMap { change -> [UInt8]? in
            guard case .record(_, .notice, _, _, let body) = change else { return nil }
            return body
        }
        let notice = try JSON(parsing: try #require(notices.first))
        #expect(notice["code"]?.string == "outcome-changed")
        #expect(notice["detail"]?["was"]?["code"]?.string == "internal")
        #expect(restored.first.receipts[1]?.outcomes.map(\.outcome.kind) == [.accepted])
        // It comes all the same, hands in, and is decided after the others.
        let problem = try Problem(
            parsing: await restored.second.node.send(restored.second.node.request(), to: coordinator).body)
        #expect(RecoveryNotice(problem)?.hasReported == false)
        #expect(try Self.read(await restored.second.handIn(restored.second.page(after: 0), coordinator)).isOpen)
        #expect(try Self.texts(restored.store, after: restored.epoch.position).suffix(2) == ["dinkes seat", "c"])
        #expect(try await coordinator.recovery().changes.map(\.agency) == [Made.agency("disdik"), Self.third])
        _ = try await restored.second.sync(coordinator)
        _ = try JournalVerifier.verify(restored.store, coordinatorKey: restored.region.keys.signing.publicKey)
    }

    @Test func bundlesWithoutAReceiptComeAfterThoseWithOne() async throws {
        let restored = try await Self.restored()
        let coordinator = restored.coordinator
        _ = await restored.second.handIn(restored.second.page(after: 0, withReceipts: false), coordinator)
        _ = await restored.first.handIn(restored.first.page(after: 0), coordinator)
        _ = await restored.desk.handIn(restored.desk.page(after: restored.desk.bundles.count), coordinator)
        #expect(
            try Self.texts(restored.store, after: restored.epoch.position)
                == ["disdik seat", "a", "b", "dinkes seat", "c"])
    }

    @Test func pagesMayBeSmallAndSentAgainAndTheBundleInFlightGetsItsOutcome() async throws {
        var restored = try await Self.restored()
        let coordinator = restored.coordinator
        // Its reply was lost before the restore: it has neither receipt nor outcome.
        let pending = restored.first.node.request([Statement.put("pending", to: nil)])
        restored.first.bundles.append(try #require(pending.bundle))
        var last = 0
        for _ in 0..<3 {
            let page = restored.first.page(after: last, isDone: last == 2, limit: 1)
            last = try Self.read(await restored.first.handIn(page, coordinator)).bundle
            #expect(try Self.read(await restored.first.handIn(page, coordinator)).bundle == last)
        }
        #expect(last == 3)
        try await coordinator.endRecovery()
        let reply = try await restored.first.send(pending, coordinator)
        #expect(reply.outcomes.map(\.outcome.kind) == [.accepted])
        #expect(reply.corrected.map(\.bundle) == [1, 2])
        #expect(try await restored.first.sync(coordinator, [Statement.put("next", to: nil)]).outcomes.count == 1)
        #expect(
            try Self.texts(restored.store, after: restored.epoch.position) == [
                "disdik seat", "a", "b", "pending", "next",
            ])
    }

    @Test func whatIsNotProvenIsRefused() async throws {
        let restored = try await Self.restored()
        let (first, coordinator) = (restored.first, restored.coordinator)
        let bundle = try #require(first.bundles.first)
        let forged = Receipt.make(
            for: bundle, epoch: 1, outcomes: first.receipts[1]?.outcomes ?? [], key: .generate())
        var pages = [first.page(after: 1), first.page(after: 0), first.page(after: 0)]
        pages[1].items[0].receipt = forged
        pages[2].items[0].receipt = first.receipts[2]
        for page in pages {
            let answer = await first.handIn(page, coordinator)
            #expect(try ExchangeTests.problem(answer) == .badBundle)
            #expect(try Problem(parsing: answer.body)["nonce"] == .string(page.nonce))
        }
        let body = first.page(after: 0).encode()
        for signature in [
            nil, DetachedJWS.sign(body, type: .request, keyID: first.node.node.text, key: first.node.key),
            DetachedJWS.sign(body, type: .resupply, keyID: first.node.node.text, key: restored.second.node.key),
        ] {
            let answer = await coordinator.resupply(body: body, signature: signature)
            #expect(try ExchangeTests.problem(answer) == .badSignature)
        }
        #expect(try await coordinator.recovery().handedIn == 0)
    }

    /// The node has not heard yet how its bundles ended the second time, and the list of who is owed that goes with the disk.
    @Test func newOutcomesAreToldAfterAnotherRestoreFromTheMirror() async throws {
        var restored = try await Self.restored()
        let mirror = MemoryMirror()
        let backup = try DatabaseQueue()
        try restored.database.backup(to: backup)
        let coordinator = try Coordinator(
            store: restored.store, keys: restored.region.keys, mirror: mirror, reducer: ScriptedReducer.reducer,
            clock: { TestRegion.morning }, log: TestRegion.quiet)
        _ = await restored.first.handIn(restored.first.page(after: 0), coordinator)
        // Without the second node, whose claim came first.
        try await coordinator.endRecovery()
        let store = try SQLiteStore(writer: backup)
        let known = try Restoration.replay(mirror, into: store).latestEpoch
        let epoch = try RestorationTests.begin(store, restored.region, after: known)
        let next = try Coordinator(
            store: store, keys: restored.region.keys, reducer: ScriptedReducer.reducer,
            clock: { TestRegion.morning }, log: TestRegion.quiet)
        let page = restored.first.page(after: 2, epoch: epoch.epoch)
        #expect(try Self.read(await restored.first.handIn(page, next)).bundle == 2)
        try await next.endRecovery()
        let reply = try await restored.first.sync(next)
        #expect(reply.corrected.map(\.bundle) == [1, 2])
        #expect(reply.corrected.first?.outcomes.first?.outcome.kind == .accepted)
    }

    /// The first node's page with a receipt of a later epoch, which an earlier restore began and its disk took along.
    private static func pageOfALostEpoch(_ restored: Restored) -> ResupplyRequest {
        var page = restored.first.page(after: 0)
        page.items[0].receipt = Receipt.make(
            for: page.items[0].bundle, epoch: restored.epoch.epoch + 1000,
            outcomes: restored.first.receipts[1]?.outcomes ?? [],
            key: restored.region.keys.signing)
        return page
    }

    @Test func epochThatWasUsedGivesWayToALaterOneWhileNothingIsDecided() async throws {
        var restored = try await Self.restored()
        let coordinator = restored.coordinator
        _ = await restored.second.handIn(restored.second.page(after: 0), coordinator)
        let answer = await restored.first.handIn(Self.pageOfALostEpoch(restored), coordinator)
        #expect(try Self.read(answer).bundle == 2)
        let later = try await coordinator.head().epoch
        #expect(later > restored.epoch.epoch + 1000)
        #expect(try await coordinator.recovery().reported.count == 2)
        // A head is the node's word alone: it is believed within reason.
        for (seen, isBelieved) in [(later + 1000, true), (1 << 40, false)] {
            let before = try await coordinator.head().epoch
            var page = restored.desk.page(after: restored.desk.bundles.count, isDone: false, epoch: before)
            page.head = Head(epoch: seen, position: 3)
            _ = await restored.desk.handIn(page, coordinator)
            let after = try await coordinator.head().epoch
            #expect(isBelieved ? after > seen : after == before)
        }
        try await coordinator.endRecovery()
        let reply = try await restored.first.sync(coordinator)
        let last = try await coordinator.head().epoch
        #expect(reply.head.epoch == last && reply.corrected.allSatisfy { $0.epoch == last })
        _ = try JournalVerifier.verify(restored.store, coordinatorKey: restored.region.keys.signing.publicKey)
    }

    @Test func lifeThatBeganInWhatWasLostHandsInAndTheOneBeforeItHasEnded() async throws {
        var restored = try await Self.restored()
        let (coordinator, old) = (restored.coordinator, restored.first)
        let instance = try #require(InstanceID(text: "01a21000-0000-7000-8000-000000000001"))
        restored.first.node.instance = instance
        restored.first.node.bundleNumber = 0
        restored.first.node.bundleHash = Bundle.none
        let bundle = restored.first.node.bundle([Statement.put("new life", to: nil)])
        restored.first.bundles = [bundle]
        restored.first.receipts = [:]
        // Even when the copy that was left behind comes first.
        _ = await old.handIn(old.page(after: 0), coordinator)
        let request = restored.first.node.request()
        let notice = RecoveryNotice(try Problem(parsing: await restored.first.node.send(request, to: coordinator).body))
        #expect(notice?.bundle == 0 && notice?.hasReported == false)
        #expect(try Self.read(await restored.first.handIn(restored.first.page(after: 0), coordinator)).bundle == 1)
        #expect(try ExchangeTests.problem(await old.handIn(old.page(after: 0), coordinator)) == .superseded)
        _ = await restored.second.handIn(restored.second.page(after: 0), coordinator)
        try await coordinator.endRecovery()
        #expect(
            try Self.texts(restored.store, after: restored.epoch.position) == ["dinkes seat", "c", "new life"])
        // What the copy had handed in is not decided, and is told of by its positions.
        let cut = restored.epoch.cut
        #expect(try await coordinator.recovery().gaps.map(\.positions) == [(cut + 2)...(cut + 4)])
        var reply = try await restored.first.sync(coordinator)
        while reply.complete == nil { reply = try await restored.first.sync(coordinator) }
        #expect(restored.first.node.replica.values.contains { $0.kind == .notice })
        #expect(try ExchangeTests.problem(await old.node.send(old.node.request(), to: coordinator)) == .superseded)
        #expect(try restored.store.read { try $0.former(old.node.instance) }?.calls == 1)
        _ = try JournalVerifier.verify(restored.store, coordinatorKey: restored.region.keys.signing.publicKey)
    }

    @Test func receiptOfAnEpochThatWasUsedHaltsAServingCoordinatorAndTheNextOneIsLater() async throws {
        let restored = try await Self.restored()
        try await restored.coordinator.endRecovery()
        _ = await restored.first.handIn(Self.pageOfALostEpoch(restored), restored.coordinator)
        guard case .halted = try await restored.coordinator.standing().mode else {
            Issue.record("not halted")
            return
        }
        #expect(
            try RestorationTests.begin(restored.store, restored.region).epoch > restored.epoch.epoch + 1000)
    }

    @Test func whatNodesHaveSeenAndNobodyHandsInIsToldUntilItComesLate() async throws {
        var restored = try await Self.restored()
        let (coordinator, cut) = (restored.coordinator, restored.epoch.cut)
        // The desk has seen all of them; the first node has three in the middle.
        _ = try await restored.desk.sync(restored.region.coordinator)
        _ = await restored.first.handIn(restored.first.page(after: 0), coordinator)
        _ = await restored.desk.handIn(restored.desk.page(after: restored.desk.bundles.count), coordinator)
        try await coordinator.endRecovery()
        let last = cut + 5
        #expect(try await coordinator.recovery().gaps.map(\.positions) == [(cut + 1)...(cut + 1), last...last])
        _ = await restored.second.handIn(restored.second.page(after: 0), coordinator)
        #expect(try await coordinator.recovery().gaps.isEmpty)
    }

    /// The database of the second life is restored, after a third life that began from the same backup as the second, from an
    /// earlier one, or from a backup of the second when there are none of the first any more.
    @Test(arguments: [(0, 0), (1, -2), (RecoveryLimits.keptBackups, 1)])
    func lifeThatTheJournalNeverWasInIsToldFromWhereItMayHaveParted(backups: Int, fromCut: Int) async throws {
        let restored = try await Self.restored()
        try await restored.coordinator.endRecovery()
        let oldest = restored.epoch.cut + fromCut
        try restored.store.write { transaction in
            for _ in 0..<backups {
                let epoch = fromCut > 0 ? restored.epoch.epoch : 1
                try transaction.recovery.append(BackupMark(epoch: epoch, position: oldest, made: "2026-03-02"))
            }
        }
        let third = restored.epoch.epoch + 1000
        let (coordinator, epoch) = try Self.restoredAgain(restored, after: third)
        var page = restored.first.page(after: 2, epoch: epoch.epoch)
        page.head = Head(epoch: third, position: epoch.cut + 3)
        _ = await restored.first.handIn(page, coordinator)
        try await coordinator.endRecovery()
        #expect(
            try await coordinator.recovery().gaps
                == [LostPositions(epoch: third, positions: (oldest + 1)...(epoch.cut + 3))])
    }

    @Test func lifeThatTheJournalNeverWasInIsToldFromWhereNodesWereToldThatItParted() async throws {
        let restored = try await Self.restored()
        try await restored.coordinator.endRecovery()
        let third = restored.epoch.epoch + 1000
        let (coordinator, epoch) = try Self.restoredAgain(restored, after: third)
        var page = restored.first.page(after: 2, epoch: epoch.epoch)
        page.head = Head(epoch: third, position: epoch.cut + 3)
        // Of an epoch that is not over yet nobody can say anything.
        page.cuts = [
            JournalCut(epoch: third, position: epoch.cut), JournalCut(epoch: epoch.epoch, position: 1),
        ]
        _ = await restored.first.handIn(page, coordinator)
        // A second node was away for more than one restore.
        var other = restored.second.page(after: 0, epoch: epoch.epoch)
        other.cuts = [JournalCut(epoch: third, position: epoch.cut - 1)]
        _ = await restored.second.handIn(other, coordinator)
        try await coordinator.endRecovery()
        #expect(
            try await coordinator.recovery().gaps.filter { $0.epoch == third }
                == [LostPositions(epoch: third, positions: (epoch.cut + 1)...(epoch.cut + 3))])
    }

    private static func restoredAgain(
        _ restored: Restored, after known: Int = 1
    ) throws -> (coordinator: Coordinator, epoch: JournalEpoch) {
        let epoch = try RestorationTests.begin(restored.store, restored.region, after: known)
        let coordinator = try Coordinator(
            store: restored.store, keys: restored.region.keys, reducer: ScriptedReducer.reducer,
            clock: { TestRegion.morning }, log: TestRegion.quiet)
        return (coordinator, epoch)
    }

    @Test func whatIsLostIsToldByTheNextRecoveryWhenTheBackupIsFromTheMiddleOfOne() async throws {
        let restored = try await Self.restored()
        let (coordinator, epoch) = try Self.restoredAgain(restored)
        _ = await restored.second.handIn(restored.second.page(after: 0, epoch: epoch.epoch), coordinator)
        try await coordinator.endRecovery()
        let cut = restored.epoch.cut
        #expect(epoch.cut > cut)
        #expect(
            try await coordinator.recovery().gaps == [LostPositions(epoch: 1, positions: (cut + 2)...(cut + 4))])
    }

    @Test func copiesOfWhatCameBeforeTheRestoreAreNotTakenForANodesFirstExchange() async throws {
        var restored = try await Self.restored()
        let coordinator = restored.coordinator
        // A node that reads on, so that one of its requests is an old one.
        let old = restored.first.node.request()
        _ = try await restored.first.sync(restored.region.coordinator)
        _ = try await restored.first.sync(restored.region.coordinator)
        let stranger = restored.first.page(after: 0, epoch: 1)
        #expect(try ExchangeTests.problem(await restored.first.handIn(stranger, coordinator)) == .recovering)
        #expect(try await coordinator.recovery().reported == [])
        _ = await restored.first.handIn(restored.first.page(after: 0), coordinator)
        try await coordinator.endRecovery()
        #expect(try ExchangeTests.problem(await restored.first.node.send(old, to: coordinator)) == .stale)
        _ = try await restored.first.sync(coordinator)
    }

    /// The copy of a request that opened a life which this journal knows: that one hands in like any other.
    @Test func aCopyOfWhatOpenedALifeIsNotTakenForItsFirstExchangeAfterTheRestore() async throws {
        let queue = try DatabaseQueue()
        var region = try TestRegion(store: try SQLiteStore(writer: queue))
        var node = KeepingNode(try await region.node("disdik"))
        _ = try await node.sync(region.coordinator)
        let life: InstanceID = Made.id()
        (node.node.exchange, node.node.nonce) = (0, "")
        var opening = node.node.request()
        opening.opens = life
        _ = try await node.send(opening, region.coordinator)
        node.node.instance = life
        _ = try await node.sync(region.coordinator)
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        let store = try SQLiteStore(writer: copy)
        node.epoch = try RestorationTests.begin(store, region).epoch
        let coordinator = try Coordinator(
            store: store, keys: region.keys, reducer: ScriptedReducer.reducer, clock: { TestRegion.morning },
            log: TestRegion.quiet)
        try await coordinator.endRecovery()
        #expect(try ExchangeTests.problem(await node.node.send(opening, to: coordinator)) == .recovering)
        _ = await node.handIn(node.page(after: 0), coordinator)
        #expect(try ExchangeTests.problem(await node.node.send(opening, to: coordinator)) == .stale)
        _ = try await node.sync(coordinator)
    }

    @Test func everyWriteThatEndsARecoveryMayFailAndIsDoneAgain() async throws {
        for number in [1, 2, 3, 5, 8, 13, 21, 34] {
            let restored = try await Self.restored()
            let store = FaultyStore(restored.store)
            let coordinator = try Coordinator(
                store: store, keys: restored.region.keys, reducer: ScriptedReducer.reducer, log: TestRegion.quiet)
            _ = await restored.first.handIn(restored.first.page(after: 0), coordinator)
            _ = await restored.second.handIn(restored.second.page(after: 0), coordinator)
            store.set(.atWrite(number))
            _ = await restored.desk.handIn(restored.desk.page(after: restored.desk.bundles.count), coordinator)
            store.set(.none)
            if try await coordinator.standing().mode == .recovering {
                #expect(try store.read { try $0.head().position } == restored.epoch.position)
                _ = await restored.desk.handIn(restored.desk.page(after: restored.desk.bundles.count), coordinator)
            }
            #expect(
                try Self.texts(store, after: restored.epoch.position)
                    == ["dinkes seat", "disdik seat", "a", "b", "c"], "write \(number)")
        }
    }

    @Test func cursorUpToTheCutStaysGoodAndALaterOneStartsAgain() async throws {
        var restored = try await Self.restored()
        let coordinator = restored.coordinator
        let early = restored.desk
        try await coordinator.endRecovery()
        var desk = early
        _ = await desk.handIn(desk.page(after: desk.bundles.count), coordinator)
        let reply = try await desk.sync(coordinator)
        #expect(!reply.restart && reply.cursor.epoch == restored.epoch.epoch)
        #expect(desk.node.digest.hex == reply.complete?.digest)
        // The first node had read on beyond the cut.
        _ = await restored.first.handIn(restored.first.page(after: 0), coordinator)
        restored.first.node.replica = [:]
        let again = try await restored.first.sync(coordinator)
        #expect(again.restart)
        #expect(restored.first.node.digest.hex == again.complete?.digest)
    }

    @Test func cursorOfAPageThatWasReadBeyondTheCutStartsAgain() async throws {
        let restored = try await Self.restored()
        let coordinator = restored.coordinator
        try await coordinator.endRecovery()
        let cut = restored.epoch.cut
        for (seen, restarts) in [(cut, false), (cut + 1, true)] {
            var desk = restored.desk
            _ = await desk.handIn(desk.page(after: desk.bundles.count), coordinator)
            var request = desk.node.request()
            // The desk's view was not whole: its cursor is before the head of the page that it read last.
            request.head = Head(epoch: 1, position: seen)
            let answer = await desk.node.send(request, to: coordinator)
            #expect(try desk.node.absorb(answer, of: request).restart == restarts)
            try restored.store.write { try $0.recovery.reopen(desk.node.node) }
        }
    }

    @Test func firstVersionOfTheWireCannotFollowANewEpoch() async throws {
        let restored = try await Self.restored()
        try await restored.coordinator.endRecovery()
        var request = restored.first.node.request()
        request.wire = 1
        // Nor may a node be taken that has rebuilt its replica: nobody knows which of its bundles were lost.
        for cursor in [request.cursor, nil] {
            request.cursor = cursor
            let problem = try Problem(parsing: await restored.first.node.send(request, to: restored.coordinator).body)
            #expect(problem.code == .unsupportedVersion)
            #expect(problem["supported"] == [2])
        }
    }

    @Test func correctedReceiptsOfALostReplyAreOwedAfterAReplyInTheFirstWire() async throws {
        var restored = try await Self.restored()
        let coordinator = restored.coordinator
        _ = await restored.first.handIn(restored.first.page(after: 0), coordinator)
        try await coordinator.endRecovery()
        // The reply with the receipts is lost; an older program on the same disk asks again.
        var request = restored.first.node.request()
        #expect(await restored.first.node.send(request, to: coordinator).status == 200)
        (request.wire, request.cursor) = (1, nil)
        #expect(try await restored.first.send(request, coordinator).corrected == [])
        #expect(try await restored.first.sync(coordinator).corrected.map(\.bundle) == [1, 2])
        #expect(try await restored.first.sync(coordinator).corrected == [])
    }

    /// Only the life before it handed in, and was told of the cut.
    @Test func nodeThatDeclaresARestoreOfItselfFromBeforeTheEpochIsToldOfTheCut() async throws {
        var restored = try await Self.restored()
        let (coordinator, before) = (restored.coordinator, restored.first.node)
        _ = await restored.first.handIn(restored.first.page(after: 0), coordinator)
        try await coordinator.endRecovery()
        #expect(try await restored.first.sync(coordinator).cut == nil)
        var request = before.request()
        request.exchange = 1
        request.lastNonce = ""
        request.opens = Made.id()
        let reply = try SyncReply(parsing: await before.send(request, to: coordinator).body)
        #expect(reply.cut == restored.epoch.cut)
    }

    @Test func settledIsWhatTheOldestBackupOrTheMirrorCovers() async throws {
        let mirror = MemoryMirror()
        var region = try TestRegion()
        #expect(try await region.desk.sync(region.coordinator).settled == 0)
        for position in 1...3 {
            try region.store.write {
                try $0.recovery.append(BackupMark(epoch: 1, position: position, made: "2026-03-02T00:00:00Z"))
            }
        }
        #expect(try await region.desk.sync(region.coordinator).settled == 1)
        var other = try TestRegion(mirror: mirror)
        let reply = try await other.desk.sync(other.coordinator, [Statement.put("x", to: nil)])
        #expect(reply.settled == reply.head.position)
    }

    @Test func dayFollowsTheReceipts() async throws {
        let queue = try DatabaseQueue()
        let clock = SettableClock(TestRegion.morning)
        var region = try TestRegion(
            store: try SQLiteStore(writer: queue), isTrial: false, clock: { clock.now })
        var node = KeepingNode(try await region.node("disdik"))
        _ = try await node.sync(region.coordinator)
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        clock.advance(days: 2)
        try await region.coordinator.proposeDay()
        _ = try await node.sync(region.coordinator, [Statement.put("later", to: nil)])
        let store = try SQLiteStore(writer: copy)
        node.epoch = try RestorationTests.begin(store, region).epoch
        let coordinator = try Coordinator(
            store: store, keys: region.keys, reducer: ScriptedReducer.reducer, clock: { TestRegion.morning },
            log: TestRegion.quiet)
        _ = await node.handIn(node.page(after: 0), coordinator)
        try await coordinator.endRecovery()
        #expect(try await coordinator.head().day == "2026-03-04")
    }

    @Test func dayThatTheDeskBroughtComesWithItsOperation() async throws {
        let queue = try DatabaseQueue()
        let region = try TestRegion(store: try SQLiteStore(writer: queue), isTrial: false)
        var desk = KeepingNode(region.desk)
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        let record = try #require(try region.store.read { try $0.records(linked: .kind(.region)).first })
        let day = Statement.make("day.advance", record: record.id, body: .object([("to", "2026-03-04")]))
        _ = try await desk.sync(region.coordinator, [day])
        let store = try SQLiteStore(writer: copy)
        desk.epoch = try RestorationTests.begin(store, region).epoch
        let coordinator = try Coordinator(
            store: store, keys: region.keys, reducer: ScriptedReducer.reducer, clock: { TestRegion.morning },
            log: TestRegion.quiet)
        _ = await desk.handIn(desk.page(after: 0), coordinator)
        #expect(try await coordinator.head().day == "2026-03-04")
        #expect(try await coordinator.recovery().changes.isEmpty)
    }
}
