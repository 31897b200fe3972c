/// What a move does for a person, beside how well she fits: a second number, never mixed into the first.
///
/// | part | points |
/// |---|---|
/// | rotation | months in the present post beyond the policy's term, full at the policy's months |
/// | step | 1000 for one step up on the own career path, else 0 |
/// | competences | those that the post asks one level above the held one, full at the policy's number |
///
/// Only a gap of one level counts as growth: what lies further above is a lack, which rule R12 weighs. A post that has no
/// standard builds nothing that anybody could name. As in ``Fit``, an unknown part is left out of the points and leaves a
/// range, and a move counts as a growth move only when it does whatever is still unknown.
public struct Growth: Hashable, Sendable {
    /// Where the post asks more than is held, by code.
    public let builds: [CompetenceGap]
    /// What the post asks and nobody measured, by code.
    public let unmeasured: [String]
    private let points: GrowthPoints

    /// Months in the present post beyond the rotation term, 0 within it; nil when the time in the post is not known.
    public var monthsOverTerm: Int? { points.monthsOverTerm }
    public var step: CareerStep? { points.step }
    /// 0 to 1000, the weighted mean of the known parts; nil when nothing is known or weighed.
    public var score: Int? { points.score }
    /// Where the score lies once everything is known.
    public var possible: ClosedRange<Int> { points.possible }
    /// Whether the move is a growth move; nil while missing data could decide it.
    public var isGrowthMove: Bool? { points.isGrowthMove }

    public init(_ profile: CandidateProfile, _ requirement: PostRequirement, _ policy: PersonnelPolicy) {
        let match = profile.match(requirement)
        builds = match.gaps
        unmeasured = match.unmeasured
        points = GrowthPoints(profile, requirement, match.tally, policy)
    }
}

/// What a move does for a person, in points only: see ``Growth``.
public struct GrowthPoints: Hashable, Sendable {
    let monthsOverTerm: Int?
    let step: CareerStep?
    public let score: Int?
    let possible: ClosedRange<Int>
    public let isGrowthMove: Bool?

    init(
        _ profile: CandidateProfile, _ requirement: PostRequirement, _ tally: CompetenceTally, _ policy: PersonnelPolicy
    ) {
        let settings = policy.fit.growth
        let over = profile.monthsInPost.map { months in
            min(max(months, 0), 1200) - min(max(policy.rotationDueMonths, 0), 1200)
        }
        monthsOverTerm = over.map { max($0, 0) }
        step = CareerStep(
            from: (profile.postKind, profile.eselon), to: (requirement.kind, requirement.eselon))

        var weighing = Weighing()
        weighing.add(
            monthsOverTerm.map { .exactly(Points.share($0, of: settings.fullMonths)) } ?? .nothingKnown(),
            weight: settings.rotationWeight)
        weighing.add(
            step.map { .exactly($0 == .up(1) ? 1000 : 0) } ?? .nothingKnown(),
            weight: settings.stepWeight)
        weighing.add(Self.competences(tally, settings), weight: settings.competenceWeight)
        score = weighing.score
        possible = weighing.possible
        let mark = settings.markPoints
        isGrowthMove = possible.lowerBound >= mark ? true : possible.upperBound < mark ? false : nil
    }

    private static func competences(_ tally: CompetenceTally, _ settings: GrowthSettings) -> Points {
        let score = Points.share(tally.near, of: settings.fullCompetences)
        guard tally.unmeasuredCount > 0 else { return .exactly(score) }
        return .known(
            score, possible: score...Points.share(tally.near + tally.unmeasuredCount, of: settings.fullCompetences))
    }
}
