import Personnel

/// The changes that relax one rule, from the mildest to the strongest.
struct RemedyLadder {
    /// Each list is one kind of change.
    let changes: [[TransitionRemedy.Change]]

    init(_ rule: TransitionRule, of problem: TransitionProblem) {
        let startDays = (0..<problem.dayCount).map(problem.day).filter(problem.calendar.isStartDay)
        switch rule {
        case .floor(let place, let floor):
            changes = [(0..<floor).reversed().map { .floor(place, to: $0) }]
        case .earliest(let move, let day):
            changes = [startDays.reversed().filter { $0 < day }.map { .earliest(move: move, to: $0) }]
        case .latest(let move, let day):
            changes = [startDays.filter { $0 > day }.map { .latest(move: move, to: $0) }]
        case .training(let move, let ready):
            changes = [startDays.reversed().filter { $0 < ready }.map { .training(move: move, ready: $0) }]
        case .secondment(let move, let until):
            let later = (0..<problem.dayCount).map(problem.day).filter { $0 > until }
            changes = [later.map { .secondment(move: move, until: $0) }]
        case .condition(let move, let condition):
            let shorter = (0..<condition.days).reversed()
                .map { TransitionRemedy.Change.shorter(move: move, condition, days: $0) }
            changes = [shorter, [.waived(move: move, condition)]]
        case .season(let id):
            changes = [[.seasonLifted(id)]]
        case .package(let id):
            changes = [[.packageSplit(id)]]
        }
    }
}
