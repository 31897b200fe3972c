import Personnel
import Testing

/// R10, R11, R13, R14 and R27, each at its edges.
struct LevelRuleTests {
    private let policy: PersonnelPolicy

    init() throws {
        var policy = PersonnelPolicy.standard
        policy.rules.ladder = [
            LadderStep(
                eselons: [.fourthA], grade: try grade("III/c"), education: .diplomaThree,
                experience: [LadderStep.Experience(months: 48, posts: [PostClass(kind: .pelaksana)])], boxes: [7, 8, 9]
            ),
            LadderStep(
                eselons: [.secondB], education: .bachelor,
                experience: [
                    LadderStep.Experience(months: 60),
                    LadderStep.Experience(
                        months: 24,
                        posts: [
                            PostClass(kind: .structural, eselons: [.thirdA, .thirdB]),
                            PostClass(kind: .functional, levels: [.middleExpert]),
                        ]),
                ], ageLimit: 56, boxes: [9]),
        ]
        policy.rules.talentGrid = TalentGrid(
            performance: try #require(TalentGrid.Marks(middle: 600, high: 800)),
            potential: try #require(TalentGrid.Marks(middle: 600, high: 800)))
        policy.rules.assessmentYears = 3
        self.policy = policy
    }

    private func subject(
        start: String = "2026-02-01", _ change: (inout CivilServant) throws -> Void = { _ in }
    ) throws -> RuleSubject {
        var person = try Fixtures.servant()
        person.posts.append(Post(id: "P-0", name: "Pengadministrasi", kind: .pelaksana, family: "Layanan"))
        try change(&person)
        return RuleSubject(person: person, today: try day("2026-01-05"), start: try day(start))
    }

    private func context(
        _ kind: PostKind? = .structural, _ eselon: Eselon? = .fourthA,
        _ change: (inout PostRequirement) -> Void = { _ in }
    ) throws -> MoveContext {
        var requirement = try Fixtures.requirement()
        requirement.kind = kind
        requirement.eselon = eselon
        change(&requirement)
        return MoveContext(rules: Set(RuleID.allCases), requirement: requirement)
    }

    // R10

    // The person is pelaksana since 2015-03-01 without a gap.
    @Test(arguments: [("2019-02-28", RuleReason.levelNotReached), ("2019-03-01", .levelReached)])
    func levelAsksForFourYears(start: String, reason: RuleReason) throws {
        #expect(Rules.level(try subject(start: start), try context(), policy).reason == reason)
    }

    @Test(
        arguments: [
            (EducationLevel.diplomaTwo, RuleReason.levelNotReached, "education"), (.diplomaThree, .levelReached, nil),
        ] as [(EducationLevel, RuleReason, String?)])
    func levelAsksForEducation(level: EducationLevel, reason: RuleReason, part: String?) throws {
        let found = Rules.level(try subject { $0.education = Education(level: level) }, try context(), policy)
        #expect(found.reason == reason)
        #expect(found.value.first { $0.name == "parts" }?.text == part)
    }

    @Test func serviceInUnknownPostsNeedsAPersonOnlyWhereItMatters() throws {
        let short = Rules.level(try subject(start: "2019-01-01") { $0.posts.removeLast() }, try context(), policy)
        #expect(short.outcome == .needsHuman)
        #expect(short.value.first == RuleValue("parts", "experience"))
        // Four years in the post that is known are enough.
        let long = Rules.level(try subject { $0.posts.removeLast() }, try context(), policy)
        #expect(long.outcome == .pass)
        #expect(Rules.level(try subject { $0.education = nil }, try context(), policy).reason == .levelUnknown)
    }

    @Test(arguments: [("2047-05-16", RuleReason.levelReached), ("2047-05-17", .levelNotReached)])
    func highLeadershipAsksForFieldRankAndAge(start: String, reason: RuleReason) throws {
        // Born 1990-05-17: 57 from 2047-05-17 on.
        let subject = try subject(start: start) { person in
            person.assignments = [try Fixtures.assignment(post: "P-3", from: "2030-01-01")]
            person.posts = [
                Post(id: "P-3", name: "Kepala Bidang", kind: .structural, family: "Layanan", eselon: .thirdB)
            ]
        }
        let found = Rules.level(subject, try context(.structural, .secondB), policy)
        #expect(found.reason == reason)
        #expect(found.value.contains(RuleValue("age-limit", 56)))
    }

    @Test func aPostOutsideTheFieldDoesNotCountForIt() throws {
        let subject = try subject(start: "2036-01-01") { person in
            person.assignments = [try Fixtures.assignment(post: "P-3", from: "2030-01-01")]
            person.posts = [Post(id: "P-3", name: "Kepala Bidang", kind: .structural, family: "Arsip", eselon: .thirdB)]
        }
        let found = Rules.level(subject, try context(.structural, .secondB), policy)
        #expect(found.value.first == RuleValue("parts", "experience"))
        #expect(found.outcome == .fail)
    }

    // R10, R11 and R13 share what they apply to.

    @Test(
        arguments: [
            (PostKind.pelaksana, nil, RuleOutcome.notApplicable, RuleReason.notStructural),
            (.functional, nil, .notApplicable, .notStructural), (nil, nil, .needsHuman, .postKindUnknown),
            (.structural, nil, .needsHuman, .eselonUnknown), (.structural, .thirdA, .needsHuman, .ladderUnknown),
        ] as [(PostKind?, Eselon?, RuleOutcome, RuleReason)])
    func theLadderIsForStructuralPostsThatItNames(
        kind: PostKind?, eselon: Eselon?, outcome: RuleOutcome, reason: RuleReason
    ) throws {
        let context = try context(kind, eselon)
        for found in [
            Rules.level(try subject(), context, policy), Rules.grade(try subject(), context, policy),
            Rules.talentBox(try subject(), context, policy),
        ] {
            #expect(found.outcome == outcome)
            #expect(found.reason == reason)
        }
    }

    // R11

    @Test(
        arguments: [
            ("III/b", RuleReason.gradeNotReached), ("III/c", .gradeReached), ("IV/a", .gradeReached),
            ("IX", .gradeUnknown),
            (nil, .gradeUnknown),
        ] as [(String?, RuleReason)])
    func gradeFitsTheEselon(held: String?, reason: RuleReason) throws {
        let held = try held.map(grade)
        #expect(Rules.grade(try subject { $0.grade = held }, try context(), policy).reason == reason)
    }

    @Test func aStepWithoutAGradeLeavesItToAPerson() throws {
        #expect(Rules.grade(try subject(), try context(.structural, .secondB), policy).outcome == .needsHuman)
    }

    // R13

    @Test(arguments: [
        (800, 799, 7), (799, 800, 8), (800, 800, 9), (600, 600, 5), (599, 599, 1), (599, 600, 3), (599, 800, 6),
        (600, 599, 2), (800, 599, 4), (1000, 1000, 9), (0, 0, 1),
    ])
    func boxTurnsAtItsMarks(performance: Int, potential: Int, box: Int) throws {
        let score = try #require(
            TalentScore(performance: performance, potential: potential, assessed: try day("2025-06-01")))
        #expect(policy.rules.talentGrid?.box(of: score) == box)
        let found = Rules.talentBox(try subject { $0.talent = [score] }, try context(), policy)
        #expect(found.reason == (box >= 7 ? .boxReached : .boxNotReached))
        #expect(found.value.first == RuleValue("box", box))
    }

