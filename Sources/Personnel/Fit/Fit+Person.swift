/// The parts that rest on what a person has learned and done.
extension Fit {
    /// The job person match; a competence that was never measured leaves the part open between nothing and its standard.
    static func competence(_ tally: CompetenceTally) -> Points {
        guard let possible = tally.possiblePermille else { return .notAsked }
        return tally.permille.map { .exactly($0) } ?? .missing(possible: possible)
    }

    static func education(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy
    ) -> Points {
        guard let asked = requirement.education else { return .notAsked }
        guard let held = profile.education else { return .nothingKnown() }
        guard held.level.meets(asked.minimum) else { return .exactly(0) }
        let other = Points.bounded(policy.fitOtherFieldPermille)
        guard let fieldFits = asked.takes(field: held.field) else { return .missing(possible: other...1000) }
        return .exactly(fieldFits ? 1000 : other)
    }

    /// The mean of the rated years, and the trend over them where the policy counts one.
    ///
    /// A year of the window without a rating can have been any. Before the policy's month last year's rating is not due:
    /// the window then begins a year earlier, as it does for rule R5, and nothing is missing.
    static func appraisals(_ profile: CandidateProfile, _ policy: PersonnelPolicy, _ day: CivilDate) -> Points {
        var window = policy
        window.appraisalYears = policy.fit.appraisalYears ?? policy.appraisalYears
        let years = AppraisalWindow(profile.appraisals ?? [], on: day, policy: window).years
        guard !years.isEmpty else { return .notAsked }
        let rated = years.compactMap { year in year.rating.map { RatedPeriod(year: year.year, rating: $0) } }
        guard !rated.isEmpty else { return .nothingKnown() }
        let worth = rated.reduce(0) { $0 + $1.rating.points }
        let trend =
            policy.fit.appraisalYears != nil && years.count >= AppraisalTrend.fewestPeriods
            ? Points.bounded(policy.fit.trendPoints) : 0
        let mean = worth / rated.count
        let change = AppraisalTrend(rated).map { trend * $0.rises / $0.pairs } ?? 0
        let score = Points.bounded(mean + change)
        let unrated = years.count - rated.count
        guard unrated > 0 else { return .exactly(score) }
        let lowest = Points.bounded(worth / years.count - trend)
        let highest = Points.bounded((worth + unrated * 1000) / years.count + trend)
        return .known(score, possible: min(lowest, score)...max(highest, score))
    }

    /// Months in the family of posts. Without the history of posts, what was done before the present one is not known.
    static func experience(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy
    ) -> Points {
        guard let asked = requirement.family else { return .notAsked }
        if let history = profile.history {
            let months = history.months(in: asked)
            let score = Points.share(months, of: policy.fitExperienceFullMonths)
            if history.isWhole { return .exactly(score) }
            return months > 0 ? .known(score, possible: score...1000) : .nothingKnown()
        }
        guard let family = profile.family else { return .nothingKnown() }
        guard LooseText.matches(family, asked) else { return .known(0, possible: 0...1000) }
        guard let months = profile.monthsInFamily else { return .nothingKnown() }
        return .exactly(Points.share(months, of: policy.fitExperienceFullMonths))
    }

    static func counters(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy
    ) -> Points {
        guard let asked = requirement.counters else { return .notAsked }
        guard let served = profile.counters else { return .nothingKnown() }
        return .exactly(Points.share(served.months(at: asked), of: policy.fit.counterFullMonths))
    }

    /// What the box is worth; a region without a grid asks nothing.
    static func talent(_ profile: CandidateProfile, _ policy: PersonnelPolicy) -> Points {
        guard policy.rules.talentGrid != nil else { return .notAsked }
        guard let box = profile.box(policy) else {
            let all = TalentGrid.boxes.map(policy.fit.points(ofBox:))
            return .missing(possible: (all.min() ?? 0)...(all.max() ?? 1000))
        }
        return .exactly(policy.fit.points(ofBox: box))
    }
}
