import Personnel
import Planning

/// Walks through the days with people who stand somewhere, and says what a set of start dates breaks. Written from the
/// rules alone: it shares no code with the scheduler.
struct DayByDayChecker {
    enum Failure: Hashable {
        case date(String)
        case season(String)
        case condition(String)
        case package(String)
        case floor(PlaceID, CivilDate)
        case ahead(PlaceID, CivilDate)
    }

    let problem: TransitionProblem
    let days: [CivilDate]
    private let parents: [PlaceID: PlaceID]
    private let paths: [PostInUnit: Set<PlaceID>]

    init(_ problem: TransitionProblem) {
        self.problem = problem
        var days = [problem.firstDay]
        while let last = days.last, last < problem.lastDay {
            days.append(last.adding(days: 1))
        }
        self.days = days
        var parents: [PlaceID: PlaceID] = [:]
        for place in problem.places {
            parents[place.id] = place.within
        }
        self.parents = parents
        var paths: [PostInUnit: Set<PlaceID>] = [:]
        let addresses =
            problem.moves.map(\.to) + problem.moves.compactMap(\.from) + problem.knownChanges.map(\.address)
        for address in addresses {
            var path: Set<PlaceID> = [.post(address.post, unit: address.unit)]
            var next: PlaceID? = .unit(address.unit)
            while let place = next {
                path.insert(place)
                next = parents[place]
            }
            paths[address] = path
        }
        self.paths = paths
    }

    private func isInside(_ address: PostInUnit?, _ place: PlaceID) -> Bool {
        address.flatMap { paths[$0] }?.contains(place) ?? false
    }

    // MARK: Each move alone

    func isAllowedAlone(_ move: AgreedMove, on day: CivilDate) -> Bool {
        failureAlone(move, on: day) == nil
    }

    private func failureAlone(_ move: AgreedMove, on day: CivilDate) -> Failure? {
        if day < problem.firstDay || day > problem.lastDay || !startDays.contains(day) {
            return .date(move.id)
        }
        if let earliest = move.earliest, day < earliest {
            return .date(move.id)
        }
        if let latest = move.latest, day > latest {
            return .date(move.id)
        }
        if let until = move.until, day > until {
            return .date(move.id)
        }
        switch move.training {
        case nil: break
        case .ready(let ready):
            if day < ready {
                return .date(move.id)
            }
        case .workingDays(let count, let date):
            var worked = 0
            var next = date.adding(days: 1)
            while next < day {
                worked += isWorked(next) ? 1 : 0
                next = next.adding(days: 1)
            }
            if worked < count || day <= date {
                return .date(move.id)
            }
        }
        for season in problem.seasons {
            if season.firstDay <= day, day <= season.lastDay, isBusy(season, for: move.from, move.to) {
                return .season(move.id)
            }
            if let back = move.until?.adding(days: 1), season.firstDay <= back, back <= season.lastDay,
                isBusy(season, for: move.to, move.from)
            {
                return .season(move.id)
            }
        }
        return nil
    }

    private func isBusy(_ season: BusySeason, for from: PostInUnit?, _ to: PostInUnit?) -> Bool {
        guard let place = season.place else {
            return season.rest == .nobodyMoves || from != nil
        }
        switch season.rest {
        case .nobodyLeaves: return isInside(from, place) && !isInside(to, place)
        case .nobodyMoves: return isInside(from, place) || isInside(to, place)
        }
    }

    private func isWorked(_ day: CivilDate) -> Bool {
        let names = [4, 5, 6, 7, 1, 2, 3]
        let weekday = names[((day.dayNumber % 7) + 7) % 7]
        return problem.calendar.workingWeekdays.contains(weekday) && !problem.calendar.holidays.contains(day)
    }

    private var startDays: Set<CivilDate> {
        switch problem.calendar.startDays {
        case .anyDay: return Set(days)
        case .workingDay: return Set(days.filter(isWorked))
        case .firstOfMonth: return Set(days.filter { $0.day == 1 })
        case .firstWorkingDayOfWeek: return firsts { ($0.dayNumber + 3) / 7 }
        case .firstWorkingDayOfMonth: return firsts { $0.year * 12 + $0.month }
        }
    }

