import Personnel

/// Whether a person may come to a seat, after the rules that can be asked of a card.
struct PlanEligibility {
    let policy: PersonnelPolicy
    let settings: PlanSettings
    let start: CivilDate

    /// What the gates say together.
    enum Found {
        /// No gate is closed.
        case allowed
        /// By one gate alone, or by several: then it names none.
        case refused(PlanGate?)
    }

    /// - Parameter tally: the person's competences against the standard.
    func found(
        _ person: PlanPerson, from held: Post, to asked: PlanStandard, _ tally: CompetenceTally
    ) -> Found {
        var closed: PlanGate?
        for gate in Self.gatesWithoutMatch where state(of: gate, person, held, asked) == .closed {
            if closed != nil { return .refused(nil) }
            closed = gate
        }
        if competence(tally, asked) == .closed {
            return .refused(closed == nil ? .competence : nil)
        }
        return closed.map { .refused($0) } ?? .allowed
    }

    private static let gatesWithoutMatch = PlanGate.allCases.filter { $0 != .competence }

    func findings(
        _ person: PlanPerson, from held: Post, to asked: PlanStandard
    ) -> (refusals: [PlanRefusal], questions: [PlanRefusal]) {
        var refusals: [PlanRefusal] = []
        var questions: [PlanRefusal] = []
        for gate in PlanGate.allCases {
            switch state(of: gate, person, held, asked) {
            case .open: break
            case .closed: refusals.append(PlanRefusal(gate, value(of: gate, person, held, asked)))
            case .unknown: questions.append(PlanRefusal(gate, value(of: gate, person, held, asked)))
            }
        }
        return (refusals, questions)
    }

    private func state(of gate: PlanGate, _ person: PlanPerson, _ held: Post, _ asked: PlanStandard) -> PlanGate.State {
        let requirement = asked.requirement
        switch gate {
        case .level: return demotes(held, asked.post) ? .closed : .open
        case .retirement:
            guard let months = settings.monthsLeftToRetirement else { return .open }
            return Self.state(person.monthsToRetirement.map { $0 >= months })
        case .grade:
            guard let grades = requirement.grades else { return .open }
            return Self.state(person.profile.grade.flatMap(grades.contains))
        case .ladderGrade:
            guard let lowest = step(asked)?.grade else { return .open }
            return Self.state(person.profile.grade.flatMap { $0.isAtLeast(lowest) })
        case .education:
            guard let education = requirement.education else { return .open }
            return Self.state(person.profile.education.map { $0.level.meets(education.minimum) })
        case .ladderEducation:
            guard let minimum = step(asked)?.education else { return .open }
            return Self.state(person.profile.education.map { $0.level.meets(minimum) })
        case .ladderExperience:
            let asksExperience = step(asked).map { !$0.experience.isEmpty || $0.ageLimit != nil } ?? false
            return asksExperience && isPromotion(held, asked.post) ? .unknown : .open
        case .box:
            guard let boxes = step(asked)?.boxes, !boxes.isEmpty, isPromotion(held, asked.post) else { return .open }
            return Self.state(person.profile.box(policy).map(boxes.contains))
        case .certificates:
            var isKnown = true
            for kind in requirement.certificates {
                switch person.profile.holds(certificate: kind, on: start) {
                case true: break
                case false: return .closed
                case nil: isKnown = false
                }
            }
            return isKnown ? .open : .unknown
        case .entry: return entry(person, held, asked)
        case .competence: return competence(person.profile.match(requirement).tally, asked)
        }
    }

    private func competence(_ tally: CompetenceTally, _ asked: PlanStandard) -> PlanGate.State {
        guard !asked.requirement.competences.isEmpty else { return .open }
        guard let permille = tally.permille else { return .unknown }
        return Self.state(permille / 10 >= policy.competenceNearPercent)
    }

    private static func state(_ passes: Bool?) -> PlanGate.State {
        passes.map { $0 ? .open : .closed } ?? .unknown
    }

    private func step(_ asked: PlanStandard) -> LadderStep? {
        guard asked.post.kind == .structural else { return nil }
        return asked.post.eselon.flatMap(policy.rules.step)
    }

    private func isPromotion(_ held: Post, _ asked: Post) -> Bool {
        guard asked.kind == .structural, let eselon = asked.eselon else { return false }
        return held.eselon.map(eselon.isAbove) ?? true
    }

