import Personnel
import Testing

/// The parts that a policy may weigh beside the first four, each alone, on 2026-06-01.
struct FitPartTests {
    private let policy: PersonnelPolicy

    init() throws {
        var policy = PersonnelPolicy.standard
        policy.fitWeights = FitWeights(
            competence: 1, education: 1, appraisals: 1, experience: 1, counters: 1, talent: 1, ownWish: 1,
            receiverWish: 1, district: 1)
        policy.rules.talentGrid = TalentGrid(
            performance: try #require(TalentGrid.Marks(middle: 700, high: 900)),
            potential: try #require(TalentGrid.Marks(middle: 700, high: 900)))
        policy.fit.districts = DistrictTable(parts: [["Tembalang", "Banyumanik"], ["Tugu"]])
        self.policy = policy
    }

    private func fit(
        _ change: (inout CandidateProfile) throws -> Void = { _ in }, asks: (inout PostRequirement) -> Void = { _ in },
        receiver: ReceiverWish? = nil, policy: PersonnelPolicy? = nil
    ) throws -> Fit {
        var profile = try Fixtures.servant().profile(on: day("2026-06-01"))
        try change(&profile)
        var requirement = try Fixtures.requirement()
        requirement.postID = "P-9"
        requirement.agency = "dpmptsp"
        requirement.district = "Tembalang"
        requirement.counters = ["ktp"]
        asks(&requirement)
        return Fit.compute(
            profile, requirement, policy ?? self.policy, on: try day("2026-06-01"), receiverWish: receiver)
    }

    private func part(_ fit: Fit, _ part: FitPart) -> Fit.Part? {
        fit.parts.first { $0.part == part }
    }

    private func gap(_ fit: Fit, _ part: FitPart) -> Fit.Gap? {
        fit.gaps.first { $0.part == part }
    }

    @Test func aPartThatThePolicyDoesNotNameIsNoPart() throws {
        let fit = try fit(policy: .standard)
        #expect(fit.parts.map(\.part) == [.competence, .education, .appraisals, .experience])
        #expect(fit.missing.isEmpty && fit.notAsked.isEmpty)
        #expect(FitWeights.standard.parts == fit.parts.map(\.part))
        #expect(policy.fitWeights.parts == FitPart.allCases)
    }

    @Test func whatIsNotKnownIsNeverNought() throws {
        let fit = try fit()
        #expect(fit.missing == [.counters, .talent, .ownWish, .district])
        #expect(fit.notAsked == [.receiverWish])
        #expect(fit.lacksData)
        #expect(gap(fit, .district)?.possible == 200...1000)
        #expect(gap(fit, .counters)?.possible == 0...1000)
    }

    @Test(
        arguments: [
            (["ktp": 12], 12, ["ktp"], 500), (["KTP ": 12], 12, ["ktp"], 500), (["nikah": 24], 24, ["ktp"], 0),
            (["nikah": 24], 24, [], 1000), (["ktp": 12, "nikah": 12], 12, ["ktp", "nikah"], 500), ([:], 0, ["ktp"], 0),
            (["ktp": 600], 600, ["ktp"], 1000), (["ktp": -5], -5, ["ktp"], 0),
        ] as [([String: Int], Int, [String], Int)])
    func countersAskForTheirServices(held: [String: Int], all: Int, asked: [String], score: Int) throws {
        let fit = try fit({ $0.counters = CounterMonths(byService: held, all: all) }, asks: { $0.counters = asked })
        #expect(part(fit, .counters)?.score == score)
        #expect(try self.fit(asks: { $0.counters = nil }).notAsked.contains(.counters))
    }

    @Test func timeAtCountersIsNotCountedTwice() throws {
        func span(_ from: String, _ until: String?) throws -> DatedSpan {
            try #require(DatedSpan(from: day(from), until: try until.map(day)))
        }
        let months = CounterMonths(
            [
                CounterExperience(service: "ktp", span: try span("2025-01-01", "2025-06-30")),
                CounterExperience(service: "ktp", span: try span("2025-03-01", "2025-04-30")),
                CounterExperience(service: "nikah", span: try span("2025-07-01", "2025-08-31")),
                CounterExperience(service: "nikah", span: try span("2026-01-01", nil)),
                CounterExperience(service: "pajak", span: try span("2026-02-01", nil)),
            ], on: try day("2026-01-31"))
        #expect(months.byService == ["ktp": 6, "nikah": 3, "pajak": 0])
        // January to August 2025 in one go, and one month.
        #expect(months.all == 9)
        #expect(months.months(at: []) == 9)
    }

    @Test(arguments: [(100, 100, 0), (900, 100, 375), (100, 900, 625), (900, 900, 1000), (700, 700, 500)])
    func theBoxIsComputed(performance: Int, potential: Int, score: Int) throws {
        let talent = try #require(
            TalentScore(performance: performance, potential: potential, assessed: try day("2025-01-01")))
        #expect(part(try fit { $0.talent = talent }, .talent)?.score == score)
        var policy = policy
        policy.rules.talentGrid = nil
        #expect(try fit({ $0.talent = talent }, policy: policy).notAsked.contains(.talent))
        policy = self.policy
        policy.fit.boxPoints = [2000]
        #expect(part(try fit({ $0.talent = talent }, policy: policy), .talent)?.score == (score == 0 ? 1000 : 0))
    }

