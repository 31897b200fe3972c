import GRDB
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Testing

/// What a node makes of a coordinator that was restored.
@Suite struct NewEpochTests {
    let coordinator = ScriptedCoordinator()

    /// One exchange whose reply comes from the second epoch, changed once more before it is signed.
    private func exchange(
        _ store: NodeStore, pageLimit: Int = 500, _ change: (inout SyncReply, SyncRequest) -> Void
    ) throws -> Absorption {
        coordinator.with { $0.epoch = 2 }
        let prepared = try SyncPlan.prepare(store, pageLimit: pageLimit)
        let answered = try coordinator.answer(prepared.transportRequest(to: ""))
        var reply = try SyncReply(parsing: answered.body)
        change(&reply, prepared.request)
        return try SyncPlan.absorb(
            store, coordinator.signed((200, reply.encode())), of: prepared,
            at: Stamp(milliseconds: 1_772_409_600_000))
    }

    private func filled() throws -> NodeStore {
        try Sample.filled(coordinator, 0...2, after: 10)
    }

    /// So many drafts, each decided by an exchange of its own, and the position of the first.
    private func decided(_ count: Int, at store: NodeStore) throws -> (drafts: [Draft], cut: Int) {
        let drafts = try (1...count).map { try Sample.draft($0) }
        for draft in drafts {
            try store.record(draft)
            _ = try store.exchange(coordinator)
        }
        guard case .decided(_, let cut)? = try store.entry(drafts[0].operation.id)?.state else {
            throw NodeFailure(.notFound, "The first draft was not decided.", advice: "")
        }
        return (drafts, cut)
    }

    @Test func cursorThatIsStillGoodGoesOnInTheNewEpoch() throws {
        let store = try filled()
        coordinator.put(try Sample.id(20), "loket baru")
        let progress = try exchange(store) { reply, _ in reply.cursor.start -= 1 }.progress
        #expect(progress?.agreement == .agrees)
        let status = try store.status()
        #expect(status.cursor?.epoch == 2)
        #expect(status.view.count == 4)
        // The head that was left is evidence.
        #expect(try store.read { try Int.fetchAll($0, sql: "SELECT position FROM formerHead WHERE epoch = 1") } == [3])
    }

    @Test func restartIsReceivedBesideTheOldReplicaAndTakesItsPlaceWhenItIsWhole() throws {
        let store = try filled()
        try store.record(try Sample.draft(1))
        // The restored coordinator never had two of the records, and has another one.
        coordinator.with { state in
            state.records = state.records.filter { $0.value.position == 1 }
            state.retractions = [:]
        }
        coordinator.put(try Sample.id(30), "loket lain")
        let first = try exchange(store, pageLimit: 1) { reply, _ in
            reply.restart = true
            reply.page = []
            reply.cursor = Cursor(epoch: 2, position: 0, start: reply.head.position)
            reply.complete = nil
        }.progress
        #expect(first?.agreement == .open)
        #expect(try store.status().view.count == 3)
        let last = try exchange(store) { _, _ in }.progress
        #expect(last?.agreement == .agrees)
        let status = try store.status()
        #expect(status.view.count == 2)
        #expect(status.view == status.stated)
        #expect(try store.decidedEntries().count == 1)
    }

    @Test func earlierEpochIsRefused() throws {
        let store = try filled()
        _ = try exchange(store) { _, _ in }
        coordinator.with { $0.epoch = 1 }
        #expect(try store.exchange(coordinator).noise == .earlierHead)
    }

    @Test func dayThatCameIsNeverTakenBack() throws {
        let store = try filled()
        coordinator.with { $0.day = "2026-03-09" }
        _ = try store.exchange(coordinator)
        coordinator.with { $0.day = "2026-03-04" }
        _ = try exchange(store) { _, _ in }
        #expect(try store.today() == "2026-03-09")
    }

    @Test func correctedReceiptBringsTheNewOutcomeAndKeepsTheOldOne() throws {
        let store = try filled()
        let draft = try Sample.draft(1)
        try store.record(draft)
        _ = try store.exchange(coordinator)
        let bundle = try #require(coordinator.with { $0.requests.last?.bundle })
        let now = OperationOutcome(operation: draft.operation.id, position: 9, outcome: .rejected(.vacancyClosed))
        let receipt = Receipt.make(for: bundle, epoch: 2, outcomes: [now], key: coordinator.key)
        // Its reply may come twice.
        for turn in 0..<2 {
            let progress = try exchange(store) { reply, _ in reply.corrected = [receipt] }.progress
            #expect(progress?.corrected == (turn == 0 ? [now] : []))
            #expect(progress?.hasMore == true)
        }
        #expect(try store.entry(draft.operation.id)?.outcome == .rejected(.vacancyClosed))
        let former = try store.formerOutcomes(draft.operation.id)
        #expect(former.map(\.outcome) == [Outcome(.accepted)])
        #expect(former.map(\.epoch) == [1])
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM formerReceipt") } == 1)
    }

