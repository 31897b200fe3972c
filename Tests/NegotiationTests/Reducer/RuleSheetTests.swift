import Personnel
import StrictJSON
import Testing

@testable import Negotiation

@Suite struct RuleSheetTests {
    private func proposing(_ sheet: String?, levels: String = #"{"layanan":4,"izin":3}"#, need: Int = 9) throws
        -> Outcome
    {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1, levels: levels)
        try town.expect(try town.act("perizinan", "vacancy.open", Town.vacancyBody(town.move, need: need)))
        let vacancy = try town.last
        let sheet = sheet.map { #","sheet":\#($0)"# } ?? ""
        let offer = #"{"offer":{"card":"\#(card)","vacancy":"\#(vacancy)","terms":{"start":"2026-07-01"}\#(sheet)}}"#
        return try town.act("dukcapil", "offer.propose", offer)
    }

    @Test func aCompleteSheetWithoutAFailIsTaken() throws {
        #expect(try proposing(Town.sheet()).kind == .accepted)
    }

    @Test func aMissingLineIsNamed() throws {
        let outcome = try proposing(Town.sheet(leavingOut: [.r5]))
        #expect(outcome == .rejected(.incomplete, [("missing", ["R5"])]))
        #expect(try proposing(nil) == .rejected(.incomplete, [("missing", ["R1", "R2", "R5", "R12", "R21"])]))
    }

    @Test func aFailForbidsTheOfferWithItsArticle() throws {
        let outcome = try proposing(Town.sheet(failing: [.r5]))
        #expect(outcome.code == .rule)
        #expect(outcome.said.contains(#""rule":"R5""#) && outcome.said.contains("Ps 1"))
    }

    @Test func aSheetOfAnotherPolicyVersionIsRefused() throws {
        #expect(try proposing(Town.sheet(policy: 2)) == .rejected(.incomplete, [("policy", 1)]))
    }

    @Test func theReducerComputesItsOwnRulesWhateverTheSheetSays() throws {
        let farBelow = try proposing(Town.sheet(), levels: #"{"layanan":1,"izin":1}"#)
        #expect(farBelow.code == .rule)
        #expect(farBelow.said.contains("R12"))
        let noNeed = try proposing(Town.sheet(), need: 3)
        #expect(noNeed.code == .rule)
        #expect(noNeed.said.contains("R3"))
        #expect(try proposing(Town.sheet(), levels: #"{"layanan":3,"izin":2}"#).kind == .accepted)
    }
}
