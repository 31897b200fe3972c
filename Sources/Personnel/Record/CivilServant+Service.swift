extension CivilServant {
    /// The assignments of a kind that run on a day, the earliest begun first.
    public func assignments(_ kind: Assignment.Kind, on day: CivilDate) -> [Assignment] {
        assignments.filter { $0.kind == kind && $0.span.contains(day) }.sorted { $0.span.from < $1.span.from }
    }

    /// The definitive assignment on a day, or nil when there is none or more than one.
    public func definitiveAssignment(on day: CivilDate) -> Assignment? {
        let running = assignments(.definitive, on: day)
        return running.count == 1 ? running.first : nil
    }

    /// The post that an assignment names, when the reference files know it.
    public func post(of assignment: Assignment) -> Post? {
        posts.first { $0.id == assignment.postID }
    }

    /// The post held definitively on a day.
    public func post(on day: CivilDate) -> Post? {
        definitiveAssignment(on: day).flatMap(post(of:))
    }

    /// Whole months in the definitive post held on a day.
    public func monthsInPost(on day: CivilDate) -> Int? {
        definitiveAssignment(on: day).map { $0.span.fullMonths(on: day) }
    }

    /// Whole months in definitive posts of a family up to a day, each assignment counted by itself.
    public func months(inFamily family: String, on day: CivilDate) -> Int {
        served([], family: family, on: day).months
    }

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

    /// Service since the first appointment, from the record or, for a PNS, from the NIP.
    public func service(on day: CivilDate) -> ServiceLength? {
        (entered ?? nip.entryDate).map { ServiceLength(totalMonths: $0.fullMonths(until: day)) }
    }

    /// The first day of retirement in the post held on a day, or nil when that post is not known.
    public func retirementDate(inPostOn day: CivilDate, _ ages: RetirementAges = .standard) -> CivilDate? {
        post(on: day).map { nip.retirementDate(retirementAge: ages.age(for: $0)) }
    }

    /// The latest measured level of each competence up to a day; of two measured on one day the higher.
    public func competenceLevels(on day: CivilDate) -> [String: Int]? {
        guard let competences else { return nil }
        var latest: [String: CompetenceScore] = [:]
        for score in competences where score.assessed <= day {
            if let known = latest[score.competence], (known.assessed, known.level) >= (score.assessed, score.level) {
                continue
            }
            latest[score.competence] = score
        }
        return latest.mapValues(\.level)
    }
}
