import Foundation
import GRDB
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Testing

/// Drafts that wait for a person, and what waits with them; what was refused, sent again.
@Suite struct HoldingTests {
    let coordinator = ScriptedCoordinator()

    private func hold(_ store: NodeStore, _ numbers: ClosedRange<Int>) throws {
        for number in numbers {
            let id: OperationID = try Sample.id(number)
            try store.write {
                try $0.execute(
                    sql: "UPDATE operation SET held = 'backup' WHERE uuid = ?", arguments: [Data(id.bytes)])
            }
        }
    }

    private func sent(_ store: NodeStore) throws -> [OperationID] {
        let prepared = try SyncPlan.prepare(store)
        return try (prepared.request.bundle?.operations ?? []).map { try Operation(parsing: $0).id }
    }

    @Test func heldDraftsStayAndLaterOnesGoOut() throws {
        let store = try Sample.store(coordinator)
        try store.record([try Sample.draft(1), try Sample.draft(2)])
        try hold(store, 1...2)
        try store.record(try Sample.draft(3))
        #expect(try sent(store) == [try Sample.id(3)])
        let progress = try #require(try store.exchange(coordinator).progress)
        // Nothing of what is held counts as more to do: a sync would never end.
        #expect(progress.drafts == 0 && !progress.hasMore)
        let status = try store.status()
        #expect(status.held == 2 && status.drafts == 2 && status.waiting == 0)
        #expect(try store.pendingEntries().map(\.state) == [.held(.backup), .held(.backup)])
    }

