import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// A unit of perizinan goes over to sosial, the regulation being of today.
@Suite struct ReorganisationTests {
    private func apply(
        _ town: inout Town, number: String = "P-1", date: String = "2026-06-01", from: String = "perizinan",
        to: String = "sosial", posts: String = "", route: String? = nil, more: String = ""
    ) throws -> Outcome {
        let route = route.map { #","route":"\#($0)""# } ?? ""
        return try town.act(
            "bkd", "reorganisation.apply",
            #"{"reorganisation":{"number":"\#(number)","date":"\#(date)","from":"2026-07-01"\#(route),"units":[{"unit":"u1","name":"Loket","from":"\#(from)","to":"\#(to)"\#(posts)}]\#(more)}}"#
        )
    }

    private let posts = #","posts":[{"post":{"id":"p1","name":"Operator","kind":"pelaksana"},"seats":2}]"#

    @Test func openVacanciesFollowWithTheReceivingSideOfTheirOffers() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        let other = try town.open("pasar", town.move)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "perizinan", vacancy)
        try town.expect(try apply(&town))
        #expect(try town.vacancy(vacancy).agency.text == "sosial")
        #expect(try town.vacancy(other).agency.text == "pasar")
        let moved = try town.offer(offer)
        #expect((moved.receiving.text, moved.stance(.receiving)?.says) == ("sosial", .agree))
        #expect(try town.label(offer) == .held)
        #expect(try town.record(offer).audience == .of(["bkd", "dukcapil", "sosial"].compactMap(AgencyCode.init)))
        // The old agency is no party any more, the new one is.
        #expect(try town.act("perizinan", "offer.refuse", #"{"terms":1}"#, on: offer).code == .notFound)
        #expect(
            try town.act("perizinan", "vacancy.withdraw", #"{"reason":"x"}"#, on: vacancy)
                == .rejected(.notAllowed, [("who", "sosial")]))
        let record = try #require(try town.records(.reorganisation).first)
        #expect(record.audience == .all)
        #expect(try Reorganisation(record).followed == [vacancy])
    }

    @Test func aDecreedTransferIsStartedByTheNewAgency() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "perizinan", vacancy)
        let transfer = try town.decreed(offer)
        let document = try town.transfer(transfer).document
        try town.expect(try apply(&town))
        let new = try #require(AgencyCode("sosial"))
        #expect(try town.transfer(transfer).receiving == new)
        #expect(try town.record(document).audience.includes(new))
        #expect(
            try town.act("perizinan", "transfer.start", #"{"date":"2026-07-01","number":"1"}"#, on: transfer).code
                == .notFound)
        try town.day("2026-07-01")
        try town.expect(try town.step("sosial", "transfer.brief", transfer, date: "2026-06-20"))
        try town.expect(try town.step("dukcapil", "transfer.handover", transfer, date: "2026-06-20"))
        try town.expect(try town.starting("sosial", transfer, date: "2026-07-01"))
        #expect(try town.vacancy(vacancy).ended?.reason == "filled")
    }

    @Test func whoHasStartedStaysWithTheOldAgency() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.loan, seats: 2)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "perizinan", vacancy)
        let transfer = try town.decreed(offer)
        try town.started(transfer)
        try town.expect(try apply(&town))
        #expect(try town.transfer(transfer).receiving.text == "perizinan")
        #expect(try town.vacancy(vacancy).agency.text == "sosial")
        try town.day("2026-08-01")
        #expect(try town.transfer(transfer).ended?.reason == "returned")
        #expect(try town.vacancy(vacancy).filled == 0)
    }

    @Test func anOpenConflictGoesWithItsVacancy() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        for need in [8, 7] {
            _ = try town.editing(
                "perizinan", vacancy, "need", was: #"{"need":9,"holders":3}"#, now: #"{"need":\#(need),"holders":3}"#)
        }
        let conflict = try #require(try town.conflicts().first).id
        try town.expect(try apply(&town))
        #expect(try town.act("perizinan", "conflict.resolve", #"{"choice":"mine"}"#, on: conflict).code == .notFound)
        try town.expect(try town.act("sosial", "conflict.resolve", #"{"choice":"mine"}"#, on: conflict))
    }

    @Test func peopleAreConfirmedBySeatsThatOnlyTheirAgencyFills() throws {
        var town = try Town()
        try town.expect(try apply(&town, posts: posts, route: town.heard))
        let act = try Reorganisation(try #require(try town.records(.reorganisation).first))
        let opened = try #require(act.opened.first)
        let vacancy = try town.vacancy(opened)
        #expect((act.opened.count, vacancy.agency.text, vacancy.seats, vacancy.route) == (1, "sosial", 2, town.heard))
        #expect(vacancy.reorganised == Vacancy.Reorganised(by: act.id, from: AgencyCode("perizinan") ?? act.agency))
        let stranger = try town.post("dukcapil", person: 1)
        #expect(
            try town.proposing("dukcapil", stranger, opened) == .rejected(.notAllowed, [("who", "perizinan")]))
        let offers = try [2, 3].map { person in
            try town.propose("perizinan", try town.post("perizinan", person: person), opened)
        }
        for offer in offers {
            try town.expect(try town.agreeing("sosial", offer))
            #expect(try town.label(offer) == .held)
        }
        // One document for all of them ends it.
        try town.expect(try town.issuing(town.head, offers))
        try town.expect(try town.issuing(town.decree, offers))
        #expect(try offers.allSatisfy { try town.label($0) == .decreed })
        // What the reducer wrote of it is no field group.
        #expect(
            try town.act(
                "sosial", "vacancy.edit", #"{"was":{"reorganised":null},"now":{"reorganised":{}}}"#, on: opened
            ).code == .badBody)
    }

    @Test func anAgencyThatEndsOpensNothingMoreAndKeepsItsPeople() throws {
        var town = try Town()
        let left = try town.open("pasar", town.move)
        let card = try town.post("pasar", person: 1)
        try town.expect(try apply(&town, from: "pasar", more: #","closes":["pasar"]"#))
        #expect(try town.vacancy(left).agency.text == "sosial")
        #expect(try town.card(card).ended == nil)
        let refused = try town.act("pasar", "vacancy.open", Town.vacancyBody(town.move))
        #expect(refused.code == .wrongState && refused.said.contains("agency-closes"))
        // It takes over nothing either.
        #expect(try apply(&town, number: "P-2", to: "pasar").code == .wrongState)
    }

    @Test func whatIsNotMovedEndsWithTheAgencyUnlessItsSeatsAreHeld() throws {
        var town = try Town()
        let vacancy = try town.open("pasar", town.move)
        #expect(try town.vacancy(vacancy).ended == nil)
        let closing = #","closes":["pasar"]"#
        var held = town
        _ = try held.agreed("dukcapil", try held.post("dukcapil", person: 1), "pasar", vacancy)
        let refused = try apply(&held, more: closing)
        #expect(refused.code == .seatsHeld && refused.said.contains(vacancy.text))
        #expect(try held.records(.reorganisation).isEmpty)
        let offer = try town.propose("dukcapil", try town.post("dukcapil", person: 1), vacancy)
        try town.expect(try apply(&town, more: closing))
        #expect(try town.vacancy(vacancy).ended?.reason == "agency-closed")
        #expect(try town.offer(offer).closed?.reason == "vacancy-closed")
    }

    @Test func anAgencyCanGetAnotherName() throws {
        var town = try Town()
        try town.expect(
            try apply(&town, more: #","renames":[{"agency":"sosial","name":{"id":"Dinas Sosial dan Loket"}}]"#))
        let agency = try town.records(.agency).map(Agency.init).first { $0.code.text == "sosial" }
        #expect(agency?.names.encodedText.contains("Dinas Sosial dan Loket") == true)
        #expect(agency?.registry != nil)
    }

    @Test func itIsRefusedWholeWithWhatStandsAgainstIt() throws {
        var town = try Town()
        #expect(try apply(&town, to: "nirwana").code == .notFound)
        #expect(try apply(&town, date: "2026-06-02").code == .badBody)
        #expect(try apply(&town, posts: posts).code == .badBody)
        #expect(try apply(&town, posts: posts, route: "lain").said.contains(town.move))
        #expect(try apply(&town, posts: posts, route: town.loan).code == .unsupported)
        #expect(try apply(&town, to: "perizinan", more: #","closes":["perizinan"]"#).code == .badBody)
        #expect(try apply(&town, more: #","closes":["bkd"]"#).code == .notAllowed)
        #expect(
            try town.act(
                "bkd", "reorganisation.apply",
                #"{"reorganisation":{"number":"1","date":"2026-06-01","from":"2026-06-01","units":[]}}"#
            ).code == .badBody)
        #expect(try town.records(.reorganisation).isEmpty)
        try town.expect(try apply(&town))
        #expect(try apply(&town) == .rejected(.exists, [("number", "P-1")]))
    }
}
