import Personnel

extension TransitionProblem {
    /// Who serves on a day when the moves start as scheduled. A day before the first one gives the holders before the
    /// transition; a day after the last one counts what is known up to the last one.
    public func report(on day: CivilDate, _ schedule: TransitionSchedule) -> DayReport {
        let tree = PlaceTree(places)
        let last = min(day, lastDay)
        var movedIn: [PlaceID: [String]] = [:]
        var movedOut: [PlaceID: [String]] = [:]
        for move in started(by: last, schedule) where move.until.map({ last <= $0 }) ?? true {
            let (lost, gained) = tree.difference(move.from, move.to)
            for place in lost {
                movedOut[place, default: []].append(move.id)
            }
            for place in gained {
                movedIn[place, default: []].append(move.id)
            }
        }
        var known: [PlaceID: [KnownChange]] = [:]
        for change in knownChanges.filter({ $0.day <= last }).sorted(by: { $0.day < $1.day }) {
            for place in tree.path(from: change.address) {
                known[place, default: []].append(change)
            }
        }
        let rows = places.map { place in
            let (came, went) = (movedIn[place.id] ?? [], movedOut[place.id] ?? [])
            let changes = known[place.id] ?? []
            let change = changes.reduce(came.count - went.count) { $0 + ($1.direction == .arrival ? 1 : -1) }
            return PlaceDay(
                place: place.id, holdersBefore: place.holders, holders: place.holders + change, floor: place.floor,
                movedIn: came, movedOut: went, known: changes)
        }
        return DayReport(day: day, places: rows)
    }

    /// The stretches of days on which fewer serve than the floor, by a known departure or from the beginning: scheduled
    /// moves make none. In the order of the places, then by day.
    public func shortages(_ schedule: TransitionSchedule) -> [FloorShortage] {
        let tree = PlaceTree(places)
        var changes: [PlaceID: [Int: Int]] = [:]
        func add(_ count: Int, at places: [PlaceID], on day: CivilDate) {
            guard day <= lastDay else { return }
            for place in places {
                changes[place, default: [:]][index(of: day), default: 0] += count
            }
        }
        for change in knownChanges {
            add(change.direction == .arrival ? 1 : -1, at: tree.path(from: change.address), on: change.day)
        }
        let starts = Dictionary(schedule.starts.map { ($0.move, $0.day) }, uniquingKeysWith: { first, _ in first })
        for move in moves {
            guard let start = starts[move.id] else { continue }
            let (lost, gained) = tree.difference(move.from, move.to)
            add(-1, at: lost, on: start)
            add(1, at: gained, on: start)
            if let until = move.until {
                add(1, at: lost, on: until.adding(days: 1))
                add(-1, at: gained, on: until.adding(days: 1))
            }
        }
        return places.flatMap { shortages(at: $0, changes[$0.id] ?? [:]) }
    }

    private func shortages(at place: StaffedPlace, _ changes: [Int: Int]) -> [FloorShortage] {
        var shortages: [FloorShortage] = []
        var holders = place.holders
        var first: Int?
        var fewest = holders
        let days = Set(changes.keys).union([0, dayCount]).sorted()
        for day in days {
            holders += changes[day] ?? 0
            if holders < place.floor, day < dayCount {
                fewest = first == nil ? holders : min(fewest, holders)
                first = first ?? day
            } else if let start = first {
                shortages.append(
                    FloorShortage(
                        place: place.id, firstDay: self.day(at: start), lastDay: self.day(at: day - 1),
                        fewestHolders: fewest, floor: place.floor))
                first = nil
            }
        }
        return shortages
    }

    private func started(by day: CivilDate, _ schedule: TransitionSchedule) -> [AgreedMove] {
        let started = Set(schedule.starts.filter { $0.day <= day }.map(\.move))
        return moves.filter { started.contains($0.id) }
    }
}
