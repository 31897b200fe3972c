import Negotiation
import Terminal
import Testing

/// What a second person reads before confirming.
struct ProposalPageTests {
    private static let reason = #"{"attachment":"\#(String(repeating: "e", count: 64))"}"#

    /// A refusal by the home agency that waits for its second person.
    private func village() throws -> Village {
        var village = try Village()
        let policy = Village.policy.replacing(
            #""version":1,"#, with: #""version":2,"twoPersons":["offer.refuse"],"#)
        try village.act("bkd", "policy.apply", #"{"policy":\#(policy)}"#)
        try village.act(
            "dinkes", "offer.ask",
            #"{"offer":{"card":"\#(try village.last(.card))","vacancy":"\#(try village.last(.vacancy))","terms":{"start":"2026-07-01"}}}"#
        )
        try village.act(
            "dukcapil", "offer.refuse", #"{"terms":1,"reason":\#(Self.reason)}"#, on: try village.last(.offer))
        return village
    }

    @Test func itWaitsForTheAgencyAndTheOfferStillWaitsForAnAnswer() throws {
        let village = try village()
        #expect(try village.todo("dukcapil").ownLines.map(\.kind) == [.answerOffer, .confirmProposal])
        #expect(try village.todo("dinkes").lines.map(\.kind) == [.answerOffer])
        let text = try village.presenter("dukcapil", .english).todoPage().text()
        #expect(text.contains("look at it as the second person: refusal of an offer: Pranata Komputer"))
        #expect(text.contains("mutasi-node proposal show "))
    }

    @Test func everyMemberIsShownAndTheReasonInItsWords() throws {
        let village = try village()
        let presenter = try village.presenter("dukcapil", .english)
        let proposal = try #require(presenter.records.proposals.first)
        let page = presenter.proposal(
            proposal, texts: [String(repeating: "e", count: 64): "the only one of the unit"]
        ).text()
        #expect(page.contains("waits for a second person"))
        #expect(page.contains("Sri"))
        #expect(page.contains("terms"))
        #expect(page.contains("the only one of the unit"))
        #expect(page.contains("--as NAME"))
        // The desk ticks the head's letter instead.
        #expect(try village.presenter("bkd").proposal(proposal).text().contains("--letter N"))
        #expect(presenter.proposals([proposal]).text().contains("refusal of an offer"))
    }

    @Test func whatWasRecordedIsNotToldAsDone() throws {
        var village = try Village()
        let policy = Village.policy.replacing(
            #""version":1,"#, with: #""version":2,"twoPersons":["vacancy.withdraw"],"#)
        try village.act("bkd", "policy.apply", #"{"policy":\#(policy)}"#)
        let vacancy = try village.last(.vacancy)
        let outcome = try village.decide("dinkes", "vacancy.withdraw", #"{"reason":"x"}"#, on: vacancy)
        let presenter = try village.presenter("dinkes", .english)
        let told = presenter.outcome(outcome, operation: "vacancy.withdraw", record: vacancy).text()
        #expect(told.contains("waits for a second person") && !told.contains("accepted"))
        let preview = presenter.preview(outcome, operation: "vacancy.withdraw", record: vacancy).text()
        #expect(preview.contains("after that it waits for a second person"))
    }
}
