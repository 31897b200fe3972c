import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Testing

/// What another agency was shown, beside what this node saw.
@Suite struct HeadQuestionTests {
    let coordinator = ScriptedCoordinator()

    private func seen() throws -> NodeStore {
        try Sample.filled(coordinator, 1...6, after: 100, exchanges: 2)
    }

    private func checkpoint(_ position: Int, forkedAt: Int = .max) throws -> HeadEvidence {
        let text = Checkpoint.make(
            region: Sample.region, epoch: 1, position: position,
            root: ScriptedTree(forkedAt: forkedAt).rootBytes(position), day: nil, key: coordinator.key
        ).text
        return try HeadEvidence(
            parsing: Array(text.utf8), region: Sample.region, coordinator: coordinator.key.publicKey)
    }

    @Test func samePlaceIsComparedAtOnce() throws {
        let store = try seen()
        #expect(try store.compare(checkpoint(6)) == .same)
        #expect(try store.status().state == .working)
        #expect(try store.compare(checkpoint(6, forkedAt: 2)) == .forked)
        #expect(try store.status().state == .forked)
        #expect(try store.contradictions().map(\.reason) == [.other])
    }

    @Test func anEarlierPlaceIsProvenByTheCoordinator() throws {
        let store = try seen()
        #expect(try store.compare(checkpoint(4)) == .asked)
        #expect(try store.exchange(coordinator).progress?.agreement == .agrees)
        let asked = coordinator.with { $0.requests.last }
        #expect(asked?.head?.position == 4 && asked?.checkpoint != nil)
        _ = try store.exchange(coordinator)
        #expect(coordinator.with { $0.requests.last?.checkpoint } == nil)
        #expect(try store.status().state == .working)
    }

    @Test func anEarlierPlaceOfAnotherStoryIsRed() throws {
        let store = try seen()
        #expect(try store.compare(checkpoint(4, forkedAt: 1)) == .asked)
        #expect(try store.exchange(coordinator).noise == .forkedHead)
        let found = try #require(try store.contradictions().first)
        #expect(found.reason == .other && found.seen.position == 4 && found.seenEvidence != nil)
        #expect(try store.exchange(coordinator).progress != nil, "it works on")
        #expect(try store.status().state == .forked, "and stays red")
    }

    @Test func anEarlierPlaceThatTheCoordinatorDeniesIsRed() async throws {
        let store = try seen()
        #expect(try store.compare(checkpoint(4, forkedAt: 1)) == .asked)
        coordinator.with { $0.problem = Problem(.foreignHead, detail: "scripted") }
        _ = try await SyncSession(store, transport: coordinator).run()
        let found = try #require(try store.contradictions().last)
        #expect(found.reason == .other && found.seen.position == 4 && found.seenEvidence != nil)
        #expect(try store.status().state == .forked)
    }

    @Test func aLaterPlaceThatTheCoordinatorDoesNotComeToIsRed() throws {
        let store = try seen()
        #expect(try store.compare(checkpoint(9)) == .asked)
        _ = try store.exchange(coordinator)
        #expect(try store.contradictions().map(\.reason) == [.behind])
        #expect(try store.status().state == .forked)
    }

    @Test func aLaterPlaceThatTheCoordinatorComesToIsProven() throws {
        let store = try seen()
        #expect(try store.compare(checkpoint(8)) == .asked)
        for number in 1...3 {
            coordinator.put(try Sample.id(200 + number), "baru")
        }
        for _ in 0..<4 {
            _ = try store.exchange(coordinator)
        }
        #expect(coordinator.with { $0.requests.contains { $0.head?.position == 8 && $0.checkpoint != nil } })
        #expect(try store.status().state == .working)
    }

    @Test func aReceiptOfALaterDecisionIsEvidenceToo() throws {
        let store = try seen()
        let operation = try Sample.draft(1).operation
        let bundle = Bundle.make(
            region: Sample.region, node: try Sample.id(50), instance: try Sample.id(51), number: 1,
            previous: Bundle.none,
            operations: [operation.bytes], key: .generate())
        func receipt(_ position: Int) throws -> HeadEvidence {
            try HeadEvidence(
                parsing: Receipt.make(
                    for: bundle, epoch: 1,
                    outcomes: [
                        OperationOutcome(operation: operation.id, position: position, outcome: Outcome(.accepted))
                    ],
                    key: coordinator.key
                ).json.encoded, region: Sample.region, coordinator: coordinator.key.publicKey)
        }
        #expect(try store.compare(receipt(6)) == .same)
        #expect(try store.compare(receipt(7)) == .asked)
        _ = try store.exchange(coordinator)
        #expect(try store.contradictions().map(\.reason) == [.behind])
    }

    @Test func whatTheCoordinatorDidNotSignIsNoEvidence() throws {
        let other = Checkpoint.make(
            region: Sample.region, epoch: 1, position: 6, root: TreeHash.empty, day: nil, key: .generate())
        for text in [other.text, "{}", "mutasi/", "{\"checkpoint\":\"\"}", ""] {
            #expect {
                try HeadEvidence(
                    parsing: Array(text.utf8), region: Sample.region, coordinator: coordinator.key.publicKey)
            } throws: { ($0 as? NodeFailure)?.code == .badEvidence }
        }
    }
}
