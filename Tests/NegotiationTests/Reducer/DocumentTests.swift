import Personnel
import StrictJSON
import Testing

@testable import Negotiation

@Suite struct DocumentTests {
    private func held(_ names: PolicyNames, _ count: Int) throws -> (Town, [RecordID]) {
        var town = try names.town()
        let vacancy = try town.open("perizinan", town.move, seats: count)
        let offers = try (1...count).map { person in
            try town.agreed("dukcapil", try town.post("dukcapil", person: person), "perizinan", vacancy)
        }
        return (town, offers)
    }

    @Test(arguments: PolicyNames.allCases)
    func aDocumentAppliesWholeOrNotAtAllAndListsItsBadLines(names: PolicyNames) throws {
        var (town, offers) = try held(names, 3)
        try town.withdrawing("dukcapil", offers[1])
        let unknown = try town.id(9999)
        let before = town.state.records
        let outcome = try town.issuing(town.board, offers + [unknown], number: "1")
        #expect(outcome.code == .incomplete)
        #expect(!outcome.said.contains(offers[0].text))
        #expect(outcome.said.contains(#"{"offer":"\#(offers[1])","code":"wrong-state","detail":{"state":"closed"}}"#))
        #expect(outcome.said.contains(#"{"offer":"\#(unknown)","code":"not-found","detail":{}}"#))
        #expect(town.state.records == before)
        try town.expect(try town.issuing(town.board, [offers[0], offers[2]], number: "1"))
        #expect(try town.issuing(town.head, [offers[0]], number: "1").code == .exists)
    }

    @Test(arguments: PolicyNames.allCases)
    func opinionsComeInTheRoutesOrderAndTheDecreeLast(names: PolicyNames) throws {
        var (town, offers) = try held(names, 1)
        #expect(try town.issuing(town.head, offers).said.contains(#""missing":["\#(town.board)"]"#))
        #expect(
            try town.issuing(town.decree, offers).said.contains(#""missing":["\#(town.board)","\#(town.head)"]"#))
        #expect(try town.issuing("tak-dikenal", offers).said.contains("unsupported"))
        try town.expect(try town.issuing(town.board, offers))
        #expect(try town.issuing(town.board, offers).said.contains("already-done"))
        try town.expect(try town.issuing(town.head, offers))
        try town.expect(try town.issuing(town.decree, offers))
        #expect(try town.refusing("perizinan", offers[0]).said.contains("decreed"))
        let result = try town.transfer(try #require(try town.offer(offers[0]).decreed).transfer).computed
        #expect(result.map(\.rule.rawValue) == ["R3", "R12", "R21", "R18", "R19", "R24"])
    }

    @Test(arguments: PolicyNames.allCases)
    func aStruckLineClosesItsOfferAndFreesTheSeat(names: PolicyNames) throws {
        for isDecree in [false, true] {
            var (town, offers) = try held(names, 1)
            let vacancy = try town.offer(offers[0]).vacancy
            let next = try town.agreed("dukcapil", try town.post("dukcapil", person: 9), "perizinan", vacancy)
            if isDecree {
                try town.expect(try town.issuing(town.board, offers))
                try town.expect(try town.issuing(town.head, offers))
            }
            try town.expect(try town.issuing(isDecree ? town.decree : town.board, offers, result: "struck"))
            #expect(try town.closing(offers[0]) == "struck")
            #expect(try town.label(next) == .held)
            #expect(try town.records(.transfer).isEmpty)
        }
    }

    @Test func onlyItsPartiesSeeADocument() throws {
        var (town, offers) = try held(.plain, 1)
        try town.expect(try town.issuing(town.board, offers))
        let codes = ["bkd", "dukcapil", "perizinan"].compactMap(AgencyCode.init)
        #expect(try town.record(try town.last).audience == .of(codes))
    }
}
