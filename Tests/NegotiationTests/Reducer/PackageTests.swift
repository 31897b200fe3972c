import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// Offers that go together or not at all.
@Suite struct PackageTests {
    private static let pair = ["dukcapil", "perizinan"]
    private static let four = ["dukcapil", "perizinan", "pasar", "sosial"]

    @Test func twoPeopleExchangeTheirSeatsWithoutAnyVacancyBesides() throws {
        var town = try Town()
        let offers = try town.chain(Self.pair, isCircle: true)
        let package = try town.pack("bkd", offers)
        #expect(try town.package(package).state == .held)
        #expect(try town.issuing(town.head, [offers[0]]).said.contains(offers[1].text))
        let transfers = try town.decreed(together: offers)
        #expect(try town.package(package).state == .decreed)
        #expect(try transfers.map { try town.transfer($0).state } == [.ready, .ready])
        try town.day("2026-07-05")
        try town.expect(try town.starting(transfers[0]))
        let pledged = try town.transfer(transfers[0])
        #expect(pledged.started == nil)
        #expect(pledged.pledged?.text("date") == "2026-07-01")
        #expect(try town.card(pledged.card).ended == nil)
        #expect(try town.starting(transfers[0]).code == .alreadyDone)
        try town.expect(try town.starting(transfers[1], date: "2026-07-03"))
        for transfer in try transfers.map({ try town.transfer($0) }) {
            #expect(transfer.state == .started)
            #expect(transfer.startDate?.iso == "2026-07-03")
            #expect(transfer.pledged == nil)
            #expect(try town.card(transfer.card).ended?.reason == "moved")
            #expect(try town.vacancy(transfer.vacancy).ended?.reason == "filled")
        }
        #expect(try town.package(package).ended?.reason == "started")
    }

    @Test(arguments: [2, 3, 4])
    func aCircleOfAnySizeStartsAtOnePosition(size: Int) throws {
        var town = try Town()
        let offers = try town.chain(Array(Self.four.prefix(size)), isCircle: true)
        let package = try town.pack("bkd", offers)
        let transfers = try town.decreed(together: offers)
        try town.day("2026-07-01")
        for transfer in transfers {
            #expect(try town.package(package).ended == nil)
            try town.expect(try town.starting(transfer))
        }
        #expect(try transfers.allSatisfy { try town.record($0).changed == town.position })
        #expect(try transfers.allSatisfy { try town.transfer($0).started != nil })
    }

    @Test func nobodyHoldsBeforeEverybodyIsSettled() throws {
        var town = try Town()
        var offers = try town.chain(["dukcapil", "perizinan"], isCircle: true)
        let seat = try town.open("pasar", town.heard)
        let card = try town.post("sosial", person: 7)
        offers.append(try town.propose("sosial", card, seat))
        // The two hold already, each alone.
        #expect(try offers.map { try town.hold($0) } == [.held, .held, nil])
        let package = try town.pack("bkd", offers)
        #expect(try offers.map { try town.hold($0) } == [.waiting, .waiting, nil])
        #expect(try town.offer(offers[0]).hold?.reason == "package")
        #expect(try town.vacancy(try town.offer(offers[0]).vacancy).taken == 0)
        #expect(try town.package(package).state == .open)
        try town.expect(try town.agreeing("pasar", offers[2]))
        #expect(try offers.map { try town.hold($0) } == [.held, .held, .held])
        #expect(try town.package(package).state == .held)
    }

    @Test func aSeatThatIsTakenLetsAllOfThemWaitUntilItIsFree() throws {
        var town = try Town()
        let seat = try town.open("pasar", town.heard)
        let first = try town.agreed("sosial", try town.post("sosial", person: 7), "pasar", seat)
        let second = try town.agreed("sosial", try town.post("sosial", person: 8), "pasar", seat)
        var offers = try town.chain(["dukcapil", "perizinan"], isCircle: true)
        offers.append(second)
        let package = try town.pack("bkd", offers)
        #expect(try offers.map { try town.hold($0) } == [.waiting, .waiting, .waiting])
        #expect(try offers.map { try town.offer($0).hold?.reason } == ["package", "package", "seat"])
        try town.withdrawing("sosial", first)
        #expect(try offers.map { try town.hold($0) } == [.held, .held, .held])
        #expect(try town.package(package).state == .held)
    }

