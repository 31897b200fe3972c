import Personnel
import Testing

/// R1 by contract, R4, R7, R9, R15, R20, R23 and R25, each at its edges.
struct ServiceRuleTests {
    private let policy: PersonnelPolicy

    init() {
        var policy = PersonnelPolicy.standard
        policy.rules = RuleSettings(
            sanctionYears: 2, clearance: "bebas-temuan", ownRequestYears: 10, floorPercent: 80, actingMonths: 6)
        self.policy = policy
    }

    private func subject(
        start: String = "2026-02-01", left: LeftPost? = nil, _ change: (inout CivilServant) throws -> Void = { _ in }
    ) throws -> RuleSubject {
        var person = try Fixtures.servant()
        try change(&person)
        return RuleSubject(person: person, today: try day("2026-01-05"), start: try day(start), left: left)
    }

    private func context(
        acting: String? = nil, secondment: Bool = false, partTime: Int? = nil, same: Bool = true,
        _ change: (inout PostRequirement) -> Void = { _ in }
    ) throws -> MoveContext {
        var requirement = try Fixtures.requirement()
        requirement.hasWorkloadAnalysis = true
        change(&requirement)
        return MoveContext(
            rules: Set(RuleID.allCases), requirement: requirement, isSecondment: secondment, isActing: acting != nil,
            secondmentEnd: try acting.map(day), partTime: partTime, sameInstansi: same)
    }

    // R1

    @Test(
        arguments: [
            (nil, RuleOutcome.needsHuman, RuleReason.contractInsideInstansi), (true, .pass, .contractMayMove),
            (false, .fail, .contractMayNotMove),
        ] as [(Bool?, RuleOutcome, RuleReason)])
    func thePolicySaysWhetherContractsMove(moves: Bool?, outcome: RuleOutcome, reason: RuleReason) throws {
        var policy = policy
        policy.rules.movesContracts = moves
        let found = Rules.employment(try subject { $0.employment = .pppk }, try context(), policy)
        #expect(found.outcome == outcome)
        #expect(found.reason == reason)
        let outside = Rules.employment(try subject { $0.employment = .pppk }, try context(same: false), policy)
        #expect(outside.reason == .contractOutsideInstansi)
    }

    // R4

    @Test(
        arguments: [
            (true, true, true, RuleReason.analysesExist, nil), (false, true, true, .analysisMissing, "old-post-anjab"),
            (true, false, nil, .analysisMissing, "old-post-abk"), (nil, true, true, .analysisUnknown, "old-post-anjab"),
            (true, true, false, .analysisMissing, "new-post-abk"), (true, true, nil, .analysisUnknown, "new-post-abk"),
        ] as [(Bool?, Bool?, Bool?, RuleReason, String?)])
    func bothPostsAreAnalysed(standard: Bool?, workload: Bool?, new: Bool?, reason: RuleReason, part: String?) throws {
        let left = LeftPost(
            hasStandard: standard, hasWorkloadAnalysis: workload, post: Staffing(holders: 2, need: nil),
            unit: Staffing(holders: 2, need: nil))
        let found = Rules.analyses(
            try subject(left: left), try context { $0.hasWorkloadAnalysis = new }, policy)
        #expect(found.reason == reason)
        #expect(found.value.first?.text == part)
    }

    @Test func aPostThatIsNotKnownNeedsAPerson() throws {
        #expect(Rules.analyses(try subject(), try context(), policy).outcome == .needsHuman)
        let bare = try context { requirement in
            requirement.competences = [:]
            requirement.grades = nil
        }
        #expect(Rules.analyses(try subject(), bare, policy).reason == .analysisMissing)
    }

    // R7: today is 2026-01-05.

    @Test(arguments: [
        (Sanction.Level.medium, "2024-01-05", RuleReason.noSanctionRecent),
        (.medium, "2024-01-06", .sanctionRecent), (.heavy, "2024-01-06", .sanctionRecent),
        (.light, "2025-12-31", .noSanctionRecent),
    ])
    func graveSanctionsCountForTwoYears(level: Sanction.Level, until: String, reason: RuleReason) throws {
        let found = Rules.pastSanctions(
            try subject { person in
                person.discipline = DisciplineRecord(sanctions: [
                    Sanction(kind: "x", level: level, from: try day("2023-01-01"), until: try day(until))
                ])
            }, policy)
        #expect(found.reason == reason)
    }