    @Test func theLastScoreUpToTodayCounts() throws {
        let scores = try [("2024-06-01", 500), ("2025-06-01", 900), ("2026-01-06", 100)].map { date, score in
            try #require(TalentScore(performance: score, potential: score, assessed: try day(date)))
        }
        #expect(Rules.talentBox(try subject { $0.talent = scores }, try context(), policy).reason == .boxReached)
        #expect(Rules.talentBox(try subject(), try context(), policy).reason == .boxUnknown)
    }

    @Test(arguments: [
        (Eselon.fourthB, RuleReason.boxUnknown), (.fourthA, .notAPromotion), (.thirdB, .notAPromotion),
    ])
    func onlyAPromotionAsksForABox(held: Eselon, reason: RuleReason) throws {
        let subject = try subject { person in
            person.assignments = [try Fixtures.assignment(post: "P-4", from: "2020-01-01")]
            person.posts = [Post(id: "P-4", name: "Kepala Seksi", kind: .structural, eselon: held)]
        }
        #expect(Rules.talentBox(subject, try context(), policy).reason == reason)
    }

    @Test func marksAndScoresAreBounded() throws {
        #expect(TalentGrid.Marks(middle: 801, high: 800) == nil)
        #expect(TalentGrid.Marks(middle: -1, high: 800) == nil)
        #expect(TalentGrid.Marks(middle: 0, high: 1001) == nil)
        #expect(TalentScore(performance: 1001, potential: 0, assessed: .earliest) == nil)
        #expect(TalentScore(performance: 0, potential: -1, assessed: .earliest) == nil)
    }

