import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// A secondment after its start: longer by both, shorter by one, with a word of the receiver.
@Suite struct SecondmentTests {
    /// dukcapil lends somebody to perizinan from 1 July to 1 August.
    private func lent() throws -> (Town, RecordID) {
        var town = try Town()
        let seat = try town.open("perizinan", town.loan, seats: 2)
        let card = try town.post("dukcapil", person: 1)
        let transfer = try town.decreed(try town.agreed("dukcapil", card, "perizinan", seat))
        try town.started(transfer)
        return (town, transfer)
    }

    private func extend(_ town: inout Town, _ author: String, _ transfer: RecordID, _ day: String) throws -> Outcome {
        try town.act(author, "transfer.extend", #"{"return":"\#(day)"}"#, on: transfer)
    }

    private func recall(_ town: inout Town, _ author: String, _ transfer: RecordID, _ day: String) throws -> Outcome {
        try town.act(author, "transfer.recall", #"{"date":"\#(day)"}"#, on: transfer)
    }

    @Test(arguments: [("dukcapil", "perizinan"), ("perizinan", "dukcapil")])
    func aLaterReturnCountsOnceBothNameIt(first: String, second: String) throws {
        var (town, transfer) = try lent()
        try town.expect(try extend(&town, first, transfer, "2026-09-01"))
        #expect(try town.transfer(transfer).returns?.iso == "2026-08-01")
        #expect(try extend(&town, first, transfer, "2026-09-01").code == .alreadyDone)
        // Another day is another question.
        try town.expect(try extend(&town, second, transfer, "2026-08-20"))
        #expect(try town.transfer(transfer).asked?.returns.iso == "2026-08-20")
        try town.expect(try extend(&town, first, transfer, "2026-08-20"))
        let extended = try town.transfer(transfer)
        #expect(extended.returns?.iso == "2026-08-20")
        #expect(extended.asked == nil)
        #expect(extended.extensions.count == 1)
        try town.day("2026-08-01")
        #expect(try town.transfer(transfer).ended == nil)
        try town.day("2026-08-20")
        #expect(try town.transfer(transfer).ended?.reason == "returned")
    }

    @Test func theDeskExtendsAloneByItsLetter() throws {
        var (town, transfer) = try lent()
        #expect(try extend(&town, "bkd", transfer, "2026-08-20").code == .badBody)
        try town.expect(
            try town.act(
                "bkd", "transfer.extend", #"{"return":"2026-08-20","number":"ST-2","date":"2026-07-01"}"#, on: transfer)
        )
        #expect(try town.transfer(transfer).returns?.iso == "2026-08-20")
        #expect(try extend(&town, "pasar", transfer, "2026-08-30").code == .notFound)
    }

    @Test func theRouteSaysHowOftenAndHowFar() throws {
        var (town, transfer) = try lent()
        #expect(try extend(&town, "dukcapil", transfer, "2026-08-01").code == .badBody)
        #expect(
            try extend(&town, "dukcapil", transfer, "2026-10-01")
                == .rejected(.limit, [("limit", 60), ("days", 61), ("until", "2026-09-30")]))
        for day in ["2026-09-30", "2026-11-29"] {
            try town.expect(try extend(&town, "dukcapil", transfer, day))
            try town.expect(try extend(&town, "perizinan", transfer, day))
        }
        #expect(try extend(&town, "dukcapil", transfer, "2026-12-01").said.contains(#""limit":2"#))
    }

    @Test(arguments: ["dukcapil", "perizinan", "bkd"])
    func eitherEndsItEarlyOnADayToCome(author: String) throws {
        var (town, transfer) = try lent()
        try town.expect(try extend(&town, "dukcapil", transfer, "2026-09-01"))
        try town.expect(try recall(&town, author, transfer, "2026-07-15"))
        #expect(try town.transfer(transfer).asked == nil)
        #expect(try town.transfer(transfer).ended == nil)
        try town.day("2026-07-14")
        #expect(try town.transfer(transfer).ended == nil)
        try town.day("2026-07-15")
        let ended = try town.transfer(transfer)
        #expect(ended.ended?.reason == "returned")
        #expect(try town.vacancy(ended.vacancy).filled == 0)
        #expect(try town.offer(ended.offer).closed?.reason == "returned")
        #expect(try recall(&town, author, transfer, "2026-07-10").code == .wrongState)
    }

    @Test func aDayThatHasPassedEndsItAtOnce() throws {
        var (town, transfer) = try lent()
        try town.day("2026-07-10")
        for wrong in ["2026-07-01", "2026-08-01"] {
            #expect(try recall(&town, "dukcapil", transfer, wrong).code == .badBody)
        }
        try town.expect(try recall(&town, "dukcapil", transfer, "2026-07-08"))
        #expect(try town.transfer(transfer).ended?.reason == "returned")
        #expect(try town.transfer(transfer).returns?.iso == "2026-07-08")
    }

    @Test func theReceiverSaysHowItWentAlsoAfterwards() throws {
        var (town, transfer) = try lent()
        let note = #"{"note":{"attachment":"\#(String(repeating: "a", count: 64))"}}"#
        #expect(try town.act("dukcapil", "transfer.note", note, on: transfer).said.contains("perizinan"))
        try town.day("2026-08-01")
        try town.expect(try town.act("perizinan", "transfer.note", note, on: transfer))
        #expect(try town.transfer(transfer).performance != nil)
    }

    @Test func aMoveForGoodIsNeitherExtendedNorRecalled() throws {
        var town = try Town()
        let seat = try town.open("perizinan", town.move)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "perizinan", seat)
        let transfer = try town.decreed(offer)
        try town.started(transfer)
        #expect(try extend(&town, "dukcapil", transfer, "2026-08-20").code == .wrongState)
        #expect(try recall(&town, "dukcapil", transfer, "2026-07-15").code == .wrongState)
    }
}