    @Test func aCounterOfferOfOneReleasesAllAndTheirAgreementHoldsThemAgain() throws {
        var town = try Town()
        let offers = try town.chain(Self.four, isCircle: true)
        let package = try town.pack("bkd", offers)
        try town.expect(try town.issuing(town.head, offers))
        try town.expect(try town.countering("pasar", offers[2], start: "2026-08-01"))
        #expect(try offers.map { try town.hold($0) } == [.waiting, .waiting, nil, .waiting])
        #expect(try town.package(package).state == .open)
        #expect(try town.issuing(town.decree, offers).code == .incomplete)
        try town.expect(try town.agreeing("sosial", offers[2], terms: 2))
        #expect(try town.package(package).state == .held)
        // The others keep their opinion; the one with new terms needs it anew, and alone lacks it.
        #expect(try town.label(offers[0]) == .approved)
        try town.expect(try town.issuing(town.head, [offers[2]], terms: 2))
        #expect(try offers.map { try town.label($0) } == [.approved, .approved, .approved, .approved])
    }

    @Test func aRefusalThatIsDecidedOverHoldsThemAgain() throws {
        var town = try Town()
        let offers = try town.chain(Self.pair, isCircle: true)
        let package = try town.pack("dukcapil", offers)
        try town.expect(try town.refusing("perizinan", offers[0]))
        #expect(try town.label(offers[0]) == .contested)
        #expect(try town.hold(offers[1]) == .waiting)
        try town.expect(try town.deciding(offers[0], proceed: true))
        #expect(try town.package(package).state == .held)
    }

    @Test func aStruckLineStopsThePackageAndNothingMoreIsIssued() throws {
        var town = try Town()
        let offers = try town.chain(Self.four)
        let package = try town.pack("bkd", offers)
        let lines = try offers.enumerated().map { index, offer in
            let result = index == 1 ? "struck" : "favourable"
            return #"{"offer":"\#(offer)","terms":\#(try town.offer(offer).terms.version),"result":"\#(result)"}"#
        }.joined(separator: ",")
        try town.expect(
            try town.act(
                "bkd", "document.issue",
                #"{"document":{"type":"\#(town.head)","number":"1","date":"2026-06-01","signer":"W","standing":"definitif","lines":[\#(lines)]}}"#
            ))
        let stopped = try town.package(package)
        #expect(stopped.state == .stopped)
        #expect(stopped.stopped?.offer == offers[1])
        #expect(stopped.stopped?.reason == "struck")
        #expect(try offers.map { try town.label($0) } == [.approved, .closed, .approved, .approved])
        let refused = try town.issuing(town.decree, [offers[0], offers[2], offers[3]])
        #expect(refused.said.contains("package-stopped"))
    }

