import StrictJSON
import Testing

@testable import Negotiation

@Suite struct OfferLifeTests {
    @Test func moveForGoodGoesFromProposalToTheReceivedFile() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let vacancy = try town.open("perizinan", town.move)
        let offer = try town.propose("dukcapil", card, vacancy)
        #expect(try town.label(offer) == .proposed)
        try town.expect(try town.agreeing("perizinan", offer))
        #expect(try town.label(offer) == .held)
        #expect(try town.vacancy(vacancy).taken == 1)
        try town.expect(try town.issuing(town.board, [offer]))
        #expect(try town.label(offer) == .held)
        try town.expect(try town.issuing(town.head, [offer]))
        #expect(try town.label(offer) == .approved)
        try town.expect(try town.issuing(town.decree, [offer]))
        #expect(try town.label(offer) == .decreed)
        let transfer = try #require(try town.offer(offer).decreed).transfer
        #expect(try town.transfer(transfer).openGates == ["brief", "handover"])
        try town.started(transfer)
        #expect(try town.card(card).ended?.reason == "moved")
        #expect(try town.vacancy(vacancy).ended?.reason == "filled")
        let file = #"{"file":{"attachment":"\#(String(repeating: "f", count: 64))"}}"#
        try town.expect(try town.act("dukcapil", "transfer.file", file, on: transfer))
        try town.expect(try town.act("perizinan", "transfer.receive", #"{"complete":true}"#, on: transfer))
        #expect(try town.transfer(transfer).ended?.reason == "received")
        try town.expect(try town.act("perizinan", "card.post", Town.cardBody(1)))
    }

    @Test func secondmentReturnsByItselfOnItsDateAndFreesTheCard() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1)
        let vacancy = try town.open("pasar", town.loan)
        let transfer = try town.decreed(try town.agreed("dukcapil", card, "pasar", vacancy))
        try town.started(transfer)
        #expect(try town.card(card).ended == nil)
        let elsewhere = try town.agreed("dukcapil", card, "perizinan", try town.open("perizinan", town.move))
        #expect(try town.label(elsewhere) == .waiting)
        try town.day("2026-07-31")
        #expect(try town.transfer(transfer).state == .started)
        try town.day("2026-08-01")
        #expect(try town.transfer(transfer).ended?.reason == "returned")
        #expect(try town.label(elsewhere) == .held)
    }

    @Test func trainingFromAGapMustBeConfirmedBeforeTheStart() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1, levels: #"{"layanan":4,"izin":2}"#)
        let vacancy = try town.open("perizinan", town.move)
        let offer = try town.agreed("dukcapil", card, "perizinan", vacancy)
        let transfer = try town.decreed(offer)
        #expect(try town.transfer(transfer).openGates == ["brief", "handover", "training"])
        let need = #"{"training":{"offer":"\#(offer)","competence":"izin","level":3,"hours":20,"provider":"sosial"}}"#
        try town.expect(try town.act("perizinan", "training.require", need))
        let training = try town.last
        try town.day("2026-07-01")
        try town.expect(try town.step("perizinan", "transfer.brief", transfer, date: "2026-06-20"))
        try town.expect(try town.step("dukcapil", "transfer.handover", transfer, date: "2026-06-20"))
        #expect(try town.starting("perizinan", transfer, date: "2026-07-01").code == .gatesOpen)
        let tooFew = #"{"hours":19,"date":"2026-06-28"}"#
        #expect(try town.act("sosial", "training.confirm", tooFew, on: training).code == .incomplete)
        let done = #"{"hours":20,"date":"2026-06-28"}"#
        #expect(try town.act("pasar", "training.confirm", done, on: training).code == .notFound)
        #expect(try town.act("dukcapil", "training.confirm", done, on: training).code == .notAllowed)
        try town.expect(try town.act("sosial", "training.confirm", done, on: training))
        #expect(try town.transfer(transfer).state == .ready)
        try town.expect(try town.starting("perizinan", transfer, date: "2026-07-01"))
    }
}
