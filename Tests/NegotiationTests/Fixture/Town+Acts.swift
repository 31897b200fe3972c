import Personnel
import StrictJSON
import Testing

@testable import Negotiation

extension Town {
    // MARK: Bodies

    static func hash(_ person: Int) -> String {
        let digits = String(person, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits + String(repeating: "a", count: 32)
    }

    static func cardBody(_ person: Int, levels: String = #"{"layanan":4,"izin":3}"#) -> String {
        #"{"person":"\#(hash(person))","card":{"service":{"employment":"PNS","grade":"III/a","post":"operator"},"competences":{"levels":\#(levels)}}}"#
    }

    static func vacancyBody(
        _ route: String, seats: Int = 1, need: Int = 9, mode: String = "first", until: String? = nil,
        levels: String = #"{"layanan":3,"izin":3}"#
    ) -> String {
        let until = until.map { #","openUntil":"\#($0)""# } ?? ""
        return
            #"{"vacancy":{"place":{"post":{"id":"p1","name":"Operator"},"unit":{"id":"u1","name":"Loket"}},"standard":{"levels":\#(levels)},"kind":{"route":"\#(route)"\#(until)},"seats":{"count":\#(seats)},"need":{"need":\#(need),"holders":3},"mode":{"mode":"\#(mode)"}}}"#
    }

    /// A home's rule sheet in which every rule passes but those named.
    static func sheet(failing: [RuleID] = [], leavingOut: [RuleID] = [], policy: Int = 1) -> String {
        let rules: [RuleID] = [.r1, .r2, .r5, .r12, .r21].filter { !leavingOut.contains($0) }
        let lines = rules.map { rule in
            let outcome = failing.contains(rule) ? "fail" : "pass"
            return
                #"{"rule":"\#(rule.rawValue)","outcome":"\#(outcome)","reason":"one-post","value":{},"source":"data","article":"Ps 1","policy":\#(policy)}"#
        }
        return "[" + lines.joined(separator: ",") + "]"
    }

    static func terms(_ route: String, start: String = "2026-07-01", back: String? = "2026-08-01", _ loan: String)
        -> String
    {
        let back = route.hasPrefix(loan) ? back.map { #","return":"\#($0)""# } ?? "" : ""
        return #"{"start":"\#(start)"\#(back)}"#
    }

    /// What the desk records for an agency from its letter.
    static func behalf(
        _ agency: String, _ kind: String, _ body: String, date: String = "2026-06-01", number: String = "800/5"
    ) -> String {
        let letter = #"{"number":"\#(number)","date":"\#(date)","signer":"Kepala Dinas","standing":"definitif"}"#
        return #"{"agency":"\#(agency)","letter":\#(letter),"operation":{"kind":"\#(kind)","body":\#(body)}}"#
    }

    // MARK: Acts that must succeed

    mutating func post(_ agency: String, person: Int, levels: String = #"{"layanan":4,"izin":3}"#) throws -> RecordID {
        try expect(try act(agency, "card.post", Self.cardBody(person, levels: levels)))
        let card = try last
        try expect(try act(agency, "card.open", "{}", on: card))
        return card
    }

    mutating func open(_ agency: String, _ route: String, seats: Int = 1) throws -> RecordID {
        try expect(try act(agency, "vacancy.open", Self.vacancyBody(route, seats: seats)))
        return try last
    }

    mutating func propose(_ agency: String, _ card: RecordID, _ vacancy: RecordID, start: String = "2026-07-01") throws
        -> RecordID
    {
        try expect(try proposing(agency, card, vacancy, start: start))
        return try last
    }

    mutating func proposing(_ agency: String, _ card: RecordID, _ vacancy: RecordID, start: String = "2026-07-01")
        throws
        -> Outcome
    {
        let terms = Self.terms(try self.vacancy(vacancy).route, start: start, loan)
        return try act(
            agency, "offer.propose",
            #"{"offer":{"card":"\#(card)","vacancy":"\#(vacancy)","terms":\#(terms),"sheet":\#(Self.sheet())}}"#)
    }

    mutating func ask(_ agency: String, _ card: RecordID, _ vacancy: RecordID) throws -> RecordID {
        let terms = Self.terms(try self.vacancy(vacancy).route, loan)
        try expect(
            try act(
                agency, "offer.ask", #"{"offer":{"card":"\#(card)","vacancy":"\#(vacancy)","terms":\#(terms)}}"#))
        return try last
    }

    mutating func agreeing(_ agency: String, _ offer: RecordID, terms: Int = 1) throws -> Outcome {
        let isHome = try self.offer(offer).home.text == agency
        let sheet = isHome ? #","sheet":\#(Self.sheet())"# : ""
        return try act(agency, "offer.agree", #"{"terms":\#(terms)\#(sheet)}"#, on: offer)
    }

    mutating func countering(_ agency: String, _ offer: RecordID, terms: Int = 1, start: String) throws -> Outcome {
        let current = try self.offer(offer)
        let now = Self.terms(current.route, start: start, back: "2026-12-01", loan)
        let sheet = current.home.text == agency ? #","sheet":\#(Self.sheet())"# : ""
        return try act(agency, "offer.counter", #"{"terms":\#(terms),"now":\#(now)\#(sheet)}"#, on: offer)
    }

    mutating func refusing(_ agency: String, _ offer: RecordID, terms: Int = 1) throws -> Outcome {
        try act(agency, "offer.refuse", #"{"terms":\#(terms)}"#, on: offer)
    }

    mutating func deciding(_ offer: RecordID, proceed: Bool, terms: Int = 1) throws -> Outcome {
        let reason = #"{"attachment":"\#(String(repeating: "e", count: 64))"}"#
        return try act(
            "bkd", "offer.decide", #"{"terms":\#(terms),"proceed":\#(proceed),"reason":\#(reason)}"#, on: offer)
    }

    mutating func issuing(
        _ type: String, _ offers: [RecordID], number: String? = nil, terms: Int = 1, result: String = "favourable",
        date: String = "2026-06-01", part: (number: Int, of: Int)? = nil
    ) throws -> Outcome {
        let lines = offers.map { #"{"offer":"\#($0)","terms":\#(terms),"result":"\#(result)"}"# }.joined(separator: ",")
        let number = number ?? "\(type)/\(position)"
        let part = part.map { #","part":{"number":\#($0.number),"of":\#($0.of)}"# } ?? ""
        return try act(
            "bkd", "document.issue",
            #"{"document":{"type":"\#(type)","number":"\#(number)","date":"\#(date)"\#(part),"signer":"Kepala BKD","standing":"definitif","lines":[\#(lines)]}}"#
        )
    }

    mutating func opening(_ card: RecordID, _ vacancy: RecordID, start: String = "2026-07-01") throws -> Outcome {
        let terms = Self.terms(try self.vacancy(vacancy).route, start: start, loan)
        return try act(
            "bkd", "offer.open", #"{"offer":{"card":"\#(card)","vacancy":"\#(vacancy)","terms":\#(terms)}}"#)
    }

    mutating func checking(_ agency: String, _ card: RecordID, _ route: String, failing: [RuleID] = []) throws
        -> Outcome
    {
        try act(
            agency, "card.check", #"{"route":"\#(route)","sheet":\#(Self.sheet(failing: failing))}"#, on: card)
    }

    mutating func person(_ author: String, _ offer: RecordID, _ says: String, terms: Int = 1) throws -> Outcome {
        try act(
            author, "offer.person",
            #"{"terms":\#(terms),"says":"\#(says)","letter":{"number":"S-1","date":"2026-06-01"}}"#, on: offer)
    }

    mutating func step(_ agency: String, _ kind: String, _ transfer: RecordID, date: String) throws -> Outcome {
        try act(agency, kind, #"{"date":"\#(date)"}"#, on: transfer)
    }

    mutating func starting(_ agency: String, _ transfer: RecordID, date: String) throws -> Outcome {
        try act(agency, "transfer.start", #"{"date":"\#(date)","number":"800/1"}"#, on: transfer)
    }

    mutating func day(_ to: String) throws {
        try expect(try act("bkd", "day.advance", #"{"to":"\#(to)"}"#, on: try region))
    }

    // MARK: Whole passages

    /// An offer that both sides agree to.
    mutating func agreed(_ home: String, _ card: RecordID, _ receiving: String, _ vacancy: RecordID) throws -> RecordID
    {
        let offer = try propose(home, card, vacancy)
        try expect(try agreeing(receiving, offer))
        return offer
    }

    /// The transfer of an agreed offer, decreed.
    mutating func decreed(_ offer: RecordID) throws -> RecordID {
        let isLoan = try self.offer(offer).route == loan
        if !isLoan {
            try expect(try issuing(board, [offer]))
        }
        try expect(try issuing(head, [offer]))
        try expect(try issuing(isLoan ? letter : decree, [offer]))
        return try #require(try self.offer(offer).decreed).transfer
    }

    /// Takes the steps and starts on 1 July.
    mutating func started(_ transfer: RecordID) throws {
        if try Region(try record(region)).day.iso < "2026-07-01" {
            try day("2026-07-01")
        }
        let current = try self.transfer(transfer)
        for step in current.openSteps {
            try expect(
                try self.step(
                    current.agency(step.owner, desk: try #require(AgencyCode("bkd"))).text, "transfer." + step.step,
                    transfer, date: "2026-06-20"))
        }
        try expect(try starting(current.receiving.text, transfer, date: "2026-07-01"))
    }

    func expect(_ outcome: Outcome, _ kind: Outcome.Kind = .accepted, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        try #require(
            outcome.kind == kind, "\(String(decoding: outcome.json.encoded, as: UTF8.self))",
            sourceLocation: sourceLocation)
    }
}
