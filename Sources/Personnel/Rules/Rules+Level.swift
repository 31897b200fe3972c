/// Checks against the level of the post: ladder, grade, box, assessment, and entry into a functional post.
extension Rules {
    /// R10: education, service and age that the ladder asks for a structural post.
    public static func level(_ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy) -> RuleResult {
        switch step(context, policy) {
        case .failure(let open): return open.result(.r10, policy)
        case .success(let asked):
            var conditions = Conditions(subject, [RuleValue("eselon", asked.eselon.rawValue)])
            if let minimum = asked.step.education {
                conditions.value.append(RuleValue("education-asked", minimum.rawValue))
                conditions.value += subject.person.education.map { [RuleValue("education", $0.level.rawValue)] } ?? []
                conditions.take("education", subject.person.education?.level.meets(minimum))
            }
            for (index, experience) in asked.step.experience.enumerated() {
                conditions.ask(
                    months: experience.months, in: experience.posts, family: context.requirement.family,
                    as: "months-\(index + 1)")
            }
            conditions.ask(ageLimit: asked.step.ageLimit)
            return conditions.result(
                .r10, reached: .levelReached, notReached: .levelNotReached, policy,
                source: "staff export TINGKAT PENDIDIKAN NAMA; rw_jabatan")
        }
    }

    /// R11: the grade that the ladder asks for an eselon.
    public static func grade(_ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy) -> RuleResult {
        switch step(context, policy) {
        case .failure(let open): return open.result(.r11, policy)
        case .success(let asked):
            func found(_ outcome: RuleOutcome, _ reason: RuleReason) -> RuleResult {
                let value = [
                    RuleValue("eselon", asked.eselon.rawValue), RuleValue("grade", subject.person.grade?.text ?? "-"),
                    RuleValue("grade-asked", asked.step.grade?.text ?? "-"),
                ]
                return .make(.r11, outcome, reason, policy, value, source: "staff export GOL AKHIR NAMA")
            }
            guard let lowest = asked.step.grade else { return found(.needsHuman, .ladderUnknown) }
            switch subject.person.grade?.isAtLeast(lowest) {
            case true: return found(.pass, .gradeReached)
            case false: return found(.fail, .gradeNotReached)
            // A PPPK's grade stands on another ladder.
            case nil: return found(.needsHuman, .gradeUnknown)
            }
        }
    }

