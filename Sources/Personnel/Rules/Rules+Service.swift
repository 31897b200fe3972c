/// Checks of the post that is left, and of what the person has behind and before her.
extension Rules {
    /// R4: job and workload analysis exist for the post that is left and for the new one.
    public static func analyses(
        _ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy
    ) -> RuleResult {
        let stated = [
            ("old-post-anjab", subject.left?.hasStandard), ("old-post-abk", subject.left?.hasWorkloadAnalysis),
            ("new-post-anjab", !context.requirement.competences.isEmpty || context.requirement.grades != nil),
            ("new-post-abk", context.requirement.hasWorkloadAnalysis),
        ]
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ missing: [String]) -> RuleResult {
            let value = missing.isEmpty ? [] : [RuleValue("parts", missing.joined(separator: ", "))]
            return .make(.r4, outcome, reason, policy, value, source: "standar-jabatan, abk, vacancy")
        }
        let missing = stated.filter { $0.1 == false }.map(\.0)
        if !missing.isEmpty { return found(.fail, .analysisMissing, missing) }
        let unknown = stated.filter { $0.1 == nil }.map(\.0)
        return unknown.isEmpty
            ? found(.pass, .analysesExist, []) : found(.needsHuman, .analysisUnknown, unknown)
    }

    /// R7: no medium or heavy sanction that began or ran in the policy's last years.
    public static func pastSanctions(_ subject: RuleSubject, _ policy: PersonnelPolicy) -> RuleResult {
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ sanction: Sanction? = nil) -> RuleResult {
            var value = policy.rules.sanctionYears.map { [RuleValue("years", $0)] } ?? []
            if let sanction {
                value += [RuleValue("level", sanction.level.rawValue), RuleValue("from", sanction.from)]
                value += sanction.until.map { [RuleValue("until", $0)] } ?? []
            }
            return .make(.r7, outcome, reason, policy, value, source: "rw_hukdis")
        }
        guard let years = policy.rules.sanctionYears else { return found(.needsHuman, .notSetByPolicy) }
        guard let record = subject.person.discipline else { return found(.needsHuman, .disciplineUnknown) }
        let since = subject.today.adding(years: -years)
        let grave = record.sanctions.filter { $0.level != .light }
        if let recent = grave.first(where: { ($0.until ?? $0.from) > since }) {
            return found(.fail, .sanctionRecent, recent)
        }
        if let endless = grave.first(where: { $0.until == nil }) {
            return found(.needsHuman, .sanctionEndUnknown, endless)
        }
        return found(.pass, .noSanctionRecent)
    }

    /// R9: the Inspektorat's clearance, a certificate of the policy's kind, is valid at the start.
    public static func clearance(_ subject: RuleSubject, _ policy: PersonnelPolicy) -> RuleResult {
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ value: [RuleValue] = []) -> RuleResult {
            .make(.r9, outcome, reason, policy, value, source: "sertifikat")
        }
        guard let kind = policy.rules.clearance else { return found(.needsHuman, .notSetByPolicy) }
        guard let held = subject.person.certificates else { return found(.needsHuman, .clearanceUnknown) }
        let clearances = held.filter { LooseText.matches($0.kind, kind) }
        guard let last = clearances.max(by: { ($0.validUntil ?? .latest) < ($1.validUntil ?? .latest) }) else {
            return found(.fail, .clearanceMissing)
        }
        let value =
            [RuleValue("number", last.number)] + (last.validUntil.map { [RuleValue("until", $0)] } ?? [])
        guard let until = last.validUntil else { return found(.pass, .clearanceValid, value) }
        return subject.start <= until ? found(.pass, .clearanceValid, value) : found(.fail, .clearanceExpired, value)
    }

    /// R15: the years as PNS that an own request to another instansi asks for.
    public static func ownRequest(
        _ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy
    ) -> RuleResult {
        let since = subject.person.permanentSince
        func found(_ outcome: RuleOutcome, _ reason: RuleReason) -> RuleResult {
            let value =
                (since.map { [RuleValue("permanent-since", $0)] } ?? [])
                + (policy.rules.ownRequestYears.map { [RuleValue("years", $0)] } ?? [])
            return .make(.r15, outcome, reason, policy, value, source: "staff export TMT PNS")
        }
        if context.sameInstansi { return found(.notApplicable, .insideInstansi) }
        guard let years = policy.rules.ownRequestYears else { return found(.needsHuman, .notSetByPolicy) }
        guard let since else { return found(.needsHuman, .serviceUnknown) }
        return since.adding(years: years) <= subject.start
            ? found(.pass, .serviceReached) : found(.fail, .serviceNotReached)
    }

    /// R20: the policy's years are left to retirement at the start.
    public static func retirement(_ subject: RuleSubject, _ policy: PersonnelPolicy) -> RuleResult {
        let ages = policy.forecast.retirementAges
        guard let retires = subject.person.retirementDate(inPostOn: subject.start, ages) else {
            return .make(.r20, .needsHuman, .retirementUnknown, policy, source: "staff export; reference files")
        }
        let isFar = subject.start.adding(years: policy.yearsLeftToRetirement) <= retires
        let value = [RuleValue("retires", retires), RuleValue("years", policy.yearsLeftToRetirement)]
        return .make(
            .r20, isFar ? .pass : .fail, isFar ? .retirementFar : .retiresSoon, policy, value,
            source: "staff export NIP BARU; reference files BUP")
    }

    /// R23: post and unit keep their floor without the person. Who serves alone in a post leaves it only by a recorded
    /// decision or against a replacement, or is lent for a part of the time: else it needs a person.
    ///
    /// The floor is the larger one of the agency's own number and the policy's share of the need. Counted in hundredths of a
    /// person: of who is lent for a part of the time the rest stays.
    public static func floor(_ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy) -> RuleResult {
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ value: [RuleValue] = []) -> RuleResult {
            let isOwn = value.contains { $0.text == "own-floor" }
            return .make(
                .r23, outcome, reason, policy, value,
                source: isOwn ? "abk; rw_jabatan; batas-minimal" : "abk; rw_jabatan")
        }
        guard let left = subject.left else { return found(.needsHuman, .postUnknown) }
        let stays = context.isSecondment ? 100 - min(max(context.partTime ?? 100, 1), 100) : 0
        if context.isForRush { return donor(left, stays: stays, policy, source: "abk; rw_jabatan; batas-minimal") }
        var value = [RuleValue("post-holders", left.post.people), RuleValue("unit-holders", left.unit.people)]
        value += stays > 0 ? [RuleValue("stays-percent", stays)] : []
        var isBroken = false
        var isUnknown = false
        for (name, staffing) in [("post-floor", left.post), ("unit-floor", left.unit)] {
            guard let floor = staffing.floor(policy.rules.floorPercent) else {
                isUnknown = true
                continue
            }
            value.append(RuleValue(name, floor.people))
            value += floor.isOwn ? [RuleValue(name + "-from", "own-floor")] : []
            isBroken = isBroken || staffing.hundredths - 100 + stays < floor.people * 100
        }
        if isBroken { return found(.fail, context.isSecondment ? .donorBelowFloor : .belowFloor, value) }
        if isUnknown, policy.rules.floorPercent == nil { return found(.needsHuman, .notSetByPolicy) }
        if left.post.hundredths <= 100, stays == 0 { return found(.needsHuman, .soleHolder, value) }
        return isUnknown ? found(.needsHuman, .floorUnknown, value) : found(.pass, .floorKept, value)
    }

    /// R23 where the person is lent to a counter in a rush: post and unit keep the policy's share of their need and their floor,
    /// and their own counters are in no rush.
    ///
    /// - Parameters:
    ///   - left: who serves there, the person included and those who are lent already not.
    ///   - stays: the part of the person's time that stays, in percent.
    ///   - published: the day of which the numbers are, when the agency published them; nil when its own files say them.
    public static func donor(
        _ left: LeftPost, stays: Int = 0, published: CivilDate? = nil, _ policy: PersonnelPolicy, source: String
    ) -> RuleResult {
        var value = published.map { [RuleValue("published", $0)] } ?? []
        value += [RuleValue("post-holders", left.post.people), RuleValue("unit-holders", left.unit.people)]
        value += stays > 0 ? [RuleValue("stays-percent", stays)] : []
        for (name, staffing) in [("post-floor", left.post), ("unit-floor", left.unit)] {
            guard let kept = Donor.kept(staffing, policy) else { continue }
            value += [RuleValue(name, kept.people), RuleValue(name + "-from", kept.basis.rawValue)]
        }
        func found(_ outcome: RuleOutcome, _ reason: RuleReason) -> RuleResult {
            .make(.r23, outcome, reason, policy, value, source: source)
        }
        func afterwards(_ staffing: Staffing) -> Staffing {
            Staffing(hundredths: staffing.hundredths + stays, need: staffing.need, ownFloor: staffing.ownFloor)
        }
        switch Donor.finding(
            post: afterwards(left.post), unit: afterwards(left.unit), isInRush: left.isInRush, policy)
        {
        case .inRush: return found(.fail, .donorInRush)
        case .atItsLimit: return found(.fail, .donorBelowFloor)
        case .needUnknown: return found(.needsHuman, .floorUnknown)
        case .canLend:
            let isAlone = left.post.hundredths <= 100 && stays == 0
            return isAlone ? found(.needsHuman, .soleHolder) : found(.pass, .floorKept)
        }
    }

    /// R25: an acting holder (Plt) acts in the own unit, on the own or the next higher level, not longer than the policy's
    /// months in all.
    public static func acting(_ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy) -> RuleResult {
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ value: [RuleValue] = []) -> RuleResult {
            .make(.r25, outcome, reason, policy, value, source: "rw_jabatan")
        }
        guard context.isActing else { return found(.notApplicable, .notActing) }
        guard let most = policy.rules.actingMonths else { return found(.needsHuman, .notSetByPolicy) }
        let asked = context.requirement
        guard let end = context.secondmentEnd, let postID = asked.postID, let unitID = asked.unitID,
            let own = subject.person.definitiveAssignment(on: subject.start),
            let post = subject.person.post(of: own)
        else { return found(.needsHuman, .actingUnknown) }
        let served = subject.person.actedMonths(inPost: postID, before: subject.start)
        let value = [RuleValue("months-served", served), RuleValue("months-asked", most), RuleValue("until", end)]
        guard end < subject.start.adding(months: max(0, most - served)) else {
            return found(.fail, .actingTooLong, value)
        }
        guard own.unitID == unitID else { return found(.fail, .actingElsewhere, value) }
        guard let from = post.tier, let to = PostTier(kind: asked.kind, eselon: asked.eselon) else {
            return found(.needsHuman, .actingUnknown, value)
        }
        return to.rawValue == from.rawValue || to.rawValue == from.rawValue + 1
            ? found(.pass, .actingFits, value) : found(.fail, .actingTooHigh, value)
    }
}

