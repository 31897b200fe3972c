import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// Where the policy asks for two persons, an operation counts once a second one has confirmed it.
@Suite struct ProposalTests {
    private static let letter =
        #""letter":{"number":"800/7","date":"2026-06-01","signer":"Kepala","standing":"definitif"}"#

    private func town(_ kinds: OperationKind...) throws -> Town {
        try Town(policy: PolicyText.policy(twoPersons: kinds.map(\.rawValue)))
    }

    private func proposals(_ town: Town) throws -> [Proposal] {
        try town.records(.proposal).map(Proposal.init)
    }

    private func only(_ town: Town) throws -> Proposal {
        let all = try proposals(town)
        try #require(all.count == 1)
        return all[0]
    }

    private func contested() throws -> (Town, RecordID) {
        var town = try town(.offerDecide)
        let offer = try town.ask(
            "perizinan", try town.post("dukcapil", person: 1), try town.open("perizinan", town.move))
        try town.expect(try town.refusing("dukcapil", offer))
        return (town, offer)
    }

    @Test func nothingHappensBeforeTheSecondPersonConfirms() throws {
        var (town, offer) = try contested()
        let before = try town.record(offer)
        let said = try town.deciding(offer, proceed: true)
        try town.expect(said)
        let proposal = try only(town)
        #expect(said.detail == .object([("proposal", .string(proposal.id.text))]))
        #expect(try town.record(offer) == before)
        #expect(try town.record(proposal.id).audience == .of([try #require(AgencyCode("bkd"))]))
        #expect(proposal.operation.kind == "offer.decide" && proposal.operation.record == offer)
        #expect(proposal.day.iso == "2026-06-01")
        try town.expect(try town.act("bkd/second", "proposal.confirm", "{}", on: proposal.id, actor: "kepala"))
        let decided = try #require(try town.offer(offer).override)
        #expect(decided.proceeds && decided.position == town.position)
        #expect(decided.value == proposal.operation.body.bytes)
        let ended = try only(town)
        #expect(ended.ended == Ending(position: town.position, reason: "confirmed"))
        #expect(ended.confirmed?.actor == "kepala")
    }

