/// Checks against the level of the post: ladder, grade, box, assessment, and entry into a functional post.
extension Rules {
    /// R10: education, service and age that the ladder asks for a structural post.
    public static func level(_ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy) -> RuleResult {
        let source = "staff export TINGKAT PENDIDIKAN NAMA; rw_jabatan"
        switch step(context, policy) {
        case .failure(let open): return open.result(.r10, policy)
        case .success(let asked):
            var value: [RuleValue] = [RuleValue("eselon", asked.eselon.rawValue)]
            var failed: [String] = []
            var unknown: [String] = []
            if let minimum = asked.step.education {
                value.append(RuleValue("education-asked", minimum.rawValue))
                value += subject.person.education.map { [RuleValue("education", $0.level.rawValue)] } ?? []
                switch subject.person.education?.level.meets(minimum) {
                case true: break
                case false: failed.append("education")
                case nil: unknown.append("education")
                }
            }
            for (index, experience) in asked.step.experience.enumerated() {
                let served = subject.person.served(
                    experience.posts, family: context.requirement.family, on: subject.start)
                value += [
                    RuleValue("months-\(index + 1)", served.months),
                    RuleValue("months-\(index + 1)-asked", experience.months),
                ]
                guard served.months < experience.months else { continue }
                if served.isWhole { failed.append("experience") } else { unknown.append("experience") }
            }
            if let limit = asked.step.ageLimit {
                let age = subject.person.nip.age(on: subject.start)
                value += [RuleValue("age", age), RuleValue("age-limit", limit)]
                if age > limit { failed.append("age") }
            }
            func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ parts: [String] = []) -> RuleResult {
                let named = parts.isEmpty ? [] : [RuleValue("parts", distinct(parts))]
                return .make(.r10, outcome, reason, policy, named + value, source: source)
            }
            if !failed.isEmpty { return found(.fail, .levelNotReached, failed) }
            return unknown.isEmpty
                ? found(.pass, .levelReached) : found(.needsHuman, .levelUnknown, unknown)
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
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ value: [RuleValue] = []) -> RuleResult {
            .make(.r27, outcome, reason, policy, value, source: "standar-jabatan; sertifikat")
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
        var value = [RuleValue("test", test)]
        var failed: [String] = []
        var unknown: [String] = []
        if let certificates = subject.person.certificates {
            let passed = certificates.contains { held in
                LooseText.matches(held.kind, test) && held.validUntil.map { subject.start <= $0 } ?? true
            }
            if !passed { failed.append("test") }
        } else {
            unknown.append("test")
        }
        if let education = asked.education {
            value.append(RuleValue("education-asked", education.minimum.rawValue))
            switch subject.person.education.map({
                $0.level.meets(education.minimum) && education.takes(field: $0.field) != false
            }) {
            case true: break
            case false: failed.append("education")
            case nil: unknown.append("education")
            }
        }
        if let months = entry.months {
            let served = subject.person.served([], family: asked.family, on: subject.start)
            value += [RuleValue("months", served.months), RuleValue("months-asked", months)]
            if served.months < months {
                if served.isWhole { failed.append("experience") } else { unknown.append("experience") }
            }
        }
        if let limit = entry.ageLimit {
            let age = subject.person.nip.age(on: subject.start)
            value += [RuleValue("age", age), RuleValue("age-limit", limit)]
            if age > limit { failed.append("age") }
        }
        if !failed.isEmpty {
            return found(.fail, .entryNotReached, [RuleValue("parts", distinct(failed))] + value)
        }
        return unknown.isEmpty
            ? found(.pass, .entryReached, value)
            : found(.needsHuman, .levelUnknown, [RuleValue("parts", distinct(unknown))] + value)
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

    /// The parts in the order in which each first stands.
    private static func distinct(_ parts: [String]) -> String {
        parts.enumerated().filter { index, part in !parts[..<index].contains(part) }.map(\.element)
            .joined(separator: ", ")
    }
}

extension CivilServant {
    /// Whole months in definitive posts of some classes, or of a family where no class is named, up to a day; and whether
    /// every post of the history is known, so that no more can be there.
    func served(_ classes: [PostClass], family: String?, on day: CivilDate) -> (months: Int, isWhole: Bool) {
        var months = 0
        var isWhole = !assignments.isEmpty && (!classes.isEmpty || family != nil)
        for assignment in assignments where assignment.kind == .definitive {
            guard let held = post(of: assignment) else {
                isWhole = false
                continue
            }
            let counts =
                classes.isEmpty
                ? held.family.flatMap { own in family.map { LooseText.matches(own, $0) } } ?? false
                : classes.contains { $0.contains(held) }
            if counts { months += assignment.span.fullMonths(on: day) }
        }
        return (months, isWhole)
    }
}
