extension Rules {
    /// R3: a seat is free at the start, and the need stands above the holders.
    ///
    /// - Parameters:
    ///   - seatsFree: seats of the vacancy without a hold, those that become free by the start included.
    ///   - need: people needed after the workload analysis; nil when its owner gave none.
    ///   - holders: people who hold the post at the start; nil when not stated.
    ///   - isFreed: the seat is that of somebody who leaves it first and still counts among the holders.
    public static func vacancy(
        seatsFree: Int, need: Int?, holders: Int?, isFreed: Bool = false, _ policy: PersonnelPolicy
    ) -> RuleResult {
        var value = [RuleValue("seats-free", seatsFree)]
        value += need.map { [RuleValue("need", $0)] } ?? []
        value += holders.map { [RuleValue("holders", $0)] } ?? []
        func found(_ outcome: RuleOutcome, _ reason: RuleReason) -> RuleResult {
            .make(.r3, outcome, reason, policy, value, source: "vacancy")
        }
        guard seatsFree > 0 else { return found(.fail, .noSeatFree) }
        guard let need, let holders else { return found(.needsHuman, .needUnknown) }
        if isFreed, need >= holders { return found(.pass, .seatFreed) }
        return need > holders ? found(.pass, .seatFree) : found(.fail, .needNotAboveHolders)
    }

    /// R12: the competences held against the post's standard, as job person match (JPM).
    ///
    /// Without a gap, or with a JPM from the policy's optimal mark, it passes; below it is a soft fail, below the near
    /// mark a hard one. A standard that is empty, or a competence that was never measured, needs a person.
    public static func competence(
        held: [String: Int], standard: [String: Int], _ policy: PersonnelPolicy
    ) -> RuleResult {
        let match = CompetenceMatch(held: held, standard: standard)
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ value: [RuleValue]) -> RuleResult {
            .make(.r12, outcome, reason, policy, value, source: "kompetensi, standar-jabatan")
        }
        guard match.unmeasured.isEmpty else {
            let codes = match.unmeasured.joined(separator: ", ")
            return found(.needsHuman, .competenceUnknown, [RuleValue("unmeasured", codes)])
        }
        guard let permille = match.permille else { return found(.needsHuman, .noStandard, []) }
        var value = [RuleValue("jpm-percent", permille / 10)]
        if match.gaps.isEmpty {
            return found(.pass, .competenceMet, value)
        }
        let gaps = match.gaps.map { "\($0.competence) \($0.held)/\($0.asked)" }.joined(separator: ", ")
        value.append(RuleValue("gaps", gaps))
        if permille / 10 >= policy.competenceOptimalPercent {
            return found(.pass, .competenceNear, value)
        }
        return permille / 10 >= policy.competenceNearPercent
            ? found(.fail, .competenceBelow, value) : found(.fail, .competenceFarBelow, value)
    }

    /// R18: the board's opinion is recorded.
    ///
    /// - Parameter recorded: nil while no document records it.
    public static func boardOpinion(recorded: RecordedOpinion?, _ policy: PersonnelPolicy) -> RuleResult {
        let value = recorded.map { [RuleValue("opinion", $0.rawValue)] } ?? []
        return switch recorded {
        case nil: .make(.r18, .needsHuman, .opinionMissing, policy)
        case .favourable: .make(.r18, .pass, .opinionRecorded, policy, value, source: "document")
        case .unfavourable: .make(.r18, .fail, .opinionUnfavourable, policy, value, source: "document")
        }
    }

    /// R19: home and receiver agree and name the same post.
    ///
    /// Inside one instansi both are only heard: a refusal or silence is needs-human and goes to the BKD. Between
    /// instansi a refusal fails, and silence is still open.
    ///
    /// - Parameters:
    ///   - homePost: the id of the post that home named; nil when it named none.
    ///   - receivingPost: the id of the post that the receiver named; nil when it named none.
    public static func agreement(
        home: AgreementStance, receiving: AgreementStance, homePost: String?, receivingPost: String?,
        sameInstansi: Bool, _ policy: PersonnelPolicy
    ) -> RuleResult {
        func found(_ outcome: RuleOutcome, _ reason: RuleReason) -> RuleResult {
            let value = [RuleValue("home", home.rawValue), RuleValue("receiving", receiving.rawValue)]
            return .make(.r19, outcome, reason, policy, value, source: "offer")
        }
        let stances = [home, receiving]
        if stances.contains(.refuses) {
            return sameInstansi ? found(.needsHuman, .refusalGoesToCoordinator) : found(.fail, .refused)
        }
        if stances.contains(.silent) {
            return found(.needsHuman, sameInstansi ? .silenceGoesToCoordinator : .silent)
        }
        guard let homePost, let receivingPost else { return found(.needsHuman, .postUnknown) }
        let isSame = homePost.utf8.elementsEqual(receivingPost.utf8)
        return isSame ? found(.pass, .bothAgree) : found(.fail, .differentPosts)
    }

    /// R21 over the offers: no other offer holds the same card.
    public static func onePost(hasOtherHold: Bool, _ policy: PersonnelPolicy) -> RuleResult {
        .make(.r21, hasOtherHold ? .fail : .pass, hasOtherHold ? .heldElsewhere : .onePost, policy, source: "offers")
    }

    /// R24: every gap is closed by confirmed training before the start, or by an agreed plan.
    ///
    /// - Parameters:
    ///   - gaps: the codes of the competences below the standard; nil when they could not be computed.
    ///   - requirements: the training that was required.
    public static func training(
        gaps: [String]?, requirements: [TrainingRequirement], _ policy: PersonnelPolicy
    ) -> RuleResult {
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ codes: [String]) -> RuleResult {
            let value = codes.isEmpty ? [] : [RuleValue("competences", codes.joined(separator: ", "))]
            return .make(.r24, outcome, reason, policy, value, source: "training")
        }
        let open = requirements.filter { !$0.isConfirmed && !$0.isPlanned }.map(\.competence)
        let uncovered = (gaps ?? []).filter { gap in !requirements.contains { $0.competence == gap } }
        if !open.isEmpty || !uncovered.isEmpty {
            let uncoveredOnly = uncovered.filter { !open.contains($0) }
            return found(.fail, .trainingMissing, open + uncoveredOnly)
        }
        guard gaps != nil else { return found(.needsHuman, .competenceUnknown, []) }
        if requirements.isEmpty {
            return found(.pass, .noTrainingRequired, [])
        }
        let isConfirmed = requirements.allSatisfy(\.isConfirmed)
        return found(.pass, isConfirmed ? .trainingConfirmed : .trainingPlanned, requirements.map(\.competence))
    }

    /// R24 at the decree, before the start has come: nothing has failed yet, for the start waits for what is open. A course that
    /// was required for every gap is the plan.
    public static func trainingAhead(
        gaps: [String]?, requirements: [TrainingRequirement], _ policy: PersonnelPolicy
    ) -> RuleResult {
        let found = training(gaps: gaps, requirements: requirements, policy)
        guard found.outcome == .fail else { return found }
        let isCovered = (gaps ?? []).allSatisfy { gap in requirements.contains { $0.competence == gap } }
        return .make(
            .r24, .needsHuman, isCovered ? .trainingPlanned : .trainingMissing, policy, found.value,
            source: found.source)
    }
}
