import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Testing

@Suite struct OutboxTests {
    let coordinator = ScriptedCoordinator()

    @Test func draftsKeepTheirOrderAndSayThatTheyAreDrafts() throws {
        let store = try Sample.store(coordinator)
        try store.record(try Sample.draft(2))
        try store.record(try Sample.draft(1))
        let entries = try store.pendingEntries()
        #expect(entries.map(\.operation.id) == [try Sample.id(2), try Sample.id(1)])
        #expect(entries.allSatisfy { $0.state == .draft })
    }

    @Test func recordingTheSameBytesAgainChangesNothingAndOthersAreRefused() throws {
        let store = try Sample.store(coordinator)
        try store.record(try Sample.draft(1))
        try store.record(try Sample.draft(1))
        #expect(try store.status().drafts == 1)
        let failure = #expect(throws: NodeFailure.self) { try store.record(try Sample.draft(1, text: "y")) }
        #expect(failure?.code == .badDraft)
    }

    @Test func aDraftIsReplacedInItsPlace() throws {
        let store = try Sample.store(coordinator)
        try store.record([try Sample.draft(1), try Sample.draft(2)])
        let changed = try Sample.draft(1, text: "y")
        try store.replace(changed)
        #expect(try store.pendingEntries().map(\.operation.bytes).first == changed.operation.bytes)
        let failure = #expect(throws: NodeFailure.self) {
            try store.replace(try Sample.draft(1, record: try Sample.id(9)))
        }
        #expect(failure?.code == .badDraft)
    }

    @Test func aWithdrawnDraftIsGoneWithItsAttachment() throws {
        let store = try Sample.store(coordinator)
        let scan = SyncProtocol.Attachment.make([1, 2, 3])
        let draft = try Sample.draft(1, attachments: [scan])
        try store.record(draft)
        #expect(try store.attachment(scan.name) == scan)
        try store.withdraw(draft.operation.id)
        #expect(try store.pendingEntries().isEmpty)
        #expect(try store.attachment(scan.name) == nil)
        let failure = #expect(throws: NodeFailure.self) { try store.withdraw(draft.operation.id) }
        #expect(failure?.code == .notFound)
    }

    @Test func aReplacementKeepsTheAttachmentsThatItStillNames() throws {
        let store = try Sample.store(coordinator)
        let (kept, dropped) = (SyncProtocol.Attachment.make([1]), SyncProtocol.Attachment.make([2]))
        try store.record(try Sample.draft(1, attachments: [kept, dropped]))
        try store.replace(try Sample.draft(1, text: "y", attachments: [kept]))
        #expect(try store.attachment(kept.name) == kept)
        #expect(try store.attachment(dropped.name) == nil)
    }

    @Test func anAttachmentThatIsNamedMustBeHere() throws {
        let store = try Sample.store(coordinator)
        let bare = try Draft(try Sample.draft(1, attachments: [.make([1])]).operation.bytes)
        let failure = #expect(throws: NodeFailure.self) { try store.record(bare) }
        #expect(failure?.code == .badDraft)
        #expect(try store.pendingEntries().isEmpty)
    }

    @Test func tenThousandDraftsAreTheLimitAndNothingIsHalfRecorded() throws {
        let store = try Sample.store(coordinator)
        let drafts = try (1...OutboxLimits.drafts + 1).map { try Sample.draft($0) }
        let failure = #expect(throws: NodeFailure.self) { try store.record(drafts) }
        #expect(failure?.code == .limit)
        #expect(try store.status().drafts == 0)
        try store.record(Array(drafts.dropLast()))
        #expect(try store.status().drafts == OutboxLimits.drafts)
    }

    @Test func attachmentsOfOneOperationAreLimited() throws {
        let scans = (0...OutboxLimits.operationAttachments).map { SyncProtocol.Attachment.make([UInt8($0)]) }
        let failure = #expect(throws: NodeFailure.self) { try Sample.draft(1, attachments: scans) }
        #expect(failure?.code == .limit)
        _ = try Sample.draft(1, attachments: Array(scans.dropLast()))
    }

    @Test func bytesThatAreNoOperationAreRefused() throws {
        let failure = #expect(throws: NodeFailure.self) { try Draft(Array("{}".utf8)) }
        #expect(failure?.code == .badDraft)
    }

    @Test func aRequestStaysWithinItsLimitWhateverIsAttached() throws {
        let store = try Sample.store(coordinator)
        for number in 1...3 {
            let scans = (0..<OutboxLimits.operationAttachments).map { _ in
                SyncProtocol.Attachment.make(Sodium.randomBytes(Limits.attachmentBytes))
            }
            try store.record(try Sample.draft(number, attachments: scans))
        }
        let prepared = try SyncPlan.prepare(store)
        #expect(prepared.bytes.count <= Limits.requestBytes)
        #expect(prepared.request.bundle?.operations.count == 1)
        #expect(prepared.request.attachments.count == OutboxLimits.operationAttachments)
    }

    @Test func newOperationsAreInTheOrderOfTime() throws {
        let early = try Draft.make(.vacancyOpen, body: .object([]), actor: "Sri", at: Stamp(milliseconds: 1000))
        let late = try Draft.make(.vacancyOpen, body: .object([]), actor: "Sri", at: Stamp(milliseconds: 2000))
        #expect(early.operation.id < late.operation.id)
        #expect(early.operation.record == RecordID(early.operation.id))
        #expect(early.operation.recordedAt == "1970-01-01T00:00:01Z")
        #expect(early.operation.id.text.split(separator: "-")[2].first == "7")
    }
}
