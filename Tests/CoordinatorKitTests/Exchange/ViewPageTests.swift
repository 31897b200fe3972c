import CoordinatorKit
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// What a node holds after any number of pages is what it may see, and nothing else.
@Suite struct ViewPageTests {
    /// Pulls until the view is complete; checks the digest each time it is.
    static func pull(_ node: inout TestNode, _ coordinator: Coordinator, limit: Int) async throws -> Int {
        for pages in 1...1000 {
            let reply = try await node.sync(coordinator, limit: limit)
            if let complete = reply.complete {
                #expect(complete == SyncReply.Complete(count: node.replica.count, digest: node.digest.hex))
                return pages
            }
        }
        throw TestFailure.missing("the end")
    }

    @Test(arguments: [1, 2, 7, 500]) func pagesOfAnySizeEndInTheSameView(_ limit: Int) async throws {
        var region = try TestRegion()
        var node = try await region.node("disdik")
        _ = try await region.desk.sync(
            region.coordinator, (0..<20).map { Statement.put("\($0)", to: $0 % 2 == 0 ? nil : ["disdik"]) })
        let pages = try await Self.pull(&node, region.coordinator, limit: limit)
        // 20 notes, the region and two agencies.
        #expect(node.replica.count == 23)
        #expect(limit > 23 ? pages == 1 : pages > 1)
    }

    @Test func changesBetweenPagesAreNotMissedOrServedStale() async throws {
        var region = try TestRegion()
        var node = try await region.node("disdik")
        let records = (0..<10).map { _ in Statement.recordID() }
        _ = try await region.desk.sync(
            region.coordinator, records.map { Statement.put("first", to: ["disdik"], record: $0) })
        for turn in 0..<6 {
            let reply = try await node.sync(region.coordinator, limit: 3)
            #expect(turn == 5 || reply.complete == nil)
            _ = try await region.desk.sync(
                region.coordinator,
                [
                    Statement.put("turn \(turn)", to: ["disdik"], record: records[turn]),
                    Statement.put("gone", to: ["bkd"], record: records[9 - turn / 2]),
                ])
        }
        _ = try await Self.pull(&node, region.coordinator, limit: 3)
        let visible = try region.store.read { try $0.everything().records.filter { $0.audience.includes(node.agency) } }
        #expect(node.replica.count == visible.count)
        for record in visible {
            #expect(node.replica[record.id]?.body == record.body)
        }
    }

    @Test func lostRecordIsRetractedOnceAndOnlyFromThoseWhoHadIt() async throws {
        var region = try TestRegion()
        var disdik = try await region.node("disdik")
        var dinkes = try await region.node("dinkes")
        let record = Statement.recordID()
        _ = try await region.desk.sync(region.coordinator, [Statement.put("x", to: ["disdik"], record: record)])
        _ = try await disdik.sync(region.coordinator)
        _ = try await dinkes.sync(region.coordinator)
        #expect(disdik.replica[record] != nil)
        #expect(dinkes.replica[record] == nil)
        let moved = try await region.desk.sync(
            region.coordinator, [Statement.put("y", to: ["dinkes"], record: record)])
        let lost = try await disdik.sync(region.coordinator)
        #expect(lost.page == [.retraction(id: record, position: moved.head.position)])
        #expect(try await disdik.sync(region.coordinator).page.isEmpty)
        _ = try await dinkes.sync(region.coordinator)
        #expect(dinkes.replica[record]?.revision == 2)
    }

    @Test func openedAndClosedRecordStaysWithWhomItIsFor() async throws {
        var region = try TestRegion()
        var disdik = try await region.node("disdik")
        var dinkes = try await region.node("dinkes")
        let record = Statement.recordID()
        for (turn, audience) in [["disdik"], nil, ["disdik"], ["dinkes", "disdik"], nil, ["dinkes"]].enumerated() {
            _ = try await region.desk.sync(
                region.coordinator, [Statement.put("\(turn)", to: audience, record: record)])
            if turn != 2 {
                _ = try await Self.pull(&disdik, region.coordinator, limit: 1)
            }
            if turn % 2 == 1 {
                _ = try await Self.pull(&dinkes, region.coordinator, limit: 1)
            }
            if turn != 2 {
                #expect((disdik.replica[record] != nil) == (audience?.contains("disdik") ?? true))
            }
        }
        #expect(dinkes.replica[record]?.revision == 6)
    }

