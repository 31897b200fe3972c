import Personnel
import Testing

struct PersonRuleTests {
    private let policy = PersonnelPolicy.standard

    private func subject(
        start: String = "2026-02-01", _ change: (inout CivilServant) throws -> Void = { _ in }
    ) throws -> RuleSubject {
        var person = try Fixtures.servant()
        try change(&person)
        return RuleSubject(person: person, today: try day("2026-01-05"), start: try day(start))
    }

    private func context(secondmentUntil: String? = nil, isSecondment: Bool = false, same: Bool = true) throws
        -> MoveContext
    {
        MoveContext(
            rules: Set(RuleID.allCases), requirement: try Fixtures.requirement(),
            isSecondment: isSecondment || secondmentUntil != nil, secondmentEnd: try secondmentUntil.map(day),
            sameInstansi: same)
    }

    // R1

    @Test(arguments: [
        (EmploymentKind.pns, true, RuleOutcome.pass, RuleReason.permanentServant),
        (.pns, false, .pass, .permanentServant), (.cpns, true, .fail, .probationer),
        (.pppk, false, .fail, .contractOutsideInstansi), (.pppkPartTime, false, .fail, .contractOutsideInstansi),
        (.pppk, true, .needsHuman, .contractInsideInstansi),
        (.pppkPartTime, true, .needsHuman, .contractInsideInstansi),
    ])
    func employmentDecidesWhoMayMove(kind: EmploymentKind, same: Bool, outcome: RuleOutcome, reason: RuleReason) throws
    {
        let found = Rules.employment(try subject { $0.employment = kind }, try context(same: same), policy)
        #expect(found.outcome == outcome)
        #expect(found.reason == reason)
    }

    @Test(arguments: [
        ("2026-12-30", RuleOutcome.pass), ("2026-12-31", .pass), ("2027-01-01", .fail),
    ])
    func secondmentEndsWithTheContract(end: String, outcome: RuleOutcome) throws {
        let contract = try subject {
            $0.employment = .pppk
            $0.contractEnd = try day("2026-12-31")
        }
        #expect(Rules.employment(contract, try context(secondmentUntil: end), policy).outcome == outcome)
    }

    @Test func secondmentOfAContractWithoutDatesNeedsAPerson() throws {
        let noEnd = Rules.employment(
            try subject { $0.employment = .pppk }, try context(secondmentUntil: "2026-06-30"), policy)
        #expect(noEnd.outcome == .needsHuman)
        #expect(noEnd.reason == .contractEndUnknown)
        let contract = try subject {
            $0.employment = .pppk
            $0.contractEnd = try day("2026-12-31")
        }
        let open = Rules.employment(contract, try context(isSecondment: true), policy)
        #expect(open.outcome == .needsHuman)
        #expect(open.reason == .secondmentEndUnknown)
    }

    // R2: in the post since 2022-01-01; 24 months end on 2024-01-01, 60 on 2027-01-01.

    @Test(arguments: [
        ("2023-12-31", RuleOutcome.fail, RuleReason.termNotServed), ("2024-01-01", .pass, .termServed),
        ("2024-01-02", .pass, .termServed), ("2026-12-31", .pass, .termServed), ("2027-01-01", .pass, .termServed),
        ("2027-01-02", .pass, .dueForRotation),
    ])
    func termIsServedOnItsDay(start: String, outcome: RuleOutcome, reason: RuleReason) throws {
        let found = Rules.term(try subject(start: start), try context(), policy)
        #expect(found.outcome == outcome)
        #expect(found.reason == reason)
        #expect(found.value.first == RuleValue("in-post-since", "2022-01-01"))
    }

    @Test func termIsNotAskedOfASecondmentAndNotGuessed() throws {
        #expect(Rules.term(try subject(), try context(isSecondment: true), policy).outcome == .notApplicable)
        let unknown = Rules.term(try subject { $0.assignments = [] }, try context(), policy)
        #expect(unknown.outcome == .needsHuman)
        #expect(unknown.reason == .termUnknown)
    }

    // R5

