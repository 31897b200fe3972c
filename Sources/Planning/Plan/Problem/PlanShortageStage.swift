/// The first stage: the worst shortage as small as it can be.
///
/// A group's coverage is holders ÷ need. The stage finds the largest ratio r such that every counted group can have
/// min(⌈r × need⌉, what it could have at all) holders at the same time; what a group could have at all is bounded by its seats and by
/// the people who may come, so that one post for which nobody is eligible does not hide every other shortage. It searches the
/// ratios h ÷ need by halving; each try asks the solver whether the bounds can be kept. What a solver keeps already from before a
/// change is where the search begins: mostly the next ratio is then the only one to try.
struct PlanShortageStage {
    /// A ratio of whole numbers, holders of need; compared by cross multiplication, which PlanLimits keeps in range.
    struct Ratio: Hashable, Comparable {
        let holders: Int
        let need: Int

        static func < (left: Ratio, right: Ratio) -> Bool {
            left.holders * right.need < right.holders * left.need
        }

        static func == (left: Ratio, right: Ratio) -> Bool {
            left.holders * right.need == right.holders * left.need
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(need == 0 ? 0 : holders * 1_000_000 / need)
        }

        /// ⌈ratio × need⌉.
        func of(_ other: Int) -> Int {
            (holders * other + need - 1) / need
        }
    }

    private let problem: PlanProblem
    private let isCounted: (Int) -> Bool
    /// [group] the most holders that it could have, those outside the pool included.
    private let reachable: [Int]

    init(_ problem: PlanProblem) {
        self.problem = problem
        let roster = problem.roster
        let kinds = problem.scores.settings.shortageKinds
        isCounted = { group in
            kinds.contains(roster.groups[group].kind) && (roster.groups[group].need ?? 0) > 0
        }
        reachable = PlanReach(problem).holders
    }

    /// The bounds with every minimum raised as far as it can be for all; nil when even the given ones cannot be kept.
    func raised(
        _ base: PlanBounds, _ solver: PlanSolver
    ) throws(AssignmentError) -> PlanBounds? {
        let ratios = candidates()
        func bounds(_ number: Int) -> PlanBounds {
            var wanted = base
            raise(&wanted, to: ratios[number])
            return wanted
        }
        var best: PlanBounds?
        func attempt(_ wanted: PlanBounds) throws(AssignmentError) -> Bool {
            if best == wanted { return true }
            guard try solver.reach(wanted) == nil else { return false }
            best = wanted
            return true
        }
        // Every ratio before low can be had, none from high on.
        var low = 0
        var high = ratios.count
        if let kept = solver.bounds, let number = ratios.indices.last(where: { bounds($0) == kept }) {
            best = kept
            low = number + 1
        } else {
            guard try attempt(base) else { return nil }
        }
        // First the last ratio, or the one after what is kept; then halves.
        var next = low == 0 ? high - 1 : low
        while low < high {
            if try attempt(bounds(next)) { low = next + 1 } else { high = next }
            next = (low + high) / 2
        }
        return best
    }

    private func raise(_ bounds: inout PlanBounds, to ratio: Ratio) {
        for (number, group) in problem.roster.groups.enumerated() where isCounted(number) {
            let wanted = min(ratio.of(group.need ?? 0), reachable[number])
            bounds.raise(number, to: wanted - group.others)
        }
    }

    /// The ratios at which some minimum rises, lowest first.
    private func candidates() -> [Ratio] {
        let roster = problem.roster
        var found: Set<Ratio> = []
        for (number, group) in roster.groups.enumerated() where isCounted(number) {
            let need = group.need ?? 0
            let most = min(need, reachable[number])
            guard most > 0 else { continue }
            for holders in 1...most {
                found.insert(Ratio(holders: holders, need: need))
            }
        }
        return found.sorted()
    }
}
