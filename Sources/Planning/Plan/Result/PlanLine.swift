import Personnel

/// One move of a plan.
public struct PlanLine: Hashable, Sendable {
    public let person: String
    public let from: String
    public let to: String
    /// What serving in the new seat is worth, with every part.
    public let score: PlanScore
    /// What staying would be worth.
    public let stay: PlanScore
    public let fit: Fit
    public let stayFit: Fit
    public let growth: Growth
    /// The competences to be trained before the start.
    public let training: [CompetenceGap]
    /// What her data leaves open: a person must look before the line is agreed.
    public let questions: [PlanRefusal]
    /// Who could have the seat as well, were everything known: the line is undecided between them and this person, and a board
    /// decides. Empty for a line that data decides.
    public let undecided: [String]
    /// The number of its package in the plan, from 0.
    public let package: Int
    /// Whether a change fixed it.
    public let isFixed: Bool

    /// Points above staying; below 0 only where a floor, the worst shortage, a change or the rest of the package is worth it.
    public var gain: Int { score.points - stay.points }

    /// *Data kurang*: a part of the fit or a gate could not be looked at.
    public var lacksData: Bool { fit.lacksData || stayFit.lacksData || !questions.isEmpty }
}
