import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// What the terms let a start wait for.
@Suite struct ConditionTests {
    /// dukcapil's person 1 for a seat at perizinan, agreed on terms with these conditions and decreed.
    private func decreed(_ town: inout Town, after: String) throws -> RecordID {
        let card = try town.post("dukcapil", person: 1)
        let seat = try town.open("perizinan", town.heard)
        try town.expect(try proposing(&town, card, seat, after: after))
        let offer = try town.last
        try town.expect(try town.agreeing("perizinan", offer))
        let transfer = try town.decreed(together: [offer])[0]
        try town.day("2026-07-01")
        return transfer
    }

    private func proposing(_ town: inout Town, _ card: RecordID, _ seat: RecordID, after: String) throws -> Outcome {
        try town.act(
            "dukcapil", "offer.propose",
            #"{"offer":{"card":"\#(card)","vacancy":"\#(seat)","terms":{"start":"2026-07-01",\#(after)},"sheet":\#(Town.sheet())}}"#
        )
    }

    /// Somebody else's move of person 2, decreed.
    private func otherMove(_ town: inout Town) throws -> (seat: RecordID, transfer: RecordID) {
        let seat = try town.open("pasar", town.heard)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 2), "pasar", seat)
        return (seat, try town.decreed(together: [offer])[0])
    }

    @Test func theStartWaitsForAVacancyToBeFilled() throws {
        var town = try Town()
        let other = try otherMove(&town)
        let transfer = try decreed(&town, after: #""after":[{"vacancy":"\#(other.seat)"}]"#)
        #expect(try town.starting(transfer).said.contains("after-vacancy"))
        try town.expect(try town.starting(other.transfer))
        #expect(try town.transfer(transfer).openGates == [])
        try town.expect(try town.starting(transfer))
    }

    @Test func theStartWaitsForAnotherTransfer() throws {
        var town = try Town()
        let other = try otherMove(&town)
        let transfer = try decreed(&town, after: #""after":[{"transfer":"\#(other.transfer)"}]"#)
        #expect(try town.transfer(transfer).openGates == ["after-transfer"])
        try town.expect(try town.starting(other.transfer))
        #expect(try town.transfer(transfer).openGates == [])
    }

    @Test func theStartWaitsForTrainingAlsoOnARouteThatDoesNotAskForIt() throws {
        var town = try Town()
        let transfer = try decreed(&town, after: #""after":["training"]"#)
        #expect(try town.transfer(transfer).openGates == ["training"])
        let offer = try town.transfer(transfer).offer
        try town.expect(
            try town.act(
                "perizinan", "training.require",
                #"{"training":{"offer":"\#(offer)","competence":"izin","level":3,"hours":20,"provider":"sosial"}}"#))
        let training = try town.last
        #expect(try town.transfer(transfer).openGates == ["training"])
        try town.expect(
            try town.act("sosial", "training.confirm", #"{"hours":20,"date":"2026-06-28"}"#, on: training))
        #expect(try town.transfer(transfer).openGates == [])
    }

    @Test func aSoleHolderLeavesOnceTheReplacementHasStarted() throws {
        var town = try Town()
        let transfer = try decreed(&town, after: #""after":["replacement"]"#)
        let card = try town.transfer(transfer).card
        #expect(try town.starting(transfer).said.contains("replacement"))
        let seat = try town.open("dukcapil", town.heard, freedBy: card, overlap: true)
        let offer = try town.agreed("pasar", try town.post("pasar", person: 3), "dukcapil", seat)
        let newcomer = try town.decreed(together: [offer])[0]
        #expect(try town.transfer(transfer).openGates == ["replacement"])
        try town.expect(try town.starting(newcomer))
        #expect(try town.transfer(transfer).openGates == [])
        try town.expect(try town.starting(transfer))
    }

    @Test func inAPackageTheReplacementStartsInTheSameMoment() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let seat = try town.open("perizinan", town.heard)
        try town.expect(try proposing(&town, card, seat, after: #""after":["replacement"]"#))
        let leaving = try town.last
        try town.expect(try town.agreeing("perizinan", leaving))
        let left = try town.open("dukcapil", town.heard, freedBy: card)
        let coming = try town.agreed("pasar", try town.post("pasar", person: 3), "dukcapil", left)
        _ = try town.pack("bkd", [leaving, coming])
        let transfers = try town.decreed(together: [leaving, coming])
        try town.day("2026-07-01")
        for transfer in transfers {
            try town.expect(try town.starting(transfer))
        }
        #expect(try transfers.allSatisfy { try town.transfer($0).started != nil })
    }

    @Test(arguments: [
        #""after":{}"#, #""after":["rain"]"#, #""after":[{"vacancy":"x"}]"#, #""after":[{"vacancy":null,"x":1}]"#,
        #""partTime":0"#, #""partTime":100"#, #""after":[7]"#,
    ])
    func otherConditionsAreRefused(after: String) throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let outcome = try proposing(&town, card, try town.open("perizinan", town.heard), after: after)
        #expect(outcome.code == .badBody)
    }

    @Test func aTransferThatTheAuthorDoesNotSeeDoesNotExist() throws {
        var town = try Town()
        let offer = try town.agreed(
            "pasar", try town.post("pasar", person: 5), "sosial", try town.open("sosial", town.heard))
        let hidden = try town.decreed(together: [offer])[0]
        let card = try town.post("dukcapil", person: 1)
        let seat = try town.open("perizinan", town.heard)
        let outcomes = try [hidden, try town.id(9999)].map { id in
            try proposing(&town, card, seat, after: #""after":[{"transfer":"\#(id)"}]"#)
        }
        #expect(outcomes[0] == outcomes[1])
        #expect(outcomes[0].code == .notFound)
        try town.expect(try proposing(&town, card, seat, after: #""partTime":40"#))
        #expect(try town.offer(try town.last).terms.partTime == 40)
    }

    @Test func moreThanTenConditionsAreRefused() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let seat = try town.open("perizinan", town.heard)
        for (count, isTaken) in [(11, false), (10, true)] {
            let list = Array(repeating: #""training""#, count: count).joined(separator: ",")
            #expect(try (proposing(&town, card, seat, after: #""after":[\#(list)]"#).code == nil) == isTaken)
        }
    }
}
