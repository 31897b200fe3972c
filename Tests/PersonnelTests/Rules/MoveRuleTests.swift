import Personnel
import Testing

struct MoveRuleTests {
    private let policy = PersonnelPolicy.standard

    @Test(
        arguments: [
            (1, 5, 4, RuleOutcome.pass, RuleReason.seatFree), (0, 5, 4, .fail, .noSeatFree),
            (1, 5, 5, .fail, .needNotAboveHolders), (1, 5, 6, .fail, .needNotAboveHolders),
            (1, nil, 4, .needsHuman, .needUnknown), (1, 5, nil, .needsHuman, .needUnknown),
            (0, nil, nil, .fail, .noSeatFree),
        ] as [(Int, Int?, Int?, RuleOutcome, RuleReason)])
    func seatMustBeFreeAndNeeded(seats: Int, need: Int?, holders: Int?, outcome: RuleOutcome, reason: RuleReason) {
        let found = Rules.vacancy(seatsFree: seats, need: need, holders: holders, policy)
        #expect(found.outcome == outcome)
        #expect(found.reason == reason)
    }

    // A standard of 25 levels over five competences, so that one level is 4 percent.
    @Test(arguments: [
        (25, RuleOutcome.pass, RuleReason.competenceMet, false), (24, .pass, .competenceNear, false),
        (20, .pass, .competenceNear, false), (19, .fail, .competenceBelow, false),
        (17, .fail, .competenceBelow, false), (16, .fail, .competenceFarBelow, true),
    ])
    func competenceTurnsAtItsMarks(sum: Int, outcome: RuleOutcome, reason: RuleReason, blocks: Bool) {
        let codes = Competence.generalCodes.prefix(5)
        var left = sum
        var held: [String: Int] = [:]
        for code in codes {
            held[code] = min(left, 5)
            left -= min(left, 5)
        }
        let standard = Dictionary(uniqueKeysWithValues: codes.map { ($0, 5) })
        let found = Rules.competence(held: held, standard: standard, policy)
        #expect(found.outcome == outcome)
        #expect(found.reason == reason)
        #expect(found.blocks == blocks)
        #expect(found.value.first == RuleValue("jpm-percent", sum * 4))
    }

    @Test func gapsAreNamedInOrder() {
        let found = Rules.competence(
            held: ["teknis-perizinan": 1, "kerja-sama": 1, "integritas": 9],
            standard: ["teknis-perizinan": 2, "kerja-sama": 2, "integritas": 2], policy)
        #expect(found.value.last == RuleValue("gaps", "kerja-sama 1/2, teknis-perizinan 1/2"))
    }

    @Test func competenceNeverMeasuredNeedsAPerson() {
        let found = Rules.competence(held: ["integritas": 5], standard: ["integritas": 1, "kerja-sama": 1], policy)
        #expect(found.outcome == .needsHuman)
        #expect(found.value == [RuleValue("unmeasured", "kerja-sama")])
        #expect(Rules.competence(held: ["integritas": 5], standard: [:], policy).reason == .noStandard)
        #expect(Rules.competence(held: ["integritas": 5], standard: [:], policy).outcome == .needsHuman)
    }

    @Test func levelsOfAnySizeDoNotTrap() {
        let found = Rules.competence(
            held: ["a": .max, "b": .min], standard: ["a": .max, "b": .max, "c": .min], policy)
        #expect(found.value.first == RuleValue("jpm-percent", 50))
    }

    @Test(
        arguments: [
            (nil, RuleOutcome.needsHuman, RuleReason.opinionMissing), (.favourable, .pass, .opinionRecorded),
            (.unfavourable, .fail, .opinionUnfavourable),
        ] as [(RecordedOpinion?, RuleOutcome, RuleReason)])
    func opinionMustBeRecorded(opinion: RecordedOpinion?, outcome: RuleOutcome, reason: RuleReason) {
        let found = Rules.boardOpinion(recorded: opinion, policy)
        #expect(found.outcome == outcome)
        #expect(found.reason == reason)
    }

    @Test(arguments: [
        (AgreementStance.agrees, AgreementStance.agrees, true, RuleOutcome.pass, RuleReason.bothAgree),
        (.agrees, .agrees, false, .pass, .bothAgree),
        (.refuses, .agrees, true, .needsHuman, .refusalGoesToCoordinator),
        (.silent, .refuses, true, .needsHuman, .refusalGoesToCoordinator),
        (.agrees, .refuses, false, .fail, .refused),
        (.silent, .agrees, true, .needsHuman, .silenceGoesToCoordinator),
        (.agrees, .silent, false, .needsHuman, .silent),
    ])
    func refusalAndSilenceDependOnTheInstansi(
        home: AgreementStance, receiving: AgreementStance, same: Bool, outcome: RuleOutcome, reason: RuleReason
    ) {
        let found = Rules.agreement(
            home: home, receiving: receiving, homePost: "P-1", receivingPost: "P-1", sameInstansi: same, policy)
        #expect(found.outcome == outcome)
        #expect(found.reason == reason)
    }

    @Test func bothMustNameTheSamePost() {
        func found(_ home: String?, _ receiving: String?) -> RuleResult {
            Rules.agreement(
                home: .agrees, receiving: .agrees, homePost: home, receivingPost: receiving, sameInstansi: false,
                policy)
        }
        #expect(found("P-1", "P-2").reason == .differentPosts)
        #expect(found("P-1", nil).outcome == .needsHuman)
    }

    @Test func cardHeldElsewhereFails() {
        #expect(Rules.onePost(hasOtherHold: true, policy).blocks)
        #expect(Rules.onePost(hasOtherHold: false, policy).outcome == .pass)
    }

    private func required(_ confirmed: Int, isPlanned: Bool = false) -> TrainingRequirement {
        TrainingRequirement(competence: "teknis-perizinan", hours: 20, confirmedHours: confirmed, isPlanned: isPlanned)
    }

    @Test func trainingIsConfirmedWithItsLastHour() {
        func found(_ requirement: TrainingRequirement) -> RuleResult {
            Rules.training(gaps: ["teknis-perizinan"], requirements: [requirement], policy)
        }
        #expect(found(required(19)).reason == .trainingMissing)
        #expect(found(required(19)).blocks)
        #expect(found(required(20)).reason == .trainingConfirmed)
        #expect(found(required(21)).outcome == .pass)
        #expect(found(required(0, isPlanned: true)).reason == .trainingPlanned)
    }

    @Test func gapWithoutTrainingFailsAndUnknownGapsNeedAPerson() {
        let uncovered = Rules.training(gaps: ["kerja-sama", "teknis-perizinan"], requirements: [required(20)], policy)
        #expect(uncovered.outcome == .fail)
        #expect(uncovered.value == [RuleValue("competences", "kerja-sama")])
        #expect(Rules.training(gaps: [], requirements: [], policy).reason == .noTrainingRequired)
        #expect(Rules.training(gaps: nil, requirements: [], policy).outcome == .needsHuman)
        #expect(Rules.training(gaps: nil, requirements: [required(0)], policy).outcome == .fail)
    }
}