    // R14: assessed on 2024-05-01.

    @Test(arguments: [("2027-05-01", RuleReason.assessmentFresh), ("2027-05-02", .assessmentOld)])
    func assessmentAges(start: String, reason: RuleReason) throws {
        #expect(Rules.assessmentAge(try subject(start: start), policy).reason == reason)
    }

    @Test func assessmentNeedsDataAndAPolicy() throws {
        #expect(Rules.assessmentAge(try subject { $0.competences = nil }, policy).reason == .assessmentUnknown)
        #expect(Rules.assessmentAge(try subject(), .standard).reason == .notSetByPolicy)
    }

    // R27

    private func entering(
        _ entry: FunctionalEntry? = FunctionalEntry(test: "ukom-arsiparis", months: 48, ageLimit: 53)
    ) throws -> MoveContext {
        try context(.functional, nil) { requirement in
            requirement.postID = "F-1"
            requirement.entry = entry
        }
    }

    private func tested(until: String? = nil) throws -> Certificate {
        Certificate(kind: "UKOM Arsiparis", number: "1", issuer: "ANRI", validUntil: try until.map(day))
    }

    @Test(
        arguments: [
            (nil, "2026-02-01", RuleReason.entryReached, nil), ("2026-02-01", "2026-02-01", .entryReached, nil),
            ("2026-01-31", "2026-02-01", .entryNotReached, "test"),
            // Born 1990-05-17: 54 from 2044-05-17 on.
            (nil, "2044-05-16", .entryReached, nil), (nil, "2044-05-17", .entryNotReached, "age"),
            (nil, "2019-02-28", .entryNotReached, "experience"), (nil, "2019-03-01", .entryReached, nil),
        ] as [(String?, String, RuleReason, String?)])
    func entryAsksForTestServiceAndAge(until: String?, start: String, reason: RuleReason, part: String?) throws {
        let certificate = try tested(until: until)
        let found = Rules.functionalEntry(
            try subject(start: start) { $0.certificates = [certificate] }, try entering(), policy)
        #expect(found.reason == reason)
        #expect(found.value.first { $0.name == "parts" }?.text == part)
    }

    @Test func entryAsksForTheEducationOfThePost() throws {
        let certificate = try tested()
        let found = Rules.functionalEntry(
            try subject { person in
                person.certificates = [certificate]
                person.education = Education(level: .bachelor, field: "Kehutanan")
            }, try entering(), policy)
        #expect(found.value.first == RuleValue("parts", "education"))
    }

    @Test func entryWithoutDataNeedsAPerson() throws {
        #expect(
            Rules.functionalEntry(try subject { $0.certificates = nil }, try entering(), policy).outcome == .needsHuman)
        #expect(Rules.functionalEntry(try subject(), try entering(nil), policy).reason == .entryUnknown)
        #expect(Rules.functionalEntry(try subject(), try context(nil, nil), policy).reason == .postKindUnknown)
        #expect(Rules.functionalEntry(try subject(), try context(.pelaksana, nil), policy).outcome == .notApplicable)
    }

    @Test func theSamePostIsNoEntry() throws {
        var context = try entering()
        context.requirement.postID = "P-1"
        #expect(Rules.functionalEntry(try subject(), context, policy).reason == .samePost)
    }
}
