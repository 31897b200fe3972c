import Personnel

extension TransitionProblem {
    /// The rules that could be relaxed, those that operators would rather keep first: floors, seasons, packages and
    /// conditions before dates.
    func rules() -> [TransitionRule] {
        let tree = PlaceTree(places)
        var rules = NetworkBuilder(self).network().places.filter { $0.floor > 0 }
            .map { TransitionRule.floor($0.id, $0.floor) }
        let touched = Set(moves.flatMap { tree.path(from: $0.from) + tree.path(from: $0.to) })
        rules += seasons.filter { $0.place.map(touched.contains) ?? true }.map { .season($0.id) }
        rules += Set(moves.compactMap(\.package)).sorted().map { .package($0) }
        for move in moves {
            var seen: Set<MoveCondition> = []
            rules += move.conditions.filter { seen.insert($0).inserted }.map { .condition(move: move.id, $0) }
        }
        for move in moves {
            if let ready = move.trainedDay(in: calendar) {
                rules.append(.training(move: move.id, ready: ready))
            }
            if let until = move.until {
                rules.append(.secondment(move: move.id, until: until))
            }
            if let earliest = move.earliest {
                rules.append(.earliest(move: move.id, earliest))
            }
            if let latest = move.latest {
                rules.append(.latest(move: move.id, latest))
            }
        }
        return rules
    }

    /// The problem without some rules.
    func without(_ rules: some Sequence<TransitionRule>) -> TransitionProblem {
        let dropped = Set(rules)
        guard !dropped.isEmpty else { return self }
        var problem = self
        for index in places.indices where dropped.contains(.floor(places[index].id, places[index].floor)) {
            problem.places[index].floor = 0
        }
        problem.seasons.removeAll { dropped.contains(.season($0.id)) }
        for (index, move) in moves.enumerated() {
            if let package = move.package, dropped.contains(.package(package)) {
                problem.moves[index].package = nil
            }
            problem.moves[index].conditions.removeAll { dropped.contains(.condition(move: move.id, $0)) }
            if let ready = move.trainedDay(in: calendar), dropped.contains(.training(move: move.id, ready: ready)) {
                problem.moves[index].training = nil
            }
            if let until = move.until, dropped.contains(.secondment(move: move.id, until: until)) {
                problem.moves[index].until = nil
            }
            if let earliest = move.earliest, dropped.contains(.earliest(move: move.id, earliest)) {
                problem.moves[index].earliest = nil
            }
            if let latest = move.latest, dropped.contains(.latest(move: move.id, latest)) {
                problem.moves[index].latest = nil
            }
        }
        return problem
    }

    /// The problem with some of its rules only.
    func keeping(_ kept: [TransitionRule]) -> TransitionProblem {
        let kept = Set(kept)
        return without(rules().filter { !kept.contains($0) })
    }

    /// The moves that change how many serve at a place, under its floor and none other. What they wait for elsewhere is left
    /// out, so that they have dates here if they have any in the whole problem.
    func alone(at place: PlaceID) -> TransitionProblem {
        let tree = PlaceTree(places)
        func group(_ move: AgreedMove) -> String {
            move.package.map { "package " + $0 } ?? "move " + move.id
        }
        let groups = Set(
            moves.filter { move in
                let (lost, gained) = tree.difference(move.from, move.to)
                return lost.contains(place) || gained.contains(place)
            }.map(group))
        var part = restricted(to: moves.indices.filter { groups.contains(group(moves[$0])) })
        for index in part.places.indices where part.places[index].id != place {
            part.places[index].floor = 0
        }
        let near = Set(part.moves.map(\.id))
        for index in part.moves.indices {
            part.moves[index].conditions.removeAll { condition in
                switch condition {
                case .started(let other, _), .replaced(let other?, _): !near.contains(other)
                case .filled, .replaced(nil, _): true
                }
            }
        }
        return part
    }

    /// The problem with one change made. What the change names and the problem lacks changes nothing.
    public func applying(_ change: TransitionRemedy.Change) -> TransitionProblem {
        var problem = self
        func edit(_ id: String, _ change: (inout AgreedMove) -> Void) {
            for index in problem.moves.indices where problem.moves[index].id == id {
                change(&problem.moves[index])
            }
        }
        switch change {
        case .floor(let place, let floor):
            for index in problem.places.indices where problem.places[index].id == place {
                problem.places[index].floor = min(max(floor, 0), TransitionLimits.people)
            }
        case .earliest(let move, let day): edit(move) { $0.earliest = day }
        case .latest(let move, let day): edit(move) { $0.latest = day }
        case .training(let move, let ready): edit(move) { $0.training = .ready(on: ready) }
        case .secondment(let move, let until): edit(move) { $0.until = until }
        case .shorter(let move, let condition, let days):
            edit(move) { edited in
                edited.conditions = edited.conditions.map { $0 == condition ? $0.lasting(days: days) : $0 }
            }
        case .waived(let move, let condition): edit(move) { $0.conditions.removeAll { $0 == condition } }
        case .seasonLifted(let id): problem.seasons.removeAll { $0.id == id }
        case .packageSplit(let id):
            for index in problem.moves.indices where problem.moves[index].package == id {
                problem.moves[index].package = nil
            }
        }
        return problem
    }
}
