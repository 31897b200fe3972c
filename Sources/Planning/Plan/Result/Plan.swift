import Personnel

/// The best set of moves over a pool, with a reason for every line, person, seat and group.
///
/// Everything stands in the order of ids; the same pool, settings and changes give the same plan.
public struct Plan: Hashable, Sendable {
    public let lines: [PlanLine]
    /// In the order of the first person's id.
    public let packages: [PlanPackage]
    public let people: [PlanPersonFinding]
    public let seats: [PlanSeatFinding]
    public let groups: [PlanBalance]
    /// The worst ratio of holders to need among the counted groups, before and after; nil when no group has a need.
    public let worstBefore: PlanShortage?
    public let worstAfter: PlanShortage?
    /// The sum of everybody's points before and after. After it stand bonuses and prices of moves.
    public let pointsBefore: Int
    public let pointsAfter: Int
    /// How many growth moves were wanted and how many came.
    public let growth: GrowthCount
    /// What each growth move was given so that as many came.
    public let growthBonus: Int
    public let certificate: PlanCertificate
    public let changes: [PlanChange]

    /// The lines that a missing datum touches (*data kurang*).
    public var linesLackingData: [PlanLine] { lines.filter(\.lacksData) }

    /// The lines that missing data alone could decide.
    public var linesUndecided: [PlanLine] { lines.filter { !$0.undecided.isEmpty } }
}