    /// The first goes to the second's seat and so on; with the second gone, nobody leaves the first one's new seat.
    @Test func aSplitClosesThoseWhoseSeatNobodyLeavesAnyMore() throws {
        var town = try Town()
        let offers = try town.chain(Self.four)
        let package = try town.pack("bkd", offers)
        try town.expect(try town.issuing(town.head, [offers[1]], result: "struck"))
        try town.expect(try town.resolving(package, "split"))
        #expect(try town.package(package).ended?.reason == "split")
        #expect(try offers.map { try town.closing($0) } == ["not-freed", "struck", nil, nil])
        #expect(try offers.map { try town.offer($0).package } == [nil, package, nil, nil])
        try town.expect(try town.issuing(town.head, [offers[2], offers[3]]))
        try town.expect(try town.issuing(town.decree, [offers[2], offers[3]]))
        let last = try [offers[2], offers[3]].map { try #require(try town.offer($0).decreed).transfer }
        try town.day("2026-07-01")
        #expect(try town.starting(last[0]).said.contains("freed"))
        try town.expect(try town.starting(last[1]))
        #expect(try town.transfer(last[0]).state == .ready)
        try town.expect(try town.starting(last[0]))
    }

    @Test func aCircleThatIsTakenApartCannotStartAndCloses() throws {
        var town = try Town()
        let offers = try town.chain(Self.pair, isCircle: true)
        let package = try town.pack("dukcapil", offers)
        #expect(try town.act("perizinan", "package.withdraw", "{}", on: package).said.contains("dukcapil"))
        try town.expect(try town.act("dukcapil", "package.withdraw", "{}", on: package))
        #expect(try offers.map { try town.closing($0) } == ["not-freed", "not-freed"])
        #expect(try town.act("dukcapil", "package.withdraw", "{}", on: package).code == .wrongState)
    }

    @Test func aReplanPutsAnotherLinkInThePlaceOfTheLostOne() throws {
        var town = try Town()
        let offers = try town.chain(Self.four)
        let package = try town.pack("bkd", offers)
        try town.expect(try town.issuing(town.head, [offers[1]], result: "struck"))
        let card = try town.offer(offers[1]).card
        let other = try town.open("bkd", town.heard)
        let instead = try town.agreed("perizinan", card, "bkd", other)
        try town.expect(try town.resolving(package, "replan", add: [instead]))
        let planned = try town.package(package)
        #expect(planned.state == .held)
        #expect(planned.offers == [offers[0], offers[2], offers[3], instead])
        #expect(planned.decided.count == 1)
        let transfers = try town.decreed(together: planned.offers)
        try town.day("2026-07-01")
        for transfer in transfers {
            try town.expect(try town.starting(transfer))
        }
        #expect(try town.package(package).ended?.reason == "started")
    }

    @Test func aReplanLetsALinkGoOnAlone() throws {
        var town = try Town()
        let offers = try town.chain(Self.four)
        let package = try town.pack("bkd", offers)
        try town.expect(try town.resolving(package, "replan", remove: [offers[3]]))
        #expect(try town.package(package).offers == Array(offers.prefix(3)))
        #expect(try town.hold(offers[3]) == .held)
        #expect(try town.offer(offers[3]).package == nil)
        // One offer is no package.
        #expect(try town.resolving(package, "replan", remove: Array(offers.prefix(2))).code == .badBody)
        #expect(try town.resolving(package, "replan", remove: [offers[3]]).code == .badBody)
    }

    @Test func closingEndsAllOfThem() throws {
        var town = try Town()
        let offers = try town.chain(Self.four)
        let package = try town.pack("bkd", offers)
        try town.expect(try town.resolving(package, "close"))
        #expect(try offers.allSatisfy { try town.closing($0) == "package-closed" })
        #expect(try offers.allSatisfy { try town.vacancy(try town.offer($0).vacancy).taken == 0 })
    }

    @Test func aCancelledTransferHoldsTheOthersUntilTheDeskHasDecided() throws {
        var town = try Town()
        let offers = try town.chain(Self.four)
        let package = try town.pack("bkd", offers)
        let transfers = try town.decreed(together: offers)
        #expect(try town.resolving(package, "split").said.contains("decreed"))
        try town.day("2026-07-01")
        try town.expect(try town.starting(transfers[3]))
        try town.expect(try town.act("bkd", "transfer.cancel", #"{"reason":"batal"}"#, on: transfers[1]))
        #expect(try town.transfer(transfers[3]).pledged == nil)
        #expect(try town.starting(transfers[3]).said.contains("package"))
        #expect(try town.resolving(package, "replan").said.contains("decreed"))
        try town.expect(try town.resolving(package, "split"))
        #expect(try transfers.map { try town.transfer($0).ended?.reason } == ["not-freed", "batal", nil, nil])
        try town.expect(try town.starting(transfers[3]))
        #expect(try town.transfer(transfers[3]).state == .started)
        try town.expect(try town.starting(transfers[2]))
    }

    @Test func closingADecreedPackageEndsItsTransfers() throws {
        var town = try Town()
        let offers = try town.chain(Self.pair, isCircle: true)
        let package = try town.pack("bkd", offers)
        let transfers = try town.decreed(together: offers)
        try town.expect(try town.act("bkd", "transfer.cancel", #"{"reason":"batal"}"#, on: transfers[0]))
        try town.expect(try town.resolving(package, "close"))
        #expect(try town.transfer(transfers[1]).ended?.reason == "package-closed")
        #expect(try offers.allSatisfy { try town.vacancy(try town.offer($0).vacancy).taken == 0 })
    }

    @Test func aGateThatOpensAgainTakesTheStartLetterBack() throws {
        var town = try Town()
        let offers = try town.chain(Self.pair, isCircle: true, route: town.move)
        _ = try town.pack("bkd", offers)
        try town.expect(try town.issuing(town.board, offers))
        let transfers = try town.decreed(together: offers)
        try town.day("2026-07-01")
        try town.started(transfers[0])
        #expect(try town.transfer(transfers[0]).pledged != nil)
        let requirement =
            #"{"training":{"offer":"\#(offers[0])","competence":"izin","level":3,"hours":20,"provider":"sosial"}}"#
        try town.expect(try town.act("bkd", "training.require", requirement))
        let training = try town.last
        #expect(try town.transfer(transfers[0]).openGates == ["training"])
        #expect(try town.transfer(transfers[0]).pledged == nil)
        try town.started(transfers[1])
        #expect(try town.transfer(transfers[1]).started == nil)
        try town.expect(
            try town.act("sosial", "training.confirm", #"{"hours":20,"date":"2026-06-20"}"#, on: training))
        try town.expect(try town.starting(transfers[0]))
        #expect(try transfers.allSatisfy { try town.transfer($0).started != nil })
    }

    @Test func silenceAndAnExpiredHoldStopIt() throws {
        var town = try Town()
        let offers = try town.chain(Self.four)
        let package = try town.pack("bkd", offers)
        try town.day("2026-07-30")
        #expect(try town.package(package).state == .held)
        try town.day("2026-09-30")
        #expect(try town.package(package).ended?.reason == "empty")
        #expect(try offers.allSatisfy { try town.closing($0) == "hold-expired" })
    }

    @Test func whoDoesNotSeeAnOfferCannotNameIt() throws {
        var town = try Town()
        let offers = try town.chain(Self.four)
        let hidden = try town.packaging("dukcapil", [offers[0], offers[2]])
        #expect(hidden == (try town.packaging("dukcapil", [offers[0], try town.id(9999)])))
        #expect(hidden.code == .notFound)
        let package = try town.pack("perizinan", [offers[0], offers[1]])
        #expect(
            try town.record(package).audience
                == .of(["bkd", "dukcapil", "pasar", "perizinan"].compactMap(AgencyCode.init)))
    }

    @Test func whatCannotGoTogetherIsRefused() throws {
        var town = try Town()
        let offers = try town.chain(Self.four)
        #expect(try town.packaging("bkd", [offers[0]]).code == .badBody)
        #expect(try town.packaging("bkd", [offers[0], offers[0]]).code == .badBody)
        let many = try (0..<21).map { try town.id(9000 + $0) }
        #expect(try town.packaging("bkd", many).code == .badBody)
        let card = try town.offer(offers[0]).card
        let twice = try town.propose("dukcapil", card, try town.open("pasar", town.heard))
        #expect(try town.packaging("bkd", [offers[0], twice]).said.contains("card-twice"))
        let seat = try town.offer(offers[3]).vacancy
        let second = try town.propose("pasar", try town.post("pasar", person: 9), seat)
        #expect(try town.packaging("bkd", [offers[3], second]).said.contains("seat-twice"))
        _ = try town.pack("bkd", [offers[0], offers[1]])
        #expect(try town.packaging("bkd", [offers[1], offers[2]]).code == .exists)
        try town.withdrawing("pasar", offers[2])
        #expect(try town.packaging("bkd", [offers[2], offers[3]]).said.contains("closed"))
    }

    /// An exchange whose first move ends in one kind of document and whose second in another, up to the decrees.
    private static func mixed() throws -> (town: Town, offers: [RecordID], package: RecordID) {
        var town = try Town(policy: PolicyText.policy(wishDecree: "sk-mohon"))
        let cards = [try town.post("dukcapil", person: 1), try town.post("perizinan", person: 2)]
        let first = try town.agreed(
            "dukcapil", cards[0], "perizinan", try town.open("perizinan", town.heard, freedBy: cards[1]))
        let second = try town.agreed(
            "perizinan", cards[1], "dukcapil", try town.open("dukcapil", town.wish, freedBy: cards[0]))
        try town.expect(try town.person("bkd", second, "agree"))
        let package = try town.pack("bkd", [first, second])
        try town.expect(try town.issuing(town.head, [first, second]))
        return (town, [first, second], package)
    }

    @Test func movesThatEndInDifferentDocumentsAreDecreedByOneOperation() throws {
        var (town, offers, package) = try Self.mixed()
        let alone = try town.issuing(town.decree, [offers[0]])
        #expect(alone.code == .incomplete)
        #expect(alone.said.contains("sk-mohon") && alone.said.contains(offers[1].text))
        try town.expect(try town.issuing(together: [(town.decree, [offers[0]]), ("sk-mohon", [offers[1]])]))
        let decreed = try offers.map { try #require(try town.offer($0).decreed) }
        #expect(decreed.map(\.position) == [town.position, town.position])
        #expect(decreed[0].document != decreed[1].document)
        #expect(try town.package(package).decreed?.documents == decreed.map(\.document))
        #expect(try town.package(package).state == .decreed)
        try town.day("2026-07-01")
        try town.expect(try town.starting(decreed[0].transfer))
        #expect(try town.transfer(decreed[0].transfer).started == nil)
        try town.expect(try town.starting(decreed[1].transfer))
        #expect(try town.package(package).ended?.reason == "started")
    }

    @Test func oneLineThatCannotBeDecreedKeepsAllDocumentsBack() throws {
        var (town, offers, package) = try Self.mixed()
        let both = [(type: town.decree, offers: [offers[0]]), (type: "sk-mohon", offers: [offers[1]])]
        #expect(try town.issuing(together: both, striking: offers[1]).code == .incomplete)
        #expect(try town.issuing(together: both, numbers: ["7", "7"]).code == .exists)
        #expect(
            try town.issuing(together: [(town.decree, offers), ("sk-mohon", [offers[1]])]).said.contains("/body/with"))
        #expect(
            try town.issuing(together: [(town.decree, [offers[0]]), (town.decree, [offers[1]])]).code == .incomplete)
        #expect(try offers.map { try town.label($0) } == [.approved, .approved])
        #expect(try town.package(package).decreed == nil)
        #expect(try town.records(.document).count == 1)
        try town.expect(try town.issuing(together: both, numbers: ["7", "8"]))
    }

    @Test func aPackageOfOneDocumentIsWrittenAsItWas() throws {
        var town = try Town()
        let offers = try town.chain(Self.pair, isCircle: true)
        let package = try town.pack("bkd", offers)
        _ = try town.decreed(together: offers)
        let document = try #require(try town.offer(offers[0]).decreed).document
        let body = try JSON(parsing: try town.record(package).body)
        #expect(body["decreed"]?.members?.map(\.name) == ["position", "document"])
        #expect(try town.package(package).decreed?.documents == [document])
    }
}
