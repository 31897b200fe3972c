import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// What an opinion answers, what whoever decides declares, the calendar of the head, and home's second check.
@Suite struct DecreeRulesTests {
    /// A head in two standings and an election; a route whose decree asks for all of it.
    private static func policy(sheetDays: Int? = nil, remarks: String = "[]", steps: String = "[]") -> String {
        let days = sheetDays.map { #","sheetDays":\#($0)"# } ?? ""
        return """
            {"version":1,"from":"2026-01-01",
            "thresholds":{"termInPostMonths":24,"rotationDueMonths":60,"appraisalYears":2,"appraisalReadyMonth":3,
            "competenceOptimalPercent":80,"competenceNearPercent":68,"yearsLeftToRetirement":2,"trainingHoursPerYear":20,
            "effectiveMinutesPerYear":75000,"fitExperienceFullMonths":60,"fitOtherFieldPermille":500},
            "weights":{"competence":40,"education":20,"appraisals":20,"experience":20},
            "head":{"tenures":[{"name":"A","standing":"definitif","from":"2021-01-01","until":"2026-06-30"},
            {"name":"B","standing":"pj","from":"2026-07-01"}],
            "elections":[{"candidatesSet":"2027-03-01","termEnd":"2027-06-30"}]},
            "routes":[{"code":"layanan","home":"heard","receiving":"required",
            "opinions":[{"code":"dewan","answers":["R18"]},{"code":"pusat","answers":["R17"],"required":false},
            {"code":"kepala","answers":["R22"]}],
            "document":{"code":"sk"},"assignment":"definitive","modes":["first"],
            "rules":["R1","R5","R16","R17","R18","R22"],"remarks":\(remarks),"steps":\(steps),
            "stanceDays":14,"outerDays":30,"holdDays":60\(days)}]}
            """
    }

    private static func line(_ rule: String, _ outcome: String) -> String {
        #"{"rule":"\#(rule)","outcome":"\#(outcome)","reason":"one-post","value":{},"source":"d","article":"Ps 1","policy":1}"#
    }

    private static func sheet(_ first: String = "pass") -> String {
        "[\(line("R1", first)),\(line("R5", "pass"))]"
    }

    /// A region in which one offer holds its seat.
    private func held(
        sheetDays: Int? = nil, remarks: String = "[]", post: String = #","kind":"structural""#,
        start: String = "2026-08-01", steps: String = "[]", first: String = "pass"
    ) throws -> (Town, RecordID) {
        var town = try Town(policy: Self.policy(sheetDays: sheetDays, remarks: remarks, steps: steps))
        let vacancy = Town.vacancyBody("layanan").replacing(#""name":"Operator""#, with: #""name":"Operator"\#(post)"#)
        try town.expect(try town.act("perizinan", "vacancy.open", vacancy))
        let seat = try town.last
        let card = try town.post("dukcapil", person: 1)
        try town.expect(
            try town.act(
                "dukcapil", "offer.propose",
                #"{"offer":{"card":"\#(card)","vacancy":"\#(seat)","terms":{"start":"\#(start)"},"sheet":\#(Self.sheet(first))}}"#
            ))
        let offer = try town.last
        try town.expect(try town.agreeing("perizinan", offer))
        return (town, offer)
    }

    private func issue(
        _ town: inout Town, _ type: String, _ offer: RecordID, date: String = "2026-06-01", conflict: Bool? = nil,
        permit: String? = nil, result: String = "favourable"
    ) throws -> Outcome {
        let declared = conflict.map { #","conflict":\#($0)"# } ?? ""
        let permit = permit.map { #""permit":{"number":"\#($0)","date":"2026-05-01"},"# } ?? ""
        return try town.act(
            "bkd", "document.issue",
            #"{"document":{"type":"\#(type)","number":"\#(type)/\#(town.position)","date":"\#(date)","signer":"K","standing":"definitif",\#(permit)"lines":[{"offer":"\#(offer)","terms":1,"result":"\#(result)"\#(declared)}]}}"#
        )
    }

    private func finding(_ town: Town, _ offer: RecordID, _ rule: RuleID) throws -> RuleResult? {
        let transfer = try town.transfer(try #require(try town.offer(offer).decreed).transfer)
        return transfer.computed.last { $0.rule == rule }
    }

    @Test(arguments: [("needs-human", ["licence"]), ("pass", []), ("not-applicable", [])])
    func aStepForARuleIsTakenWhereItsFindingIsOpen(found: String, gates: [String]) throws {
        var (town, offer) = try held(
            steps: #"[{"step":"licence","owner":"receiving","when":"R1"}]"#, first: found)
        for type in ["dewan", "kepala", "sk"] {
            try town.expect(try issue(&town, type, offer, conflict: false))
        }
        let transfer = try town.transfer(try #require(try town.offer(offer).decreed).transfer)
        #expect(transfer.openGates == gates)
        #expect(transfer.steps.map(\.step) == gates)
    }

    @Test func whatHomeNeverCheckedStandsInTheDecreeAsNeedingAPerson() throws {
        var town = try Town(policy: Self.policy())
        let body = Town.vacancyBody("layanan").replacing(
            #""name":"Operator""#, with: #""name":"Operator","kind":"pelaksana""#)
        try town.expect(try town.act("perizinan", "vacancy.open", body))
        let seat = try town.last
        let offer = try town.ask("perizinan", try town.post("dukcapil", person: 1), seat)
        try town.expect(try town.refusing("dukcapil", offer))
        let reason = String(repeating: "a", count: 64)
        try town.expect(
            try town.act(
                "bkd", "offer.decide", #"{"terms":1,"proceed":true,"reason":{"attachment":"\#(reason)"}}"#, on: offer))
        for type in ["dewan", "kepala", "sk"] {
            try town.expect(try issue(&town, type, offer, conflict: false))
        }
        for rule in [RuleID.r1, .r5] {
            let found = try finding(town, offer, rule)
            #expect(found?.outcome == .needsHuman)
            #expect(found?.reason == .notCheckedHere)
        }
    }

    @Test func whatIsNotRequiredIsNotWaitedForAndAnswersItsRule() throws {
        var (town, offer) = try held()
        try town.expect(try issue(&town, "dewan", offer))
        try town.expect(try issue(&town, "kepala", offer, conflict: false))
        #expect(try town.label(offer) == .approved)
        try town.expect(try issue(&town, "sk", offer))
        #expect(try finding(town, offer, .r16)?.reason == .outsideElection)
        #expect(try finding(town, offer, .r17)?.reason == .headDefinitive)
        #expect(try finding(town, offer, .r18)?.reason == .opinionRecorded)
        #expect(try finding(town, offer, .r22)?.reason == .noConflictDeclared)
    }

    @Test func aDecreeUnderAHeadWhoIsNotDefinitiveWaitsForTheConsideration() throws {
        var (town, offer) = try held()
        try town.expect(try issue(&town, "dewan", offer))
        try town.expect(try issue(&town, "kepala", offer, conflict: false))
        let refused = try issue(&town, "sk", offer, date: "2026-07-01")
        #expect(refused.code == .incomplete)
        #expect(refused.said.contains("head-not-definitive"))
        #expect(refused.said.contains("Perpres 116/2022"))
        // It comes after the approval, which stands: nothing was asked of it.
        try town.expect(try issue(&town, "pusat", offer))
        try town.expect(try issue(&town, "sk", offer, date: "2026-07-01"))
        #expect(try finding(town, offer, .r17)?.reason == .considerationRecorded)
    }

    @Test func whoHasAConflictDoesNotApproveAndSilenceNeedsAPerson() throws {
        var (town, offer) = try held()
        try town.expect(try issue(&town, "dewan", offer))
        let refused = try issue(&town, "kepala", offer, conflict: true)
        #expect(refused.said.contains("conflict-declared"))
        #expect(try town.label(offer) == .held)
        var other = town
        // Striking a line needs no declaration.
        try other.expect(try issue(&other, "kepala", offer, conflict: true, result: "struck"))
        #expect(try other.label(offer) == .closed)
        try town.expect(try issue(&town, "kepala", offer))
        try town.expect(try issue(&town, "sk", offer))
        #expect(try finding(town, offer, .r22)?.outcome == .needsHuman)
    }

    @Test(
        arguments: [
            (#","kind":"structural""#, "2026-08-31", nil, true, RuleReason.outsideElection),
            (#","kind":"structural""#, "2026-09-01", nil, false, .electionBan),
            (#","kind":"structural""#, "2026-09-01", "100.2/1", true, .ministerPermits),
            (#","kind":"pelaksana""#, "2026-09-01", nil, true, .notAnOfficial),
            (#","kind":"functional","headsUnit":true"#, "2026-09-01", nil, false, .electionBan),
            (#","kind":"functional","headsUnit":false"#, "2026-09-01", nil, true, .notAnOfficial),
            ("", "2026-09-01", nil, true, .postKindUnknown),
        ] as [(String, String, String?, Bool, RuleReason)])
    func officialsAreNotReplacedAroundAnElection(
        post: String, start: String, permit: String?, isDecreed: Bool, reason: RuleReason
    ) throws {
        // Candidates are set on 2027-03-01: the ban begins six months before.
        var (town, offer) = try held(post: post, start: start)
        try town.expect(try issue(&town, "dewan", offer))
        try town.expect(try issue(&town, "kepala", offer, conflict: false))
        let outcome = try issue(&town, "sk", offer, permit: permit)
        #expect((outcome.kind == .accepted) == isDecreed)
        if isDecreed {
            #expect(try finding(town, offer, .r16)?.reason == reason)
        } else {
            #expect(outcome.said.contains(reason.rawValue))
            #expect(outcome.said.contains("UU 10/2016 Ps 71(2), 162(3)"))
        }
    }

    @Test func aFailOfARemarkStopsNothing() throws {
        var (town, offer) = try held(remarks: #"["R16"]"#, start: "2026-09-01")
        try town.expect(try issue(&town, "dewan", offer))
        try town.expect(try issue(&town, "kepala", offer, conflict: false))
        try town.expect(try issue(&town, "sk", offer))
        #expect(try finding(town, offer, .r16)?.reason == .electionBan)
    }

    @Test func theDecreeWaitsForChecksThatAreNotTooOld() throws {
        var (town, offer) = try held(sheetDays: 10)
        try town.expect(try issue(&town, "dewan", offer))
        try town.expect(try issue(&town, "kepala", offer, conflict: false))
        try town.day("2026-06-11")
        var fresh = town
        try fresh.expect(try issue(&fresh, "sk", offer))
        try town.day("2026-06-12")
        #expect(try issue(&town, "sk", offer).said.contains(#""missing":["sheet"]"#))
        try town.expect(try town.act("dukcapil", "offer.check", #"{"terms":1,"sheet":\#(Self.sheet())}"#, on: offer))
        #expect(try town.label(offer) == .approved)
        try town.expect(try issue(&town, "sk", offer))
    }

    @Test func whatASecondCheckFindsIsKeptAndStopsTheDecree() throws {
        var (town, offer) = try held()
        try town.expect(try issue(&town, "dewan", offer))
        try town.expect(try issue(&town, "kepala", offer, conflict: false))
        try town.expect(
            try town.act("dukcapil", "offer.check", #"{"terms":1,"sheet":\#(Self.sheet("fail"))}"#, on: offer))
        let refused = try issue(&town, "sk", offer)
        #expect(refused.said.contains(#""rule":"R1","outcome":"fail""#))
        #expect(try town.label(offer) == .approved)
        try town.expect(try issue(&town, "sk", offer, result: "struck"))
        #expect(try town.label(offer) == .closed)
    }

    @Test func aReasonThatIsNotKnownYetIsKeptAsItCame() throws {
        var (town, offer) = try held()
        let sheet = Self.sheet().replacing("one-post", with: "reason-of-2030")
        try town.expect(try town.act("dukcapil", "offer.check", #"{"terms":1,"sheet":\#(sheet)}"#, on: offer))
        let kept = try #require(try town.offer(offer).sheet)
        #expect(String(decoding: kept, as: UTF8.self).contains("reason-of-2030"))
        #expect(RuleResult.sheet(kept).map(\.reason) == [.ofLaterVersion, .ofLaterVersion])
    }

    @Test func onlyHomesRegistryChecks() throws {
        var (town, offer) = try held()
        let body = #"{"terms":1,"sheet":\#(Self.sheet())}"#
        #expect(try town.act("perizinan", "offer.check", body, on: offer).said.contains("dukcapil"))
        #expect(try town.act("dukcapil/second", "offer.check", body, on: offer).code == .notAllowed)
        #expect(try town.act("pasar", "offer.check", body, on: offer).code == .notFound)
        #expect(
            try town.act("dukcapil", "offer.check", #"{"terms":2,"sheet":\#(Self.sheet())}"#, on: offer).code
                == .staleTerms)
        #expect(
            try town.act("dukcapil", "offer.check", #"{"terms":1,"sheet":[\#(Self.line("R1", "pass"))]}"#, on: offer)
                .code
                == .incomplete)
    }
}
