import Personnel
import Testing

@testable import Negotiation

/// What a receiving agency's acts say of a person: only its own words count, and only while they stand.
@Suite struct ReceiverWishTests {
    private func wish(_ town: Town, _ offer: RecordID, _ ranker: Ranker? = nil) throws -> ReceiverWish? {
        try town.offer(offer).receiverWish(ranker)
    }

    @Test func whoeverIsAskedForIsWanted() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        let offer = try town.ask("perizinan", try town.post("dukcapil", person: 1), vacancy)
        #expect(try wish(town, offer) == .wanted)
        // Home's word is not the receiver's.
        try town.expect(try town.refusing("dukcapil", offer))
        #expect(try wish(town, offer) == .wanted)
    }

    @Test func whatIsTakenBackIsNotSaid() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        let offer = try town.ask("perizinan", try town.post("dukcapil", person: 1), vacancy)
        try town.withdrawing("perizinan", offer)
        #expect(try wish(town, offer) == nil)
    }

    @Test func aProposalSaysNothingUntilTheReceiverAnswers() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.heard, seats: 2)
        let first = try town.propose("dukcapil", try town.post("dukcapil", person: 1), vacancy)
        let second = try town.propose("dukcapil", try town.post("dukcapil", person: 2), vacancy)
        #expect(try wish(town, first) == nil)
        try town.expect(try town.agreeing("perizinan", first))
        try town.expect(try town.refusing("perizinan", second))
        #expect(try wish(town, first) == .wanted)
        #expect(try wish(town, second) == .unwanted)
        // The personnel agency's decision over the refusal is not the receiver's wish.
        try town.expect(try town.deciding(second, proceed: true))
        #expect(try wish(town, second) == .unwanted)
    }

    @Test func aWordOnOlderTermsCountsNoLonger() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        let offer = try town.ask("perizinan", try town.post("dukcapil", person: 1), vacancy)
        try town.expect(try town.countering("dukcapil", offer, start: "2026-09-01"))
        #expect(try wish(town, offer) == nil)
    }

    @Test func whoeverIsPassedOverByTheReceiverIsNotWanted() throws {
        var town = try Town()
        let body = Town.vacancyBody(town.move, mode: "selection", until: "2026-06-10")
        try town.expect(try town.act("perizinan", "vacancy.open", body))
        let vacancy = try town.last
        let offers = try [1, 2].map { person in
            try town.agreed("dukcapil", try town.post("dukcapil", person: person), "perizinan", vacancy)
        }
        try town.day("2026-06-11")
        let reason = String(repeating: "d", count: 64)
        try town.expect(
            try town.act(
                "perizinan", "vacancy.rank",
                #"{"order":["\#(offers[1])"],"passedOver":[{"offer":"\#(offers[0])","reason":{"attachment":"\#(reason)"}}]}"#,
                on: vacancy))
        #expect(try offers.map { try wish(town, $0, .receiving) } == [.unwanted, .wanted])
        // Of an order that the personnel agency made only the receiver's own agreement is a word of the receiver.
        #expect(try offers.map { try wish(town, $0, .desk) } == [.wanted, .wanted])
    }
}
