extension Rules {
    /// R1: who may be moved at all. A PPPK's request to another instansi counts as resignation; inside, the policy says
    /// whether a contract moves, and until it does a person decides.
    public static func employment(
        _ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy
    ) -> RuleResult {
        let kind = subject.person.employment
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ more: [RuleValue] = []) -> RuleResult {
            let value = [RuleValue("employment", kind.rawValue)] + more
            return .make(
                .r1, outcome, reason, policy, value, source: "staff export STATUS CPNS PNS, JENIS PEGAWAI NAMA")
        }
        switch kind {
        case .pns: return found(.pass, .permanentServant)
        case .cpns: return found(.fail, .probationer)
        case .pppk, .pppkPartTime: break
        }
        guard context.sameInstansi else { return found(.fail, .contractOutsideInstansi) }
        guard context.isSecondment || context.isActing else {
            return switch policy.rules.movesContracts {
            case nil: found(.needsHuman, .contractInsideInstansi)
            case true: found(.pass, .contractMayMove)
            case false: found(.fail, .contractMayNotMove)
            }
        }
        guard let contractEnd = subject.person.contractEnd else { return found(.needsHuman, .contractEndUnknown) }
        let dates = [RuleValue("contract-end", contractEnd)]
        guard let end = context.secondmentEnd else { return found(.needsHuman, .secondmentEndUnknown, dates) }
        return found(
            end <= contractEnd ? .pass : .fail, end <= contractEnd ? .contractCoversSecondment : .contractEndsFirst,
            dates + [RuleValue("secondment-end", end)])
    }

    /// R2: the term in the present post at the start; a term beyond the rotation mark passes with `due-for-rotation`.
    public static func term(_ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy) -> RuleResult {
        let source = "staff export TMT JABATAN"
        if context.isSecondment || context.isActing {
            return .make(.r2, .notApplicable, .termNotAsked, policy)
        }
        guard let present = subject.person.definitiveAssignment(on: subject.start) else {
            return .make(.r2, .needsHuman, .termUnknown, policy, source: source)
        }
        let since = present.span.from
        let value = [
            RuleValue("in-post-since", since),
            RuleValue("months-in-post", since.fullMonths(until: subject.start)),
            RuleValue("months-asked", policy.termInPostMonths),
            RuleValue("start", subject.start),
        ]
        if subject.start < since.adding(months: policy.termInPostMonths) {
            return .make(.r2, .fail, .termNotServed, policy, value, source: source)
        }
        let isDue = subject.start > since.adding(months: policy.rotationDueMonths)
        return .make(.r2, .pass, isDue ? .dueForRotation : .termServed, policy, value, source: source)
    }

    /// R5: Baik or better in each of the policy's last years, counted back from last year.
    ///
    /// Before the policy's month the year before last may stand in for last year when that is not yet rated.
    public static func appraisals(
        _ appraisals: [Appraisal]?, on day: CivilDate, _ policy: PersonnelPolicy
    ) -> RuleResult {
        let years = AppraisalWindow(appraisals ?? [], on: day, policy: policy).years
        let value = years.map { RuleValue("rating-\($0.year)", $0.rating?.rawValue ?? "missing") }
        let source = "rw_skp22 " + years.map { String($0.year) }.joined(separator: ", ")
        func found(_ outcome: RuleOutcome, _ reason: RuleReason) -> RuleResult {
            .make(.r5, outcome, reason, policy, value, source: source)
        }
        if years.contains(where: { ($0.rating ?? .baik) < .baik }) {
            return found(.fail, .appraisalBelowBaik)
        }
        if years.isEmpty || years.contains(where: { $0.rating == nil }) {
            return found(.needsHuman, .appraisalMissing)
        }
        return found(.pass, .appraisalsGood)
    }

    /// R6: no running sanction and no open case. A sanction that has not begun yet counts as an open case.
    public static func discipline(
        _ record: DisciplineRecord?, on day: CivilDate, _ policy: PersonnelPolicy
    ) -> RuleResult {
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ sanction: Sanction? = nil) -> RuleResult {
            var value = [RuleValue("date", day)]
            if let sanction {
                value += [RuleValue("level", sanction.level.rawValue), RuleValue("from", sanction.from)]
                value += sanction.until.map { [RuleValue("until", $0)] } ?? []
            }
            return .make(.r6, outcome, reason, policy, value, source: "rw_hukdis")
        }
        guard let record else { return found(.needsHuman, .disciplineUnknown) }
        let running = record.sanctions.first { sanction in
            sanction.from <= day && (sanction.until.map { day <= $0 } ?? false)
        }
        if let running {
            return found(.fail, .sanctionRunning, running)
        }
        if record.hasOpenCase {
            return found(.fail, .caseOpen)
        }
        if let coming = record.sanctions.first(where: { $0.from > day }) {
            return found(.fail, .caseOpen, coming)
        }
        if let endless = record.sanctions.first(where: { $0.until == nil }) {
            return found(.needsHuman, .sanctionEndUnknown, endless)
        }
        return found(.pass, .noSanction)
    }

    /// R8: not on study assignment, under a service bond or on leave outside state duty at the start.
    public static func leave(_ leaves: [Leave]?, on day: CivilDate, _ policy: PersonnelPolicy) -> RuleResult {
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ leave: Leave? = nil) -> RuleResult {
            var value = [RuleValue("date", day)]
            if let leave {
                value.append(RuleValue("from", leave.span.from))
                value += leave.span.until.map { [RuleValue("until", $0)] } ?? []
            }
            return .make(.r8, outcome, reason, policy, value, source: "rw_cltn")
        }
        guard let leaves else { return found(.needsHuman, .leaveUnknown) }
        guard let running = leaves.first(where: { $0.span.contains(day) }) else { return found(.pass, .noStudyOrLeave) }
        let reason: RuleReason =
            switch running.kind {
            case .studyAssignment: .onStudyAssignment
            case .serviceBond: .underServiceBond
            case .outsideStateDuty: .onLeaveOutsideState
            }
        return found(.fail, reason, running)
    }

    /// R21 over the staff record: one definitive post at the start, and no second duty beside a new secondment.
    ///
    /// A secondment for a part of the time is a second duty like any other: it stands beside the own post, and no other one
    /// beside it, whatever the parts add up to.
    public static func assignments(
        _ subject: RuleSubject, _ context: MoveContext, _ policy: PersonnelPolicy
    ) -> RuleResult {
        let person = subject.person
        let definitive = person.assignments(.definitive, on: subject.start)
        let second = person.assignments(.secondment, on: subject.start) + person.assignments(.acting, on: subject.start)
        func found(_ outcome: RuleOutcome, _ reason: RuleReason) -> RuleResult {
            let value = [
                RuleValue("definitive", definitive.count), RuleValue("second-duties", second.count),
                RuleValue("start", subject.start),
            ]
            let part = context.isSecondment ? context.partTime.map { [RuleValue("part-time", $0)] } ?? [] : []
            return .make(.r21, outcome, reason, policy, value + part, source: "rw_jabatan")
        }
        if definitive.count > 1 {
            return found(.fail, .twoDefinitivePosts)
        }
        if second.count > 1 || ((context.isSecondment || context.isActing) && !second.isEmpty) {
            return found(.fail, .secondDutyRunning)
        }
        return definitive.isEmpty ? found(.needsHuman, .postUnknown) : found(.pass, .onePost)
    }

    /// R26: every kind of certificate the post requires is held and valid at the start; it does not apply to a post that requires
    /// none.
    ///
    /// One that is bound to another place, or to a place when the post's place is not known, needs a person: a licence
    /// for the new place is a gate before the start, not a reason against the move.
    public static func certificates(
        _ held: [Certificate]?, required: [String], place: String?, on day: CivilDate, _ policy: PersonnelPolicy
    ) -> RuleResult {
        if required.isEmpty {
            return .make(.r26, .notApplicable, .noCertificateRequired, policy)
        }
        func found(_ outcome: RuleOutcome, _ reason: RuleReason, _ kinds: [String]) -> RuleResult {
            let value = [RuleValue("certificates", kinds.joined(separator: ", ")), RuleValue("start", day)]
            return .make(.r26, outcome, reason, policy, value, source: "sertifikat")
        }
        guard let held else { return found(.needsHuman, .certificatesUnknown, required) }
        var missing: [String] = []
        var expired: [String] = []
        var elsewhere: [String] = []
        for kind in required {
            let ofKind = held.filter { LooseText.matches($0.kind, kind) }
            let valid = ofKind.filter { $0.validUntil.map { day <= $0 } ?? true }
            if ofKind.isEmpty {
                missing.append(kind)
            } else if valid.isEmpty {
                expired.append(kind)
            } else if !valid.contains(where: { counts($0, at: place) }) {
                elsewhere.append(kind)
            }
        }
        if !missing.isEmpty {
            return found(.fail, .certificateMissing, missing)
        }
        if !expired.isEmpty {
            return found(.fail, .certificateExpired, expired)
        }
        return elsewhere.isEmpty
            ? found(.pass, .certificatesValid, required) : found(.needsHuman, .certificateForOtherPlace, elsewhere)
    }

    private static func counts(_ certificate: Certificate, at place: String?) -> Bool {
        guard let bound = certificate.place else { return true }
        return place.map { LooseText.matches(bound, $0) } ?? false
    }
}
