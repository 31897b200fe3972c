/// The thresholds and weights that rules and fit use: data of the region, dated and versioned.
///
/// Values come from a record of another machine, so every use bounds them; a senseless policy gives senseless findings,
/// never a trap.
public struct PersonnelPolicy: Hashable, Sendable {
    /// The version that every finding names.
    public var version: Int
    /// Months in the present post before a move (R2).
    public var termInPostMonths: Int
    /// Months in the present post after which a rotation is due (R2).
    public var rotationDueMonths: Int
    /// How many past years must be rated Baik or better (R5).
    public var appraisalYears: Int
    /// The month, 1 to 12, from which last year's rating must exist; before it the year before last may stand in (R5).
    public var appraisalReadyMonth: Int
    /// JPM in percent from which a gap is small (R12).
    public var competenceOptimalPercent: Int
    /// JPM in percent below which a gap stops the move (R12).
    public var competenceNearPercent: Int
    /// Years that should be left to retirement at the start (R20).
    public var yearsLeftToRetirement: Int
    /// Training hours (JP) that each person is due in a year.
    public var trainingHoursPerYear: Int
    /// Effective working time of one person a year, in minutes.
    public var effectiveMinutesPerYear: Int
    public var fitWeights: FitWeights
    /// Months in the family of posts that count as full experience.
    public var fitExperienceFullMonths: Int
    /// What the level without the field of study is worth, 0 to 1000.
    public var fitOtherFieldPermille: Int
    /// What single rules need beside these.
    public var rules: RuleSettings
    public var forecast: ForecastSettings
    public var surge: SurgeSettings
    public var fit: FitSettings

    public init(
        version: Int, termInPostMonths: Int, rotationDueMonths: Int, appraisalYears: Int, appraisalReadyMonth: Int,
        competenceOptimalPercent: Int, competenceNearPercent: Int, yearsLeftToRetirement: Int,
        trainingHoursPerYear: Int, effectiveMinutesPerYear: Int, fitWeights: FitWeights,
        fitExperienceFullMonths: Int, fitOtherFieldPermille: Int, rules: RuleSettings = RuleSettings(),
        forecast: ForecastSettings = .standard, surge: SurgeSettings = .standard, fit: FitSettings = .standard
    ) {
        self.version = version
        self.termInPostMonths = termInPostMonths
        self.rotationDueMonths = rotationDueMonths
        self.appraisalYears = appraisalYears
        self.appraisalReadyMonth = appraisalReadyMonth
        self.competenceOptimalPercent = competenceOptimalPercent
        self.competenceNearPercent = competenceNearPercent
        self.yearsLeftToRetirement = yearsLeftToRetirement
        self.trainingHoursPerYear = trainingHoursPerYear
        self.effectiveMinutesPerYear = effectiveMinutesPerYear
        self.fitWeights = fitWeights
        self.fitExperienceFullMonths = fitExperienceFullMonths
        self.fitOtherFieldPermille = fitOtherFieldPermille
        self.rules = rules
        self.forecast = forecast
        self.surge = surge
        self.fit = fit
    }

    /// The reference region's values, for tests: a region's own policy is always data.
    public static let standard = PersonnelPolicy(
        version: 1, termInPostMonths: 24, rotationDueMonths: 60, appraisalYears: 2, appraisalReadyMonth: 3,
        competenceOptimalPercent: 80, competenceNearPercent: 68, yearsLeftToRetirement: 2, trainingHoursPerYear: 20,
        effectiveMinutesPerYear: 75_000, fitWeights: .standard, fitExperienceFullMonths: 60,
        fitOtherFieldPermille: 500)
}