    @Test(arguments: [
        ([(2025, SKPRating.baik), (2024, .baik)], RuleOutcome.pass, RuleReason.appraisalsGood),
        ([(2025, .sangatBaik), (2024, .baik), (2023, .kurang)], .pass, .appraisalsGood),
        ([(2025, .butuhPerbaikan), (2024, .baik)], .fail, .appraisalBelowBaik),
        ([(2025, .baik), (2024, .kurang)], .fail, .appraisalBelowBaik),
        ([(2025, .sangatKurang)], .fail, .appraisalBelowBaik),
        ([(2025, .baik), (2025, .kurang), (2024, .baik)], .fail, .appraisalBelowBaik),
        ([(2025, .baik)], .needsHuman, .appraisalMissing),
        ([(2024, .baik), (2023, .baik)], .needsHuman, .appraisalMissing),
        ([], .needsHuman, .appraisalMissing),
    ])
    func lastTwoYearsMustBeGood(
        years: [(Int, SKPRating)], outcome: RuleOutcome, reason: RuleReason
    ) throws {
        let appraisals = years.map { Appraisal(year: $0.0, rating: $0.1) }
        let found = Rules.appraisals(appraisals, on: try day("2026-03-01"), policy)
        #expect(found.outcome == outcome)
        #expect(found.reason == reason)
        #expect(found.source == "rw_skp22 2025, 2024")
    }

    @Test func earlyInTheYearTheYearBeforeStandsIn() throws {
        let appraisals = [2024, 2023].map { Appraisal(year: $0, rating: .baik) }
        let early = Rules.appraisals(appraisals, on: try day("2026-02-28"), policy)
        #expect(early.outcome == .pass)
        #expect(early.source == "rw_skp22 2024, 2023")
        let rated = appraisals + [Appraisal(year: 2025, rating: .kurang)]
        #expect(Rules.appraisals(rated, on: try day("2026-02-28"), policy).outcome == .fail)
        #expect(Rules.appraisals(nil, on: try day("2026-02-28"), policy).outcome == .needsHuman)
    }

    @Test func policyWithoutYearsIsNoPass() throws {
        var policy = policy
        policy.appraisalYears = 0
        let found = Rules.appraisals([Appraisal(year: 2025, rating: .baik)], on: try day("2026-03-01"), policy)
        #expect(found.outcome == .needsHuman)
    }

    // R6

    @Test(arguments: [
        ("2026-01-04", RuleOutcome.pass, RuleReason.noSanction), ("2026-01-05", .fail, .sanctionRunning),
        ("2026-01-06", .fail, .sanctionRunning),
    ])
    func sanctionRunsToItsLastDay(until: String, outcome: RuleOutcome, reason: RuleReason) throws {
        let sanction = Sanction(
            kind: "Pemotongan tunjangan", level: .medium, from: try day("2025-07-01"), until: try day(until))
        let found = Rules.discipline(DisciplineRecord(sanctions: [sanction]), on: try day("2026-01-05"), policy)
        #expect(found.outcome == outcome)
        #expect(found.reason == reason)
    }

    @Test func openCaseAndComingSanctionFail() throws {
        let today = try day("2026-01-05")
        let open = Rules.discipline(DisciplineRecord(sanctions: [], hasOpenCase: true), on: today, policy)
        #expect(open.outcome == .fail)
        let coming = Sanction(kind: "Penundaan", level: .heavy, from: try day("2026-01-06"), until: nil)
        let found = Rules.discipline(DisciplineRecord(sanctions: [coming]), on: today, policy)
        #expect(found.outcome == .fail)
        #expect(found.reason == .caseOpen)
    }

    @Test func sanctionWithoutEndOrRecordNeedsAPerson() throws {
        let today = try day("2026-01-05")
        let endless = Sanction(kind: "Teguran", level: .light, from: today, until: nil)
        let found = Rules.discipline(DisciplineRecord(sanctions: [endless]), on: today, policy)
        #expect(found.outcome == .needsHuman)
        #expect(found.reason == .sanctionEndUnknown)
        #expect(Rules.discipline(nil, on: today, policy).reason == .disciplineUnknown)
        #expect(Rules.discipline(nil, on: today, policy).outcome == .needsHuman)
    }

    // R8

    @Test(
        arguments: [
            ("2026-01-31", RuleOutcome.pass), ("2026-02-01", .fail), ("2026-02-02", .fail), (nil, .fail),
        ] as [(String?, RuleOutcome)])
    func leaveLastsToItsLastDay(until: String?, outcome: RuleOutcome) throws {
        let span = try #require(DatedSpan(from: day("2025-01-01"), until: try until.map(day)))
        let found = Rules.leave([Leave(kind: .studyAssignment, span: span)], on: try day("2026-02-01"), policy)
        #expect(found.outcome == outcome)
        #expect(found.reason == (outcome == .fail ? .onStudyAssignment : .noStudyOrLeave))
    }

