import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

@testable import CoordinatorKit

@Suite(.timeLimit(.minutes(1))) struct CommitQueueTests {
    /// A region over a store that can be held, with nodes that have joined.
    static func region(nodes count: Int, commit: CommitLimits = CommitLimits()) async throws -> (
        region: TestRegion, store: FaultyStore, nodes: [TestNode]
    ) {
        let store = FaultyStore(try SQLiteStore(writer: try DatabaseQueue()))
        var region = try TestRegion(store: store, commit: commit)
        var nodes: [TestNode] = []
        for number in 0..<count {
            nodes.append(try await region.node("dinas-\(number)"))
        }
        return (region, store, nodes)
    }

    /// Comes back when this many requests wait, one transaction being held.
    static func waitFor(_ count: Int, in region: TestRegion) async {
        while region.coordinator.queue.waitingCount < count {
            await Task.yield()
        }
    }

    @Test func requestsThatComeDuringACommitShareTheNextOne() async throws {
        let (region, store, nodes) = try await Self.region(nodes: 9)
        let coordinator = region.coordinator
        let before = store.transactions
        let head = try store.read { try $0.head().position }
        store.hold()
        let answers = await withTaskGroup(of: HTTPAnswer.self) { group in
            for (index, node) in nodes.enumerated() {
                group.addTask { await node.send(node.request([Statement.put("\(index)", to: nil)]), to: coordinator) }
                if index == 0 {
                    while store.transactions == before { await Task.yield() }
                }
            }
            await Self.waitFor(8, in: region)
            store.release()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.map(\.status) == Array(repeating: 200, count: 9))
        #expect(try store.read { try $0.roots(after: head, limit: 10) }.map(\.position) == [head + 1, head + 9])
        _ = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func requestBeyondTheLimitIsBusyAndTheOthersAreDecided() async throws {
        let (region, store, nodes) = try await Self.region(nodes: 4, commit: CommitLimits(waitingRequests: 2))
        let coordinator = region.coordinator
        let before = store.transactions
        let head = try store.read { try $0.head().position }
        store.hold()
        try await withThrowingTaskGroup(of: HTTPAnswer.self) { group in
            for (index, node) in nodes.prefix(3).enumerated() {
                group.addTask { await node.send(node.request([Statement.put("\(index)", to: nil)]), to: coordinator) }
                if index == 0 {
                    while store.transactions == before { await Task.yield() }
                }
            }
            await Self.waitFor(2, in: region)
            let refused = await nodes[3].send(nodes[3].request([Statement.put("x", to: nil)]), to: coordinator)
            #expect(refused.status == 503)
            #expect(try Problem(parsing: refused.body).code == .busy)
            #expect(refused.header("Retry-After") == "5")
            store.release()
            for try await answer in group {
                #expect(answer.status == 200)
            }
        }
        #expect(try store.read { try $0.head().position } == head + 3)
        #expect(await nodes[3].send(nodes[3].request([Statement.put("x", to: nil)]), to: coordinator).status == 200)
    }

    @Test func failedGroupFailsForAllInItAndEachSucceedsLater() async throws {
        let (region, store, nodes) = try await Self.region(nodes: 4)
        let coordinator = region.coordinator
        let before = store.transactions
        let head = try store.read { try $0.head() }
        let requests = nodes.map { $0.request([Statement.put($0.agency.text, to: nil)]) }
        store.set(.atCommit)
        store.hold()
        await withTaskGroup(of: HTTPAnswer.self) { group in
            for (index, (node, request)) in zip(nodes, requests).enumerated() {
                group.addTask { await node.send(request, to: coordinator) }
                if index == 0 {
                    while store.transactions == before { await Task.yield() }
                }
            }
            await Self.waitFor(3, in: region)
            store.release()
            for await answer in group {
                #expect(answer.status == 503)
            }
        }
        #expect(try store.read { try $0.head() } == head)
        store.set(.none)
        for (node, request) in zip(nodes, requests) {
            #expect(await node.send(request, to: coordinator).status == 200)
        }
        _ = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func whicheverWriteFailsNothingIsHalfDone() async throws {
        var (region, store, _) = try await Self.region(nodes: 0)
        let record = Statement.recordID()
        _ = try await region.desk.sync(region.coordinator, [Statement.put("old", to: ["bkd"], record: record)])
        let scan = Attachment.make(Array("scan".utf8))
        let request = region.desk.request(
            [
                Statement.put("one", to: nil, attachment: scan.name), Statement.put("two", to: nil, record: record),
                Statement.make("test.claim", body: .object([("tag", "t")])),
                Statement.make("test.poison", body: .object([])),
            ], attachments: [scan])
        let before = try store.read { (try $0.everything().records, try $0.head(), try $0.nodes()) }
        var failures = 0
        for number in 1...100 {
            store.set(.atWrite(number))
            let answer = await region.desk.send(request, to: region.coordinator)
            if answer.status == 200 {
                let outcomes = try region.desk.absorb(answer, of: request).outcomes.map(\.outcome.kind)
                #expect(outcomes == [.accepted, .accepted, .accepted, .rejected])
                break
            }
            failures += 1
            #expect(try Problem(parsing: answer.body).code == .unavailable)
            let after = try store.read { (try $0.everything().records, try $0.head(), try $0.nodes()) }
            #expect(after == before, "write \(number)")
            _ = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
        }
        // A bundle, four entries and their list, two records with three audience rows, a claim, the head, digests, the node.
        #expect(failures > 15)
        #expect(failures < 100)
        _ = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func readinessIsACommitThatWorks() async throws {
        let (region, store, _) = try await Self.region(nodes: 0)
        #expect(await region.coordinator.ready().status == 200)
        store.set(.beforeWrite)
        let answer = await region.coordinator.ready()
        #expect(answer.status == 503)
        #expect(try Problem(parsing: answer.body).code == .unavailable)
    }
}
