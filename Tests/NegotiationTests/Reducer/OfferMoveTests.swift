import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// An open offer keeps its policy until the desk moves it to the one in force.
@Suite struct OfferMoveTests {
    private static func town(levels: String = #"{"layanan":4,"izin":3}"#) throws -> (Town, RecordID) {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1, levels: levels)
        let offer = try town.agreed("dukcapil", card, "perizinan", try town.open("perizinan", town.move))
        return (town, offer)
    }

    private static func apply(_ town: inout Town, _ policy: String = PolicyText.policy(version: 2)) throws -> RecordID {
        try town.expect(try town.act("bkd", "policy.apply", #"{"policy":\#(policy)}"#))
        return try town.last
    }

    private static func moving(_ town: inout Town, _ offer: RecordID, terms: Int = 1) throws -> Outcome {
        try town.act("bkd", "offer.move", #"{"terms":\#(terms)}"#, on: offer)
    }

    /// Moves an offer of the route for good to a second policy in which something of it is another.
    private static func moved(_ old: String, to new: String) throws -> Outcome {
        var (town, offer) = try town()
        let policy = PolicyText.policy(version: 2)
        try #require(policy.contains(old))
        _ = try apply(&town, policy.replacing(old, with: new))
        return try moving(&town, offer)
    }

    @Test func itTakesThePolicyInForceAndIsAgreedAnew() throws {
        var (town, offer) = try Self.town()
        try town.expect(try town.issuing(town.board, [offer]))
        let old = try town.offer(offer)
        let newest = try Self.apply(&town)
        #expect(try town.offer(offer) == old)
        try town.expect(try Self.moving(&town, offer))
        let new = try town.offer(offer)
        #expect(new.policy == newest)
        #expect(new.moved?.from == old.policy)
        #expect(new.moved?.stamp.actor == Town.actor)
        #expect(new.terms.version == 2)
        #expect(new.terms.value == old.terms.value && new.terms.by == .home)
        #expect(new.stance(.home) == nil && new.stance(.receiving) == nil)
        #expect(new.hold == nil && new.opinions == [] && new.sheet == nil && new.sheetDay == nil)
        #expect(try town.vacancy(old.vacancy).taken == 0)
        #expect(try town.label(offer) == .proposed)
        let sheet = #"{"terms":2,"sheet":\#(Town.sheet())}"#
        #expect(try town.act("dukcapil", "offer.agree", sheet, on: offer) == .rejected(.incomplete, [("policy", 2)]))
        try town.expect(try town.agreeing("perizinan", offer, terms: 2))
        try town.expect(
            try town.act("dukcapil", "offer.agree", #"{"terms":2,"sheet":\#(Town.sheet(policy: 2))}"#, on: offer))
        #expect(try town.hold(offer) == .held)
        #expect(try town.issuing(town.head, [offer], terms: 2).said.contains(#""missing":["dewan"]"#))
    }

    @Test func itsAuthorMayStillTakeItBackAndNobodyElseMovesIt() throws {
        var (town, offer) = try Self.town()
        _ = try Self.apply(&town)
        #expect(try town.act("dukcapil", "offer.move", #"{"terms":1}"#, on: offer).code == .notAllowed)
        try town.expect(try Self.moving(&town, offer))
        #expect(try town.act("perizinan", "offer.withdraw", "{}", on: offer).code == .notAllowed)
        try town.withdrawing("dukcapil", offer)
        #expect(try town.closing(offer) == "withdrawn")
    }

    @Test func theSamePolicyOldTermsAndWhatIsFrozenAreRefused() throws {
        var (town, offer) = try Self.town()
        #expect(try Self.moving(&town, offer) == .rejected(.alreadyDone, [("policy", 1)]))
        _ = try Self.apply(&town)
        #expect(try Self.moving(&town, offer, terms: 2).code == .staleTerms)
        var decreed = town
        _ = try decreed.decreed(offer)
        #expect(try Self.moving(&decreed, offer) == .rejected(.wrongState, [("state", "decreed")]))
        try town.withdrawing("dukcapil", offer)
        #expect(try Self.moving(&town, offer) == .rejected(.wrongState, [("state", "closed")]))
    }

    @Test func aPolicyThatIsNotYetInForceIsNotThePlaceToMoveTo() throws {
        var (town, offer) = try Self.town()
        let later = PolicyText.policy(version: 2).replacing(#""from":"2026-01-01""#, with: #""from":"2026-06-05""#)
        _ = try Self.apply(&town, later)
        #expect(try Self.moving(&town, offer) == .rejected(.alreadyDone, [("policy", 1)]))
        try town.day("2026-06-05")
        try town.expect(try Self.moving(&town, offer))
    }

    @Test func aPolicyWithoutTheRouteSaysWhichThereAre() throws {
        var (town, offer) = try Self.town()
        _ = try Self.apply(&town, PolicyText.policy(version: 2, move: "lain"))
        let routes = ["lain", "pinjam", "lain-dua", "lain-tertutup", "lain-mohon", "pinjam-jauh"]
        let refused = Outcome.rejected(
            .unsupported,
            [
                ("route", .string(town.move)), ("policy", 2),
                ("expected", .array(routes.map { .string($0) })),
            ])
        #expect(try Self.moving(&town, offer) == refused)
        #expect(try town.hold(offer) == .held)
    }

    @Test func aRouteThatTheOfferCannotFollowIsRefusedByWhatDiffers() throws {
        func refused(_ name: String, _ value: JSONValue) -> Outcome {
            .rejected(.unsupported, [("route", .string(PolicyText.move)), ("policy", 2), (name, value)])
        }
        let second = try Self.moved(
            #""document":{"code":"sk"},"assignment":"definitive""#,
            to: #""document":{"code":"sk"},"assignment":"second""#)
        #expect(second == refused("assignment", "second"))
        let hidden = try Self.moved(
            #""code":"layanan","home":"heard","receiving":"required","#,
            to: #""code":"layanan","home":"none","receiving":"none","opens":["desk"],"seen":"decree","#)
        #expect(hidden == refused("seen", "decree"))
        let selection = try Self.moved(
            #""assignment":"definitive","modes":["first","selection","round"],"#,
            to: #""assignment":"definitive","modes":["selection"],"#)
        #expect(selection == refused("mode", "first"))
    }

    @Test func aRuleOfTheNewPolicyStandsAgainstIt() throws {
        var (town, offer) = try Self.town(levels: #"{"layanan":3,"izin":2}"#)
        let strict = PolicyText.policy(version: 2).replacing(
            #""competenceOptimalPercent":80,"competenceNearPercent":68"#,
            with: #""competenceOptimalPercent":95,"competenceNearPercent":90"#)
        _ = try Self.apply(&town, strict)
        let refused = try Self.moving(&town, offer)
        #expect(refused.code == .rule)
        #expect(refused.said.contains("competence-far-below"))
        #expect(try town.hold(offer) == .held)
    }

    @Test func whoWaitsTakesTheSeatThatItLeaves() throws {
        var (town, offer) = try Self.town()
        let vacancy = try town.offer(offer).vacancy
        let waiting = try town.agreed("pasar", try town.post("pasar", person: 2), "perizinan", vacancy)
        #expect(try town.hold(waiting) == .waiting)
        _ = try Self.apply(&town)
        try town.expect(try Self.moving(&town, offer))
        #expect(try town.hold(waiting) == .held)
        #expect(try town.vacancy(vacancy).taken == 1)
    }

    @Test func aHiddenOneHoldsAgainUnderTheNewestCheckAndIsSeenWhereTheNewRouteShowsIt() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        try town.expect(try town.checking("dukcapil", card, town.hidden))
        try town.expect(try town.opening(card, try town.open("perizinan", town.hidden)))
        let offer = try town.last
        let shown = PolicyText.policy(version: 2).replacing(
            #""opens":["desk"],"seen":"decree","#, with: #""opens":["desk"],"#)
        var hidden = town
        _ = try Self.apply(&hidden)
        try hidden.expect(try Self.moving(&hidden, offer))
        #expect(try hidden.hold(offer) == .held && hidden.offer(offer).sheet == nil)
        #expect(try hidden.record(offer).audience == .of([try #require(AgencyCode("bkd"))]))
        let sheet = Town.sheet(policy: 2)
        try hidden.expect(
            try hidden.act("dukcapil", "card.check", #"{"route":"\#(town.hidden)","sheet":\#(sheet)}"#, on: card))
        #expect(try hidden.offer(offer).sheet == Array(sheet.utf8))
        _ = try Self.apply(&town, shown)
        try town.expect(try Self.moving(&town, offer))
        let all = Audience.of(try ["bkd", "dukcapil", "perizinan"].map { try #require(AgencyCode($0)) })
        #expect(try town.record(offer).audience == all)
    }

    @Test func oneOfAPackageLoosensItUntilItIsAgreedAnew() throws {
        var town = try Town()
        let offers = try town.chain(["dukcapil", "perizinan"])
        let package = try town.pack("bkd", offers)
        #expect(try offers.allSatisfy { try town.hold($0) == .held })
        _ = try Self.apply(&town)
        try town.expect(try Self.moving(&town, offers[0]))
        #expect(try town.hold(offers[0]) == nil && town.hold(offers[1]) == .waiting)
        #expect(try town.package(package).held == nil)
        try town.expect(try town.agreeing("perizinan", offers[0], terms: 2))
        try town.expect(
            try town.act("dukcapil", "offer.agree", #"{"terms":2,"sheet":\#(Town.sheet(policy: 2))}"#, on: offers[0]))
        #expect(try offers.allSatisfy { try town.hold($0) == .held })
    }
}
