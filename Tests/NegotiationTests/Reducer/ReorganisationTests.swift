import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// A unit of perizinan goes over to sosial, the regulation being of today.
@Suite struct ReorganisationTests {
    private func apply(
        _ town: inout Town, number: String = "P-1", date: String = "2026-06-01", from: String = "perizinan",
        to: String = "sosial", posts: String = "", route: String? = nil, more: String = "",
        on day: String = "2026-06-01"
    ) throws -> Outcome {
        let route = route.map { #","route":"\#($0)""# } ?? ""
        return try town.act(
            "bkd", "reorganisation.apply",
            #"{"reorganisation":{"number":"\#(number)","date":"\#(date)","from":"\#(day)"\#(route),"units":[{"unit":"u1","name":"Loket","from":"\#(from)","to":"\#(to)"\#(posts)}]\#(more)}}"#
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

    @Test func whoHasStartedForGoodStaysWithTheOldAgency() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move, seats: 2)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "perizinan", vacancy)
        let transfer = try town.decreed(offer)
        try town.started(transfer)
        try town.expect(try apply(&town))
        #expect(try town.transfer(transfer).receiving.text == "perizinan")
        #expect(try town.vacancy(vacancy).agency.text == "sosial")
    }

    /// The unit's guest serves the new agency from then on, whether the seat is still open or was the last one.
    @Test(arguments: [1, 2]) func aSecondmentUnderWayFollowsTheUnit(seats: Int) throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.loan, seats: seats)
        let offer = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "perizinan", vacancy)
        let transfer = try town.decreed(offer)
        try town.started(transfer)
        try town.expect(try apply(&town))
        let new = try #require(AgencyCode("sosial"))
        #expect(try town.transfer(transfer).receiving == new)
        #expect(try town.offer(offer).receiving == new && town.vacancy(vacancy).agency == new)
        #expect(
            try town.record(transfer).audience
                == .of(["bkd", "dukcapil", "sosial"].compactMap(AgencyCode.init)))
        // Only the new agency can end it early now.
        let recall = #"{"date":"2026-07-20"}"#
        #expect(try town.act("perizinan", "transfer.recall", recall, on: transfer).code == .notFound)
        var recalled = town
        try recalled.expect(try recalled.act("sosial", "transfer.recall", recall, on: transfer))
        try town.day("2026-08-01")
        #expect(try town.transfer(transfer).ended?.reason == "returned")
        #expect(try town.vacancy(vacancy).filled == 0)
    }

    @Test func recordedBeforeItsDayNothingFollowsUntilTheDayComes() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        try town.expect(try apply(&town, posts: posts, route: town.heard, on: "2026-06-10"))
        func act() throws -> Reorganisation {
            try Reorganisation(try #require(try town.records(.reorganisation).first))
        }
        let planned = try act()
        #expect(planned.state == .planned && planned.opened.isEmpty && planned.settled == nil)
        #expect(try town.record(planned.id).audience == .all)
        #expect(try town.vacancy(vacancy).agency.text == "perizinan")
        try town.day("2026-06-09")
        #expect(try act() == planned)
        try town.day("2026-06-11")
        let applied = try act()
        #expect(applied.state == .applied && applied.settled?.day.iso == "2026-06-11")
        #expect(applied.followed == [vacancy] && applied.opened.count == 1)
        #expect(try town.vacancy(vacancy).agency.text == "sosial")
        // A second day does nothing more.
        try town.day("2026-06-12")
        #expect(try act() == applied)
    }

    @Test func whatBecameImpossibleStopsWholeAndTellsTheDesk() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        try town.expect(try apply(&town, on: "2026-06-10"))
        // The agency that would take the unit ends before.
        try town.expect(
            try apply(
                &town, number: "P-2", from: "pasar", to: "dukcapil", more: #","closes":["sosial"]"#, on: "2026-06-05"))
        try town.day("2026-06-10")
        let acts = try town.records(.reorganisation).map(Reorganisation.init)
        let stopped = try #require(acts.first { $0.number == "P-1" })
        #expect(stopped.state == .stopped && stopped.settled?.code == .wrongState)
        #expect(stopped.settled?.detail?.encodedText.contains("sosial") == true)
        #expect(acts.first { $0.number == "P-2" }?.state == .applied)
        #expect(try town.vacancy(vacancy).agency.text == "perizinan")
        let notice = try #require(try town.records(.notice).map(Notice.init).last)
        #expect(notice.code == .reorganisationStopped && notice.record == stopped.id)
        #expect(try town.record(notice.id).audience == .of(["bkd"].compactMap(AgencyCode.init)))
        // Its number is free again, and it can be laid aside.
        try town.expect(try apply(&town, to: "pasar", on: "2026-06-10"))
        #expect(try town.vacancy(vacancy).agency.text == "pasar")
        try town.expect(try town.act("bkd", "reorganisation.withdraw", "{}", on: stopped.id))
    }

    /// Part of it could be done: the unit that could go over stays, too.
    @Test func oneThatCannotBeDoneWholeIsNotDoneInPart() throws {
        var town = try Town()
        let vacancy = try town.open("perizinan", town.move)
        let kept = try town.open("pasar", town.move)
        try town.expect(try apply(&town, more: #","closes":["pasar"]"#, on: "2026-06-10"))
        let before = try town.record(vacancy)
        _ = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "pasar", kept)
        try town.day("2026-06-10")
        let act = try Reorganisation(try #require(try town.records(.reorganisation).first))
        #expect(act.state == .stopped && act.settled?.code == .seatsHeld)
        #expect(try town.record(vacancy) == before)
        #expect(try town.records(.agency).map(Agency.init).allSatisfy { $0.closing == nil })
    }

    @Test func aPlannedOneIsTakenBackByTheDesk() throws {
        var town = try Town()
        try town.expect(try apply(&town, on: "2026-06-10"))
        let id = try #require(try town.records(.reorganisation).first).id
        #expect(try town.act("perizinan", "reorganisation.withdraw", "{}", on: id).code == .notAllowed)
        try town.expect(try town.act("bkd", "reorganisation.withdraw", "{}", on: id))
        #expect(try town.act("bkd", "reorganisation.withdraw", "{}", on: id).code == .wrongState)
        try town.day("2026-06-10")
        #expect(try Reorganisation(try town.record(id)).state == .withdrawn)
        try town.expect(try apply(&town, on: "2026-06-10"))
    }

    @Test func soManyArePlannedAndNoMore() throws {
        var town = try Town()
        for number in 1...Reorganisation.plannedLimit {
            try town.expect(try apply(&town, number: "P-\(number)", on: "2026-06-10"))
        }
        #expect(
            try apply(&town, number: "Q", on: "2026-06-10")
                == .rejected(.limit, [("limit", .integer(Reorganisation.plannedLimit))]))
        try town.expect(try apply(&town, number: "Q"))
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
