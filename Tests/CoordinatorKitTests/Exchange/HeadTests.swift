import CoordinatorKit
import Foundation
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// What replies of wire 2 say about the journal, and what the coordinator makes of heads that it is shown.
@Suite struct HeadTests {
    private func put(_ text: String) -> [[UInt8]] {
        [Statement.put(text, to: nil)]
    }

    @Test func everyReplyProvesThatItsHeadExtendsTheOneThatWasSent() async throws {
        var region = try TestRegion()
        var known = try await region.desk.sync(region.coordinator).head
        for round in 1...20 {
            var request = region.desk.request(round % 3 == 0 ? [] : put("\(round)"))
            request.head = known
            let reply = try region.desk.absorb(await region.desk.send(request, to: region.coordinator), of: request)
            #expect(
                TreeCheck.extends(
                    old: known.position, oldRoot: try #require(Hex.decode(known.root ?? "")),
                    size: reply.head.position, root: try #require(Hex.decode(reply.head.root ?? "")),
                    proof: reply.consistency))
            known = reply.head
        }
    }

    @Test func checkpointComesFirstWithANewDayAndWhenAsked() async throws {
        var region = try TestRegion()
        func checkpoint(_ change: (inout SyncRequest) -> Void) async throws -> Checkpoint? {
            var request = region.desk.request()
            change(&request)
            let reply = try region.desk.absorb(await region.desk.send(request, to: region.coordinator), of: request)
            head = reply.head
            guard let text = reply.checkpoint else { return nil }
            let checkpoint = try Checkpoint(parsing: text)
            #expect(checkpoint.head == reply.head)
            #expect(checkpoint.day == reply.day)
            #expect(checkpoint.verifies(region: "kota-uji", key: region.keys.signing.publicKey))
            return checkpoint
        }
        var head: Head?
        let first = try await checkpoint { _ in }
        #expect(first != nil)
        #expect(try await checkpoint { $0.head = head } == nil)
        let asked = try await checkpoint {
            $0.head = head
            $0.asksCheckpoint = true
        }
        #expect(asked == first)
        let before = head
        _ = try await region.desk.sync(
            region.coordinator,
            [
                Statement.make(
                    "day.advance",
                    record: try region.store.read { try #require($0.records(linked: .kind(.region)).first) }.id,
                    body: .object([("to", "2026-03-03")]))
            ])
        #expect(try await checkpoint { $0.head = before }?.day == "2026-03-03")
    }

    @Test func headOfAnotherJournalIsForeign() async throws {
        var region = try TestRegion()
        _ = try await region.desk.sync(region.coordinator)
        let root = Hex.encode(TreeHash.leaf([9]))
        for head in [Head(epoch: 1, position: 2, root: root), Head(epoch: 1, position: 99, root: root)] {
            var request = region.desk.request(put("not decided"))
            request.head = head
            let answer = await region.desk.send(request, to: region.coordinator)
            try region.desk.verify(answer)
            let problem = try Problem(parsing: answer.body)
            #expect(problem.code == .foreignHead && problem.answers(request))
        }
        #expect(try region.store.read { try $0.head().position } == 3)
        _ = try await region.desk.sync(region.coordinator, put("goes on"))
    }

    @Test func anyPrefixOfTheJournalIsItsOwnHead() async throws {
        var region = try TestRegion()
        _ = try await region.desk.sync(region.coordinator, [Statement.put("1", to: nil), Statement.put("2", to: nil)])
        var tree = TreeFrontier()
        for entry in try region.store.read({ try $0.entries(after: 0, limit: 10) }) {
            tree.append(entry.leaf)
            var request = region.desk.request()
            request.head = Head(epoch: 1, position: tree.size, root: Hex.encode(tree.root))
            let reply = try region.desk.absorb(await region.desk.send(request, to: region.coordinator), of: request)
            #expect(reply.head.position == 5)
        }
    }

    @Test func checkpointOfAnotherJournalUnderTheOwnKeyProvesThatTheDatabaseWasPutBack() async throws {
        var region = try TestRegion()
        _ = try await region.desk.sync(region.coordinator)
        let root = TreeHash.leaf([9])
        func shown(_ position: Int, _ key: SigningKey) async throws -> Problem {
            var request = region.desk.request()
            request.head = Head(epoch: 1, position: position, root: Hex.encode(root))
            request.checkpoint =
                Checkpoint.make(
                    region: "kota-uji", epoch: 1, position: position, root: root, day: nil, key: key
                ).text
            return try Problem(parsing: await region.desk.send(request, to: region.coordinator).body)
        }
        #expect(try await shown(2, SigningKey.generate()).code == .foreignHead)
        #expect(try await shown(2, region.keys.signing).code == .foreignHead, "the proof for the one that shows it")
        #expect(try await shown(70, region.keys.signing).code == .unavailable)
    }

    @Test func headsOfWireOneHaveNoRootAndAreComparedByPositionOnly() async throws {
        var region = try TestRegion()
        var request = region.desk.request(put("one"))
        request.wire = 1
        let first = try region.desk.absorb(await region.desk.send(request, to: region.coordinator), of: request)
        #expect(first.wire == 1 && first.head == Head(epoch: 1, position: 4))
        var second = region.desk.request()
        second.head = first.head
        let reply = try region.desk.absorb(await region.desk.send(second, to: region.coordinator), of: second)
        #expect(reply.head.root != nil && reply.consistency.isEmpty)
        second = region.desk.request()
        second.head = Head(epoch: 1, position: 5)
        let answer = await region.desk.send(second, to: region.coordinator)
        #expect(try Problem(parsing: answer.body).code == .unavailable)
    }
}
