import Personnel

/// A pool under work: what a board meeting tries out, one change after the other.
///
/// Gates and fits are computed once; each change is then solved afresh, as ``Planner`` solves it.
public struct PlanSession: Sendable {
    public let settings: PlanSettings
    public private(set) var changes: [PlanChange]
    public private(set) var outcome: Planner.Outcome
    private var problem: PlanProblem

    /// - Throws: ``PlanError`` when pool or changes cannot be used.
    public init(
        _ pool: PlanPool, _ settings: PlanSettings, policy: PersonnelPolicy, changes: [PlanChange] = []
    ) throws(PlanError) {
        let scores = PlanScores(try PlanRoster(pool, policy.fitWeights), policy, settings)
        self.settings = settings
        self.changes = changes
        problem = PlanProblem(scores: scores, orders: try PlanOrders(changes, scores))
        outcome = try PlanMaker(problem, changes).outcome()
    }

    /// Takes in one more change and says what it does. When the change cannot be kept, nothing is changed and the outcome says why.
    ///
    /// - Throws: ``PlanError`` when the change cannot be used.
    public mutating func change(_ change: PlanChange) throws(PlanError) -> PlanChangeEffect {
        try replan(changes + [change])
    }

    /// Takes the last change back.
    public mutating func undo() throws(PlanError) -> PlanChangeEffect {
        try replan(changes.dropLast())
    }

    private mutating func replan(_ changes: [PlanChange]) throws(PlanError) -> PlanChangeEffect {
        let problem = PlanProblem(scores: self.problem.scores, orders: try PlanOrders(changes, self.problem.scores))
        let made = try PlanMaker(problem, changes).outcome()
        guard case .plan(let after) = made else { return PlanChangeEffect(outcome: made, difference: nil) }
        var difference: PlanDifference?
        if case .plan(let before) = outcome {
            difference = PlanDifference(from: before, to: after)
        }
        self.problem = problem
        self.changes = changes
        outcome = made
        return PlanChangeEffect(outcome: made, difference: difference)
    }
}

/// What one change does.
public struct PlanChangeEffect: Hashable, Sendable {
    public let outcome: Planner.Outcome
    /// Nil when the change cannot be kept.
    public let difference: PlanDifference?
}
