import Personnel

/// Dates all moves that can be dated, and explains why the others cannot.
///
/// Sets of moves that hang together are solved each on its own. Where one cannot be dated, a clash is looked for, one of its
/// moves is left out with all that cannot start without it, and the rest is solved again.
struct OutcomeFinder {
    private let problem: TransitionProblem
    private let steps: Int
    private var days: [Int: Int] = [:]
    private var leastSum = 0
    private var isProven = true
    private var clashes: [TransitionClash] = []
    private var undecided: Set<Int> = []

    init(_ problem: TransitionProblem, _ budget: TransitionBudget) {
        self.problem = problem
        steps = budget.steps
    }

    func outcome() -> TransitionOutcome {
        var finder = self
        for moves in finder.solve(Array(problem.moves.indices)) {
            finder.explain(moves)
        }
        return finder.found()
    }

    private func found() -> TransitionOutcome {
        let starts = problem.moves.enumerated().compactMap { index, move in
            days[index].map { day in
                TransitionSchedule.Start(
                    move: move.id, day: problem.day(at: day), waitingDays: day - firstAgreedDay(of: index))
            }
        }
        return TransitionOutcome(
            schedule: TransitionSchedule(starts: starts, isProvenEarliest: isProven, leastWaitingDays: leastSum),
            clashes: clashes,
            withoutDate: problem.moves.indices.filter { days[$0] == nil }.map { problem.moves[$0].id },
            undecided: undecided.sorted().map { problem.moves[$0].id })
    }

    /// Dates what can be dated.
    ///
    /// - Returns: the sets of moves that cannot be.
    private mutating func solve(_ moves: [Int]) -> [[Int]] {
        let network = NetworkBuilder(problem.restricted(to: moves)).network()
        var impossible: [[Int]] = []
        for groups in network.components() {
            let part = network.part(of: groups)
            let members = part.groups.flatMap(\.moves).sorted().map { moves[$0] }
            switch NetworkSearch(part).result(steps: steps) {
            case .found(let found, let proven, let least):
                isProven = isProven && proven
                leastSum += least - members.reduce(0) { $0 + firstAgreedDay(of: $1) }
                for (group, day) in zip(part.groups, found) {
                    for move in group.moves {
                        days[moves[move]] = day
                    }
                }
            case .impossible: impossible.append(members)
            case .undecided: undecided.formUnion(members)
            }
        }
        return impossible
    }

    private mutating func explain(_ whole: [Int]) {
        var finder = ClashFinder(problem.restricted(to: whole), steps: steps)
        var waiting = [whole]
        while let moves = waiting.popLast() {
            let findings = finder.findings(in: problem.restricted(to: moves))
            guard !findings.isEmpty else {
                undecided.formUnion(moves)
                continue
            }
            for clash in findings.compactMap(\.clash)
            where clashes.count < TransitionLimits.clashes && !clashes.contains(clash) {
                clashes.append(clash)
            }
            let left = findings.reduce(into: Set<Int>()) { left, finding in
                left.formUnion(fewestWithoutStart(of: Set(finding.moves), among: moves))
            }
            waiting += solve(moves.filter { !left.contains($0) }).reversed()
        }
    }

    /// One of some moves and all that cannot start without it: the fewest, among these those of the last in the list.
    private func fewestWithoutStart(of ids: Set<String>, among moves: [Int]) -> Set<Int> {
        moves.filter { ids.contains(problem.moves[$0].id) }.reversed()
            .map { withoutStart(of: $0, among: moves) }
            .min { $0.count < $1.count } ?? Set(moves)
    }

    /// A move, and those that cannot start without it.
    private func withoutStart(of move: Int, among moves: [Int]) -> Set<Int> {
        var left: Set<Int> = [move]
        var queue = [move]
        while let gone = queue.popLast().map({ problem.moves[$0] }) {
            for index in moves where !left.contains(index) {
                let other = problem.moves[index]
                let isBound =
                    (gone.package != nil && other.package == gone.package)
                    || other.conditions.contains { condition in
                        switch condition {
                        case .started(gone.id, _), .replaced(gone.id?, _): true
                        case .filled(let vacancy): vacancy == gone.fills
                        default: false
                        }
                    }
                if isBound {
                    left.insert(index)
                    queue.append(index)
                }
            }
        }
        return left
    }

    /// The day from which a move waits.
    private func firstAgreedDay(of move: Int) -> Int {
        max(problem.moves[move].earliest.map(problem.index) ?? 0, 0)
    }
}
