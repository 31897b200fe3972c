import Personnel

/// Explains why moves can have no dates.
///
/// The rules of a clash are found by Junker's QuickXplain ("QUICKXPLAIN: Preferred Explanations and Relaxations for
/// Over-Constrained Problems", AAAI 2004) in two orders, of which the shorter answer counts; each test is a search of its
/// own. A test that finds some moves impossible under fewer rules lets the next ones look at these moves only.
struct ClashFinder {
    /// One test gets at most this part of the budget.
    private static let testsInBudget = 40

    /// All moves that hang together.
    private let whole: TransitionProblem
    private let stepsOfTest: Int
    private var stepsLeft: Int
    /// A test ended without an answer, so that an explanation may be longer than needed.
    private var isUnsure = false

    /// - Parameter steps: for everything that this finder is asked.
    init(_ whole: TransitionProblem, steps: Int) {
        self.whole = whole
        stepsOfTest = max(steps / Self.testsInBudget, 1)
        stepsLeft = steps
    }

    /// What was found about moves that can have no dates.
    struct Finding {
        /// Nil when there is only a clash because other moves were left out before.
        let clash: TransitionClash?
        /// The moves of the clash, in the order of the problem. Without one of them it may be possible to date the others.
        let moves: [String]
    }

    /// Finds one clash or several.
    ///
    /// - Parameter part: some of the moves, which cannot be dated. Empty when the budget ended first.
    mutating func findings(in part: TransitionProblem) -> [Finding] {
        var findings: [Finding] = []
        var met: Set<String> = []
        for place in crowdedPlaces(in: part) where stepsLeft > 0 {
            let near = part.alone(at: place)
            guard met.isDisjoint(with: near.moves.map(\.id)) else { continue }
            if let finding = finding(in: near, amid: whole.alone(at: place)) {
                met.formUnion(near.moves.map(\.id))
                findings.append(finding)
            }
        }
        guard findings.isEmpty, let finding = finding(in: part, amid: whole) else { return findings }
        return [finding]
    }

    /// The places that cannot be left in time by all who must leave them: each is a clash with few moves.
    private func crowdedPlaces(in part: TransitionProblem) -> [PlaceID] {
        let network = NetworkBuilder(part).network()
        return network.components().flatMap { NetworkSearch(network.part(of: $0)).crowdedPlaces() }
    }

    /// - Parameter context: the moves of the part and those left out before.
    private mutating func finding(in part: TransitionProblem, amid context: TransitionProblem) -> Finding? {
        isUnsure = false
        guard case .impossible(let first) = answer(for: part) else { return nil }
        let core = smallestCore(in: part.restricted(to: first), of: part.rules())
        let isSmallest = !isUnsure
        let alone = part.keeping(core)
        guard case .impossible(let stuck) = answer(for: alone) else { return nil }
        let named = Set(core.compactMap { shortfall(at: $0, in: alone) }.flatMap(\.moves) + core.compactMap(\.move))
        let chosen = part.moves.map(\.id).filter(named.contains)
        let moves = chosen.isEmpty ? stuck.map { part.moves[$0].id } : chosen
        let amid = context.keeping(core)
        guard case .impossible(let reported) = answer(for: amid) else { return Finding(clash: nil, moves: moves) }
        let clash = clash(of: core, in: amid.restricted(to: reported), isSmallest: isSmallest)
        return Finding(clash: clash, moves: moves)
    }

    // MARK: Which rules

    private mutating func smallestCore(in part: TransitionProblem, of rules: [TransitionRule]) -> [TransitionRule] {
        func inOrder(_ core: [TransitionRule]) -> [TransitionRule] {
            let chosen = Set(core)
            return rules.filter(chosen.contains)
        }
        var problem = part
        let one = core(in: &problem, kept: [], isNew: true, of: rules)
        guard one.count > 2 else { return inOrder(one) }
        let wasUnsure = isUnsure
        isUnsure = false
        problem = part
        let other = core(in: &problem, kept: [], isNew: true, of: rules.reversed())
        if other.count < one.count {
            return inOrder(other)
        }
        isUnsure = wasUnsure
        return inOrder(one)
    }