    /// The kept operation's person stays its author: two names stand behind what it did.
    @Test func whatIsConfirmedIsItsAuthors() throws {
        var town = try town(.offerRefuse)
        let offer = try town.ask(
            "perizinan", try town.post("dukcapil", person: 1), try town.open("perizinan", town.move))
        try town.expect(try town.act("dukcapil", "offer.refuse", #"{"terms":1}"#, on: offer, actor: "Sari"))
        let proposal = try only(town)
        try town.expect(try town.act("dukcapil/second", "proposal.confirm", "{}", on: proposal.id, actor: "Budi"))
        let stance = try #require(try town.offer(offer).homeStance)
        #expect(stance.says == .refuse && stance.actor == "Sari" && stance.operation == proposal.operation.id)
        #expect(stance.position == town.position)
    }

    @Test(arguments: [Town.actor, "PETUGAS", " petugas", "Pe tugas"])
    func onePersonIsNotTwo(actor: String) throws {
        var (town, offer) = try contested()
        try town.expect(try town.deciding(offer, proceed: true))
        let proposal = try only(town).id
        let refused = try town.act("bkd/second", "proposal.confirm", "{}", on: proposal, actor: actor)
        #expect(refused == .rejected(.notAllowed, [("who", "second-person")]))
        #expect(try only(town).ended == nil)
        // The desk's own letter is no second person of the desk.
        let letter = try town.act("bkd", "proposal.confirm", "{\(Self.letter)}", on: proposal, actor: "kepala")
        #expect(letter.code == .badBody)
    }

    @Test func whereAnOfficeHasOneOperatorTheDeskTicksTheHeadsLetter() throws {
        var town = try town(.transferObject)
        let card = try town.post("dukcapil", person: 1)
        let offer = try town.agreed("dukcapil", card, "perizinan", try town.open("perizinan", town.move))
        let transfer = try town.decreed(offer)
        try town.expect(
            try town.act(
                "dukcapil", "transfer.object", #"{"received":"2026-06-01","filed":"2026-06-01"}"#, on: transfer))
        let proposal = try only(town).id
        #expect(try town.act("bkd", "proposal.confirm", "{}", on: proposal).code == .badBody)
        #expect(try town.act("perizinan", "proposal.confirm", "{\(Self.letter)}", on: proposal).code == .notFound)
        let early = Self.letter.replacing("2026-06-01", with: "2026-06-02")
        #expect(try town.act("bkd", "proposal.confirm", "{\(early)}", on: proposal).said.contains("/body/letter/date"))
        let scan = #""scan":{"attachment":"\#(String(repeating: "d", count: 64))"}"#
        // The desk's person may bear the name of the agency's: names are each agency's own.
        try town.expect(try town.act("bkd", "proposal.confirm", "{\(Self.letter),\(scan)}", on: proposal))
        #expect(try town.transfer(transfer).objection?.filed.iso == "2026-06-01")
        #expect(try only(town).confirmed?.value == Array("{\(Self.letter),\(scan)}".utf8))
    }

    @Test func whatWouldBeRefusedIsRefusedAtOnceAndKeptNowhere() throws {
        var town = try town(.vacancyWithdraw, .vacancyOpen)
        try town.expect(try town.act("perizinan", "vacancy.open", Town.vacancyBody(town.move)))
        let proposal = try only(town)
        try town.expect(try town.act("perizinan", "proposal.confirm", "{}", on: proposal.id, actor: "kepala"))
        let vacancy = RecordID(proposal.operation.id)
        #expect(try town.vacancy(vacancy).seats == 1)
        #expect(try town.act("perizinan", "vacancy.withdraw", "{}", on: vacancy).code == .badBody)
        #expect(try town.act("pasar", "vacancy.withdraw", #"{"reason":"x"}"#, on: vacancy).code == .notAllowed)
        #expect(try proposals(town).count == 1)
    }

    /// The confirmation is refused with what stands against it, and the proposal stays.
    @Test func aConfirmationThatComesTooLateIsRefused() throws {
        var (town, offer) = try contested()
        try town.expect(try town.deciding(offer, proceed: true))
        let proposal = try only(town).id
        try town.expect(try town.countering("dukcapil", offer, start: "2026-08-01"))
        let late = try town.act("bkd", "proposal.confirm", "{}", on: proposal, actor: "kepala")
        #expect(late.code == .staleTerms)
        #expect(try only(town).ended == nil)
        try town.expect(try town.act("bkd", "proposal.refuse", "{}", on: proposal))
        #expect(try only(town).ended?.reason == "refused")
        let again = try town.act("bkd", "proposal.confirm", "{}", on: proposal, actor: "kepala")
        #expect(again == .rejected(.alreadyDone, [("state", "refused")]))
        #expect(try town.act("bkd", "proposal.refuse", "{}", on: proposal).code == .alreadyDone)
    }

    @Test func anEditThatCollidesByThenIsRefusedWithoutAConflict() throws {
        var town = try town(.vacancyEdit)
        let vacancy = try town.open("perizinan", town.move)
        for count in [2, 3] {
            try town.expect(
                try town.editing("perizinan", vacancy, "seats", was: Town.seats(1), now: Town.seats(count)))
        }
        let waiting = try proposals(town).map(\.id)
        try town.expect(try town.act("perizinan", "proposal.confirm", "{}", on: waiting[0], actor: "kepala"))
        #expect(try town.vacancy(vacancy).seats == 2)
        let refused = try town.act("perizinan", "proposal.confirm", "{}", on: waiting[1], actor: "kepala")
        #expect(refused == .rejected(.groupsConflict, [("groups", ["seats"])]))
        #expect(try town.conflicts().isEmpty)
        // So is one that collides when it is proposed.
        let proposed = try town.editing("perizinan", vacancy, "seats", was: Town.seats(1), now: Town.seats(4))
        #expect(proposed.kind == .rejected && proposed.code == .groupsConflict)
    }

    @Test func whatOnlyARegistryMayDoIsCheckedAsItsAuthors() throws {
        var town = try town(.cardClose)
        let card = try town.post("dukcapil", person: 1)
        let reason = #"{"reason":"pensiun"}"#
        #expect(try town.act("dukcapil/second", "card.close", reason, on: card).code == .notAllowed)
        try town.expect(try town.act("dukcapil", "card.close", reason, on: card))
        #expect(try town.card(card).ended == nil)
        let confirm = try only(town).id
        try town.expect(try town.act("dukcapil/second", "proposal.confirm", "{}", on: confirm, actor: "kepala"))
        #expect(try town.card(card).ended?.reason == "pensiun")
    }

    @Test func theSameProposedTwiceIsOneAndTheyHaveALimit() throws {
        var (town, offer) = try contested()
        try town.expect(try town.deciding(offer, proceed: true))
        let first = try only(town).id
        let again = try town.deciding(offer, proceed: true)
        #expect(again == .rejected(.exists, [("proposal", .string(first.text))]))
        // Another decision of the same offer is another proposal: a person chooses.
        try town.expect(try town.deciding(offer, proceed: false))
        #expect(try proposals(town).count == 2)
        var busy = try self.town(.vacancyOpen)
        for need in 1...Proposal.openLimit {
            try busy.expect(try busy.act("pasar", "vacancy.open", Town.vacancyBody(busy.move, need: need + 3)))
        }
        let limit = Outcome.rejected(.limit, [("limit", .integer(Proposal.openLimit))])
        #expect(try busy.act("pasar", "vacancy.open", Town.vacancyBody(busy.move, need: 3)) == limit)
        try busy.expect(try busy.act("sosial", "vacancy.open", Town.vacancyBody(busy.move)))
        try busy.expect(try busy.act("pasar", "proposal.refuse", "{}", on: try proposals(busy)[0].id))
        try busy.expect(try busy.act("pasar", "vacancy.open", Town.vacancyBody(busy.move, need: 3)))
    }

    @Test func itIsHiddenFromEveryOtherAgency() throws {
        var town = try town(.vacancyOpen)
        try town.expect(try town.act("pasar", "vacancy.open", Town.vacancyBody(town.move)))
        let proposal = try only(town).id
        for kind in ["proposal.confirm", "proposal.refuse"] {
            let hidden = try town.act("sosial", kind, "{}", on: proposal)
            #expect(hidden.json.encoded == (try town.act("sosial", kind, "{}", on: try town.id(9999))).json.encoded)
        }
        let record = try town.record(proposal)
        #expect(Set(Links.of(record)).isSuperset(of: [.open(.proposal), Link("proposals", "pasar")]))
    }

    @Test func aPolicyThatAsksForNothingOrLaterChangesOnlyWhatIsNew() throws {
        var town = try Town()
        let vacancy = try town.open("pasar", town.move)
        #expect(try town.vacancy(vacancy).ended == nil)
        let later = PolicyText.policy(version: 2, twoPersons: ["vacancy.withdraw"])
            .replacing("2026-01-01", with: "2026-06-10")
        try town.expect(try town.act("bkd", "policy.apply", #"{"policy":\#(later)}"#))
        try town.day("2026-06-10")
        try town.expect(try town.act("pasar", "vacancy.withdraw", #"{"reason":"x"}"#, on: vacancy))
        #expect(try town.vacancy(vacancy).ended == nil)
    }

    @Test(arguments: ["offer.decidee", "day.advance", "proposal.confirm", "node.enroll", "later.kind"])
    func aPolicyNamesOnlyKindsThatAPersonRecords(word: String) throws {
        var town = try Town()
        let policy = PolicyText.policy(version: 2, twoPersons: ["offer.decide", word])
        let refused = try town.act("bkd", "policy.apply", #"{"policy":\#(policy)}"#)
        #expect(refused.said.contains("/body/policy/twoPersons/1"))
        // One that is there already, by a later program, is read on.
        let json = try JSON(parsing: Array(policy.utf8))
        let read = try Policy(id: try town.id(1), reading: json)
        #expect(read.twoPersons == ["offer.decide", word] && read.asksForTwo(.offerDecide))
        #expect(!OperationKind.allCases.contains { $0 != .offerDecide && read.asksForTwo($0) })
    }

    /// Whatever a kind is, a proposal of it can be read back, attachments and unknown members included.
    @Test func theOperationIsKeptInItsExactBytes() throws {
        var town = try town(.offerRefuse)
        let offer = try town.ask(
            "perizinan", try town.post("dukcapil", person: 1), try town.open("perizinan", town.move))
        let deep = HostileBodyTests.nested(Operation.bodyDepthLimit - 1)
        let body = #"{"terms":1,"later":\#(deep),"reason":{"attachment":"\#(String(repeating: "c", count: 64))"}}"#
        let operation = try town.operation("offer.refuse", body, on: offer)
        let decision = try Reducer.decide(operation, in: try town.context("dukcapil"), reading: town.state)
        town.position += 1
        town.state.apply(decision.effects)
        let kept = try only(town)
        #expect(kept.operation.bytes == operation.bytes)
        #expect(kept.body == (try town.record(kept.id)).body)
        try town.expect(try town.act("dukcapil", "proposal.confirm", "{}", on: kept.id, actor: "kepala"))
        #expect(try town.offer(offer).homeStance?.value == operation.body.bytes)
    }
}
