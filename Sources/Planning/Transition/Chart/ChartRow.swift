import Personnel

/// One line of a transition chart.
enum ChartRow {
    case heading(String)
    case move(AgreedMove, start: CivilDate?, isInPackage: Bool)
    case season(BusySeason)
    case shortages(PlaceID, [FloorShortage])

    /// Undated moves come last, packages stay together, and who starts first stands first.
    static func rows(_ problem: TransitionProblem, _ schedule: TransitionSchedule, _ labels: ChartLabels) -> [ChartRow]
    {
        let starts = Dictionary(schedule.starts.map { ($0.move, $0.day) }, uniquingKeysWith: { first, _ in first })
        var groups: [(package: String?, start: CivilDate, moves: [AgreedMove])] = []
        var positions: [String: Int] = [:]
        for move in problem.moves {
            guard let start = starts[move.id] else { continue }
            if let package = move.package, let position = positions[package] {
                groups[position].moves.append(move)
                continue
            }
            if let package = move.package {
                positions[package] = groups.count
            }
            groups.append((move.package, start, [move]))
        }
        let ordered = groups.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
        var rows: [ChartRow] = []
        for group in ordered.map(\.element) {
            let isPackage = group.moves.count > 1
            if isPackage, let package = group.package {
                rows.append(.heading(labels.packageNames[package] ?? package))
            }
            rows += group.moves.map { .move($0, start: starts[$0.id], isInPackage: isPackage) }
        }
        let undated = problem.moves.filter { starts[$0.id] == nil }
        if !undated.isEmpty {
            rows.append(.heading(labels.withoutDate))
            rows += undated.map { .move($0, start: nil, isInPackage: true) }
        }
        let tree = PlaceTree(problem.places)
        let touched = Set(problem.moves.flatMap { tree.path(from: $0.from) + tree.path(from: $0.to) })
        let seasons = problem.seasons.filter { $0.place.map(touched.contains) ?? true }
        if !seasons.isEmpty {
            rows.append(.heading(labels.busySeasons))
            rows += seasons.map { .season($0) }
        }
        let shortages = problem.shortages(schedule).filter { touched.contains($0.place) }
        if !shortages.isEmpty {
            rows.append(.heading(labels.shortages))
        }
        for place in problem.places {
            let here = shortages.filter { $0.place == place.id }
            if !here.isEmpty {
                rows.append(.shortages(place.id, here))
            }
        }
        return rows
    }
}
