import Personnel
import Testing

/// That nobody wins or loses a place by missing data alone: on pairs that differ in one part only, on random ones, and on
/// whole fields of candidates.
struct FitOrderTests {
    private let policy: PersonnelPolicy
    private let today: CivilDate

    init() throws {
        var policy = PersonnelPolicy.standard
        policy.fitWeights = FitWeights(
            competence: 40, education: 20, appraisals: 20, experience: 20, counters: 15, talent: 10, ownWish: 10,
            receiverWish: 5, district: 7)
        policy.rules.talentGrid = TalentGrid(
            performance: try #require(TalentGrid.Marks(middle: 700, high: 900)),
            potential: try #require(TalentGrid.Marks(middle: 700, high: 900)))
        policy.fit.appraisalYears = 4
        policy.fit.trendPoints = 150
        self.policy = policy
        today = try day("2026-06-01")
    }

    private func requirement() throws -> PostRequirement {
        var requirement = try Fixtures.requirement()
        requirement.postID = "P-9"
        requirement.district = "Tembalang"
        requirement.counters = ["ktp"]
        return requirement
    }

    private func fit(_ profile: CandidateProfile) throws -> Fit {
        Fit.compute(profile, try requirement(), policy, on: today, receiverWish: .wanted)
    }

    /// Somebody of whom everything is known.
    private func whole(_ random: inout SeededGenerator) throws -> CandidateProfile {
        var profile = CandidateProfile(employment: .pns)
        profile.competences = [
            "kerja-sama": .random(in: 0...3, using: &random), "pelayanan-publik": .random(in: 0...3, using: &random),
        ]
        profile.education = Education(
            level: try #require(EducationLevel.allCases.randomElement(using: &random)),
            field: Bool.random(using: &random) ? "Hukum" : "Ilmu Administrasi Negara")
        profile.appraisals = try (2022...2025).map { year in
            Appraisal(year: year, rating: try #require(SKPRating.allCases.randomElement(using: &random)))
        }
        profile.history = FamilyHistory(
            months: ["Layanan": .random(in: 0...70, using: &random), "Arsip": 9], isWhole: true)
        let months = Int.random(in: 0...30, using: &random)
        profile.counters = CounterMonths(byService: ["ktp": months], all: months)
        profile.talent = TalentScore(
            performance: .random(in: 0...1000, using: &random), potential: .random(in: 0...1000, using: &random),
            assessed: today)
        profile.wishes = [Wishes(), Wishes(posts: ["P-9"]), Wishes(posts: ["P-8"], districts: ["Tembalang"])]
            .randomElement(using: &random)
        profile.district = ["Tembalang", "Tugu"].randomElement(using: &random)
        return profile
    }

    /// Each way in which data of one part can be missing.
    private static let erasures: [(FitPart, @Sendable (inout CandidateProfile) -> Void)] = [
        (.competence, { $0.competences = nil }), (.competence, { $0.competences?["kerja-sama"] = nil }),
        (.education, { $0.education = nil }),
        (.education, { $0.education = $0.education.map { Education(level: $0.level) } }),
        (.appraisals, { $0.appraisals = nil }), (.appraisals, { $0.appraisals = $0.appraisals?.dropLast() }),
        (.appraisals, { $0.appraisals = $0.appraisals?.filter { $0.year == 2025 } }),
        (.experience, { $0.history = nil }), (.experience, { $0.history = FamilyHistory(months: [:], isWhole: false) }),
        (.experience, { $0.history?.isWhole = false }), (.counters, { $0.counters = nil }),
        (.talent, { $0.talent = nil }), (.ownWish, { $0.wishes = nil }), (.district, { $0.district = nil }),
    ]

    @Test func everyPartThatRestsOnDataCanBeErased() {
        #expect(Set(Self.erasures.map(\.0)) == Set(FitPart.allCases).subtracting([.receiverWish]))
    }

    @Test func aPairThatDiffersInOnePartOnlyGoesToAPerson() throws {
        var random = SeededGenerator(seed: 11)
        var undecided = 0
        for round in 0..<400 {
            let known = try whole(&random)
            for (index, erasure) in Self.erasures.enumerated() {
                var bare = known
                erasure.1(&bare)
                let (full, open) = (try fit(known), try fit(bare))
                #expect(!full.lacksData)
                #expect(open.possible.contains(full.possible.lowerBound), "round \(round), erasure \(index)")
                // What changes nothing whatever it is, such as the field behind too low a level, is not missing.
                #expect(open.lacksData || open.possible == full.possible, "round \(round), erasure \(index)")
                undecided += open.lacksData ? 1 : 0
                let order: FitOrder = open.lacksData ? .undecided : .tied
                #expect(FitOrder(full, open) == order, "round \(round), erasure \(index)")
                #expect(FitOrder(open, full) == order, "round \(round), erasure \(index)")
                // Of one seat neither has it and neither has lost it.
                #expect(FitRanking([full, open]).places.map { $0.standing(seats: 1) } == [.open, .open])
            }
        }
        #expect(undecided > 4_000)
    }

    @Test func whatIsDecidedStaysDecidedOnceAllIsKnown() throws {
        var random = SeededGenerator(seed: 12)
        var decided = 0
        for _ in 0..<4_000 {
            let (one, other) = (try whole(&random), try whole(&random))
            var (bareOne, bareOther) = (one, other)
            for _ in 0..<2 {
                Self.erasures.randomElement(using: &random)?.1(&bareOne)
                Self.erasures.randomElement(using: &random)?.1(&bareOther)
            }
            let order = FitOrder(try fit(bareOne), try fit(bareOther))
            guard order == .first || order == .second else { continue }
            decided += 1
            #expect(FitOrder(try fit(one), try fit(other)) == order)
        }
        #expect(decided > 100)
    }

    @Test func wholeFilesAreOrderedByWhatIsShown() throws {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<500 {
            let (one, other) = (try fit(whole(&random)), try fit(whole(&random)))
            let (left, right) = (try #require(one.score), try #require(other.score))
            #expect(one.possible == left...left)
            #expect(FitOrder(one, other) == (left > right ? .first : left < right ? .second : .tied))
            #expect(FitOrder(one, one) == .tied)
        }
    }

    @Test func equalWholeFilesGoToAPerson() throws {
        var random = SeededGenerator(seed: 14)
        let one = try fit(whole(&random))
        let ranking = FitRanking([one, one, one])
        #expect(ranking.places == Array(repeating: FitRanking.Place(best: 1, worst: 3), count: 3))
        #expect(ranking.places.map { $0.standing(seats: 3) } == [.in, .in, .in])
        #expect(ranking.places.map { $0.standing(seats: 2) } == [.open, .open, .open])
        #expect(ranking.places.map { $0.standing(seats: 0) } == [.out, .out, .out])
    }

    /// In a field of others, the one with the data and the one without never stand on two sides of the line.
    @Test func aPairNeverParts() throws {
        var random = SeededGenerator(seed: 15)
        var certain = 0
        for _ in 0..<300 {
            let known = try whole(&random)
            var bare = known
            Self.erasures.randomElement(using: &random)?.1(&bare)
            var others = try (0..<8).map { _ in try whole(&random) }
            for index in others.indices where index % 3 == 0 {
                Self.erasures.randomElement(using: &random)?.1(&others[index])
            }
            let ranking = FitRanking(try ([known, bare] + others).map(fit))
            for seats in 0...10 {
                let standings = ranking.places.map { $0.standing(seats: seats) }
                #expect(Set(standings.prefix(2)) != [.in, .out])
                #expect(standings.count { $0 == .in } <= seats)
                #expect(standings.count { $0 == .out } <= 10 - seats)
                certain += standings.count { $0 != .open }
            }
        }
        #expect(certain > 1000)
    }

    @Test func placesAreWhatThePairsSay() throws {
        var random = SeededGenerator(seed: 16)
        for _ in 0..<100 {
            let fits = try (0..<9).map { index in
                var profile = try whole(&random)
                if index % 2 == 0 { Self.erasures.randomElement(using: &random)?.1(&profile) }
                return try fit(profile)
            }
            let places = FitRanking(fits).places
            for (index, fit) in fits.enumerated() {
                let before = fits.count { FitOrder($0, fit) == .first }
                let behind = fits.count { FitOrder($0, fit) == .second }
                #expect(places[index] == FitRanking.Place(best: before + 1, worst: 9 - behind))
            }
        }
        #expect(FitRanking([]).places.isEmpty)
    }

    @Test func nothingKnownIsBetweenAll() throws {
        let nothing = Fit.compute(
            CandidateProfile(employment: .pns), try requirement(), policy, on: today, receiverWish: .wanted)
        var random = SeededGenerator(seed: 17)
        #expect(FitOrder(nothing, try fit(whole(&random))) == .undecided)
        var policy = policy
        policy.fitWeights = FitWeights(competence: 0, education: 0, appraisals: 0, experience: 0)
        let unweighed = Fit.compute(try whole(&random), try requirement(), policy, on: today)
        #expect(unweighed.score == nil)
        #expect(FitOrder(unweighed, unweighed) == .undecided)
    }
}