    @Test func sanctionsWithoutDataNeedAPerson() throws {
        let endless = try subject { person in
            person.discipline = DisciplineRecord(sanctions: [
                Sanction(kind: "x", level: .heavy, from: try day("2020-01-01"), until: nil)
            ])
        }
        #expect(Rules.pastSanctions(endless, policy).reason == .sanctionEndUnknown)
        #expect(Rules.pastSanctions(try subject { $0.discipline = nil }, policy).reason == .disciplineUnknown)
        #expect(Rules.pastSanctions(try subject(), .standard).reason == .notSetByPolicy)
        #expect(Rules.pastSanctions(try subject(), policy).outcome == .pass)
    }

    // R9

    @Test(
        arguments: [
            ("2026-02-01", RuleReason.clearanceValid), ("2026-01-31", .clearanceExpired), (nil, .clearanceValid),
        ] as [(String?, RuleReason)])
    func clearanceIsValidAtTheStart(until: String?, reason: RuleReason) throws {
        let clearances = [
            Certificate(kind: "bebas-temuan", number: "1", issuer: "Inspektorat", validUntil: try day("2020-01-01")),
            Certificate(kind: "Bebas Temuan", number: "2", issuer: "Inspektorat", validUntil: try until.map(day)),
        ]
        let found = Rules.clearance(try subject { $0.certificates = clearances }, policy)
        #expect(found.reason == reason)
        #expect(found.value.first == RuleValue("number", "2"))
    }

    @Test func clearanceNeedsDataAndAPolicy() throws {
        #expect(Rules.clearance(try subject(), policy).reason == .clearanceMissing)
        #expect(Rules.clearance(try subject { $0.certificates = nil }, policy).outcome == .needsHuman)
        #expect(Rules.clearance(try subject(), .standard).reason == .notSetByPolicy)
    }

    // R15

    @Test(arguments: [("2016-02-01", RuleReason.serviceReached), ("2016-02-02", .serviceNotReached)])
    func ownRequestElsewhereAsksForTenYears(since: String, reason: RuleReason) throws {
        let subject = try subject { $0.permanentSince = try day(since) }
        #expect(Rules.ownRequest(subject, try context(same: false), policy).reason == reason)
        #expect(Rules.ownRequest(subject, try context(), policy).outcome == .notApplicable)
    }

    @Test func ownRequestNeedsDataAndAPolicy() throws {
        #expect(Rules.ownRequest(try subject(), try context(same: false), policy).reason == .serviceUnknown)
        #expect(Rules.ownRequest(try subject(), try context(same: false), .standard).reason == .notSetByPolicy)
    }

    // R20: born 1990-05-17, retires on 2048-06-01; two years are asked for.

    @Test(arguments: [("2046-06-01", RuleReason.retirementFar), ("2046-06-02", .retiresSoon)])
    func yearsAreLeft(start: String, reason: RuleReason) throws {
        let found = Rules.retirement(try subject(start: start), policy)
        #expect(found.reason == reason)
        #expect(!found.blocks)
        #expect(Rules.retirement(try subject { $0.posts = [] }, policy).outcome == .needsHuman)
    }

    @Test func thePolicySetsTheRetirementAge() throws {
        var policy = policy
        policy.forecast.retirementAges = RetirementAges(steps: [], otherwise: 56)
        // 2046-06-01 instead of 2048-06-01.
        #expect(Rules.retirement(try subject(start: "2044-06-01"), policy).reason == .retirementFar)
        #expect(Rules.retirement(try subject(start: "2044-06-02"), policy).reason == .retiresSoon)
    }

    // R23: 80 percent, rounded up.

