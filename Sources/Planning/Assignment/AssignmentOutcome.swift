/// What a solver answers.
public enum AssignmentOutcome: Equatable, Sendable {
    case solved(AssignmentPlan)
    case infeasible(AssignmentObstacle)
}
