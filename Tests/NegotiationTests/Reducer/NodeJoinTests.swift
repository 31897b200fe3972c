import StrictJSON
import Testing

@testable import Negotiation

@Suite struct NodeJoinTests {
    @Test func anInvitationJoinsOneNodeOnce() throws {
        var town = try Town()
        let code = String(repeating: "a", count: 64)
        let invitation =
            #"{"invitation":{"agency":"pasar","registry":false,"codeHash":"\#(code)","expiresAt":"2026-06-02T00:00:00Z"}}"#
        try town.expect(try town.act("bkd", "node.invite", invitation))
        let id = try town.last
        #expect(try town.act("bkd", "node.invite", invitation).code == .exists)
        func body(_ name: String) throws -> String {
            try town.node(name, agency: "pasar").replacing(#""agency":"pasar""#, with: #""invitation":"\#(id)""#)
        }
        try town.expect(try town.act("coordinator", "node.join", try body("pasar/third"), on: id))
        #expect(
            try town.act("coordinator", "node.join", try body("pasar/fourth"), on: id) == .rejected(.invitationUsed))
        let link = Link("agency", "pasar")
        let agency = try Agency(try #require(try town.state.records(linked: link).first))
        #expect(agency.nodes.map(\.isRegistry) == [true, false])
    }

    @Test(arguments: ["A", "g"])
    func aCodeHashIsLowercaseHexadecimal(digit: String) throws {
        var town = try Town()
        let code = String(repeating: digit, count: 64)
        let invitation =
            #"{"invitation":{"agency":"pasar","registry":false,"codeHash":"\#(code)","expiresAt":"2026-06-02T00:00:00Z"}}"#
        #expect(try town.act("bkd", "node.invite", invitation).code == .badBody)
    }
}
