/// Solves a problem exactly over all its moves, from the few that matter.
///
/// What it has learned stays: a question with other bounds, another bonus or other orders starts from the last solution and changes only
/// what must change (``AssignmentSolver``). The answer does not tell where it began: of several best plans the published rule names one
/// (``TieRule``), over all moves that any of them has.
final class PlanSolver {
    private(set) var problem: PlanProblem
    private(set) var columns: PlanColumns
    /// Nil before the first bounds that can be kept.
    private var solver: AssignmentSolver?
    /// Those of the solver; nil before its first solution.
    private(set) var bounds: PlanBounds?

    init(_ problem: PlanProblem, _ portions: PlanColumns.Portions = PlanColumns.Portions()) {
        self.problem = problem
        columns = PlanColumns(problem, portions)
    }

    /// The best plan within the bounds, or what is in the way.
    func best(_ bounds: PlanBounds) throws(AssignmentError) -> AssignmentOutcome {
        if let obstacle = try reach(bounds) { return .infeasible(obstacle) }
        guard let solver else { preconditionFailure("bounds that are kept have a solution") }
        var plan = solver.plan
        while case let moves = columns.price(plan, problem), !moves.isEmpty {
            try solver.setScores(moves)
            plan = solver.plan
        }
        try solver.setScores(columns.addTied(plan, problem))
        solver.settleTies()
        return .solved(solver.plan)
    }

    /// Comes to a plan within the bounds, best of the moves handed over so far; what is in the way when there is none, and then the
    /// bounds of before stand.
    func reach(_ wanted: PlanBounds) throws(AssignmentError) -> AssignmentObstacle? {
        guard let before = bounds else { return try begin(wanted) }
        for group in problem.roster.groups.indices {
            if let obstacle = try bound(group, wanted) {
                for group in 0..<group { _ = try bound(group, before) }
                return obstacle
            }
        }
        bounds = wanted
        return nil
    }

    /// Gives every growth move another bonus.
    func setBonus(_ bonus: Int) throws(AssignmentError) {
        guard bonus != problem.scores.bonus else { return }
        problem.scores.bonus = bonus
        let roster = problem.roster
        let growth = roster.people.indices.flatMap { person in
            columns.seats[person].filter { problem.scores.isGrowth(person, roster.seatPlaces[Int($0)]) }.map { seat in
                ScoredEdge(
                    staff: Int32(person), post: seat, score: Int32(problem.points(person, Int(seat))))
            }
        }
        try solver?.setScores(growth)
    }

    /// Takes other orders in, within the bounds of now or, where these are in the way, within the least. False when there is no
    /// plan then: nothing of it is of use any more.
    func setOrders(_ orders: PlanOrders, least: PlanBounds) throws(AssignmentError) -> Bool {
        let changed = problem.roster.people.indices.filter { problem.orders.differ(from: orders, for: $0) }
        problem = PlanProblem(scores: problem.scores, orders: orders)
        for person in changed {
            columns.renew(person, problem)
            let posts = problem.posts(of: person, columns)
            while case .infeasible(let obstacle)? = try solver?.setPosts(posts, staff: person) {
                let moves = columns.widen(obstacle, problem)
                if !moves.isEmpty {
                    try solver?.setScores(moves)
                } else {
                    guard bounds != least, try reach(least) == nil else { return false }
                }
            }
        }
        return true
    }

    private func begin(_ wanted: PlanBounds) throws(AssignmentError) -> AssignmentObstacle? {
        while true {
            let fresh = AssignmentSolver(try problem.assignment(wanted, columns))
            switch fresh.solve() {
            case .solved:
                solver = fresh
                bounds = wanted
                return nil
            case .infeasible(let obstacle):
                if columns.widen(obstacle, problem).isEmpty { return obstacle }
            }
        }
    }

    private func bound(_ group: Int, _ wanted: PlanBounds) throws(AssignmentError) -> AssignmentObstacle? {
        guard let solver else { return nil }
        let (minimum, maximum) = (Int32(wanted.minimum[group]), Int32(wanted.maximum[group]))
        let now = solver.groups[group]
        guard now.minimum != minimum || now.maximum != maximum else { return nil }
        while case .infeasible(let obstacle) = try solver.setBounds(minimum: minimum, maximum: maximum, group: group) {
            let moves = columns.widen(obstacle, problem)
            guard !moves.isEmpty else { return obstacle }
            try solver.setScores(moves)
        }
        return nil
    }
}
