import GRDB
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Testing

/// A coordinator that tells two stories is found out, the proof is kept, and nothing of the second story is taken in.
@Suite struct ForkTests {
    let coordinator = ScriptedCoordinator()

    /// A node that has seen six positions and holds a checkpoint of them.
    private func seen() throws -> NodeStore {
        try Sample.filled(coordinator, 1...6, after: 100, exchanges: 2)
    }

    @Test func headsGoOnWithTheirRoots() throws {
        let store = try seen()
        for number in 1...20 {
            coordinator.put(try Sample.id(200 + number), "loket")
            #expect(try store.exchange(coordinator).progress?.agreement == .agrees)
        }
        let requests = coordinator.with { $0.requests }
        #expect(requests.last?.head?.root == coordinator.with { $0.tree.root(25) })
        #expect(try store.contradictions().isEmpty)
        #expect(try store.status().state == .working)
    }

    @Test(arguments: [0, 3, 5], [0, 1, 4])
    func anotherPastIsForkedAndKeptAsProof(_ fork: Int, _ growth: Int) throws {
        let store = try seen()
        for number in 0..<growth {
            coordinator.put(try Sample.id(300 + number), "lain")
        }
        coordinator.with { $0.tree.forkedAt = fork }
        #expect(try store.exchange(coordinator).noise == .forkedHead)
        #expect(try store.exchange(coordinator).noise == .forkedHead)
        #expect(try store.status().state == .forked)
        #expect(try store.status().head == Head(epoch: 1, position: 6, root: ScriptedTree().root(6)))
        let proof = try #require(try store.contradictions().first)
        #expect(proof.reason == .forked && proof.isOpen)
        let (one, other) = (
            try Checkpoint(parsing: try #require(proof.seenEvidence)),
            try Checkpoint(parsing: try #require(proof.shownEvidence))
        )
        for checkpoint in [one, other] {
            #expect(checkpoint.verifies(region: Sample.region, key: coordinator.key.publicKey))
        }
        #expect(one.head == proof.seen && other.head == proof.shown)
        #expect(other.head.root == coordinator.with { $0.tree.root(6 + growth) })
        coordinator.with { $0.tree.forkedAt = .max }
        #expect(try store.exchange(coordinator).progress?.agreement == .agrees)
        #expect(try store.status().state == .working)
        #expect(try store.contradictions().allSatisfy { !$0.isOpen })
    }

    @Test func aProofThatDoesNotHoldIsForked() throws {
        for change: @Sendable (inout [[UInt8]]) -> Void in [
            { $0 = [] }, { $0.removeLast() }, { $0[0][0] ^= 1 }, { $0.append($0[0]) },
        ] {
            let coordinator = ScriptedCoordinator()
            let store = try Sample.store(coordinator)
            for number in 1...6 {
                coordinator.put(try Sample.id(100 + number), "loket")
            }
            _ = try store.exchange(coordinator)
            coordinator.put(try Sample.id(400), "baru")
            coordinator.onTheWay { reply in
                var message = try SyncReply(parsing: reply.body)
                change(&message.consistency)
                return coordinator.signed((200, message.encode()))
            }
            #expect(try store.exchange(coordinator).noise == .forkedHead)
            coordinator.onTheWay { $0 }
        }
    }

    @Test func aHeadThatGoesBackIsRed() throws {
        let store = try seen()
        coordinator.with { $0.head = 4 }
        #expect(try store.exchange(coordinator).noise == .earlierHead)
        #expect(try store.status().state == .forked)
        #expect(try store.contradictions().map(\.reason) == [.back])
    }

    @Test func aDeniedHeadIsShownWithItsCheckpoint() async throws {
        let store = try seen()
        coordinator.with { $0.problem = Problem(.foreignHead, detail: "scripted") }
        let report = try await SyncSession(store, transport: coordinator).run()
        guard case .refused(let problem, isProven: true) = report.ending else {
            Issue.record("\(report.ending)")
            return
        }
        #expect(problem.code == .foreignHead)
        let sent = coordinator.with { Array($0.requests.suffix(2)) }
        #expect(sent.map(\.checkpoint) == [nil, try store.checkpoints().first?.text])
        #expect(sent.map(\.exchange) == [sent[0].exchange, sent[0].exchange])
        #expect(try store.contradictions().map(\.reason) == [.foreign])
        #expect(try store.status().state == .forked)
    }

    @Test func aCheckpointOfAnotherHeadIsMalformed() throws {
        let store = try seen()
        let coordinator = coordinator
        let before = try Sample.dump(store)
        for (position, key) in [(6, SigningKey.generate()), (5, coordinator.key)] {
            coordinator.onTheWay { reply in
                var message = try SyncReply(parsing: reply.body)
                message.checkpoint =
                    Checkpoint.make(
                        region: Sample.region, epoch: 1, position: position, root: ScriptedTree().rootBytes(position),
                        day: nil, key: key
                    ).text
                return coordinator.signed((200, message.encode()))
            }
            _ = try SyncPlan.prepare(store)
            #expect(try store.exchange(coordinator).noise == .malformed)
        }
        #expect(try store.contradictions().isEmpty)
        #expect(before.count == (try Sample.dump(store).count))
    }
}