    @Test func whatDependsOnAHeldDraftWaitsWithIt() throws {
        let store = try Sample.store(coordinator)
        let record: RecordID = try Sample.id(50)
        try store.record([try Sample.draft(1), try Sample.draft(2, record: record)])
        try hold(store, 1...2)
        try store.record([
            // About the record that the first one makes, about the same record, and about what waits itself.
            try Sample.draft(3, record: try Sample.id(1)), try Sample.draft(4, record: record),
            try Sample.draft(5, text: (try Sample.id(3) as RecordID).text), try Sample.draft(6),
        ])
        let (one, two): (OperationID, OperationID) = (try Sample.id(1), try Sample.id(2))
        #expect(
            try store.pendingEntries().map(\.state) == [
                .held(.backup), .held(.backup), .waiting(for: one), .waiting(for: two), .waiting(for: one), .draft,
            ])
        #expect(try store.status().waiting == 3)
        #expect(try sent(store) == [try Sample.id(6)])
        _ = try store.exchange(coordinator)
        try store.release(one)
        #expect(try sent(store) == [try Sample.id(1), try Sample.id(3), try Sample.id(5)])
    }

    @Test func releasedEditedAndWithdrawnDraftsAreHeldNoMore() throws {
        let store = try Sample.store(coordinator)
        try store.record(try (1...4).map { try Sample.draft($0) })
        try hold(store, 1...4)
        try store.release(try Sample.id(1))
        try store.replace(try Sample.draft(2, text: "other"))
        try store.withdraw(try Sample.id(3))
        #expect(try store.status().held == 1)
        #expect(try store.releaseAll() == 1)
        #expect(try sent(store) == [try Sample.id(1), try Sample.id(2), try Sample.id(4)])
    }

    @Test func anOperationThatTheCoordinatorCannotReadIsTakenOutAndTheRestGoes() async throws {
        let store = try Sample.store(coordinator)
        try store.record(try (1...3).map { try Sample.draft($0) })
        coordinator.with {
            $0.problem = Problem(.badBundle, detail: "operation 1 cannot be read", members: [("index", 1)])
        }
        let first = try SyncPlan.prepare(store)
        guard case .refused(_, isProven: true) = try store.exchange(coordinator) else {
            Issue.record("not refused")
            return
        }
        coordinator.with { $0.problem = nil }
        let unreadable: OperationID = try Sample.id(2)
        #expect(try store.entry(unreadable)?.state == .held(.unreadable))
        #expect(try store.syncStop() == nil)
        // The coordinator took nothing: the same exchange and bundle number come again, as another request.
        let second = try SyncPlan.prepare(store)
        #expect(second.request.exchange == first.request.exchange && second.request.nonce != first.request.nonce)
        #expect(second.request.bundle?.number == 1 && second.request.bundle?.previous == SyncProtocol.Bundle.none)
        #expect(try sent(store) == [try Sample.id(1), try Sample.id(3)])
        #expect(try store.exchange(coordinator).progress?.outcomes.count == 2)
        // --all releases what came back, not what would be refused again.
        #expect(try store.releaseAll() == 0)
        #expect(try store.status().held == 1)
    }

    @Test func aSyncGoesOnAfterAnUnreadableOperation() async throws {
        let store = try Sample.store(coordinator)
        try store.record(try (1...3).map { try Sample.draft($0) })
        coordinator.onTheWay { [coordinator] reply in
            guard coordinator.with({ $0.requests.last?.bundle?.operations.count }) == 3 else { return reply }
            let request = try #require(coordinator.with { $0.requests.last })
            coordinator.with { $0.exchange = nil }
            let problem = Problem(.badBundle, members: [("index", 0)]).answering(request)
            return coordinator.signed((problem.status, problem.encode()))
        }
        let report = try await SyncSession(store, transport: coordinator).run()
        guard case .complete = report.ending else {
            Issue.record("\(report.ending)")
            return
        }
        #expect(report.outcomes.map(\.operation) == [try Sample.id(2), try Sample.id(3)])
    }

    @Test func aBadBundleThatNamesNoOperationStopsTheNode() throws {
        let store = try Sample.store(coordinator)
        try store.record(try Sample.draft(1))
        for members in [[], [("index", JSONValue.integer(7))], [("index", JSONValue.integer(-1))]] {
            coordinator.with { $0.problem = Problem(.badBundle, members: members) }
            _ = try store.exchange(coordinator)
            #expect(try store.syncStop()?.code == "bad-bundle")
            #expect(try store.status().inFlight == 1)
        }
    }

    @Test func aRefusedOperationIsRecordedAnewWithWhatDependedOnIt() throws {
        let store = try Sample.store(coordinator)
        let made: RecordID = try Sample.id(1)
        try store.record([
            try Sample.draft(1), try Sample.draft(2, record: made), try Sample.draft(3, text: made.text),
            try Sample.draft(4),
        ])
        coordinator.onTheWay { [coordinator] reply in
            let request = try #require(coordinator.with { $0.requests.last })
            var answer = try SyncReply(parsing: reply.body)
            for index in answer.outcomes.indices where index < 3 {
                answer.outcomes[index].outcome =
                    index == 0 ? .rejected(.badBody) : .rejected(.dependsOn, [("operation", .string(made.text))])
            }
            answer.receipt = request.bundle.map {
                Receipt.make(for: $0, epoch: 1, outcomes: answer.outcomes, key: coordinator.key)
            }
            return coordinator.signed((200, answer.encode()))
        }
        _ = try store.exchange(coordinator)
        // A draft that was recorded meanwhile names it too.
        try store.record(try Sample.draft(5, record: made))
        let failure = #expect(throws: NodeFailure.self) {
            try store.resend(try Sample.id(4), withDependants: true, actor: "Sri")
        }
        #expect(failure?.code == .notRefused)
        #expect(try store.resend(try Sample.id(1), withDependants: false, actor: "Sri").count == 1)
        let drafts = try store.resend(try Sample.id(1), withDependants: true, actor: "Budi")
        #expect(drafts.count == 4)
        let new = RecordID(drafts[0].operation.id)
        #expect(drafts[0].operation.record == new && drafts[1].operation.record == new)
        #expect(drafts[2].operation.body["text"]?.string == new.text)
        #expect(drafts[3].operation.record == new)
        #expect(drafts.allSatisfy { $0.operation.actor == "Budi" })
        // The draft has a new one in its place; what was refused is still there to see.
        #expect(try store.entry(try Sample.id(5)) == nil)
        #expect(try store.entry(try Sample.id(2))?.outcome?.code == .dependsOn)
    }

    @Test func aDamagedOperationDoesNotHideTheOthers() throws {
        let store = try Sample.store(coordinator)
        try store.record(try (1...3).map { try Sample.draft($0) })
        try store.write { try $0.execute(sql: "UPDATE operation SET bytes = CAST('{}' AS BLOB) WHERE id = 2") }
        let readable = try store.readableEntries()
        #expect(readable.pending.map(\.operation.id) == [try Sample.id(1), try Sample.id(3)])
        #expect(readable.damaged == 1)
        #expect(try store.previews().count == 2)
        // It is said, and nothing goes out as if it were whole.
        #expect(try store.status().state == .damaged)
        #expect(throws: NodeFailure.self) { try SyncPlan.prepare(store) }
        try store.withdraw(try Sample.id(2))
        #expect(try store.status().state == .working)
        #expect(try sent(store).count == 2)
    }

    @Test func aPreviewSaysWhatARefusalComesFrom() throws {
        let store = try Sample.store(coordinator)
        let made: RecordID = try Sample.id(1)
        try store.record(try Sample.draft(1))
        coordinator.onTheWay { [coordinator] reply in
            let request = try #require(coordinator.with { $0.requests.last })
            var answer = try SyncReply(parsing: reply.body)
            for index in answer.outcomes.indices {
                answer.outcomes[index].outcome = .rejected(.badBody)
            }
            answer.receipt = request.bundle.map {
                Receipt.make(for: $0, epoch: 1, outcomes: answer.outcomes, key: coordinator.key)
            }
            return coordinator.signed((200, answer.encode()))
        }
        _ = try store.exchange(coordinator)
        #expect(try store.preview(try Sample.draft(2, record: made))?.outcome.code == .dependsOn)
        #expect(try store.preview(try Sample.draft(3, record: try Sample.id(70)))?.outcome.code == .notFound)
    }
}
