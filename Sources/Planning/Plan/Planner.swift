import Personnel

/// Makes plans: from a pool to the best set of moves, with reasons.
///
/// 1. Gates and fit of everybody for every standard (``PlanEligibility``, `PlanScores`).
/// 2. First stage: the worst shortage as small as it can be (`PlanShortageStage`); its minima stay.
/// 3. Second stage: the greatest sum of points under them. When fewer growth moves come than wanted, each is given a bonus, as
///    small as brings them: the plan is then the best of all with at least so many.
/// 4. Ties by the published rule (``TieRule``): in the order of ids everybody keeps the present seat where one of the best plans lets
///    her, else gets the first one that one of them gives her; within a place arrivals then take the vacant seats first. Prices
///    by theirs (``PlanPrices``). So the plan does not tell how it was found.
///
/// Pure and deterministic: ids order everything. Everything but the solver is linear in people × places.
public enum Planner {
    /// What came out of a pool.
    public enum Outcome: Hashable, Sendable {
        case plan(Plan)
        /// The changes demand what the bounds of groups forbid; everything else can always be kept by staying.
        case infeasible(PlanConflict)

        /// Nil when there is none.
        public var plan: Plan? {
            if case .plan(let plan) = self { plan } else { nil }
        }
    }

    /// - Throws: ``PlanError`` when pool or changes cannot be used.
    public static func plan(
        _ pool: PlanPool, _ settings: PlanSettings, policy: PersonnelPolicy, changes: [PlanChange] = []
    ) throws(PlanError) -> Outcome {
        try PlanSession(pool, settings, policy: policy, changes: changes).outcome
    }
}