    @Test func newReaderIsNotToldWhatItNeverGot() async throws {
        var region = try TestRegion()
        var node = try await region.node("disdik")
        let record = Statement.recordID()
        _ = try await region.desk.sync(region.coordinator, [Statement.put("x", to: ["disdik"], record: record)])
        _ = try await region.desk.sync(region.coordinator, [Statement.put("x", to: ["bkd"], record: record)])
        let reply = try await node.sync(region.coordinator)
        #expect(reply.complete != nil)
        #expect(
            reply.page.allSatisfy { change in
                if case .retraction = change { false } else { true }
            })
        #expect(node.replica[record] == nil)
    }

    @Test func attachmentsGoWithTheRecordsThatNameThem() async throws {
        var region = try TestRegion()
        var disdik = try await region.node("disdik")
        var dinkes = try await region.node("dinkes")
        let named = Attachment(salt: Sodium.randomBytes(32), bytes: Array("scan".utf8))
        let stray = Attachment(salt: Sodium.randomBytes(32), bytes: Array("stray".utf8))
        _ = try await region.desk.sync(
            region.coordinator, [Statement.put("x", to: ["disdik"], attachment: named.name)],
            attachments: [named, stray])
        let seen = try await disdik.sync(region.coordinator)
        #expect(seen.attachments.map(\.name) == [named.name])
        #expect(seen.attachments.map(\.bytes) == [Array("scan".utf8)])
        #expect(try await dinkes.sync(region.coordinator).attachments.isEmpty)
        #expect(try region.store.read { try $0.attachment(stray.name) } == nil)
    }

    @Test func pageEndsBeforeTheBytesThatWouldGoOverIt() async throws {
        var region = try TestRegion(pageBytes: 3000)
        var node = try await region.node("disdik")
        let text = String(repeating: "x", count: 1000)
        _ = try await region.desk.sync(
            region.coordinator,
            (0..<6).map { _ in Statement.put(text, to: ["disdik"]) } + [
                Statement.put(String(repeating: "y", count: 9000), to: ["disdik"])
            ])
        let pages = try await Self.pull(&node, region.coordinator, limit: 500)
        #expect(pages == 4)
        #expect(node.replica.count == 10)
    }

    @Test(arguments: [1, 3, 5]) func positionIsNeverSplitOverPages(_ limit: Int) async throws {
        var region = try TestRegion()
        var node = try await region.node("disdik")
        _ = try await Self.pull(&node, region.coordinator, limit: 500)
        let many: JSONValue = .object([("count", 4), ("audience", "all")])
        _ = try await region.desk.sync(
            region.coordinator, (0..<3).map { _ in Statement.make("test.many", body: many) })
        var counts: [Int] = []
        repeat {
            let reply = try await node.sync(region.coordinator, limit: limit)
            counts.append(reply.page.count)
            #expect(Set(reply.page.map(\.position)).count == 1)
            if reply.complete != nil { break }
        } while counts.count < 10
        #expect(counts == [4, 4, 4])
    }

    @Test func firstSyncGoesOnWhereItBrokeOff() async throws {
        var region = try TestRegion()
        var node = try await region.node("disdik")
        let records = (0..<9).map { _ in Statement.recordID() }
        _ = try await region.desk.sync(
            region.coordinator, records.map { Statement.put("x", to: ["disdik"], record: $0) })
        _ = try await node.sync(region.coordinator, limit: 4)
        let start = try #require(node.cursor?.start)
        // The next reply is lost on the way, and meanwhile the journal goes on.
        let request = node.request(limit: 4)
        let lost = try SyncReply(parsing: await node.send(request, to: region.coordinator).body)
        _ = try await region.desk.sync(
            region.coordinator, [Statement.put("gone", to: ["bkd"], record: records[8])])
        let again = try node.absorb(await node.send(request, to: region.coordinator), of: request)
        #expect(again.page == lost.page)
        #expect(again.cursor == lost.cursor)
        #expect(node.cursor?.start == start)
        _ = try await Self.pull(&node, region.coordinator, limit: 4)
        #expect(node.replica[records[8]] == nil)
        #expect(node.replica[records[7]] != nil)
    }

    @Test func pageEndsBeforeMoreAttachmentsThanAReaderTakes() async throws {
        var region = try TestRegion(pageAttachments: 5)
        var node = try await region.node("disdik")
        let scans = (0..<12).map { Attachment.make([$0]) }
        _ = try await region.desk.sync(
            region.coordinator,
            stride(from: 0, to: 12, by: 2).map {
                Statement.put("x", to: nil, attachments: scans[$0...($0 + 1)].map(\.name))
            },
            attachments: scans)
        var counts: [Int] = []
        while true {
            let reply = try await node.sync(region.coordinator)
            counts.append(reply.attachments.count)
            if reply.complete != nil { break }
        }
        #expect(counts == [4, 4, 4])
    }

    @Test func attachmentsOfARejectedOperationAreNotKept() async throws {
        var region = try TestRegion()
        let (taken, refused) = (Attachment.make(Array("taken".utf8)), Attachment.make(Array("refused".utf8)))
        let scan: JSONValue = .object([("scan", .object([("attachment", .string(refused.name))]))])
        let reply = try await region.desk.sync(
            region.coordinator,
            [Statement.put("x", to: nil, attachment: taken.name), Statement.make("test.poison", body: scan)],
            attachments: [taken, refused])
        #expect(reply.outcomes.map(\.outcome.kind) == [.accepted, .rejected])
        #expect(try region.store.read { try $0.attachment(taken.name) } != nil)
        #expect(try region.store.read { try $0.attachment(refused.name) } == nil)
    }

    @Test func positionLargerThanAPageGoesWithoutTheAttachmentsThatDoNotFit() async throws {
        var region = try TestRegion(pageBytes: 3000)
        var node = try await region.node("disdik")
        let small = Attachment.make(Array("small".utf8))
        let large = Attachment.make([UInt8](repeating: 7, count: 4000))
        _ = try await region.desk.sync(
            region.coordinator, [Statement.put("a", to: ["disdik"], attachment: large.name)], attachments: [large])
        _ = try await region.desk.sync(
            region.coordinator, [Statement.put("b", to: ["disdik"], attachment: small.name)], attachments: [small])
        var names: [String] = []
        while true {
            let reply = try await node.sync(region.coordinator)
            names += reply.attachments.map(\.name)
            if reply.complete != nil { break }
        }
        #expect(names == [small.name])
        #expect(node.replica.count == 5)
    }
}

extension ReplicaChange {
    /// The position that brought it.
    fileprivate var position: Int {
        switch self {
        case .record(_, _, _, let changed, _): changed
        case .retraction(_, let position): position
        }
    }
}