extension CivilServant {
    /// Months begun before a day in acting duties in one post (R25).
    func actedMonths(inPost postID: String, before day: CivilDate) -> Int {
        assignments.filter { $0.kind == .acting && $0.postID == postID && $0.span.from < day }
            .reduce(0) { $0 + $1.span.begunMonths(before: day) }
    }
}

extension DatedSpan {
    /// Months of the span before a day, the last one counted as soon as it has begun.
    fileprivate func begunMonths(before day: CivilDate) -> Int {
        let end = min(day, until.map { $0.adding(days: 1) } ?? day)
        let whole = from.fullMonths(until: end)
        return from.adding(months: whole) < end ? whole + 1 : whole
    }
}

/// The four tiers of posts that an acting duty counts by.
enum PostTier: Int {
    case pelaksana = 1
    case pengawas
    case administrator
    case highLeadership

    /// Nil for a functional post, which stands beside them, and for what is not known.
    init?(kind: PostKind?, eselon: Eselon?) {
        switch (kind, eselon) {
        case (.pelaksana, _): self = .pelaksana
        case (.structural, .fifthA), (.structural, .fourthA), (.structural, .fourthB): self = .pengawas
        case (.structural, .thirdA), (.structural, .thirdB): self = .administrator
        case (.structural, .some): self = .highLeadership
        default: return nil
        }
    }
}

extension Post {
    var tier: PostTier? { PostTier(kind: kind, eselon: eselon) }
}