    @Test(arguments: zip(Leave.Kind.allCases, [RuleReason.onStudyAssignment, .underServiceBond, .onLeaveOutsideState]))
    func kindOfLeaveIsNamed(kind: Leave.Kind, reason: RuleReason) throws {
        let span = try #require(DatedSpan(from: day("2025-01-01"), until: nil))
        #expect(Rules.leave([Leave(kind: kind, span: span)], on: try day("2026-02-01"), policy).reason == reason)
        #expect(Rules.leave(nil, on: try day("2026-02-01"), policy).outcome == .needsHuman)
    }

    // R21

    @Test func secondDefinitivePostFails() throws {
        let found = Rules.assignments(
            try subject { $0.assignments.append(try Fixtures.assignment(post: "P-2", from: "2026-02-01")) },
            try context(), policy)
        #expect(found.reason == .twoDefinitivePosts)
        #expect(found.blocks)
    }

    @Test(arguments: [("2026-01-31", RuleOutcome.pass), ("2026-02-01", .fail)])
    func secondSecondmentWaitsForTheFirstToEnd(until: String, outcome: RuleOutcome) throws {
        let person = try subject {
            $0.assignments.append(
                try Fixtures.assignment(post: "P-2", from: "2025-06-01", until: until, kind: .secondment))
        }
        #expect(Rules.assignments(person, try context(isSecondment: true), policy).outcome == outcome)
        #expect(Rules.assignments(person, try context(), policy).outcome == .pass)
    }

    /// A part of the time is a second duty beside the own post, never a third beside another part.
    @Test func aPartTimeSecondmentIsASecondDutyLikeAnyOther() throws {
        var part = try context(isSecondment: true)
        part.partTime = 40
        let alone = Rules.assignments(try subject(), part, policy)
        #expect(alone.outcome == .pass)
        #expect(alone.value.first { $0.name == "part-time" }?.text == "40")
        let lent = try subject {
            $0.assignments.append(
                try Fixtures.assignment(post: "P-2", from: "2025-06-01", until: "2026-12-31", kind: .secondment))
        }
        #expect(Rules.assignments(lent, part, policy).reason == .secondDutyRunning)
    }

    @Test func personWithoutAKnownPostNeedsAPerson() throws {
        let found = Rules.assignments(try subject { $0.assignments = [] }, try context(), policy)
        #expect(found.outcome == .needsHuman)
    }

    // R26

    private func certificates(_ held: [Certificate]?, place: String? = "Puskesmas Ngaliyan") throws -> RuleResult {
        Rules.certificates(held, required: ["sip-perawat"], place: place, on: try day("2026-02-01"), policy)
    }

    private func licence(place: String? = nil, until: String? = nil, kind: String = "sip-perawat") throws -> Certificate
    {
        Certificate(kind: kind, number: "1", issuer: "Dinas", place: place, validUntil: try until.map(day))
    }

    @Test(
        arguments: [
            ("2026-01-31", RuleOutcome.fail, RuleReason.certificateExpired), ("2026-02-01", .pass, .certificatesValid),
            ("2026-02-02", .pass, .certificatesValid), (nil, .pass, .certificatesValid),
        ] as [(String?, RuleOutcome, RuleReason)])
    func certificateCountsToItsLastDay(until: String?, outcome: RuleOutcome, reason: RuleReason) throws {
        let found = try certificates([licence(until: until)])
        #expect(found.outcome == outcome)
        #expect(found.reason == reason)
    }

    @Test func certificateMissingFailsAndUnknownDoesNot() throws {
        #expect(try certificates([]).reason == .certificateMissing)
        #expect(try certificates([licence(kind: "str")]).outcome == .fail)
        #expect(try certificates(nil).outcome == .needsHuman)
        let none = Rules.certificates(nil, required: [], place: nil, on: try day("2026-02-01"), policy)
        #expect(none.outcome == .notApplicable)
    }

    @Test func licenceForAnotherPlaceNeedsAPerson() throws {
        #expect(try certificates([licence(place: "Puskesmas Gayamsari")]).reason == .certificateForOtherPlace)
        #expect(try certificates([licence(place: "Puskesmas Ngaliyan")]).outcome == .pass)
        #expect(try certificates([licence(place: "Puskesmas Ngaliyan")], place: nil).outcome == .needsHuman)
        let both = try [licence(place: "Puskesmas Gayamsari"), licence(place: "puskesmas ngaliyan")]
        #expect(try certificates(both).outcome == .pass)
    }
}