    /// What the personnel agency is told is worth what home computes.
    @Test(arguments: [(0, nil), (1, 0), (7, 750), (9, 1000), (10, nil), (Int.max, nil)] as [(Int, Int?)])
    func aToldBoxCountsLikeItsScores(box: Int, score: Int?) throws {
        #expect(part(try fit { $0.box = box }, .talent)?.score == score)
        let talent = try #require(
            TalentScore(performance: 950, potential: 950, assessed: try day("2025-01-01")))
        let both = try fit { profile in
            profile.box = 1
            profile.talent = talent
        }
        #expect(part(both, .talent)?.score == 1000, "scores that are known go before a told box")
        var policy = policy
        policy.rules.talentGrid = nil
        #expect(try fit({ $0.box = box }, policy: policy).notAsked.contains(.talent))
    }

    @Test func anImportedBoxIsOnlyCompared() throws {
        let grid = try #require(policy.rules.talentGrid)
        let talent = try #require(TalentScore(performance: 950, potential: 950, assessed: try day("2025-01-01")))
        #expect(grid.difference(imported: 9, score: talent) == nil)
        let difference = try #require(grid.difference(imported: 7, score: talent))
        #expect(difference == (7, 9))
    }

    @Test(
        arguments: [
            (Wishes(), 500), (Wishes(posts: ["p9"]), 1000), (Wishes(posts: ["OPERATOR LAYANAN OPERASIONAL"]), 1000),
            (Wishes(posts: ["Arsiparis"]), 0), (Wishes(districts: ["tembalang"]), 1000),
            (Wishes(posts: ["Arsiparis"], districts: ["Tembalang"]), 500),
            (Wishes(posts: ["P-9"], agencies: ["dinkes"], districts: ["Tugu"]), 333),
            (Wishes(agencies: ["dinkes", "DPMPTSP"]), 1000),
        ] as [(Wishes, Int)])
    func wishesAreMetInPart(wishes: Wishes, score: Int) throws {
        #expect(part(try fit { $0.wishes = wishes }, .ownWish)?.score == score)
    }

    @Test func aWishThatThePostDoesNotAnswerIsOpen() throws {
        let fit = try fit(
            { $0.wishes = Wishes(posts: ["P-9"], districts: ["Tugu"]) }, asks: { $0.district = nil })
        #expect(gap(fit, .ownWish)?.possible == 500...1000)
        #expect(fit.notAsked.contains(.district))
    }

    @Test(
        arguments: [(.wanted, 1000), (.unwanted, 0), (nil, nil)] as [(ReceiverWish?, Int?)])
    func theReceiverMayWishToo(wish: ReceiverWish?, score: Int?) throws {
        #expect(part(try fit(receiver: wish), .receiverWish)?.score == score)
        // Silence asks nothing and lacks nothing.
        #expect(try fit(receiver: wish).notAsked.contains(.receiverWish) == (wish == nil))
    }

    @Test(arguments: [("TEMBALANG", 1000), ("Banyumanik", 600), ("Tugu", 200), ("Gayamsari", 200)])
    func theWayIsReadFromThePolicy(from: String, score: Int) throws {
        #expect(part(try fit { $0.district = from }, .district)?.score == score)
    }

    @Test(
        arguments: [
            (["Layanan": 30], true, 500, 500...500), (["LAYANAN": 30], false, 500, 500...1000), ([:], true, 0, 0...0),
            (["Arsip": 60, "Layanan": 600], true, 1000, 1000...1000),
        ] as [([String: Int], Bool, Int, ClosedRange<Int>)])
    func experienceCountsInEveryPost(
        months: [String: Int], isWhole: Bool, score: Int, possible: ClosedRange<Int>
    ) throws {
        let fit = try fit { profile in
            profile.family = "Kearsipan"
            profile.history = FamilyHistory(months: months, isWhole: isWhole)
        }
        #expect(part(fit, .experience)?.score == score)
        #expect(part(fit, .experience)?.possible == possible)
    }

    @Test func experienceThatIsNotWholeIsOpen() throws {
        #expect(try fit { $0.history = FamilyHistory(months: [:], isWhole: false) }.missing.contains(.experience))
        // A card of another family does not say what was before.
        #expect(part(try fit { $0.family = "Kearsipan" }, .experience)?.possible == 0...1000)
    }

    @Test func theHistoryIsReadFromTheRecord() throws {
        let today = try day("2026-06-01")
        var person = try Fixtures.servant()
        #expect(person.profile(on: today, withHistory: true).history?.isWhole == false)
        person.posts.append(Post(id: "P-0", name: "Arsiparis", kind: .pelaksana, family: "Arsip"))
        person.counterExperience = []
        let profile = person.profile(on: today, withHistory: true)
        #expect(profile.history == FamilyHistory(months: ["Arsip": 82, "Layanan": 53], isWhole: true))
        #expect(profile.counters == CounterMonths(byService: [:], all: 0))
        #expect(person.profile(on: today).history == nil)
    }

    // Appraisals over years, 2025 the last.

    @Test(
        arguments: [
            ([.baik, .baik, .baik, .baik], 800), ([.butuhPerbaikan, .baik, .baik, .sangatBaik], 833),
            ([.sangatBaik, .baik, .baik, .butuhPerbaikan], 667),
            ([.sangatBaik, .sangatBaik, .sangatBaik, .sangatBaik], 1000),
            ([.sangatKurang, .sangatKurang, .sangatKurang, .sangatKurang], 0),
        ] as [([SKPRating], Int)])
    func theTrendMovesTheMean(ratings: [SKPRating], score: Int) throws {
        var policy = policy
        policy.fit.appraisalYears = 4
        policy.fit.trendPoints = 100
        let years = ratings.enumerated().map { Appraisal(year: 2022 + $0.offset, rating: $0.element) }
        let found = part(try fit({ $0.appraisals = years }, policy: policy), .appraisals)
        #expect(found?.score == score)
        #expect(found?.possible == score...score)
    }

    @Test func aYearWithoutARatingCanHaveBeenAny() throws {
        var policy = policy
        policy.fit.appraisalYears = 3
        policy.fit.trendPoints = 100
        let fit = try fit({ $0.appraisals = [Appraisal(year: 2025, rating: .baik)] }, policy: policy)
        #expect(part(fit, .appraisals)?.score == 800)
        #expect(part(fit, .appraisals)?.possible == 166...1000)
        #expect(fit.lacksData)
    }

    // JPM 800 and 680 are the marks.

    @Test(arguments: [
        (1000, JPMClass.optimal), (800, .optimal), (799, .sufficient), (680, .sufficient), (679, .lacking),
        (0, .lacking),
    ])
    func jpmTurnsAtThePolicysMarks(permille: Int, expected: JPMClass) {
        #expect(JPMClass(permille: permille, .standard) == expected)
    }

    @Test func theFitSaysTheJPMClass() throws {
        #expect(try fit().jpm == .optimal)
        #expect(try fit { $0.competences = ["kerja-sama": 1, "pelayanan-publik": 2] }.jpm == .sufficient)
        #expect(try fit { $0.competences = ["kerja-sama": 1] }.jpm == nil)
        #expect(try gap(fit { $0.competences = ["kerja-sama": 1] }, .competence)?.possible == 250...750)
    }
}
