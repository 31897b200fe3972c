import StrictJSON
import Testing

@testable import Negotiation

@Suite struct PolicyTests {
    private func applied(_ policy: String) throws -> Outcome {
        var town = try Town()
        return try town.act("bkd", "policy.apply", #"{"policy":\#(policy)}"#)
    }

    @Test func versionsOnlyRise() throws {
        #expect(try applied(PolicyText.policy(version: 2)).kind == .accepted)
        #expect(try applied(PolicyText.policy(version: 1)) == .rejected(.exists, [("version", 1)]))
    }

    @Test(arguments: [
        (#""owner":"home""#, #""owner":"pusat""#), (#""step":"handover""#, #""step":"brief""#),
        (#""modes":["first","#, #""modes":[1,"#), (#""modes":["first","#, #""ranks":"home","modes":["first","#),
        (#""modes":["first","#, #""shortlist":11,"modes":["first","#), (#""code":"surat""#, #""code":"kepala""#),
        (#""home":"heard""#, #""home":"never""#), (#""R24""#, #""R99""#),
        (#""step":"handover""#, #""step":"handover","when":"R13""#), (#""code":"pinjam""#, #""code":"layanan""#),
        (#""person":"told""#, #""person":"asked""#), (#""opens":["desk"]"#, #""opens":[]"#),
        (#""opens":["desk"]"#, #""opens":["desk","home"]"#), (#""seen":"decree""#, #""seen":"never""#),
        (#""correction":"ralat""#, #""correction":"kepala""#),
        (#""assignment":"definitive""#, #""acting":true,"assignment":"definitive""#),
    ])
    func aRouteThatCannotWorkIsRefused(part: String, instead: String) throws {
        let policy = PolicyText.policy(version: 2)
        try #require(policy.contains(part))
        #expect(try applied(policy.replacing(part, with: instead)).code == .badBody)
    }

    @Test func anOpenOfferKeepsThePolicyUnderWhichItWasMade() throws {
        var town = try Town()
        let offer = try town.propose(
            "dukcapil", try town.post("dukcapil", person: 1), try town.open("perizinan", town.move))
        let policy = PolicyText.policy(version: 2, move: "lain")
        try town.expect(try town.act("bkd", "policy.apply", #"{"policy":\#(policy)}"#))
        try town.expect(try town.agreeing("perizinan", offer))
        #expect(try town.label(offer) == .held)
        #expect(try town.act("perizinan", "vacancy.open", Town.vacancyBody(town.move)).code == .unsupported)
    }
}
