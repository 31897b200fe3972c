import Negotiation
import NodeKit
import SyncProtocol
import Testing

@Suite struct ExchangeTests {
    let coordinator = ScriptedCoordinator()

    @Test func firstExchangeFillsTheReplicaAndAgrees() throws {
        let store = try Sample.store(coordinator)
        let id: RecordID = try Sample.id(10)
        coordinator.put(id, "loket")
        let progress = try #require(try store.exchange(coordinator).progress)
        #expect(progress.agreement == .agrees)
        #expect(try store.record(id)?.body == Sample.body("loket"))
        #expect(try store.records(linked: .kind(.vacancy)).map(\.id) == [id])
        #expect(try store.today() == "2026-03-02")
        let status = try store.status()
        #expect(status.state == .working)
        #expect(status.isComplete)
        #expect(status.view == status.stated)
        #expect(status.view.count == 1)
    }

    @Test func pagesMoveTheCursorWithTheirRecords() throws {
        let store = try Sample.store(coordinator)
        for number in 0..<5 {
            coordinator.put(try Sample.id(100 + number), "loket \(number)")
        }
        #expect(try store.exchange(coordinator, pageLimit: 2).progress?.agreement == .open)
        #expect(try store.status().cursor == Cursor(epoch: 1, position: 2, start: 5))
        #expect(try store.status().isComplete == false)
        #expect(try store.exchange(coordinator, pageLimit: 2).progress?.agreement == .open)
        #expect(try store.exchange(coordinator, pageLimit: 2).progress?.agreement == .agrees)
        #expect(try store.records(linked: .kind(.vacancy)).count == 5)
    }

    @Test func aChangedRecordReplacesItsCopyAndARetractedOneGoes() throws {
        let store = try Sample.store(coordinator)
        let (first, second): (RecordID, RecordID) = (try Sample.id(10), try Sample.id(11))
        coordinator.put(first, "satu")
        coordinator.put(second, "dua", kind: .conflict)
        _ = try store.exchange(coordinator)
        #expect(try store.status().openConflicts == 1)
        coordinator.put(first, "satu lagi")
        coordinator.retract(second)
        #expect(try store.exchange(coordinator).progress?.agreement == .agrees)
        #expect(try store.record(first)?.revision == 2)
        #expect(try store.record(second) == nil)
        #expect(try store.records(linked: .kind(.conflict)).isEmpty)
        #expect(try store.status().openConflicts == 0)
    }

    @Test func draftsEndInTheirOutcomes() throws {
        let store = try Sample.store(coordinator)
        let drafts = try (1...3).map { try Sample.draft($0) }
        try store.record(drafts)
        let progress = try #require(try store.exchange(coordinator).progress)
        #expect(progress.outcomes.map(\.operation) == drafts.map(\.operation.id))
        for (index, draft) in drafts.enumerated() {
            let entry = try #require(try store.entry(draft.operation.id))
            #expect(entry.state == .decided(Outcome(.accepted), position: index + 1))
            #expect(entry.operation.bytes == draft.operation.bytes)
        }
        #expect(try store.pendingEntries().isEmpty)
        #expect(
            try store.decidedEntries(limit: 2).map(\.operation.id) == drafts.reversed().prefix(2).map(\.operation.id))
    }

    @Test func bundlesFollowEachOtherByNumberAndHash() throws {
        let store = try Sample.store(coordinator)
        for number in 1...2 {
            try store.record(try Sample.draft(number))
            _ = try store.exchange(coordinator)
        }
        let bundles = coordinator.with { $0.requests.compactMap(\.bundle) }
        #expect(bundles.map(\.number) == [1, 2])
        #expect(bundles.last?.previous == bundles.first?.hash)
        #expect(bundles.allSatisfy { $0.verifies(with: store.identity.signing.publicKey) })
    }

    @Test func aBundleTakesTwoHundredOperationsAndTheRestGoesNext() throws {
        let store = try Sample.store(coordinator)
        try store.record(try (1...(Limits.bundleOperations + 1)).map { try Sample.draft($0) })
        let first = try #require(try store.exchange(coordinator).progress)
        #expect(first.outcomes.count == Limits.bundleOperations)
        #expect(first.hasMore)
        #expect(try store.exchange(coordinator).progress?.outcomes.count == 1)
    }

    @Test func attachmentsTravelWithWhatNamesThemAndGoWithIt() throws {
        let store = try Sample.store(coordinator)
        let (sent, received) = (SyncProtocol.Attachment.make([1, 2, 3]), SyncProtocol.Attachment.make([4, 5]))
        let id: RecordID = try Sample.id(10)
        try store.record(try Sample.draft(1, attachments: [sent]))
        coordinator.put(id, "berkas", attachment: received)
        _ = try store.exchange(coordinator)
        #expect(coordinator.with { $0.requests.last?.attachments } == [sent])
        #expect(try store.attachment(received.name) == received)
        #expect(try store.status().incompleteRecords == 0)
        coordinator.retract(id)
        coordinator.with { $0.attachments = [:] }
        _ = try store.exchange(coordinator)
        #expect(try store.attachment(received.name) == nil)
        #expect(try store.attachment(sent.name) == sent)
    }

    @Test func aRecordWhoseAttachmentHasNotComeIsIncomplete() throws {
        let store = try Sample.store(coordinator)
        coordinator.put(try Sample.id(10), "berkas", attachment: .make([4, 5]))
        coordinator.with { $0.attachments = [:] }
        _ = try store.exchange(coordinator)
        #expect(try store.status().incompleteRecords == 1)
    }
}
