/// What a change to a solved problem brings.
public enum AssignmentAnswer: Equatable, Sendable {
    /// The new best plan stands; these staff, by number, now have other posts than before.
    case solved(moved: [Int32])
    /// With the change there is no plan. It is taken back; the best plan of before stands, perhaps another one of equal total.
    case infeasible(AssignmentObstacle)
}
