import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// The standby list: home agrees in advance, the desk sends somebody by one operation.
@Suite struct StandbyTests {
    /// dukcapil lends a person in July and August for at most 30 days; perizinan has an open vacancy.
    private func ready(seats: Int = 1) throws -> (town: Town, card: RecordID, standby: RecordID, vacancy: RecordID) {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        try town.expect(try post(&town, card))
        let standby = try town.last
        let vacancy = try town.open("perizinan", town.loan, seats: seats)
        return (town, card, standby, vacancy)
    }

    private func post(
        _ town: inout Town, _ card: RecordID, route: String? = nil, months: String = "[7,8]", days: Int = 30,
        sheet: String = Town.sheet()
    )
        throws -> Outcome
    {
        try town.act(
            "dukcapil", "standby.post",
            #"{"standby":{"card":"\#(card)","route":"\#(route ?? town.loan)","months":\#(months),"days":\#(days),"sheet":\#(sheet)}}"#
        )
    }

    private func call(
        _ town: inout Town, by author: String = "bkd", _ standby: RecordID, _ vacancy: RecordID,
        start: String = "2026-07-01", back: String = "2026-07-20", opinions: String? = nil, number: String = "ST-1"
    ) throws -> Outcome {
        let paper = #""date":"2026-06-01","signer":"Kepala BKD","standing":"definitif""#
        let told = opinions ?? #"[{"type":"\#(town.head)","number":"P-\#(number)",\#(paper)}]"#
        return try town.act(
            author, "standby.call",
            #"{"call":{"vacancy":"\#(vacancy)","start":"\#(start)","return":"\#(back)","number":"\#(number)",\#(paper),"opinions":\#(told)}}"#,
            on: standby)
    }

