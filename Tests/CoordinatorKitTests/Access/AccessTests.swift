import CoordinatorKit
import GRDB
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// What goes out about people is accounted for before it goes.
@Suite struct AccessTests {
    static let disdik = Made.agency("disdik")

    static func rows(_ region: TestRegion, of agency: AgencyCode? = disdik) throws -> [Access] {
        try region.store.read { try $0.accesses(of: agency, limit: 100) }
    }

    @Test func whatAPageGivesAwayIsKeptByNodeAndClass() async throws {
        var region = try TestRegion()
        var node = try await region.node("disdik")
        let sent = try await region.desk.sync(
            region.coordinator, (0..<3).map { Statement.put("\($0)", to: ["disdik"]) })
        let reply = try await node.sync(region.coordinator)
        let row = try #require(try Self.rows(region).first)
        #expect(try Self.rows(region).count == 1)
        #expect(row.node == node.node && row.instance == node.instance && row.agency == Self.disdik)
        #expect((row.name, row.count, row.pages) == ("note", 3, 1))
        #expect((row.first, row.last) == (sent.head.position - 2, reply.head.position))
        #expect(row.period == "2026-03-02" && row.began == row.ended)
        #expect(try Self.rows(region, of: Made.agency("bkd")).isEmpty)
        #expect(try Self.rows(region, of: nil) == [row])
    }

    @Test func whatIsAboutNobodyAndAnEmptyPageWriteNothing() async throws {
        let store = FaultyStore(try SQLiteStore(writer: try DatabaseQueue()))
        var region = try TestRegion(store: store)
        var node = try await region.node("disdik")
        let before = store.transactions
        #expect(try await !node.sync(region.coordinator).page.isEmpty)
        #expect(try await node.sync(region.coordinator).page.isEmpty)
        #expect(store.transactions == before + 2)
        #expect(try Self.rows(region, of: nil).isEmpty)
    }

    @Test func whatGoesOutAgainCountsAgainAndWhatCannotBeKeptDoesNotGoOut() async throws {
        let store = FaultyStore(try SQLiteStore(writer: try DatabaseQueue()))
        var region = try TestRegion(store: store)
        let node = try await region.node("disdik")
        _ = try await region.desk.sync(region.coordinator, [Statement.put("x", to: ["disdik"])])
        let request = node.request()
        let (body, signature) = node.signed(request)
        #expect(await region.coordinator.sync(body: body, signature: signature).status == 200)
        store.set(.atWrite(1))
        #expect(await region.coordinator.sync(body: body, signature: signature).status == 503)
        store.set(.none)
        #expect(await region.coordinator.sync(body: body, signature: signature).status == 200)
        #expect(try Self.rows(region).map(\.pages) == [2])
        #expect(try Self.rows(region).map(\.count) == [2])
    }

    @Test func attachmentsAreAClassOfTheirOwn() async throws {
        var region = try TestRegion()
        var node = try await region.node("disdik")
        let attachment = Attachment(salt: Sodium.randomBytes(32), bytes: Array("profile".utf8))
        let operation = Statement.make(
            "test.put",
            body: .object([
                ("audience", .array([.string("disdik")])),
                ("text", .object([("attachment", .string(attachment.name))])),
            ]))
        let reply = try await region.desk.sync(region.coordinator, [operation], attachments: [attachment])
        try #require(reply.outcomes.map(\.outcome.kind) == [.accepted])
        let page = try await node.sync(region.coordinator)
        let expected = page.attachments.isEmpty ? ["note"] : ["attachment", "note"]
        #expect(try Self.rows(region).map(\.name) == expected)
    }

    @Test func daysBecomePartOfTheirMonthAndMonthsOfTheirYear() throws {
        try Sodium.start()
        let store = try SQLiteStore(writer: try DatabaseQueue())
        let (node, instance): (NodeID, InstanceID) = (Made.id(), Made.id())
        func add(_ day: String, _ count: Int, at position: Int) throws {
            let part = Delivery.Part("card", count: count, first: position, last: position + count)
            try store.write {
                try $0.add(
                    Delivery(
                        node: node, instance: instance, agency: Self.disdik, epoch: 1, day: day, at: day + "T00:00:00Z",
                        parts: [part]))
            }
        }
        func rows() throws -> [String] {
            try store.read { try $0.accesses(of: nil, limit: 100) }.map {
                "\($0.period) \($0.pages) \($0.count) \($0.first)-\($0.last)"
            }
        }
        try add("2026-01-05", 1, at: 10)
        try add("2026-01-05", 2, at: 20)
        try add("2026-01-20", 4, at: 30)
        #expect(try rows() == ["2026-01-20 1 4 30-34", "2026-01-05 2 3 10-22"])
        try add("2026-04-10", 8, at: 40)
        #expect(try rows() == ["2026-04-10 1 8 40-48", "2026-01-20 1 4 30-34", "2026-01 2 3 10-22"])
        try add("2026-08-01", 1, at: 50)
        #expect(try rows() == ["2026-08-01 1 1 50-51", "2026-04 1 8 40-48", "2026-01 3 7 10-34"])
        try add("2028-03-01", 1, at: 60)
        #expect(
            try rows() == ["2028-03-01 1 1 60-61", "2026-08 1 1 50-51", "2026-04 1 8 40-48", "2026 3 7 10-34"])
    }
}
