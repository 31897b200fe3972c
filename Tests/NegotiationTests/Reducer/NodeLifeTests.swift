import StrictJSON
import Testing

@testable import Negotiation

/// What becomes of a node after it joined: replaced, restored, met again as a copy.
@Suite struct NodeLifeTests {
    private func invite(_ town: inout Town, replacing node: String, registry: Bool = true) throws -> Outcome {
        let code = String(repeating: "c", count: 64)
        let id = try Town.nodeID(node)
        return try town.act(
            "bkd", "node.invite",
            #"{"invitation":{"agency":"pasar","registry":\#(registry),"codeHash":"\#(code)","expiresAt":"2026-06-02","replaces":"\#(id)"}}"#
        )
    }

    private func replacement(_ town: Town, _ invitation: RecordID, node: String) throws -> String {
        let id = try Town.nodeID(node).text
        let instance = try Town.nodeID("later")
        return
            #"{"invitation":"\#(invitation)","node":"\#(id)","instance":"\#(instance)","key":"new","box":"newer"}"#
    }

    private func pasar(_ town: Town) throws -> Agency {
        try Agency(try #require(try town.state.records(linked: Link("agency", "pasar")).first))
    }

    private func notices(_ town: Town) throws -> [Notice] {
        try town.records(.notice).map(Notice.init)
    }

    @Test func aReplacedNodeKeepsItsPlaceAndTellsAgencyAndDesk() throws {
        var town = try Town()
        let before = try pasar(town)
        try town.expect(try invite(&town, replacing: "pasar"))
        let invitation = try town.last
        let body = try replacement(town, invitation, node: "pasar")
        try town.expect(try town.act("coordinator", "node.replace", body, on: invitation))
        let node = try #require(try pasar(town).nodes.first)
        #expect(node.id == before.nodes.first?.id)
        #expect(node.isRegistry)
        #expect(node.key == "new" && node.box == "newer")
        let notice = try #require(try notices(town).first)
        #expect(notice.code == .nodeReplaced && notice.node == node.id)
        #expect(notice.detailed("was") == before.nodes.first?.instance.text)
        #expect(notice.detailed("instance") == node.instance.text)
        #expect(try town.record(notice.id).audience == .of(try ["bkd", "pasar"].map { try #require(AgencyCode($0)) }))
        // The code lets one in.
        let again = try town.act("coordinator", "node.replace", body, on: invitation)
        #expect(again == .rejected(.invitationUsed))
    }

    @Test func anInvitationDoesOnlyWhatItWasMadeFor() throws {
        var town = try Town()
        #expect(try invite(&town, replacing: "nobody") == .rejected(.notFound))
        #expect(try invite(&town, replacing: "pasar", registry: false).code == .badBody)
        try town.expect(try invite(&town, replacing: "pasar"))
        let invitation = try town.last
        let joining = try replacement(town, invitation, node: "fresh")
        let state = { (word: String) in Outcome.rejected(.wrongState, [("state", .string(word))]) }
        #expect(try town.act("coordinator", "node.join", joining, on: invitation) == state("replaces-a-node"))
        let other = try replacement(town, invitation, node: "sosial")
        #expect(try town.act("coordinator", "node.replace", other, on: invitation) == state("adds-a-node"))
    }

    @Test func aRestoredNodeOpensAnInstanceOfTheOneThatItNames() throws {
        var town = try Town()
        let node = try Town.nodeID("pasar")
        let (first, second) = (try Town.nodeID("second"), try Town.nodeID("third"))
        func restoring(_ named: NodeID, _ opens: NodeID) throws -> Outcome {
            try town.act(
                "coordinator", "node.restore", #"{"node":"\#(node)","instance":"\#(named)","opens":"\#(opens)"}"#,
                on: try town.region)
        }
        try town.expect(try restoring(node, first))
        #expect(try restoring(node, second) == .rejected(.wrongState, [("state", "another-instance")]))
        #expect(try restoring(first, first).code == .wrongState)
        try town.expect(try restoring(first, second))
        #expect(try pasar(town).nodes.map(\.instance.text) == [second.text])
        #expect(try pasar(town).nodes.map(\.key) == ["k-pasar"])
        #expect(try notices(town).map(\.code) == [.nodeRestored, .nodeRestored])
    }

    @Test func anAlarmIsOneNoticeForEachCopyAndCounts() throws {
        var town = try Town()
        let (node, copy) = (try Town.nodeID("pasar"), try Town.nodeID("copy"))
        func alarm(_ instance: NodeID, _ times: Int) throws {
            let body =
                #"{"node":"\#(node)","instance":"\#(instance)","first":"early","last":"at \#(times)","times":\#(times)}"#
            try town.expect(try town.act("coordinator", "node.alarm", body, on: try town.region))
        }
        try alarm(node, 1)
        try alarm(copy, 1)
        try alarm(node, 7)
        let found = try notices(town)
        #expect(found.map { $0.detailed("instance") } == [node.text, copy.text])
        #expect(found.map { $0.detailed("last") } == ["at 7", "at 1"])
        #expect(try town.records(.notice).map(\.revision) == [2, 1])
    }
}
