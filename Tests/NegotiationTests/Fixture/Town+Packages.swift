import StrictJSON
import Testing

@testable import Negotiation

extension Town {
    func package(_ id: RecordID) throws -> Package { try Package(try record(id)) }

    /// Opens the seat that a card of the agency leaves.
    mutating func open(_ agency: String, _ route: String, freedBy card: RecordID, overlap: Bool = false) throws
        -> RecordID
    {
        try expect(try opening(agency, route, freedBy: card, overlap: overlap))
        return try last
    }

    mutating func opening(
        _ agency: String, _ route: String, freedBy card: RecordID, overlap: Bool = false, seats: Int = 1
    ) throws -> Outcome {
        let freed = #""freed":{"by":"\#(card)"\#(overlap ? #","overlap":true"# : "")},"#
        let body = Self.vacancyBody(route, seats: seats)
        return try act(agency, "vacancy.open", body.replacing(#""seats":"#, with: freed + #""seats":"#))
    }

    /// The desk opens the seat that a card leaves for the card's agency.
    mutating func opening(for agency: String, _ route: String, freedBy card: RecordID?, author: String = "bkd") throws
        -> Outcome
    {
        let freed = card.map { #""freed":{"by":"\#($0)"},"# } ?? ""
        let body = Self.vacancyBody(route).replacing(#""seats":"#, with: freed + #""seats":"#)
        return try act(
            author, "vacancy.open", body.replacing(#"{"vacancy":"#, with: #"{"agency":"\#(agency)","vacancy":"#))
    }

    /// Documents of one operation, each with the offers that it favours.
    mutating func issuing(
        together documents: [(type: String, offers: [RecordID])], numbers: [String]? = nil, striking: RecordID? = nil
    ) throws -> Outcome {
        let papers = try documents.enumerated().map { index, document in
            let lines = try document.offers.map { offer in
                let result = offer == striking ? "struck" : "favourable"
                return
                    #"{"offer":"\#(offer)","terms":\#(try self.offer(offer).terms.version),"result":"\#(result)"}"#
            }
            return
                #"{"type":"\#(document.type)","number":"\#(numbers?[index] ?? "\(position)/\(index)")","date":"2026-06-01","signer":"Wali Kota","standing":"definitif","lines":[\#(lines.joined(separator: ","))]}"#
        }
        return try act(
            "bkd", "document.issue",
            #"{"document":\#(papers[0]),"with":[\#(papers.dropFirst().joined(separator: ","))]}"#)
    }

    mutating func packaging(_ author: String, _ offers: [RecordID]) throws -> Outcome {
        let ids = offers.map { "\"\($0)\"" }.joined(separator: ",")
        return try act(author, "package.open", #"{"package":{"offers":[\#(ids)]}}"#)
    }

    mutating func pack(_ author: String, _ offers: [RecordID]) throws -> RecordID {
        try expect(try packaging(author, offers))
        return try last
    }

    mutating func resolving(
        _ package: RecordID, _ how: String, remove: [RecordID] = [], add: [RecordID] = []
    ) throws -> Outcome {
        let reason = #""reason":{"attachment":"\#(String(repeating: "d", count: 64))"}"#
        func list(_ name: String, _ ids: [RecordID]) -> String {
            ids.isEmpty ? "" : #","\#(name)":[\#(ids.map { "\"\($0)\"" }.joined(separator: ","))]"#
        }
        return try act(
            "bkd", "package.decide", #"{"how":"\#(how)",\#(reason)\#(list("remove", remove))\#(list("add", add))}"#,
            on: package)
    }

    /// A chain of agreed offers: each person goes to the next agency's seat, which its own person leaves; the last seat is a
    /// free one, or that of the first person when it is a circle.
    mutating func chain(_ agencies: [String], isCircle: Bool = false, route: String? = nil) throws -> [RecordID] {
        let route = route ?? heard
        var cards: [RecordID] = []
        for (index, agency) in agencies.enumerated() {
            cards.append(try post(agency, person: 100 + index))
        }
        var offers: [RecordID] = []
        for index in agencies.indices {
            let next = (index + 1) % agencies.count
            let isFree = next == 0 && !isCircle
            let receiving = isFree ? "bkd" : agencies[next]
            let seat =
                isFree ? try open(receiving, route) : try open(receiving, route, freedBy: cards[next])
            offers.append(try agreed(agencies[index], cards[index], receiving, seat))
        }
        return offers
    }

    /// Documents about all of these offers up to the decree.
    mutating func decreed(together offers: [RecordID]) throws -> [RecordID] {
        try expect(try issuing(head, offers))
        try expect(try issuing(decree, offers))
        return try offers.map { try #require(try self.offer($0).decreed).transfer }
    }

    mutating func starting(_ transfer: RecordID, date: String = "2026-07-01") throws -> Outcome {
        try starting(try self.transfer(transfer).receiving.text, transfer, date: date)
    }
}