    @Test func receiptOfAnotherBundleChangesNothing() throws {
        let store = try filled()
        try store.record(try Sample.draft(1))
        _ = try store.exchange(coordinator)
        let identity = try Sample.identity(coordinator: coordinator.key)
        let other = Bundle.make(
            region: identity.region, node: identity.node, instance: identity.instance, number: 1, previous: Bundle.none,
            operations: [try Sample.draft(2).operation.bytes], key: .generate())
        let outcome = OperationOutcome(
            operation: try Sample.draft(2).operation.id, position: 9, outcome: .rejected(.limit))
        let receipt = Receipt.make(for: other, epoch: 2, outcomes: [outcome], key: coordinator.key)
        _ = try exchange(store) { reply, _ in reply.corrected = [receipt] }
        #expect(try store.formerOutcomes().isEmpty)
        #expect(try store.decidedEntries().compactMap(\.outcome) == [Outcome(.accepted)])
    }

    @Test func everythingAfterTheLastBundleIsHandedInWithItsReceiptInPages() throws {
        let store = try filled()
        for number in 1...3 {
            try store.record(try Sample.draft(number))
            _ = try store.exchange(coordinator)
        }
        // One more is in flight when the coordinator says that it recovers.
        try store.record(try Sample.draft(4))
        _ = try SyncPlan.prepare(store)
        let notice = RecoveryNotice(epoch: 2, cut: 4, bundle: 1, hasReported: false)
        let page = try HandIn.page(store, for: notice, after: notice.bundle)
        #expect(page.request.items.map(\.bundle.number) == [2, 3, 4])
        #expect(page.request.items.map { $0.receipt?.bundle } == [2, 3, nil])
        #expect(page.request.isDone && page.request.epoch == 2)
        #expect(try ResupplyRequest(parsing: page.bytes) == page.request)
        let none = try HandIn.page(store, for: notice, after: 4)
        #expect(none.request.items.isEmpty && none.request.isDone)
    }

    @Test func whereALifeBeganIsHandedInOnceTheNodeHasComeToIt() throws {
        let store = try filled()
        let second = RecoveryNotice(epoch: 2, cut: 3, bundle: 0, hasReported: false)
        try store.redraftLost(second)
        #expect(try HandIn.page(store, for: second, after: 0).request.cuts.isEmpty)
        _ = try exchange(store) { _, _ in }
        let third = RecoveryNotice(epoch: 3, cut: 2, bundle: 0, hasReported: false)
        try store.redraftLost(third)
        // Said again by a later one, to somebody who was away for both.
        try store.redraftLost(RecoveryNotice(epoch: 2, cut: 1, bundle: 0, hasReported: false))
        let page = try HandIn.page(store, for: third, after: 0)
        #expect(page.request.cuts == [JournalCut(epoch: 2, position: 3)])
        #expect(try ResupplyRequest(parsing: page.bytes) == page.request)
    }

    @Test func whatAFormerLifeSentBeyondTheCutIsDraftsAgainAndItsOldOutcomeIsKeptWhenAnotherComes() throws {
        let store = try filled()
        let (drafts, cut) = try decided(3, at: store)
        let now: InstanceID = try Sample.id(90)
        let lost = JournalCut(RecoveryNotice(epoch: 2, cut: cut, bundle: 0, hasReported: false))
        // What this very life sent is handed in, not sent again.
        let same = store.identity.instance
        #expect(try store.write { try Outbox($0).redraftLost(beyond: lost, but: same) } == 0)
        for turn in 0..<2 {
            #expect(try store.write { try Outbox($0).redraftLost(beyond: lost, but: now) } == (turn == 0 ? 2 : 0))
        }
        #expect(try store.entry(drafts[0].operation.id)?.outcome == Outcome(.accepted))
        #expect(try store.pendingEntries().map(\.operation.id) == drafts.dropFirst().map(\.operation.id))
        #expect(try store.formerOutcomes().isEmpty)
        _ = try exchange(store) { reply, request in
            guard let bundle = request.bundle else { return }
            let outcomes = bundle.operations.indices.map { index in
                OperationOutcome(
                    operation: drafts[index + 1].operation.id, position: 9 + index,
                    outcome: index == 0 ? Outcome(.accepted) : .rejected(.vacancyClosed))
            }
            reply.receipt = Receipt.make(for: bundle, epoch: 2, outcomes: outcomes, key: coordinator.key)
            reply.outcomes = outcomes
        }
        #expect(try store.formerOutcomes().map(\.operation) == [drafts[2].operation.id])
    }