    @Test(
        arguments: [
            (6, 6, RuleReason.floorKept), (5, 6, .belowFloor), (6, 7, .belowFloor), (1, 1, .belowFloor),
            (1, 0, .soleHolder),
            (2, 1, .floorKept), (2, nil, .floorUnknown), (1, nil, .soleHolder),
        ] as [(Int, Int?, RuleReason)])
    func theFloorOfThePostIsKept(holders: Int, need: Int?, reason: RuleReason) throws {
        let left = LeftPost(
            hasStandard: true, hasWorkloadAnalysis: true, post: Staffing(holders: holders, need: need),
            unit: Staffing(holders: 20, need: 10))
        #expect(Rules.floor(try subject(left: left), try context(), policy).reason == reason)
    }

    @Test(arguments: [(11, false), (9, false), (8, true)])
    func theFloorOfTheUnitIsKept(holders: Int, isBroken: Bool) throws {
        let left = LeftPost(
            hasStandard: true, hasWorkloadAnalysis: true, post: Staffing(holders: 6, need: 6),
            unit: Staffing(holders: holders, need: 10))
        let move = Rules.floor(try subject(left: left), try context(), policy)
        #expect((move.outcome == .fail) == isBroken)
        #expect(!move.blocks)
        // Who lends stays at its floor: there the same fail forbids the move.
        let loan = Rules.floor(try subject(left: left), try context(secondment: true), policy)
        #expect(loan.blocks == isBroken)
    }

    @Test func aFloorNeedsDataAndAPolicy() throws {
        let left = LeftPost(
            hasStandard: true, hasWorkloadAnalysis: true, post: Staffing(holders: .max, need: .max),
            unit: Staffing(holders: .max, need: .max))
        #expect(Rules.floor(try subject(left: left), try context(), .standard).reason == .notSetByPolicy)
        #expect(Rules.floor(try subject(), try context(), policy).outcome == .needsHuman)
        #expect(Rules.floor(try subject(left: left), try context(), policy).reason == .floorKept)
    }

    /// Five people against a need of 5: the share of 80 percent is 4, and 4 stay.
    @Test(
        arguments: [
            (nil, 4, "", RuleReason.floorKept), (3, 4, "", .floorKept), (4, 4, "", .floorKept),
            (5, 5, "own-floor", .belowFloor),
        ] as [(Int?, Int, String, RuleReason)])
    func theLargerOneOfOwnNumberAndShareCounts(own: Int?, floor: Int, source: String, reason: RuleReason) throws {
        let left = LeftPost(
            hasStandard: true, hasWorkloadAnalysis: true, post: Staffing(holders: 5, need: 5, ownFloor: own),
            unit: Staffing(holders: 20, need: 10))
        let found = Rules.floor(try subject(left: left), try context(), policy)
        #expect(found.reason == reason)
        #expect(found.value.first { $0.name == "post-floor" }?.text == String(floor))
        #expect((found.value.first { $0.name == "post-floor-from" }?.text ?? "") == source)
        #expect(found.source.contains("batas-minimal") == !source.isEmpty)
    }

    @Test func anOwnNumberCountsWithoutANeedAndWithoutAPolicy() throws {
        func left(_ floor: Int) -> LeftPost {
            LeftPost(
                hasStandard: true, hasWorkloadAnalysis: false,
                post: Staffing(holders: 3, need: nil, ownFloor: floor),
                unit: Staffing(holders: 3, need: nil, ownFloor: floor))
        }
        for policy in [policy, PersonnelPolicy.standard] {
            #expect(Rules.floor(try subject(left: left(2)), try context(), policy).reason == .floorKept)
            #expect(Rules.floor(try subject(left: left(3)), try context(), policy).reason == .belowFloor)
        }
    }

