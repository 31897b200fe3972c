import StrictJSON
import Testing

@testable import Negotiation

/// One paper over more people than a record holds lines: entered in numbered parts, each of which counts when it comes.
@Suite struct DocumentPartTests {
    /// Offers of a town on the route with one opinion, held.
    private func held(_ count: Int, in town: inout Town) throws -> [RecordID] {
        let vacancy = try town.open("sosial", town.heard, seats: count)
        return try (1...count).map { person in
            let offer = try town.agreed("pasar", try town.post("pasar", person: person), "sosial", vacancy)
            #expect(try town.hold(offer) == .held)
            return offer
        }
    }

    @Test func aPartCountsWhenItComesWhateverItsNumber() throws {
        var town = try Town()
        let offers = try held(2, in: &town)
        try town.expect(try town.issuing(town.head, offers))
        try town.expect(try town.issuing(town.decree, [offers[1]], number: "SK-1", part: (2, 2)))
        #expect(try town.label(offers[1]) == .decreed)
        #expect(try town.label(offers[0]) != .decreed)
        try town.expect(try town.issuing(town.decree, [offers[0]], number: "SK-1", part: (1, 2)))
        #expect(try town.label(offers[0]) == .decreed)
        let parts = try town.records(.document).map(Document.init).filter { $0.number == "SK-1" }
        #expect(parts.compactMap(\.part) == [.init(number: 2, of: 2), .init(number: 1, of: 2)])
    }

    @Test func aPartSaysTheSameAsTheOthersAndComesOnce() throws {
        var town = try Town()
        let offers = try held(2, in: &town)
        try town.expect(try town.issuing(town.head, [offers[0]], number: "K-1", part: (1, 2)))
        let rest = [offers[1]]
        let exists = Outcome.rejected(.exists, [("number", "K-1")])
        #expect(try town.issuing(town.head, rest, number: "K-1", part: (1, 2)) == exists)
        #expect(try town.issuing(town.head, rest, number: "K-1", part: (3, 3)) == exists)
        #expect(try town.issuing(town.head, rest, number: "K-1", date: "2026-05-31", part: (2, 2)) == exists)
        #expect(try town.issuing(town.head, rest, number: "K-1") == exists)
        for part in [(3, 2), (0, 2), (1, 1), (1, Document.partLimit + 1)] {
            #expect(try town.issuing(town.head, rest, number: "K-2", part: part).code == .badBody)
        }
        try town.expect(try town.issuing(town.head, rest, number: "K-1", part: (2, 2)))
        // A whole one leaves no room for parts.
        try town.expect(try town.issuing(town.decree, [offers[0]], number: "SK-1"))
        #expect(try town.issuing(town.decree, rest, number: "SK-1", part: (2, 2)).code == .exists)
    }

    @Test func moreThanAHundredPeopleAreDecreedInTwoParts() throws {
        var town = try Town()
        let offers = try held(Document.lineLimit + 1, in: &town)
        #expect(try town.issuing(town.head, offers).code == .badBody)
        for type in [town.head, town.decree] {
            for (index, lines) in [offers.prefix(Document.lineLimit), offers.suffix(1)].enumerated() {
                try town.expect(try town.issuing(type, Array(lines), number: "\(type)-1", part: (index + 1, 2)))
            }
        }
        let transfers = try town.records(.transfer).map(Transfer.init)
        #expect(transfers.count == offers.count && Set(transfers.map(\.document)).count == 2)
        #expect(try offers.allSatisfy { try town.label($0) == .decreed })
    }
}
