/// What the region sets for single rules, beside the thresholds of ``PersonnelPolicy``.
///
/// A setting is nil where the region has not decided yet: the rule then needs a person and never passes.
public struct RuleSettings: Hashable, Sendable {
    /// Whether a person by contract may move for good inside the instansi while the contract lasts (R1).
    public var movesContracts: Bool?
    /// How many years back a medium or heavy sanction counts (R7).
    public var sanctionYears: Int?
    /// The kind of certificate by which the Inspektorat clears a person (R9).
    public var clearance: String?
    /// What each eselon asks of who enters it (R10, R11, R13).
    public var ladder: [LadderStep]
    /// Where the rows and columns of the nine boxes begin (R13).
    public var talentGrid: TalentGrid?
    /// How many years an assessment counts (R14).
    public var assessmentYears: Int?
    /// Years as PNS before an own request to another instansi (R15).
    public var ownRequestYears: Int?
    /// The least that stays of a post and of a unit, in percent of the need (R23).
    public var floorPercent: Int?
    /// The months that one person may act in one post, extension included (R25).
    public var actingMonths: Int?

    public init(
        movesContracts: Bool? = nil, sanctionYears: Int? = nil, clearance: String? = nil, ladder: [LadderStep] = [],
        talentGrid: TalentGrid? = nil, assessmentYears: Int? = nil, ownRequestYears: Int? = nil,
        floorPercent: Int? = nil, actingMonths: Int? = nil
    ) {
        self.movesContracts = movesContracts
        self.sanctionYears = sanctionYears
        self.clearance = clearance
        self.ladder = ladder
        self.talentGrid = talentGrid
        self.assessmentYears = assessmentYears
        self.ownRequestYears = ownRequestYears
        self.floorPercent = floorPercent
        self.actingMonths = actingMonths
    }

    /// What the ladder says of an eselon; nil when it says nothing.
    public func step(for eselon: Eselon) -> LadderStep? {
        ladder.first { $0.eselons.contains(eselon) }
    }
}