    /// R13: a promotion comes from the boxes that the ladder names; the box is computed from the last scores.
    public static func talentBox(
        _ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy
    ) -> RuleResult {
        switch step(context, policy) {
        case .failure(let open): return open.result(.r13, policy)
        case .success(let asked):
            func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ value: [RuleValue] = []) -> RuleResult {
                .make(.r13, outcome, reason, policy, value, source: "talenta")
            }
            guard let present = subject.person.post(on: subject.start) else { return found(.needsHuman, .postUnknown) }
            if let held = present.eselon, !asked.eselon.isAbove(held) {
                return found(.notApplicable, .notAPromotion, [RuleValue("eselon", held.rawValue)])
            }
            guard let grid = policy.rules.talentGrid, !asked.step.boxes.isEmpty else {
                return found(.needsHuman, .ladderUnknown)
            }
            let scores = subject.person.talent?.filter { $0.assessed <= subject.today }
            guard let last = scores?.max(by: { $0.assessed < $1.assessed }) else {
                return found(.needsHuman, .boxUnknown)
            }
            let box = grid.box(of: last)
            let value = [
                RuleValue("box", box),
                RuleValue("boxes-asked", asked.step.boxes.map(String.init).joined(separator: ", ")),
                RuleValue("assessed", last.assessed),
            ]
            return asked.step.boxes.contains(box)
                ? found(.pass, .boxReached, value) : found(.fail, .boxNotReached, value)
        }
    }

    /// R14: the last assessment of competences is not older than the policy's years.
    public static func assessmentAge(_ subject: RuleSubject, _ policy: PersonnelPolicy) -> RuleResult {
        let last = subject.person.competences?.map(\.assessed).filter { $0 <= subject.today }.max()
        func found(_ outcome: RuleOutcome, _ reason: RuleReason) -> RuleResult {
            let value =
                (last.map { [RuleValue("assessed", $0)] } ?? [])
                + (policy.rules.assessmentYears.map { [RuleValue("years", $0)] } ?? [])
            return .make(.r14, outcome, reason, policy, value, source: "kompetensi")
        }
        guard let years = policy.rules.assessmentYears else { return found(.needsHuman, .notSetByPolicy) }
        guard let last else { return found(.needsHuman, .assessmentUnknown) }
        return subject.start <= last.adding(years: years)
            ? found(.pass, .assessmentFresh) : found(.fail, .assessmentOld)
    }

    /// R27: entry into a functional post or a rise in it: test, education, service and age, as the post states them.
    ///
    /// That a seat of the level is free is R3's.
    public static func functionalEntry(
        _ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy
    ) -> RuleResult {
        let asked = context.requirement
        let source = "standar-jabatan; sertifikat"
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ value: [RuleValue] = []) -> RuleResult {
            .make(.r27, outcome, reason, policy, value, source: source)
        }
        guard let kind = asked.kind else { return found(.needsHuman, .postKindUnknown) }
        guard kind == .functional else {
            return found(.notApplicable, .notFunctional, [RuleValue("post", kind.rawValue)])
        }
        guard let present = subject.person.post(on: subject.start) else { return found(.needsHuman, .postUnknown) }
        if let id = asked.postID, id.utf8.elementsEqual(present.id.utf8) {
            return found(.notApplicable, .samePost)
        }
        guard let entry = asked.entry, let test = entry.test else { return found(.needsHuman, .entryUnknown) }
        var conditions = Conditions(subject, [RuleValue("test", test)])
        conditions.take(
            "test",
            subject.person.certificates?.contains { held in
                LooseText.matches(held.kind, test) && held.validUntil.map { subject.start <= $0 } ?? true
            })
        if let education = asked.education {
            conditions.value.append(RuleValue("education-asked", education.minimum.rawValue))
            conditions.take(
                "education",
                subject.person.education.map {
                    $0.level.meets(education.minimum) && education.takes(field: $0.field) != false
                })
        }
        if let months = entry.months {
            conditions.ask(months: months, in: [], family: asked.family, as: "months")
        }
        conditions.ask(ageLimit: entry.ageLimit)
        return conditions.result(.r27, reached: .entryReached, notReached: .entryNotReached, policy, source: source)
    }

    /// What the ladder asks for the post of a move, or why nothing can be asked.
    private static func step(
        _ context: MoveContext, _ policy: PersonnelPolicy
    ) -> Result<(eselon: Eselon, step: LadderStep), OpenLadder> {
        guard let kind = context.requirement.kind else { return .failure(.kindUnknown) }
        guard kind == .structural else { return .failure(.notStructural(kind)) }
        guard let eselon = context.requirement.eselon else { return .failure(.eselonUnknown) }
        guard let step = policy.rules.step(for: eselon) else { return .failure(.notSet(eselon)) }
        return .success((eselon, step))
    }

    private enum OpenLadder: Error {
        case kindUnknown
        case notStructural(PostKind)
        case eselonUnknown
        case notSet(Eselon)

        func result(_ rule: RuleID, _ policy: PersonnelPolicy) -> RuleResult {
            switch self {
            case .kindUnknown: .make(rule, .needsHuman, .postKindUnknown, policy)
            case .notStructural(let kind):
                .make(rule, .notApplicable, .notStructural, policy, [RuleValue("post", kind.rawValue)])
            case .eselonUnknown: .make(rule, .needsHuman, .eselonUnknown, policy)
            case .notSet(let eselon):
                .make(rule, .needsHuman, .ladderUnknown, policy, [RuleValue("eselon", eselon.rawValue)])
            }
        }
    }
}