    /// The rules of a clash among some that clash together with those kept.
    ///
    /// - Parameters:
    ///   - problem: narrowed to the moves that are impossible under the kept rules alone, if some are.
    ///   - isNew: whether the kept rules are other ones than at the test before.
    private mutating func core(
        in problem: inout TransitionProblem, kept: [TransitionRule], isNew: Bool, of rules: [TransitionRule]
    ) -> [TransitionRule] {
        if isNew, case .impossible(let moves) = answer(for: problem.keeping(kept)) {
            problem = problem.restricted(to: moves)
            return []
        }
        guard rules.count > 1 else { return rules }
        let first = Array(rules.prefix(rules.count / 2))
        let second = Array(rules.dropFirst(rules.count / 2))
        var narrowed = problem
        let fromSecond = core(in: &narrowed, kept: kept + first, isNew: true, of: second)
        if fromSecond.isEmpty {
            problem = narrowed
        }
        return core(in: &problem, kept: kept + fromSecond, isNew: !fromSecond.isEmpty, of: first) + fromSecond
    }

    // MARK: What it means

    /// - Parameter alone: the moves of the clash under its rules only.
    private mutating func clash(
        of core: [TransitionRule], in alone: TransitionProblem, isSmallest: Bool
    ) -> TransitionClash {
        TransitionClash(
            rules: core, shortfalls: core.compactMap { shortfall(at: $0, in: alone) },
            remedies: core.flatMap { remedies(for: $0, in: alone) }, isSmallest: isSmallest)
    }

    private func shortfall(at rule: TransitionRule, in alone: TransitionProblem) -> TransitionClash.Shortfall? {
        guard case .floor(let id, let floor) = rule else { return nil }
        let network = NetworkBuilder(alone).network()
        guard let place = network.places.first(where: { $0.id == id }),
            let days = startDays(of: alone.without([rule])),
            let breach = FloorBreach(of: place, in: network, days)
        else { return nil }
        let moves = breach.leavers.flatMap { network.groups[$0].moves }.sorted().map { alone.moves[$0] }
        let tree = PlaceTree(alone.places)
        let leaving = moves.filter { tree.difference($0.from, $0.to).lost.contains(id) }
        return TransitionClash.Shortfall(
            place: id, day: alone.day(at: breach.day), holders: breach.holders, floor: floor, moves: leaving.map(\.id))
    }

    private mutating func remedies(for rule: TransitionRule, in alone: TransitionProblem) -> [TransitionRemedy] {
        RemedyLadder(rule, of: whole).changes.compactMap { steps in
            guard let strongest = steps.last else { return nil }
            let isEnough = isPossible(whole.applying(strongest))
            let problem = isEnough ? whole : alone
            guard isEnough || isPossible(alone.applying(strongest)) else { return nil }
            var low = 0
            var high = steps.count - 1
            while low < high {
                let middle = (low + high) / 2
                if isPossible(problem.applying(steps[middle])) {
                    high = middle
                } else {
                    low = middle + 1
                }
            }
            return TransitionRemedy(change: steps[high], isEnough: isEnough)
        }
    }

    // MARK: Tests

    private enum Answer {
        case possible
        /// Proven, of these moves already.
        case impossible(moves: [Int])
        case unknown
    }

    private mutating func isPossible(_ problem: TransitionProblem) -> Bool {
        if case .possible = answer(for: problem) {
            return true
        }
        return false
    }

    private mutating func answer(for problem: TransitionProblem) -> Answer {
        stepsLeft -= problem.moves.count
        let network = NetworkBuilder(problem).network()
        var answer = Answer.possible
        for groups in network.components() {
            let part = network.part(of: groups)
            var steps = min(stepsOfTest, stepsLeft)
            let given = steps
            let result = NetworkSearch(part).best(steps: &steps)
            stepsLeft -= given - steps
            switch result {
            case .found: continue
            case .impossible: return .impossible(moves: part.groups.flatMap(\.moves).sorted())
            case .undecided:
                answer = .unknown
                isUnsure = true
            }
        }
        return answer
    }

    /// For each group of the whole network, its start day.
    private func startDays(of problem: TransitionProblem) -> [Int]? {
        let network = NetworkBuilder(problem).network()
        var days = Array(repeating: 0, count: network.groups.count)
        for groups in network.components() {
            var steps = stepsOfTest
            guard case .found(let found, _, _) = NetworkSearch(network.part(of: groups)).best(steps: &steps)
            else { return nil }
            for (group, day) in zip(groups, found) {
                days[group] = day
            }
        }
        return days
    }
}
