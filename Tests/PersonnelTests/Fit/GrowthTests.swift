import Personnel
import Testing

/// Rotation after 60 months, full at 24 more; each part weighs a third; three near competences are full.
struct GrowthTests {
    private func growth(
        _ change: (inout CandidateProfile) -> Void = { _ in }, asks: (inout PostRequirement) -> Void = { _ in },
        policy: PersonnelPolicy = .standard
    ) throws -> Growth {
        var profile = try Fixtures.servant().profile(on: day("2026-01-05"))
        change(&profile)
        var requirement = try Fixtures.requirement()
        requirement.kind = .pelaksana
        asks(&requirement)
        return Growth(profile, requirement, policy)
    }

    @Test(arguments: [(48, 0, 0), (60, 0, 0), (66, 6, 83), (84, 24, 333), (600, 540, 333), (-3, 0, 0)])
    func yearsOverTheTermCount(months: Int, over: Int, score: Int) throws {
        let growth = try growth { $0.monthsInPost = months }
        #expect(growth.monthsOverTerm == over)
        #expect(growth.score == score)
        #expect(growth.isGrowthMove == (score >= 300))
    }

    @Test(
        arguments: [
            (.pelaksana, nil, .pelaksana, nil, .level), (.pelaksana, nil, .structural, .fourthA, .up(1)),
            (.structural, .fourthB, .structural, .thirdB, .up(1)),
            (.structural, .thirdA, .structural, .secondB, .up(1)), (.pelaksana, nil, .structural, .thirdB, .up(2)),
            (.structural, .thirdA, .structural, .fourthA, .down(1)),
            (.structural, .fourthB, .structural, .fourthA, .level), (.functional, nil, .structural, .fourthA, .beside),
            (.pelaksana, nil, .functional, nil, .beside), (nil, nil, .pelaksana, nil, nil),
            (.structural, nil, .pelaksana, nil, nil), (.pelaksana, nil, nil, nil, nil),
        ] as [(PostKind?, Eselon?, PostKind?, Eselon?, CareerStep?)])
    func theStepIsReadOffTheOwnPath(
        from: PostKind?, held: Eselon?, to: PostKind?, asked: Eselon?, step: CareerStep?
    ) throws {
        let growth = try growth(
            { profile in
                profile.postKind = from
                profile.eselon = held
            },
            asks: { requirement in
                requirement.kind = to
                requirement.eselon = asked
            })
        #expect(growth.step == step)
        #expect(growth.score == (step == nil ? 0 : step == .up(1) ? 333 : 0))
        #expect(growth.isGrowthMove == (step == nil ? nil : step == .up(1)))
    }

    @Test func onlyTheNextLevelIsGrowth() throws {
        let growth = try growth(
            { $0.competences = ["a": 1, "b": 1, "c": 3] }, asks: { $0.competences = ["a": 2, "b": 4, "c": 2] })
        #expect(growth.builds.map(\.competence) == ["a", "b"])
        #expect(growth.builds.map(\.asked) == [2, 4])
        // One of three near ones, a third of the weight.
        #expect(growth.score == 111)
    }

    @Test func whatWasNeverMeasuredCanBeGrowth() throws {
        let growth = try growth({ $0.competences = ["a": 1] }, asks: { $0.competences = ["a": 2, "b": 2, "c": 2] })
        #expect(growth.unmeasured == ["b", "c"])
        #expect(growth.possible == 111...333)
        #expect(growth.isGrowthMove == nil)
    }

    @Test func nothingKnownIsNoGrowthAndNoLack() throws {
        let growth = Growth(CandidateProfile(employment: .pns), PostRequirement(postName: "Staf"), .standard)
        #expect(growth.monthsOverTerm == nil)
        #expect(growth.step == nil)
        #expect(growth.isGrowthMove == nil)
    }

    @Test func thePolicySaysWhatGrowthIs() throws {
        var policy = PersonnelPolicy.standard
        policy.fit.growth = GrowthSettings(
            rotationWeight: .max, stepWeight: 0, competenceWeight: .min, fullMonths: .min, fullCompetences: 0,
            markPoints: 1000)
        policy.rotationDueMonths = 12
        #expect(try growth(policy: policy).isGrowthMove == true)
        policy.rotationDueMonths = .max
        #expect(try growth(policy: policy).isGrowthMove == false)
        policy.fit.growth.rotationWeight = 0
        #expect(try growth(policy: policy).score == nil)
    }

    @Test func aRoundCountsWhatCame() throws {
        let moves = [
            try growth { $0.monthsInPost = 90 }, try growth { $0.monthsInPost = 10 },
            try growth { $0.monthsInPost = nil },
        ]
        let count = GrowthCount(wanted: 2, moves: moves)
        #expect((count.wanted, count.came, count.unknown) == (2, 1, 1))
        #expect(!count.isReached)
        #expect(GrowthCount(wanted: -1, moves: []).isReached)
    }
}
