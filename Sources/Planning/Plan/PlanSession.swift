import Personnel

/// A pool under work: what a board meeting tries out, one change after the other.
///
/// Gates and fits are computed once, and each change starts from the last solution. The plan is the one that ``Planner`` makes of the
/// same pool and changes from nothing.
public final class PlanSession {
    public let settings: PlanSettings
    public private(set) var changes: [PlanChange]
    public private(set) var outcome: Planner.Outcome
    private var solver: PlanSolver

    /// - Throws: ``PlanError`` when pool or changes cannot be used.
    public init(
        _ pool: PlanPool, _ settings: PlanSettings, policy: PersonnelPolicy, changes: [PlanChange] = []
    ) throws(PlanError) {
        let scores = PlanScores(try PlanRoster(pool, policy.fitWeights), policy, settings)
        self.settings = settings
        self.changes = changes
        solver = PlanSolver(PlanProblem(scores: scores, orders: try PlanOrders(changes, scores)))
        outcome = try Self.made(solver, changes)
    }

    /// Takes in one more change and says what it does. When the change cannot be kept, nothing is changed and the outcome says why.
    ///
    /// - Throws: ``PlanError`` when the change cannot be used.
    public func change(_ change: PlanChange) throws(PlanError) -> PlanChangeEffect {
        try replan(changes + [change])
    }

    /// Takes the last change back.
    public func undo() throws(PlanError) -> PlanChangeEffect {
        try replan(changes.dropLast())
    }

    private func replan(_ changes: [PlanChange]) throws(PlanError) -> PlanChangeEffect {
        var scores = solver.problem.scores
        scores.bonus = 0
        let orders = try PlanOrders(changes, scores)
        let made: Planner.Outcome
        if let found = try fromLast(orders, changes) {
            made = found
        } else {
            made = try Self.made(PlanSolver(PlanProblem(scores: scores, orders: orders)), changes)
        }
        guard case .plan(let after) = made else {
            // The solver has gone astray with what cannot be kept.
            solver = PlanSolver(PlanProblem(scores: scores, orders: try PlanOrders(self.changes, scores)))
            return PlanChangeEffect(outcome: made, difference: nil)
        }
        var difference: PlanDifference?
        if case .plan(let before) = outcome {
            difference = PlanDifference(from: before, to: after)
        }
        self.changes = changes
        outcome = made
        return PlanChangeEffect(outcome: made, difference: difference)
    }

    /// Nil when there is no plan: why not, a solver says that begins anew.
    private func fromLast(_ orders: PlanOrders, _ changes: [PlanChange]) throws(PlanError) -> Planner.Outcome? {
        guard case .plan = outcome else { return nil }
        let solver = solver
        let isKept = try Self.limited { () throws(AssignmentError) in
            try solver.setBonus(0)
            return try solver.setOrders(orders, least: PlanBounds(solver.problem.roster))
        }
        return isKept ? try Self.made(solver, changes) : nil
    }

    private static func made(_ solver: PlanSolver, _ changes: [PlanChange]) throws(PlanError) -> Planner.Outcome {
        try limited { () throws(AssignmentError) in try PlanMaker(solver, changes).outcome() }
    }

    /// The roster has checked everything but the number of edges.
    private static func limited<Value>(_ body: () throws(AssignmentError) -> Value) throws(PlanError) -> Value {
        do throws(AssignmentError) {
            return try body()
        } catch {
            throw PlanError(.limit, "moves", "\(error)")
        }
    }
}

/// What one change does.
public struct PlanChangeEffect: Hashable, Sendable {
    public let outcome: Planner.Outcome
    /// Nil when the change cannot be kept.
    public let difference: PlanDifference?
}
