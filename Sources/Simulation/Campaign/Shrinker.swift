/// Makes a failing run small: fewer kinds of faults, then fewer steps, as long as the same invariant breaks.
///
/// Works because each step has a generator of its own. Delta debugging (Zeller and Hildebrandt, 2002) over the steps, in halves
/// down to single ones, with a limit on the runs that it may take.
public struct Shrinker {
    private let invariant: InvariantName
    private var runsLeft: Int
    private(set) var best: RunResult

    /// Shrinks a result that has a violation; gives the smallest that was found within so many runs.
    public static func shrink(_ result: RunResult, runs: Int = 120) -> RunResult {
        guard let violation = result.violation else { return result }
        var shrinker = Shrinker(invariant: violation.invariant, runsLeft: runs, best: result)
        shrinker.dropFaults()
        shrinker.dropSteps()
        return shrinker.best
    }

    private mutating func dropFaults() {
        for (name, _, _) in Rates.all {
            var plan = best.plan
            plan.withoutFaults.insert(name)
            attempt(plan)
        }
    }

    private mutating func dropSteps() {
        var size = max(best.steps / 2, 1)
        while size >= 1, runsLeft > 0 {
            var from = 0
            while from < best.steps, runsLeft > 0 {
                let chunk = (from..<min(from + size, best.steps)).filter { !best.plan.skipped.contains($0) }
                if !chunk.isEmpty {
                    var plan = best.plan
                    plan.skipped.formUnion(chunk)
                    attempt(plan)
                }
                from += size
            }
            if size == 1 { break }
            size /= 2
        }
    }

    private mutating func attempt(_ plan: RunPlan) {
        guard runsLeft > 0 else { return }
        runsLeft -= 1
        let result = Simulation.run(plan)
        if result.violation?.invariant == invariant {
            best = result
        }
    }
}
