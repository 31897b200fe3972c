import Negotiation
import Personnel
import Terminal
import Testing

struct TodoTests {
    @Test func vacancyWithoutOffersAsksItsOwnerOnly() throws {
        let village = try Village()
        #expect(try village.todo("dinkes").ownLines.map(\.kind) == [.findPerson])
        #expect(try village.todo("dinkes").ownLines.first?.until?.iso == "2026-09-01")
        #expect(try village.todo("dukcapil").lines.isEmpty)
    }

    @Test func offerWaitsForWhoHasNotAnsweredUntilTheDeadline() throws {
        var village = try Village()
        try village.propose()
        let line = try #require(try village.todo("dukcapil").lines.first)
        #expect(line.kind == .answerOffer)
        #expect(line.who.text == "dinkes")
        #expect(line.until?.iso == "2026-07-01")
        #expect(try village.todo("dukcapil").ownLines.isEmpty)
        #expect(try village.todo("dinkes").ownLines == [line])
    }

    @Test func answerOfHomeIsForTheNodeWithTheStaffRows() throws {
        var village = try Village()
        try village.act(
            "dinkes", "offer.ask",
            #"{"offer":{"card":"\#(try village.last(.card))","vacancy":"\#(try village.last(.vacancy))","terms":{"start":"2026-07-01"}}}"#
        )
        let presenter = try village.presenter("dukcapil")
        #expect(try village.todo("dukcapil").ownLines.map(\.needsRegistry) == [true])
        #expect(presenter.todoPage(isRegistry: false).text().contains("; di simpul registri\n"))
        #expect(!presenter.todoPage().text().contains("registri"))
    }

    @Test func draftsThatWaitAreToldWithTheSync() throws {
        let presenter = try Village().presenter("dinkes", .english)
        let text = presenter.todoPage(unsent: 2).text()
        #expect(text.contains("2 drafts wait to be sent"))
        #expect(text.contains("\n     mutasi-node sync\n"))
        #expect(!presenter.todoPage().text().contains("mutasi-node sync"))
    }

    @Test func whatWaitsForAnAgencyWithoutANodeWaitsForTheDesk() throws {
        var village = try Village()
        try village.act("bkd", "agency.add", #"{"agency":{"code":"desa","name":{"id":"Desa","en":"Village"}}}"#)
        let letter = #"{"number":"1","date":"2026-06-01","signer":"Lurah","standing":"definitif"}"#
        try village.act(
            "bkd", "behalf.record",
            #"{"agency":"desa","letter":\#(letter),"operation":{"kind":"vacancy.open","body":{"vacancy":\#(Village.vacancy)}}}"#
        )
        try village.act(
            "dukcapil", "offer.propose",
            #"{"offer":{"card":"\#(try village.last(.card))","vacancy":"\#(try village.last(.vacancy))","terms":{"start":"2026-07-01"},"sheet":\#(Village.sheet)}}"#
        )
        let line = try #require(try village.todo("bkd").ownLines.first { $0.kind == .answerOffer })
        #expect(line.isByLetter && !line.needsRegistry)
        #expect(line.command.hasPrefix("mutasi-coordinator behalf desa --letter N --letter-date D --signer NAME"))
        #expect(line.command.contains(" -- offer agree "))
        #expect(try village.presenter("bkd", .english).todoPage().text().contains("answer the offer, from its letter"))
        #expect(try village.todo("dukcapil").lines.first?.who.text == "desa")
    }

    @Test func contestedOfferWaitsForTheDesk() throws {
        var village = try Village()
        try village.act(
            "dinkes", "offer.ask",
            #"{"offer":{"card":"\#(try village.last(.card))","vacancy":"\#(try village.last(.vacancy))","terms":{"start":"2026-07-01"}}}"#
        )
        try village.act("dukcapil", "offer.refuse", #"{"terms":1}"#, on: try village.last(.offer))
        let line = try #require(try village.todo("bkd").ownLines.first)
        #expect(line.kind == .decideOffer)
        #expect(line.command.hasPrefix("mutasi-coordinator offer decide "))
    }

    @Test func heldOfferWaitsForOpinionThenForTheDocument() throws {
        var village = try Village()
        try village.propose()
        try village.agree()
        #expect(try village.todo("bkd").ownLines.map(\.kind) == [.issueOpinion])
        try village.issue("tpk")
        let line = try #require(try village.todo("bkd").ownLines.first)
        #expect(line.kind == .issueDecree)
        #expect(line.subject == "sk")
        #expect(line.until?.iso == "2026-07-31")
    }

    @Test func transferWaitsForTrainingStepsAndThenTheStart() throws {
        var village = try Village()
        try village.decree()
        #expect(try village.todo("dinkes").ownLines.map(\.kind) == [.requireTraining, .takeStep])
        #expect(try village.todo("dukcapil").ownLines.map(\.subject) == ["handover"])
        let offer = try village.last(.offer)
        try village.act(
            "dinkes", "training.require",
            #"{"training":{"offer":"\#(offer)","competence":"komunikasi","level":3,"hours":8,"provider":"bkd"}}"#)
        #expect(try village.todo("bkd").ownLines.map(\.kind) == [.confirmTraining])
        try village.act(
            "bkd", "training.confirm", #"{"hours":8,"date":"2026-06-01"}"#, on: try village.last(.training))
        let transfer = try village.last(.transfer)
        try village.act("dinkes", "transfer.brief", #"{"date":"2026-06-01"}"#, on: transfer)
        try village.act("dukcapil", "transfer.handover", #"{"date":"2026-06-01"}"#, on: transfer)
        let line = try #require(try village.todo("dinkes").ownLines.first)
        #expect(line.kind == .startTransfer)
        #expect(line.until?.iso == "2026-07-01")
    }

    @Test func conflictWaitsForTheRecordsAgency() throws {
        var village = try Village()
        try village.collide()
        #expect(try village.todo("dinkes").ownLines.contains { $0.kind == .resolveConflict })
    }
}
