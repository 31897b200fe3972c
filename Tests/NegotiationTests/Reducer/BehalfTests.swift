import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// What the desk records from an agency's signed letter is that agency's word; of two letters the later date counts.
@Suite struct BehalfTests {
    private let agree = #"{"terms":1}"#

    /// An offer by the vacancy's agency on which the home agency has still to speak; 1 June 2026.
    private func asked(policy: String = PolicyText.policy()) throws -> (Town, RecordID) {
        var town = try Town(policy: policy)
        let offer = try town.ask(
            "perizinan", try town.post("dukcapil", person: 1), try town.open("perizinan", town.move))
        return (town, offer)
    }

    private func letter(
        _ town: inout Town, _ kind: String, _ record: RecordID?, date: String, number: String = "800/5",
        agency: String = "dukcapil", body: String = #"{"terms":1}"#
    ) throws -> Outcome {
        try town.act(
            "bkd", "behalf.record", Town.behalf(agency, kind, body, date: date, number: number), on: record,
            actor: "Wati")
    }

    @Test func aLettersWordIsTheAgencysAndShowsTheLetter() throws {
        var (town, offer) = try asked()
        let scan = #""scan":{"attachment":"\#(String(repeating: "a", count: 64))"}"#
        let body = Town.behalf("dukcapil", "offer.agree", agree).replacing(
            #"},"operation""#, with: "},\(scan),\"operation\"")
        try town.expect(try town.act("bkd", "behalf.record", body, on: offer, actor: "Wati"))
        let stance = try #require(try town.offer(offer).homeStance)
        #expect(stance.says == .agree && stance.actor == "Wati" && stance.position == town.position)
        #expect(stance.letter?.number == "800/5" && stance.letter?.date.iso == "2026-06-01")
        #expect(stance.letter?.signer == "Kepala Dinas" && stance.letter?.standing == "definitif")
        #expect(stance.letter?.scan == String(repeating: "a", count: 64))
        #expect(try town.label(offer) == .held)
        // Nobody had the staff data: every rule of the home agency waits for a person.
        let sheet = RuleResult.sheet(try town.offer(offer).sheet)
        #expect(Set(sheet.map(\.rule)) == [.r1, .r2, .r5, .r12, .r21])
        #expect(sheet.allSatisfy { $0.outcome == .needsHuman && $0.reason == .onPaper && $0.policyVersion == 1 })
        let notice = try Notice(try #require(try town.records(.notice).last))
        #expect(notice.code == .onBehalf && notice.agency.text == "dukcapil" && notice.record == offer)
        #expect(notice.detail.encoded.count > 0 && notice.detailed("kind") == "offer.agree")
        #expect(try town.record(notice.id).audience == .of(["bkd", "dukcapil"].compactMap(AgencyCode.init)))
    }

    @Test func theLaterLetterCountsWhicheverIsEnteredFirst() throws {
        var (town, offer) = try asked()
        try town.day("2026-06-20")
        try town.expect(try letter(&town, "offer.agree", offer, date: "2026-06-10", number: "1"))
        #expect(try town.label(offer) == .held)
        let older = try letter(&town, "offer.refuse", offer, date: "2026-06-05", number: "0")
        #expect(older.code == .staleLetter)
        #expect(older.said.contains(#""says":"agree""#) && older.said.contains(#""number":"1""#))
        #expect(try town.label(offer) == .held)
        try town.expect(try letter(&town, "offer.refuse", offer, date: "2026-06-15", number: "2"))
        #expect(try town.label(offer) == .contested)
        #expect(try letter(&town, "offer.agree", offer, date: "2026-06-10", number: "1").code == .staleLetter)
        #expect(try letter(&town, "offer.withdraw", offer, date: "2026-06-10").code == .staleLetter)
        let counter = #"{"terms":1,"now":{"start":"2026-09-01"}}"#
        #expect(try letter(&town, "offer.counter", offer, date: "2026-06-10", body: counter).code == .staleLetter)
    }

    @Test func aLaterLetterOfTheSameWordMovesItsDate() throws {
        var (town, offer) = try asked()
        try town.day("2026-06-20")
        try town.expect(try letter(&town, "offer.agree", offer, date: "2026-06-05", number: "1"))
        #expect(try letter(&town, "offer.agree", offer, date: "2026-06-05", number: "1").code == .alreadyDone)
        try town.expect(try letter(&town, "offer.agree", offer, date: "2026-06-12", number: "2"))
        #expect(try town.label(offer) == .held)
        #expect(try letter(&town, "offer.refuse", offer, date: "2026-06-08").code == .staleLetter)
    }

    /// The agency's own word has no date: what is surely older than it does not undo it.
    @Test func aLetterFromBeforeTheAgencysOwnWordIsRefused() throws {
        var (town, offer) = try asked()
        try town.day("2026-06-10")
        try town.expect(try town.agreeing("dukcapil", offer))
        let own = town.position
        let older = try letter(&town, "offer.refuse", offer, date: "2026-06-09")
        #expect(older.code == .staleLetter && older.said.contains(#""position":\#(own)"#))
        try town.day("2026-06-20")
        #expect(try letter(&town, "offer.refuse", offer, date: "2026-05-31").code == .staleLetter)
        try town.expect(try letter(&town, "offer.refuse", offer, date: "2026-06-15"))
        #expect(try town.label(offer) == .contested)
    }

    /// Two months without a network: what the agency's node says then does not undo a letter that it has not seen.
    @Test func aWordSentInIgnoranceOfTheLetterIsRefused() throws {
        var (town, offer) = try asked()
        try town.day("2026-06-12")
        try town.expect(try letter(&town, "offer.refuse", offer, date: "2026-06-10"))
        let unseen = try town.agreeing("dukcapil", offer)
        #expect(unseen.code == .staleLetter && unseen.said.contains(#""says":"refuse""#))
        town.reach[try #require(AgencyCode("dukcapil"))] = town.position
        try town.expect(try town.agreeing("dukcapil", offer))
        #expect(try town.offer(offer).homeStance?.letter == nil)
    }

    @Test func silenceIsBrokenByALetterThatIsEnteredLate() throws {
        var (town, offer) = try asked()
        try town.day("2026-08-01")
        #expect(try town.offer(offer).homeStance?.says == .silent)
        try town.expect(try letter(&town, "offer.agree", offer, date: "2026-06-03"))
        #expect(try town.offer(offer).homeStance?.says == .agree)
    }

    @Test(arguments: [
        "offer.decide", "document.issue", "transfer.cancel", "behalf.record", "proposal.confirm", "proposal.refuse",
        "day.advance", "node.enroll", "offer.sing",
    ])
    func onlyWhatAnAgencyRecordsForItselfComesByLetter(kind: String) throws {
        var (town, offer) = try asked()
        #expect(try letter(&town, kind, offer, date: "2026-06-01").said.contains("/body/operation/kind"))
    }

    @Test func theLetterIsWholeAndNotOfTheFutureAndOfAnotherAgency() throws {
        var (town, offer) = try asked()
        #expect(try letter(&town, "offer.agree", offer, date: "2026-06-02").said.contains("/body/letter/date"))
        #expect(try letter(&town, "offer.agree", offer, date: "2026-06-01", agency: "bkd").code == .badBody)
        #expect(try letter(&town, "offer.agree", offer, date: "2026-06-01", agency: "tiada").code == .badBody)
        let whole = Town.behalf("dukcapil", "offer.agree", agree)
        for member in ["number", "date", "signer", "standing"] {
            let spoilt = whole.replacing("\"\(member)\":", with: "\"x\(member)\":")
            #expect(try town.act("bkd", "behalf.record", spoilt, on: offer).said.contains("/body/letter/\(member)"))
        }
        #expect(try town.act("bkd", "behalf.record", "{}", on: offer).code == .badBody)
        #expect(try town.act("pasar", "behalf.record", whole, on: offer).code == .notAllowed)
    }

    /// What stands against it stands against the letter: the agency's own right decides, not the desk's sight.
    @Test func aLetterMayNoMoreThanItsAgency() throws {
        var (town, offer) = try asked()
        let stranger = try letter(&town, "offer.agree", offer, date: "2026-06-01", agency: "sosial")
        #expect(stranger == .rejected(.notFound))
        #expect(
            try letter(&town, "offer.agree", offer, date: "2026-06-01", body: #"{"terms":2}"#).code == .staleTerms)
        let withdrawn = try letter(&town, "offer.withdraw", offer, date: "2026-06-01")
        #expect(withdrawn == .rejected(.notAllowed, [("who", "perizinan")]))
        #expect(try town.records(.notice).isEmpty)
    }

    /// An agency of this region that has no node: its card, its vacancy and its offer, all by letter.
    @Test func anAgencyWithoutANodeTakesPartByLetters() throws {
        var town = try Town()
        try town.expect(try town.act("bkd", "agency.add", #"{"agency":{"code":"desa","name":{"id":"Desa"}}}"#))
        try town.expect(
            try letter(
                &town, "card.post", nil, date: "2026-06-01", agency: "desa", body: Town.cardBody(5)))
        let card = try town.last
        #expect(try town.card(card).agency.text == "desa")
        let vacancy = try town.open("perizinan", town.move)
        let terms = #"{"start":"2026-07-01"}"#
        try town.expect(
            try letter(
                &town, "offer.propose", nil, date: "2026-06-01", agency: "desa",
                body: #"{"offer":{"card":"\#(card)","vacancy":"\#(vacancy)","terms":\#(terms)}}"#))
        let offer = try town.last
        try town.expect(try town.agreeing("perizinan", offer))
        let transfer = try town.decreed(offer)
        try town.day("2026-07-01")
        let step = #"{"date":"2026-06-20"}"#
        try town.expect(
            try letter(&town, "transfer.handover", transfer, date: "2026-06-21", agency: "desa", body: step))
        try town.expect(try town.step("perizinan", "transfer.brief", transfer, date: "2026-06-20"))
        try town.expect(try town.starting("perizinan", transfer, date: "2026-07-01"))
        // Its personnel file goes on paper: nobody waits for it here.
        #expect(try town.transfer(transfer).ended?.reason == Transfer.onPaper)
        #expect(try town.transfer(transfer).steps.first { $0.step == "handover" }?.done?.letter?.number == "800/5")
        #expect(try town.offer(offer).closed == nil)
        // The person is free for the next card.
        try town.expect(try town.act("perizinan", "card.post", Town.cardBody(5)))
    }

    @Test func theDeskSecondPersonConfirmsALetter() throws {
        var (town, offer) = try asked(policy: PolicyText.policy(twoPersons: ["behalf.record"]))
        try town.expect(try letter(&town, "offer.agree", offer, date: "2026-06-01"))
        #expect(try town.offer(offer).homeStance == nil)
        #expect(try town.records(.notice).isEmpty)
        let proposal = try #require(try town.records(.proposal).first)
        #expect(proposal.audience == .of([try #require(AgencyCode("bkd"))]))
        #expect(try town.act("bkd", "proposal.confirm", "{}", on: proposal.id, actor: "wati").code == .notAllowed)
        try town.expect(try town.act("bkd", "proposal.confirm", "{}", on: proposal.id, actor: "Joko"))
        #expect(try town.offer(offer).homeStance?.actor == "Wati")
        #expect(try town.records(.notice).count == 1)
        // A letter that a later one overtook while it waited is refused at its confirmation.
        try town.day("2026-06-20")
        for (word, date) in [("refuse", "2026-06-10"), ("agree", "2026-06-15")] {
            try town.expect(try letter(&town, "offer.\(word)", offer, date: date))
        }
        let waiting = try town.records(.proposal).suffix(2).map(\.id)
        try town.expect(try town.act("bkd", "proposal.confirm", "{}", on: waiting[1], actor: "Joko"))
        #expect(try town.act("bkd", "proposal.confirm", "{}", on: waiting[0], actor: "Joko").code == .staleLetter)
    }

    @Test func whatNeedsTwoPersonsNeedsThemByLetterToo() throws {
        var (town, offer) = try asked(policy: PolicyText.policy(twoPersons: ["offer.refuse"]))
        try town.expect(try letter(&town, "offer.refuse", offer, date: "2026-06-01"))
        #expect(try town.offer(offer).homeStance == nil)
        let proposal = try #require(try town.records(.proposal).first).id
        try town.expect(try town.act("bkd", "proposal.confirm", "{}", on: proposal, actor: "Joko"))
        #expect(try town.offer(offer).homeStance?.says == .refuse)
        #expect(try letter(&town, "offer.agree", offer, date: "2026-06-01").kind == .accepted)
        #expect(try town.records(.proposal).count == 1)
    }

    // Another instansi.

    @Test func anAgencyOutsideTheRegionHasNoNodeAndMustAgree() throws {
        var town = try Town()
        try town.expect(
            try town.act("bkd", "agency.add", #"{"agency":{"code":"prov","name":{"id":"Provinsi"},"outside":true}}"#))
        let code = String(repeating: "b", count: 64)
        let invited = try town.act(
            "bkd", "node.invite",
            #"{"invitation":{"agency":"prov","registry":false,"codeHash":"\#(code)","expiresAt":"2026-06-02"}}"#)
        #expect(invited == .rejected(.wrongState, [("state", "outside")]))
        let enrolled = try town.act(
            "coordinator", "node.enroll", try town.node("prov", agency: "prov"), on: town.region)
        #expect(enrolled.code == .wrongState)
        // Home is only heard on this route; between two instansi its refusal stands at the decree.
        try town.expect(
            try letter(&town, "card.post", nil, date: "2026-06-01", agency: "prov", body: Town.cardBody(5)))
        let card = try town.last
        try town.expect(try letter(&town, "card.open", card, date: "2026-06-01", agency: "prov", body: "{}"))
        let offer = try town.ask("perizinan", card, try town.open("perizinan", town.move))
        try town.expect(try letter(&town, "offer.refuse", offer, date: "2026-06-01", agency: "prov"))
        try town.expect(try town.deciding(offer, proceed: true))
        try town.expect(try town.issuing(town.board, [offer]))
        try town.expect(try town.issuing(town.head, [offer]))
        let decree = try town.issuing(town.decree, [offer])
        #expect(decree.said.contains(#""rule":"R19""#), "\(decree.said)")
    }

    @Test func anAgencyOfTheRegionIsWrittenAsBefore() throws {
        let town = try Town()
        for record in try town.records(.agency) {
            #expect(!String(decoding: record.body, as: UTF8.self).contains("outside"))
            #expect(try !Agency(record).isOutside)
        }
    }
}