    private func demotes(_ held: Post, _ asked: Post) -> Bool {
        switch (held.kind, asked.kind) {
        case (.structural, .structural):
            guard let from = held.eselon, let to = asked.eselon else { return false }
            return from.isAbove(to)
        case (.functional, .functional):
            guard let from = held.level?.standing, let to = asked.level?.standing else { return false }
            return to < from
        case (.structural, .pelaksana), (.functional, .pelaksana): return true
        case (.structural, .functional), (.functional, .structural), (.pelaksana, _): return false
        }
    }

    private func entry(_ person: PlanPerson, _ held: Post, _ asked: PlanStandard) -> PlanGate.State {
        guard asked.post.kind == .functional, !held.id.utf8.elementsEqual(asked.post.id.utf8) else { return .open }
        guard let entry = asked.requirement.entry, let test = entry.test else { return .closed }
        var findings = [person.profile.holds(certificate: test, on: start)]
        if let education = asked.requirement.education {
            findings.append(person.profile.education.flatMap { education.takes(field: $0.field) })
        }
        if let months = entry.months {
            findings.append(asked.requirement.family.flatMap(person.profile.months(inFamily:)).map { $0 >= months })
        }
        if entry.ageLimit != nil {
            // A card shows no age.
            findings.append(nil)
        }
        return findings.contains(false) ? .closed : findings.contains(nil) ? .unknown : .open
    }
}

extension PlanEligibility {
    /// What a gate compared.
    private func value(of gate: PlanGate, _ person: PlanPerson, _ held: Post, _ asked: PlanStandard) -> [RuleValue] {
        let requirement = asked.requirement
        let profile = person.profile
        let unknown = "-"
        func text(_ post: Post) -> String { post.eselon?.rawValue ?? post.level?.rawValue ?? post.kind.rawValue }
        switch gate {
        case .level: return [RuleValue("held", text(held)), RuleValue("asked", text(asked.post))]
        case .retirement:
            return [
                RuleValue("months", person.monthsToRetirement.map(String.init) ?? unknown),
                RuleValue("months-asked", settings.monthsLeftToRetirement ?? 0),
            ]
        case .grade:
            return [
                RuleValue("grade", profile.grade?.text ?? unknown),
                RuleValue("grade-lowest", requirement.grades?.lowest.text ?? unknown),
                RuleValue("grade-highest", requirement.grades?.highest.text ?? unknown),
            ]
        case .ladderGrade:
            return [
                RuleValue("grade", profile.grade?.text ?? unknown),
                RuleValue("grade-asked", step(asked)?.grade?.text ?? unknown),
            ]
        case .education, .ladderEducation:
            let minimum = gate == .education ? requirement.education?.minimum : step(asked)?.education
            return [
                RuleValue("education", profile.education?.level.rawValue ?? unknown),
                RuleValue("education-asked", minimum?.rawValue ?? unknown),
            ]
        case .ladderExperience: return [RuleValue("eselon", asked.post.eselon?.rawValue ?? unknown)]
        case .box:
            return [
                RuleValue("box", profile.box(policy).map(String.init) ?? unknown),
                RuleValue("boxes-asked", (step(asked)?.boxes ?? []).map(String.init).joined(separator: ", ")),
            ]
        case .certificates:
            let lacking = requirement.certificates.filter { profile.holds(certificate: $0, on: start) != true }
            return [RuleValue("certificates", lacking.joined(separator: ", ")), RuleValue("start", start)]
        case .entry:
            let entry = requirement.entry
            let months = requirement.family.flatMap(profile.months(inFamily:)).map(String.init) ?? unknown
            return [RuleValue("test", entry?.test ?? unknown)]
                + (entry?.months.map { [RuleValue("months", months), RuleValue("months-asked", $0)] } ?? [])
                + (entry?.ageLimit.map { [RuleValue("age-limit", $0)] } ?? [])
        case .competence:
            let match = profile.match(requirement)
            if !match.unmeasured.isEmpty {
                return [RuleValue("unmeasured", match.unmeasured.joined(separator: ", "))]
            }
            return [
                RuleValue("jpm-percent", (match.permille ?? 0) / 10),
                RuleValue("jpm-asked", policy.competenceNearPercent),
                RuleValue("gaps", match.gaps.map { "\($0.competence) \($0.held)/\($0.asked)" }.joined(separator: ", ")),
            ]
        }
    }

    /// The competences in which the person must be trained before the start: small gaps (R12, R24).
    func trainingNeeded(_ person: PlanPerson, for asked: PlanStandard) -> [CompetenceGap] {
        person.profile.match(asked.requirement).gaps
    }
}

extension FunctionalLevel {
    /// The step on both ladders, the skilled one first.
    fileprivate var standing: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
