import Personnel
import Testing

struct FitTests {
    private func fit(
        _ change: (inout CandidateProfile) -> Void = { _ in }, policy: PersonnelPolicy = .standard
    ) throws -> Fit {
        var profile = try Fixtures.servant().profile(on: day("2026-01-05"))
        change(&profile)
        return Fit.compute(profile, try Fixtures.requirement(), policy, on: try day("2026-01-05"))
    }

    private func score(_ fit: Fit, _ part: FitPart) -> Int? {
        fit.parts.first { $0.part == part }?.score
    }

    @Test func partsAreWeighed() throws {
        let fit = try fit()
        #expect(fit.parts.map(\.part) == [.competence, .education, .appraisals, .experience])
        // 48 of 60 months; Sangat Baik and Baik.
        #expect(fit.parts.map(\.score) == [1000, 1000, 900, 800])
        #expect(fit.score == (1000 * 40 + 1000 * 20 + 900 * 20 + 800 * 20) / 100)
        #expect(fit.missing.isEmpty)
        #expect(fit.notAsked.isEmpty)
    }

    @Test func partWithoutDataLeavesItsWeightToTheOthers() throws {
        let fit = try fit { profile in
            profile.competences = nil
            profile.appraisals = nil
        }
        #expect(fit.missing == [.competence, .appraisals])
        #expect(fit.parts.map(\.part) == [.education, .experience])
        #expect(fit.score == 900)
    }

    @Test func oneCompetenceNeverMeasuredLeavesThePartOut() throws {
        #expect(try fit { $0.competences = ["kerja-sama": 5] }.missing == [.competence])
    }

    @Test func moreOfOneCompetenceDoesNotHideALackOfAnother() throws {
        #expect(score(try fit { $0.competences = ["kerja-sama": 5, "pelayanan-publik": 1] }, .competence) == 750)
    }

    @Test func nothingKnownIsNoScore() throws {
        let fit = Fit.compute(
            CandidateProfile(employment: .pns), try Fixtures.requirement(), .standard, on: try day("2026-01-05"))
        #expect(fit.score == nil)
        #expect(fit.missing == [.competence, .education, .appraisals, .experience])
    }

    @Test func whatThePostDoesNotAskIsNotMissing() throws {
        let profile = try Fixtures.servant().profile(on: day("2026-01-05"))
        let fit = Fit.compute(profile, PostRequirement(postName: "Staf"), .standard, on: try day("2026-01-05"))
        #expect(fit.notAsked == [.competence, .education, .experience])
        #expect(fit.missing.isEmpty)
        #expect(fit.score == 900)
    }

    @Test(
        arguments: [
            (Education(level: .bachelor, field: "ILMU ADMINISTRASI NEGARA"), 1000),
            (Education(level: .bachelor, field: "Hukum"), 500),
            (Education(level: .diplomaThree, field: "Ilmu Administrasi Negara"), 1000),
            (Education(level: .upperSecondary, field: "Ilmu Administrasi Negara"), 0),
            (Education(level: .bachelor), nil),
        ] as [(Education, Int?)])
    func educationCountsLevelThenField(education: Education, expected: Int?) throws {
        #expect(score(try fit { $0.education = education }, .education) == expected)
    }

    @Test func otherFamilyIsNoExperience() throws {
        #expect(score(try fit { $0.family = "Kearsipan" }, .experience) == 0)
        #expect(score(try fit { $0.monthsInFamily = 600 }, .experience) == 1000)
        #expect(score(try fit { $0.monthsInFamily = -4 }, .experience) == 0)
    }

    @Test func weightsOfAnyPolicyStayInBounds() throws {
        var policy = PersonnelPolicy.standard
        policy.fitWeights = FitWeights(competence: .max, education: .min, appraisals: 0, experience: .max)
        policy.fitExperienceFullMonths = .min
        #expect(try fit(policy: policy).score == 1000)
        policy.fitWeights = FitWeights(competence: 0, education: 0, appraisals: 0, experience: 0)
        #expect(try fit(policy: policy).score == nil)
    }

    @Test func scoreOfAnyProfileLiesBetweenNoneAndFull() throws {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<500 {
            let fit = try fit { profile in
                profile.competences = [
                    "kerja-sama": .random(in: -3...9, using: &random),
                    "pelayanan-publik": .random(in: -3...9, using: &random),
                ]
                profile.monthsInFamily = .random(in: 0...500, using: &random)
                profile.appraisals = SKPRating.allCases.randomElement(using: &random).map {
                    [Appraisal(year: 2025, rating: $0)]
                }
            }
            let scores = fit.parts.map(\.score)
            let score = try #require(fit.score)
            #expect(scores.allSatisfy { (0...1000).contains($0) })
            #expect(try #require(scores.min()) <= score && score <= (try #require(scores.max())))
        }
    }
}