    /// Who is lent for 60 percent stays with 40: of 2.60 people in the post 2 stay, and 1.99 would be too few.
    @Test(arguments: [(260, RuleReason.floorKept), (259, .donorBelowFloor)])
    func ofWhoIsLentForAPartOfTheTimeTheRestStays(hundredths: Int, reason: RuleReason) throws {
        let left = LeftPost(
            hasStandard: true, hasWorkloadAnalysis: true, post: Staffing(hundredths: hundredths, need: 2),
            unit: Staffing(holders: 20, need: 10))
        let found = Rules.floor(try subject(left: left), try context(secondment: true, partTime: 60), policy)
        #expect(found.reason == reason)
        #expect(found.value.first { $0.name == "stays-percent" }?.text == "40")
        #expect(found.value.first { $0.name == "post-holders" }?.text == "2.\(hundredths - 200)")
        // A definitive move takes all of the person, whatever stands in the terms; a secondment for all of the time too.
        #expect(Rules.floor(try subject(left: left), try context(partTime: 60), policy).reason == .belowFloor)
        #expect(Rules.floor(try subject(left: left), try context(secondment: true), policy).reason == .donorBelowFloor)
    }

    @Test func aSoleHolderMayBeShared() throws {
        let left = LeftPost(
            hasStandard: true, hasWorkloadAnalysis: true, post: Staffing(holders: 1, need: 0),
            unit: Staffing(holders: 20, need: 10))
        #expect(Rules.floor(try subject(left: left), try context(secondment: true), policy).reason == .soleHolder)
        let shared = Rules.floor(try subject(left: left), try context(secondment: true, partTime: 50), policy)
        #expect(shared.reason == .floorKept)
    }

    // R25: the person is pelaksana in U-1.

    private func acting(until: String, unit: String = "U-1", _ eselon: Eselon = .fourthA) throws -> MoveContext {
        try context(acting: until) { requirement in
            requirement.postID = "S-1"
            requirement.unitID = unit
            requirement.kind = .structural
            requirement.eselon = eselon
        }
    }

    @Test(arguments: [("2026-07-31", RuleReason.actingFits), ("2026-08-01", .actingTooLong)])
    func actingLastsSixMonths(until: String, reason: RuleReason) throws {
        #expect(Rules.acting(try subject(), try acting(until: until), policy).reason == reason)
    }

    @Test(arguments: [
        ("2025-10-31", "2026-04-30", RuleReason.actingFits), ("2025-10-31", "2026-05-01", .actingTooLong),
        ("2025-11-01", "2026-04-30", .actingTooLong),
    ])
    func earlierMonthsInTheSamePostCount(until: String, end: String, reason: RuleReason) throws {
        let before = try Fixtures.assignment(post: "S-1", from: "2025-08-01", until: until, kind: .acting)
        let other = try Fixtures.assignment(post: "S-2", from: "2024-01-01", until: "2024-12-31", kind: .acting)
        let found = Rules.acting(
            try subject { $0.assignments += [before, other] }, try acting(until: end), policy)
        #expect(found.reason == reason)
    }

    @Test(arguments: [
        ("U-2", Eselon.fourthA, RuleReason.actingElsewhere), ("U-1", .fourthB, .actingFits),
        ("U-1", .thirdB, .actingTooHigh), ("U-1", .secondB, .actingTooHigh),
    ])
    func actingStaysInTheUnitAndNearTheLevel(unit: String, eselon: Eselon, reason: RuleReason) throws {
        #expect(
            Rules.acting(try subject(), try acting(until: "2026-04-30", unit: unit, eselon), policy).reason == reason)
    }

    @Test func onlyAnActingDutyIsAsked() throws {
        #expect(Rules.acting(try subject(), try context(), policy).outcome == .notApplicable)
        #expect(Rules.acting(try subject(), try acting(until: "2026-04-30"), .standard).reason == .notSetByPolicy)
        #expect(
            Rules.acting(try subject { $0.posts = [] }, try acting(until: "2026-04-30"), policy).outcome == .needsHuman)
        let second = Rules.assignments(
            try subject {
                $0.assignments.append(try Fixtures.assignment(post: "S-2", from: "2025-01-01", kind: .acting))
            },
            try acting(until: "2026-04-30"), policy)
        #expect(second.reason == .secondDutyRunning)
        #expect(Rules.term(try subject(), try acting(until: "2026-04-30"), policy).outcome == .notApplicable)
    }
}