    /// A restore of the node from before one of the coordinator: the life that would have been told has ended.
    @Test func restoredNodeThatHearsOfACutSendsAgainWhatItsFormerLifeSentBeyondIt() throws {
        let store = try filled()
        let (drafts, cut) = try decided(2, at: store)
        let opened: InstanceID = try Sample.id(91)
        try store.write { try NodeLife.restore($0, opening: opened) }
        // The coordinator takes what follows as the first exchange of that instance.
        coordinator.with { state in
            state.exchange = ExchangeState(
                exchange: 0, nonce: "", bundleNumber: 0, bundleHash: Bundle.none, instance: store.identity.instance)
        }
        let progress = try exchange(store) { reply, request in
            #expect(request.opens == opened)
            reply.cut = cut
        }.progress
        #expect(progress?.drafts == 1)
        #expect(try store.pendingEntries().map(\.operation.id) == [drafts[1].operation.id])
        #expect(try store.entry(drafts[0].operation.id)?.outcome == Outcome(.accepted))
    }

    @Test(arguments: [(2, true), (3, false)])
    func restoredNodeThatReadBeyondTheCutInTheFirstWireReceivesItsReplicaAnew(cut: Int, isAnew: Bool) throws {
        let store = try Sample.store(coordinator)
        let old = try Sample.readOn(store, coordinator)
        let opened: InstanceID = try Sample.id(91)
        try store.write { try NodeLife.restore($0, opening: opened) }
        coordinator.with { $0.exchange = nil }
        let first = try exchange(store) { reply, request in
            #expect(request.cursor == old)
            reply.cut = cut
        }.progress
        #expect(first?.agreement == (isAnew ? .open : .agrees))
        let next = try SyncPlan.prepare(store).request
        #expect((next.cursor == nil) == isAnew)
        coordinator.with { $0.exchange?.instance = opened }
        #expect(try exchange(store) { _, _ in }.progress?.agreement == .agrees)
        #expect(try store.status().view.count == 3)
    }

    @Test func refusalOfThisPageStopsTheNodeUntilAPersonRejoinsIt() throws {
        let store = try filled()
        let notice = RecoveryNotice(epoch: 2, cut: 1, bundle: 0, hasReported: false)
        let page = try HandIn.page(store, for: notice, after: 0)
        let key = store.identity.coordinator
        func said(_ code: ProblemCode, _ nonce: String?) -> TransportReply {
            let members = nonce.map { [("nonce", JSONValue.string($0))] } ?? []
            return coordinator.signed((code.status, Problem(code, detail: "scripted", members: members).encode()))
        }
        #expect(HandIn.refusal(said(.badBundle, nil), of: page, from: key) == nil)
        #expect(HandIn.refusal(said(.unavailable, page.request.nonce), of: page, from: key) == nil)
        let problem = try #require(HandIn.refusal(said(.badBundle, page.request.nonce), of: page, from: key))
        try HandIn.stop(store, by: problem)
        #expect(try store.syncStop()?.code == "bad-bundle")
    }

    @Test func replyToAnExchangeFromBeforeARebuildIsNotTakenForItsFirstPage() throws {
        let store = try filled()
        let sent = try SyncPlan.prepare(store)
        let reply = try coordinator.answer(sent.transportRequest(to: store.identity.url))
        try store.rebuildReplica()
        let again = try SyncPlan.prepare(store)
        #expect(again.request.cursor == nil && sent.request.cursor != nil)
        #expect(try SyncPlan.absorb(store, reply, of: again).noise == .otherCursor)
        #expect(try store.status().isRebuilding)
    }

    @Test func onlyTheCoordinatorsAnswerToThisPageCounts() throws {
        let store = try filled()
        let notice = RecoveryNotice(epoch: 2, cut: 1, bundle: 0, hasReported: false)
        let page = try HandIn.page(store, for: notice, after: 0)
        let answer = ResupplyReply(nonce: page.request.nonce, bundle: 0, isOpen: true)
        let other = ResupplyReply(nonce: Base64URL.encode(Sodium.randomBytes(16)), bundle: 0, isOpen: true)
        let key = store.identity.coordinator
        #expect(HandIn.read(coordinator.signed((200, answer.encode())), to: page, from: key) == answer)
        #expect(HandIn.read(coordinator.signed((200, other.encode())), to: page, from: key) == nil)
        #expect(HandIn.read(TransportReply(status: 200, body: answer.encode()), to: page, from: key) == nil)
    }
}
