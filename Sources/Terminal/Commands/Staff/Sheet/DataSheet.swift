import Negotiation
import NodeKit
import Personnel
import StrictJSON

/// What a person signs before her data decides anything (*lembar data*): all that rules and fit read about her, and what is missing.
///
/// Of discipline it holds what the rules find and no sanction: the paper lies on desks.
struct DataSheet: Sendable {
    /// A post's competences.
    struct Standard: Equatable, Sendable {
        var post: String
        /// The level asked for each code; empty when nobody stated a standard.
        var levels: [String: Int]
    }

    /// What nobody stated; the raw value stands in `--json`.
    enum Gap: Hashable, Sendable {
        /// A whole file that was never imported for her.
        case part(StaffPart)
        case grade, education, educationField, post, standard, district, wishes

        var code: String {
            switch self {
            case .part(let part): part.rawValue
            case .educationField: "education-field"
            default: "\(self)"
            }
        }
    }

    let sheet: PersonSheet
    let day: CivilDate
    let policy: Policy
    let movements: Movements
    let profile: CandidateProfile
    let servant: CivilServant
    let standard: Standard?
    let strengths: StrengthsAndTrend
    /// Against the vacancy; nil without one.
    let match: Match?
    let vacancy: Vacancy?
    /// What the rules find: those of the vacancy's route, else those that look at the person alone.
    let rules: [RuleResult]

    init(
        sheet: PersonSheet, vacancy: Vacancy?, standard: Standard?, query: MatchQuery, movements: Movements,
        start: CivilDate?
    ) {
        self.sheet = sheet
        self.vacancy = vacancy
        self.movements = movements
        day = query.today
        policy = query.policy
        servant = sheet.civilServant
        profile = query.profile(of: sheet, on: vacancy?.route ?? "")
        self.standard =
            vacancy.map { Standard(post: $0.requirement.postName, levels: $0.requirement.competences) } ?? standard
        strengths = StrengthsAndTrend(
            held: profile.competences, standard: self.standard?.levels ?? [:],
            ratings: sheet.appraisals.map { RatedPeriod(year: $0.year, rating: $0.rating) }, policy.personnel)
        match = vacancy.flatMap { query.match(sheet, $0, start: start) }
        rules =
            match?.rules
            ?? RuleSheetMaker.findings(
                of: servant, policy: policy.personnel, today: day, workplaces: query.workplaces)
    }

    /// The next day by which data is to be right, from the policy's calendar.
    var dataCheck: CivilDate? { policy.dataCheck(from: day) }

    /// The latest score of each competence, by code.
    var scores: [CompetenceScore] {
        let levels = profile.competences ?? [:]
        return levels.keys.sorted().compactMap { code in
            sheet.competences.filter { $0.competence == code && $0.level == levels[code] && $0.assessed <= day }
                .max { $0.assessed < $1.assessed }
        }
    }

    /// Training hours that ended in the year of the day.
    var hoursThisYear: Int {
        sheet.trainings.filter { $0.date.year == day.year && $0.date <= day }.reduce(0) { $0 + min($1.hours, 10_000) }
    }

    var gaps: [Gap] {
        let parts = StaffPart.allCases.filter { !sheet.states($0) }.map(Gap.part)
        let stated: [(Gap, Bool)] = [
            (.grade, profile.grade != nil), (.education, profile.education != nil),
            (.educationField, profile.education == nil || profile.education?.field != nil),
            (.post, sheet.definitiveAssignment(on: day) != nil), (.standard, standard?.levels.isEmpty == false),
            (.district, profile.district != nil), (.wishes, profile.wishes != nil),
        ]
        return parts + stated.filter { !$0.1 }.map(\.0)
    }
}

extension DataSheet {
    /// `{"person":{…},"day","policy","dataCheck"?,"district","standard"?:{"post","levels"},"strengths":{…},"trend"?,"training":{…},
    /// "counters","talent","leaves","wishes","missing":[],"sheet":[rules],"blocked","fit"?,"growth"?}`: `person` as `staff show`
    /// has it, ``FitText`` and ``GrowthText`` for a vacancy.
    var json: JSONValue {
        .members([
            ("person", StaffText.sheet(sheet, movements, on: day)), ("day", .string(day.iso)),
            ("policy", .integer(policy.version)), ("dataCheck", dataCheck.map { .string($0.iso) }),
            ("district", .optional(profile.district)),
            (
                "standard",
                standard.map { .object([("post", .string($0.post)), ("levels", .levels($0.levels))]) }
            ),
            ("strengths", strengthsJSON),
            (
                "trend",
                strengths.trend.map {
                    .object([
                        ("direction", .string($0.direction.rawValue)), ("rises", .integer($0.rises)),
                        ("pairs", .integer($0.pairs)),
                    ])
                }
            ),
            (
                "training",
                .object([("hours", .integer(hoursThisYear)), ("due", .integer(policy.personnel.trainingHoursPerYear))])
            ),
            ("counters", countersJSON), ("talent", talentJSON),
            (
                "leaves",
                .array(
                    sheet.leaves.map {
                        .object([
                            ("kind", .string($0.kind.rawValue)), ("from", .string($0.span.from.iso)),
                            ("until", .optional($0.span.until?.iso)),
                        ])
                    })
            ),
            ("wishes", wishesJSON), ("missing", .array(gaps.map { .string($0.code) })),
            ("sheet", .array(rules.map(\.json))), ("blocked", .boolean(match?.isBlocked == true)),
            ("fit", match.map { FitText.json($0.fit) }), ("growth", match.map { GrowthText.json($0.growth) }),
        ])
    }

    private var strengthsJSON: JSONValue {
        func list(_ standings: [StrengthsAndTrend.Standing]) -> JSONValue {
            .array(
                standings.map {
                    .object([
                        ("competence", .string($0.competence)), ("held", .integer($0.held)),
                        ("asked", .integer($0.asked)),
                    ])
                })
        }
        return .object([
            ("strongest", list(strengths.strongest)), ("weakest", list(strengths.weakest)),
            ("unmeasured", .array(strengths.unmeasured.map(JSONValue.string))),
            ("jpmPermille", .optional(strengths.jpmPermille)), ("class", .optional(strengths.jpm?.rawValue)),
        ])
    }

    private var countersJSON: JSONValue {
        guard let months = profile.counters else { return .null }
        return .object([
            (
                "served",
                .array(
                    sheet.counterDuties.map {
                        .object([
                            ("service", .string($0.service)), ("from", .string($0.span.from.iso)),
                            ("until", .optional($0.span.until?.iso)),
                        ])
                    })
            ),
            ("months", .levels(months.byService)), ("all", .integer(months.all)),
        ])
    }

    private var talentJSON: JSONValue {
        guard let score = profile.talent else { return .null }
        return .object([
            ("performance", .integer(score.performance)), ("potential", .integer(score.potential)),
            ("assessed", .string(score.assessed.iso)), ("box", .optional(profile.box(policy.personnel))),
        ])
    }

    private var wishesJSON: JSONValue {
        guard let wishes = profile.wishes else { return .null }
        func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
        return .object([
            ("posts", list(wishes.posts)), ("agencies", list(wishes.agencies)), ("districts", list(wishes.districts)),
        ])
    }
}