    /// The first working day of each stretch, also where the stretch begins before the horizon.
    private func firsts(of stretch: (CivilDate) -> Int) -> Set<CivilDate> {
        var known: Set<Int> = []
        var firsts: Set<CivilDate> = []
        for offset in -40..<days.count {
            let day = problem.firstDay.adding(days: offset)
            if isWorked(day), known.insert(stretch(day)).inserted {
                firsts.insert(day)
            }
        }
        return firsts.intersection(days)
    }

    // MARK: All moves together

    /// The first thing that the dates break; dates in the order of the moves.
    func failure(of starts: [CivilDate]) -> Failure? {
        for (move, day) in zip(problem.moves, starts) {
            if let failure = failureAlone(move, on: day) {
                return failure
            }
        }
        return failureTogether(of: starts)
    }

    /// The same without what `isAllowedAlone` says.
    func failureTogether(of starts: [CivilDate]) -> Failure? {
        let moves = Array(zip(problem.moves, starts))
        for (move, day) in moves {
            for (other, otherDay) in moves where move.package != nil && move.package == other.package {
                if day != otherDay {
                    return .package(move.id)
                }
            }
            for condition in move.conditions where !holds(condition, for: move, on: day, in: moves) {
                return .condition(move.id)
            }
        }
        return floorFailure(in: moves)
    }

    private func holds(
        _ condition: MoveCondition, for move: AgreedMove, on day: CivilDate, in moves: [(AgreedMove, CivilDate)]
    ) -> Bool {
        switch condition {
        case .started(let id, let before):
            moves.contains { $0.0.id == id && $0.1.adding(days: before) <= day }
        case .filled(let vacancy):
            moves.allSatisfy { $0.0.fills != vacancy || $0.1 <= day }
        case .replaced(let id?, let overlap):
            moves.contains { $0.0.id == id && $0.1.adding(days: overlap) <= day }
        case .replaced(nil, let overlap):
            moves.contains { $0.0.to == move.from && $0.1.adding(days: overlap) <= day }
                || problem.knownChanges.contains {
                    $0.direction == .arrival && $0.address == move.from && $0.day <= problem.lastDay
                        && $0.day.adding(days: overlap) <= day
                }
        }
    }

    private func floorFailure(in moves: [(AgreedMove, CivilDate)]) -> Failure? {
        for place in problem.places {
            var unmoved = place.holders
            var served = place.holders
            for day in days {
                var (comes, leaves, losses) = (0, 0, 0)
                for change in problem.knownChanges where change.day == day && isInside(change.address, place.id) {
                    switch change.direction {
                    case .arrival:
                        comes += 1
                        unmoved += 1
                    case .departure:
                        losses += 1
                        unmoved -= 1
                    }
                }
                for (move, start) in moves {
                    let was = isInside(address(of: move, start, on: day.adding(days: -1)), place.id)
                    let stands = isInside(address(of: move, start, on: day), place.id)
                    if was, !stands {
                        if day == start {
                            leaves += 1
                        } else {
                            losses += 1
                        }
                    } else if !was, stands {
                        comes += 1
                    }
                }
                let before = served
                served += comes - leaves - losses
                if served < place.floor, leaves > comes {
                    return .floor(place.id, day)
                }
                if losses > 0, served < place.floor, served < unmoved {
                    return .ahead(place.id, day)
                }
                // What the two rules are for.
                if before >= place.floor, served < place.floor, losses == 0 {
                    return .floor(place.id, day)
                }
            }
        }
        return nil
    }

    private func address(of move: AgreedMove, _ start: CivilDate, on day: CivilDate) -> PostInUnit? {
        if day < start {
            return move.from
        }
        if let until = move.until, day > until {
            return move.from
        }
        return move.to
    }

    // MARK: All dates

    /// The fewest waiting days of any dates that break nothing; nil when there are none. Tries them all.
    func fewestWaitingDays() -> Int? {
        let choices = problem.moves.map { move in days.filter { isAllowedAlone(move, on: $0) } }
        var best: Int?
        func extend(_ starts: [CivilDate], _ waited: Int) {
            if let best, waited >= best {
                return
            }
            guard starts.count < problem.moves.count else {
                if failureTogether(of: starts) == nil {
                    best = waited
                }
                return
            }
            let move = problem.moves[starts.count]
            let from = max(move.earliest ?? problem.firstDay, problem.firstDay)
            for day in choices[starts.count] {
                extend(starts + [day], waited + from.days(until: day))
            }
        }
        extend([], 0)
        return best
    }
}
