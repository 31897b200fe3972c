import Personnel
import Testing

/// R16, R17 and R22, each at its edges.
struct RegionRuleTests {
    private let policy = PersonnelPolicy.standard
    private let head: HeadOfRegion

    init() throws {
        head = HeadOfRegion(
            tenures: [
                HeadOfRegion.Tenure(
                    name: "Contoh Satu", standing: .definitive,
                    span: try #require(DatedSpan(from: day("2021-02-26"), until: day("2025-02-19")))),
                HeadOfRegion.Tenure(
                    name: "Contoh Dua", standing: .definitive,
                    span: try #require(DatedSpan(from: day("2025-02-20"), until: nil))),
                HeadOfRegion.Tenure(
                    name: "Contoh Tiga", standing: .acting,
                    span: try #require(DatedSpan(from: day("2025-06-01"), until: day("2025-06-30")))),
            ],
            elections: [
                HeadOfRegion.Election(
                    candidatesSet: try day("2024-09-22"), termEnd: try day("2025-02-19"),
                    inauguration: try day("2025-02-20"))
            ])
    }

    // R16

    @Test(arguments: [
        ("2024-03-21", RuleReason.outsideElection), ("2024-03-22", .electionBan), ("2025-02-19", .electionBan),
        ("2025-02-20", .electionBan), ("2025-08-19", .electionBan), ("2025-08-20", .outsideElection),
    ])
    func officialsStayAroundAnElection(date: String, reason: RuleReason) throws {
        let date = try day(date)
        let far = try day("2026-05-01")
        for days in [[date, far], [far, date]] {
            #expect(Rules.electionBan(isOfficial: true, on: days, head: head, permit: nil, policy).reason == reason)
        }
        let permitted = Rules.electionBan(isOfficial: true, on: [date], head: head, permit: "100/1", policy)
        #expect(permitted.outcome == .pass)
        #expect((permitted.reason == .ministerPermits) == (reason == .electionBan))
        #expect(
            Rules.electionBan(isOfficial: false, on: [date], head: head, permit: nil, policy).outcome == .notApplicable)
    }

    @Test func theBanNeedsToKnowThePostAndTheCalendar() throws {
        let date = try day("2025-01-01")
        #expect(Rules.electionBan(isOfficial: nil, on: [date], head: head, permit: nil, policy).outcome == .needsHuman)
        for head in [nil, HeadOfRegion(tenures: [], elections: [])] {
            #expect(
                Rules.electionBan(isOfficial: true, on: [date], head: head, permit: nil, policy).reason
                    == .electionUnknown)
        }
    }

    @Test(
        arguments: [
            (PostKind.structural, nil, true), (.functional, true, true), (.functional, false, false),
            (.functional, nil, nil),
            (.pelaksana, true, false),
        ] as [(PostKind, Bool?, Bool?)])
    func officialsAreStructuralOrHeadAUnit(kind: PostKind, headsUnit: Bool?, isOfficial: Bool?) {
        #expect(kind.isOfficial(headsUnit: headsUnit) == isOfficial)
    }

    // R17

    @Test(arguments: [
        ("2025-02-19", false, RuleReason.headDefinitive), ("2025-05-31", false, .headDefinitive),
        ("2025-06-01", false, .headNotDefinitive), ("2025-06-01", true, .considerationRecorded),
        ("2025-06-30", false, .headNotDefinitive), ("2025-07-01", false, .headDefinitive),
        ("2021-02-25", false, .headUnknown), ("2021-02-25", true, .considerationRecorded),
    ])
    func theHeadIsDefinitiveOrBKNWasAsked(date: String, hasConsideration: Bool, reason: RuleReason) throws {
        let found = Rules.standing(of: head, on: try day(date), hasConsideration: hasConsideration, policy)
        #expect(found.reason == reason)
        #expect(found.blocks == (reason == .headNotDefinitive))
    }

    // R22

    @Test(arguments: [(nil, RuleOutcome.needsHuman), (false, .pass), (true, .fail)] as [(Bool?, RuleOutcome)])
    func conflictsOfInterestAreDeclared(declared: Bool?, outcome: RuleOutcome) {
        #expect(Rules.conflictOfInterest(hasConflict: declared, policy).outcome == outcome)
    }
}
