import CoordinatorKit
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

@Suite struct CommitGroupTests {
    @Test func poisonedOperationIsRejectedAloneWithAnIncident() async throws {
        var region = try TestRegion()
        let record = Statement.recordID()
        let reply = try await region.desk.sync(
            region.coordinator,
            [
                Statement.put("before", to: nil),
                Statement.make("test.poison", body: .object([])),
                Statement.put("after", to: nil, record: record),
            ])
        #expect(reply.outcomes.map(\.outcome.kind) == [.accepted, .rejected, .accepted])
        #expect(reply.outcomes[1].outcome.code == .internalFault)
        let detail = try JSON(parsing: reply.outcomes[1].outcome.detail.encoded)
        #expect(detail["incident"]?.string?.utf8.count == 16)
        #expect(region.desk.replica[record] != nil)
        #expect(region.desk.digest == ViewDigest(hex: reply.complete?.digest ?? "", count: reply.complete?.count ?? -1))
    }

    @Test func effectsThatCannotBeTakenAreAFaultOfTheReducer() async throws {
        var region = try TestRegion()
        let claim: JSONValue = .object([("tag", "person")])
        let reply = try await region.desk.sync(
            region.coordinator,
            [Statement.make("test.claim", body: claim), Statement.make("test.claim", body: claim)])
        #expect(reply.outcomes.map(\.outcome.kind) == [.accepted, .rejected])
        #expect(reply.outcomes[1].outcome.code == .internalFault)
        _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func operationThatFailsAfterHalfItsEffectsLeavesNothingAndTheOthersStand() async throws {
        var region = try TestRegion()
        let (before, half, after) = (Statement.recordID(), Statement.recordID(), Statement.recordID())
        let body: JSONValue = .object([("tag", "person")])
        let reply = try await region.desk.sync(
            region.coordinator,
            [
                Statement.make("test.both", record: before, body: body),
                Statement.make("test.both", record: half, body: body), Statement.put("after", to: nil, record: after),
            ])
        #expect(reply.outcomes.map(\.outcome.kind) == [.accepted, .rejected, .accepted])
        #expect(reply.outcomes[1].outcome.code == .internalFault)
        #expect(region.desk.replica[before] != nil && region.desk.replica[after] != nil)
        #expect(try region.store.read { try $0.record(half) } == nil)
        _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test(
        arguments: [
            ("test.large", Limits.recordBytes, true), ("test.large", Limits.recordBytes + 1, false),
            ("test.detail", Limits.outcomeBytes, true), ("test.detail", Limits.outcomeBytes + 1, false),
        ])
    func decisionBeyondALimitIsAFaultOfTheReducer(_ kind: String, _ bytes: Int, _ fits: Bool) async throws {
        var region = try TestRegion()
        let reply = try await region.desk.sync(
            region.coordinator, [Statement.make(kind, body: .object([("bytes", .integer(bytes))]))])
        #expect(reply.outcomes.map(\.outcome.kind) == [fits ? .accepted : .rejected])
        #expect(reply.outcomes.first?.outcome.code == (fits ? nil : .internalFault))
        _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test(arguments: ["test.echo", "test.wrap"])
    func decisionTooDeepToBeReadBackIsAFaultAndPoisonsNoGroup(_ kind: String) async throws {
        var region = try TestRegion()
        // The operation itself is as deep as the reader takes.
        let body = (0..<30).reduce(JSONValue.object([])) { inner, _ in .object([("a", inner)]) }
        let operation = Statement.make(kind, body: body)
        let first = try await region.desk.sync(region.coordinator, [operation])
        #expect(first.outcomes.map(\.outcome.code) == [.internalFault])
        let again = try await region.desk.sync(region.coordinator, [operation])
        #expect(again.outcomes == first.outcomes)
        _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func sameBytesUnderOneIdGetTheFirstOutcome() async throws {
        var region = try TestRegion()
        let id = Statement.id()
        let operation = Statement.put("once", to: nil, id: id)
        let first = try await region.desk.sync(region.coordinator, [operation])
        let second = try await region.desk.sync(region.coordinator, [operation, operation])
        #expect(second.outcomes == [first.outcomes[0], first.outcomes[0]])
        #expect(second.head == first.head)
        #expect(region.desk.replica[RecordID(id)]?.revision == 1)
        _ = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func otherBytesUnderOneIdAreAnEquivocationEveryTime() async throws {
        var region = try TestRegion()
        let id = Statement.id()
        let first = try await region.desk.sync(region.coordinator, [Statement.put("one", to: nil, id: id)])
        let other = Statement.put("two", to: nil, id: id)
        let second = try await region.desk.sync(region.coordinator, [other])
        let third = try await region.desk.sync(region.coordinator, [other])
        #expect(second.outcomes[0].outcome.code == .equivocation)
        #expect(second.outcomes[0].position == first.outcomes[0].position + 1)
        #expect(third.outcomes == second.outcomes)
        #expect(region.desk.replica[RecordID(id)]?.revision == 1)
    }

    @Test func twoAgenciesMayUseOneId() async throws {
        var region = try TestRegion()
        var other = try await region.node("disdik")
        let id = Statement.id()
        let first = try await region.desk.sync(
            region.coordinator, [Statement.put("a", to: nil, record: Statement.recordID(), id: id)])
        let second = try await other.sync(
            region.coordinator, [Statement.put("b", to: nil, record: Statement.recordID(), id: id)])
        #expect(first.outcomes[0].outcome.kind == .accepted)
        #expect(second.outcomes[0].outcome.kind == .accepted)
    }

    @Test(arguments: [FaultyStore.Fault.beforeWrite, .atCommit])
    func storageFailureDecidesNothingAndTheSameRequestSucceedsLater(_ fault: FaultyStore.Fault) async throws {
        let store = FaultyStore(try SQLiteStore(writer: try DatabaseQueue()))
        var region = try TestRegion(store: store)
        let before = try store.read { try $0.head() }
        let request = region.desk.request([Statement.put("x", to: nil)])
        store.set(fault)
        let failed = await region.desk.send(request, to: region.coordinator)
        #expect(failed.status == 503)
        #expect(try Problem(parsing: failed.body).code == .unavailable)
        #expect(failed.header("Retry-After") != nil)
        #expect(try store.read { try $0.head() } == before)
        store.set(.none)
        let reply = try region.desk.absorb(await region.desk.send(request, to: region.coordinator), of: request)
        #expect(reply.outcomes.map(\.outcome.kind) == [.accepted])
        _ = try JournalVerifier.verify(store, coordinatorKey: region.keys.signing.publicKey)
    }

    @Test func fullQueueAnswersBusyAndTheRestIsDecided() async throws {
        var region = try TestRegion(commit: CommitLimits(waitingRequests: 1, requestsInGroup: 1))
        var nodes: [TestNode] = []
        for number in 0..<12 {
            nodes.append(try await region.node("dinas-\(number)"))
        }
        let coordinator = region.coordinator
        let answers = await withTaskGroup(of: HTTPAnswer.self) { group in
            for node in nodes {
                group.addTask {
                    await node.send(
                        node.request((0..<20).map { Statement.put("\($0)", to: nil) }), to: coordinator)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0.status == 200 || $0.status == 503 })
        for answer in answers where answer.status == 503 {
            #expect(try Problem(parsing: answer.body).code == .busy)
        }
        let decided = answers.count { $0.status == 200 } * 20
        let summary = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
        #expect(summary.head.position == 3 + 12 * 3 + decided)
    }

    @Test func concurrentRequestsShareTheJournalWithoutGaps() async throws {
        var region = try TestRegion()
        var nodes: [TestNode] = []
        for number in 0..<8 {
            nodes.append(try await region.node("dinas-\(number)"))
        }
        let coordinator = region.coordinator
        let before = try region.store.read { try $0.head().position }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for node in nodes {
                group.addTask {
                    var node = node
                    for turn in 0..<5 {
                        let reply = try await node.sync(
                            coordinator,
                            [
                                Statement.put("\(turn)", to: [node.agency.text]),
                                Statement.make("test.poison", body: .object([])),
                            ])
                        #expect(reply.outcomes.map(\.outcome.kind) == [.accepted, .rejected])
                        #expect(node.digest.hex == reply.complete?.digest)
                    }
                }
            }
            try await group.waitForAll()
        }
        let summary = try JournalVerifier.verify(region.store, coordinatorKey: region.keys.signing.publicKey)
        #expect(summary.head.position == before + 8 * 5 * 2)
    }
}