    @Test func oneOperationMakesOfferHoldPapersAndTransfer() throws {
        var (town, card, standby, vacancy) = try ready(seats: 2)
        try town.expect(try call(&town, standby, vacancy))
        let offer = try town.offer(try #require(try town.standby(standby).called))
        #expect(offer.card == card && offer.vacancy == vacancy)
        #expect(offer.hold?.state == .held)
        #expect(offer.homeStance?.operation == OperationID(standby.uuid))
        #expect(offer.receivingStance?.operation == OperationID(vacancy.uuid))
        #expect(try town.vacancy(vacancy).taken == 1)
        let transfer = try town.transfer(try #require(offer.decreed).transfer)
        #expect(transfer.start.iso == "2026-07-01" && transfer.returns?.iso == "2026-07-20")
        let papers = try town.records(.document).map(Document.init)
        #expect(papers.map(\.type) == [town.head, town.letter])
        #expect(papers.allSatisfy { $0.lines.map(\.offer) == [offer.id] })
        // It goes on as any secondment, and the person can be called again afterwards.
        try town.started(transfer.id)
        #expect(
            try call(&town, standby, try town.open("pasar", town.loan), start: "2026-07-05", number: "ST-2").said
                .contains("card"))
        try town.day("2026-07-20")
        #expect(try town.transfer(transfer.id).ended?.reason == "returned")
        try town.expect(
            try call(&town, standby, vacancy, start: "2026-08-01", back: "2026-08-20", number: "ST-3"))
    }

    @Test(arguments: [(asks: false, steps: ["brief"]), (asks: true, steps: ["brief", "licence"])])
    func aPostThatAsksForNoCertificateNeedsNoLicence(asks: Bool, steps: [String]) throws {
        let policy = PolicyText.policy().replacing(
            #""rules":["R1","R5","R12","R19","R21"],"steps":[{"step":"brief","owner":"receiving"}]"#,
            with:
                #""rules":["R1","R5","R12","R19","R21","R26"],"steps":[{"step":"brief","owner":"receiving"},{"step":"licence","owner":"receiving","when":"R26"}]"#
        )
        var town = try Town(policy: policy)
        let card = try town.post("dukcapil", person: 1)
        let line =
            #",{"rule":"R26","outcome":"needs-human","reason":"no-post-named","value":{},"source":"","article":"Ps 1","policy":1}]"#
        try town.expect(try post(&town, card, sheet: String(Town.sheet().dropLast()) + line))
        let standby = try town.last
        let asked = asks ? #""certificates":["sip"],"# : ""
        let body = Town.vacancyBody(town.loan).replacing(#""standard":{"#, with: #""standard":{\#(asked)"#)
        try town.expect(try town.act("perizinan", "vacancy.open", body))
        try town.expect(try call(&town, standby, try town.last))
        let offer = try town.offer(try #require(try town.standby(standby).called))
        let transfer = try town.transfer(try #require(offer.decreed).transfer)
        #expect(transfer.steps.map(\.step) == steps)
        let found = RuleResult.findings(sheet: transfer.sheet, computed: transfer.computed).filter { $0.rule == .r26 }
        #expect(found.map(\.outcome) == [asks ? .needsHuman : .notApplicable])
        #expect(found.map(\.reason) == [asks ? .noPostNamed : .noCertificateRequired])
    }

    @Test func nothingIsLeftOfACallThatIsRefused() throws {
        var (town, _, standby, vacancy) = try ready()
        let refused = [
            try call(&town, standby, vacancy, opinions: "[]"),
            try call(&town, standby, vacancy, opinions: #"[{"type":"lain","number":"1"}]"#),
            try call(&town, standby, vacancy, back: "2026-08-01"),
            try call(&town, standby, vacancy, start: "2026-06-25", back: "2026-07-10"),
            try call(&town, standby, vacancy, start: "2026-08-20", back: "2026-09-02"),
            try call(&town, standby, try town.open("pasar", town.move)),
            try call(&town, by: "dukcapil", standby, vacancy),
        ]
        #expect(
            refused.map { $0.code?.rawValue } == [
                "incomplete", "incomplete", "limit", "unsupported", "unsupported", "unsupported", "not-allowed",
            ])
        #expect(refused[2].said.contains(#""limit":30"#) && refused[2].said.contains(#""days":31"#))
        #expect(refused[3].said.contains(#""months":[6]"#) && refused[4].said.contains(#""months":[9]"#))
        #expect(try town.records(.offer).isEmpty && town.records(.document).isEmpty)
        #expect(try town.vacancy(vacancy).taken == 0)
        // Thirty days, and back on the first day of a month that is not named, are within the limits.
        try town.expect(try call(&town, standby, vacancy, start: "2026-08-02", back: "2026-09-01"))
    }

    @Test func aHeldCardOrAFullVacancyIsNotCalled() throws {
        var (town, card, standby, vacancy) = try ready()
        let other = try town.agreed("dukcapil", try town.post("dukcapil", person: 2), "perizinan", vacancy)
        #expect(try town.hold(other) == .held)
        #expect(try call(&town, standby, vacancy).code == .wrongState)
        let elsewhere = try town.agreed("dukcapil", card, "pasar", try town.open("pasar", town.loan))
        #expect(try town.hold(elsewhere) == .held)
        #expect(try call(&town, standby, try town.open("sosial", town.loan)).said.contains(#""state":"card""#))
        #expect(try call(&town, standby, try town.offer(elsewhere).vacancy).code == .exists)
        try town.withdrawing("dukcapil", elsewhere)
        try town.expect(try call(&town, standby, try town.open("sosial", town.loan)))
    }

    @Test func homePostsWithASheetUnderThePolicyInForce() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        #expect(try post(&town, card, route: town.move).said.contains(town.loan))
        #expect(try post(&town, card, route: "tidak-ada").code == .unsupported)
        #expect(try post(&town, card, months: "[]").code == .badBody)
        #expect(try post(&town, card, months: "[7,7]").code == .badBody)
        #expect(try post(&town, card, months: "[13]").code == .badBody)
        #expect(try post(&town, card, days: 731).code == .badBody)
        #expect(try post(&town, card, sheet: Town.sheet(leavingOut: [.r5])).code == .incomplete)
        #expect(try post(&town, card, sheet: Town.sheet(failing: [.r5])).code == .rule)
        try town.expect(try post(&town, card))
        let standby = try town.last
        #expect(try post(&town, card).said.contains(standby.text))
        #expect(try town.record(standby).audience == .of(["bkd", "dukcapil"].compactMap { AgencyCode($0) }))
        let vacancy = try town.open("perizinan", town.loan)
        try town.expect(try town.act("bkd", "policy.apply", #"{"policy":\#(PolicyText.policy(version: 2))}"#))
        let stale = try call(&town, standby, vacancy)
        #expect(stale.code == .incomplete && stale.said.contains(#""policy":2"#))
    }

    @Test func whoIsTakenOffOrLeavesIsNotCalled() throws {
        var (town, card, standby, vacancy) = try ready()
        #expect(try town.act("pasar", "standby.withdraw", "{}", on: standby).code == .notFound)
        #expect(try town.act("bkd", "standby.withdraw", "{}", on: standby).code == .notAllowed)
        try town.expect(try town.act("dukcapil", "standby.withdraw", "{}", on: standby))
        #expect(try call(&town, standby, vacancy).said.contains("withdrawn"))
        try town.expect(try post(&town, card))
        let second = try town.last
        try town.expect(try town.act("dukcapil", "card.close", #"{"reason":"pensiun"}"#, on: card))
        #expect(try town.standby(second).ended?.reason == "card-closed")
    }
}
