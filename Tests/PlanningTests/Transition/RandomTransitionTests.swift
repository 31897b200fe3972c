import Personnel
import Planning
import Testing

/// The scheduler against a checker that walks through the days, and against all dates there are.
struct RandomTransitionTests {
    private func cases(_ count: Int, seed: UInt64, _ size: TransitionCases.Size) -> [TransitionProblem] {
        var cases = TransitionCases(seed: seed, size)
        var problems: [TransitionProblem] = []
        while problems.count < count {
            if let problem = cases.next() {
                problems.append(problem)
            }
        }
        return problems
    }

    /// The dates in the order of the moves; nil when some move has none.
    private func dates(_ outcome: TransitionOutcome, of problem: TransitionProblem) -> [CivilDate]? {
        let dates = problem.moves.compactMap { outcome.schedule.start(of: $0.id) }
        return dates.count == problem.moves.count ? dates : nil
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func noOtherDatesWaitLess(seed: UInt64) throws {
        var possible = 0
        for (number, problem) in cases(500, seed: seed, .init(days: 7, moves: 4)).enumerated() {
            let checker = DayByDayChecker(problem)
            let outcome = problem.outcome()
            #expect(outcome.undecided.isEmpty)
            let best = checker.fewestWaitingDays()
            let dates = dates(outcome, of: problem)
            try #require((dates != nil) == (best != nil), "seed \(seed), case \(number)")
            if let dates {
                possible += 1
                try #require(checker.failure(of: dates) == nil, "seed \(seed), case \(number)")
                try #require(outcome.schedule.waitingDays == best, "seed \(seed), case \(number)")
                #expect(outcome.schedule.isProvenEarliest)
                #expect(outcome.schedule.leastWaitingDays == best)
            }
        }
        #expect((100...400).contains(possible))
    }

    @Test(arguments: [11, 12] as [UInt64])
    func largerSchedulesBreakNothing(seed: UInt64) throws {
        let size = TransitionCases.Size(days: 120, moves: 14, startDays: StartCalendar.StartDays.allCases)
        var dated = 0
        for (number, problem) in cases(120, seed: seed, size).enumerated() {
            let outcome = problem.outcome(within: TransitionBudget(steps: 100_000))
            let starts = outcome.schedule.starts
            dated += starts.count
            #expect(Set(starts.map(\.move)).isDisjoint(with: outcome.withoutDate))
            #expect(starts.count + outcome.withoutDate.count == problem.moves.count)
            // Those without a date stay where they are.
            let moved = problem.moves.filter { !outcome.withoutDate.contains($0.id) }
            guard let part = try? same(problem, moves: moved) else { continue }
            try #require(
                DayByDayChecker(part).failure(of: starts.map(\.day)) == nil, "seed \(seed), case \(number)")
        }
        #expect(dated > 200)
    }

    private func same(
        _ problem: TransitionProblem, moves: [AgreedMove], places: [StaffedPlace]? = nil
    ) throws -> TransitionProblem {
        try TransitionProblem(
            firstDay: problem.firstDay, lastDay: problem.lastDay, calendar: problem.calendar,
            places: places ?? problem.places, moves: moves, knownChanges: problem.knownChanges,
            seasons: problem.seasons)
    }

    @Test func otherNamesGiveTheSameDates() throws {
        for problem in cases(300, seed: 21, .init(days: 20, moves: 7)) {
            func renamed(_ id: String) -> String { "z" + String(id.reversed()) }
            func renamed(_ condition: MoveCondition) -> MoveCondition {
                switch condition {
                case .started(let move, let days): .started(move: renamed(move), daysBefore: days)
                case .filled(let vacancy): .filled(vacancy: renamed(vacancy))
                case .replaced(let move, let days): .replaced(by: move.map(renamed), overlapDays: days)
                }
            }
            let other = try same(
                problem,
                moves: problem.moves.map { move in
                    AgreedMove(
                        id: renamed(move.id), person: renamed(move.person), from: move.from, to: move.to,
                        earliest: move.earliest, latest: move.latest, training: move.training,
                        conditions: move.conditions.map(renamed), package: move.package.map(renamed),
                        until: move.until, fills: move.fills.map(renamed))
                })
            let (one, two) = (problem.outcome(), other.outcome())
            #expect(one.schedule.starts.map(\.day) == two.schedule.starts.map(\.day))
            #expect(one.withoutDate.map(renamed) == two.withoutDate)
            #expect(one.clashes.count == two.clashes.count)
            #expect(problem.outcome() == one)
        }
    }

    @Test func lowerFloorsNeverMakeItLater() throws {
        for problem in cases(300, seed: 31, .init(days: 20, moves: 6)) {
            let before = problem.outcome()
            guard before.isComplete else { continue }
            for lowered in problem.places where lowered.floor > 0 {
                let after = problem.applying(.floor(lowered.id, to: lowered.floor - 1)).outcome()
                #expect(after.isComplete)
                #expect(after.schedule.waitingDays <= before.schedule.waitingDays)
            }
        }
    }

    @Test func everyClashIsOneAndEveryRemedyIsOne() throws {
        var (clashes, enough) = (0, 0)
        for (number, problem) in cases(250, seed: 41, .init(days: 6, moves: 3)).enumerated() {
            let outcome = problem.outcome()
            let isPossible = DayByDayChecker(problem).fewestWaitingDays() != nil
            try #require(outcome.clashes.isEmpty == isPossible, "case \(number)")
            for clash in outcome.clashes {
                clashes += 1
                #expect(clash.isSmallest)
                for shortfall in clash.shortfalls {
                    #expect(shortfall.holders < shortfall.floor)
                    #expect(!shortfall.moves.isEmpty)
                }
                for remedy in clash.remedies where remedy.isEnough {
                    enough += 1
                    // Several sets that hang together can clash: then the remedy is for its own.
                    guard outcome.clashes.count == 1 else { continue }
                    let changed = problem.applying(remedy.change)
                    try #require(DayByDayChecker(changed).fewestWaitingDays() != nil, "case \(number): \(remedy)")
                }
            }
        }
        #expect(clashes > 100)
        #expect(enough > 60)
    }

    @Test func reportsCountWhoStandsThere() throws {
        for problem in cases(200, seed: 51, .init(days: 15, moves: 6)) {
            let schedule = problem.outcome().schedule
            let shortages = problem.shortages(schedule)
            var day = problem.firstDay
            while day <= problem.lastDay {
                for row in problem.report(on: day, schedule).places {
                    let known = problem.knownChanges.filter {
                        $0.day <= day && isInside($0.address, row.place, problem)
                    }
                    .reduce(0) { $0 + ($1.direction == .arrival ? 1 : -1) }
                    var holders = row.holdersBefore + known
                    for start in schedule.starts {
                        let move = try #require(problem.moves.first { $0.id == start.move })
                        let isAway = start.day <= day && (move.until.map { day <= $0 } ?? true)
                        let address = isAway ? move.to : move.from
                        holders += isInside(address, row.place, problem) ? 1 : 0
                        holders -= isInside(move.from, row.place, problem) ? 1 : 0
                    }
                    #expect(row.holders == holders)
                    let isShort = shortages.contains {
                        $0.place == row.place && $0.firstDay <= day && day <= $0.lastDay && $0.fewestHolders <= holders
                    }
                    #expect(isShort == (holders < row.floor))
                }
                day = day.adding(days: 1)
            }
        }
    }

    private func isInside(_ address: PostInUnit?, _ place: PlaceID, _ problem: TransitionProblem) -> Bool {
        guard let address else { return false }
        switch place {
        case .post(let post, let unit): return address == PostInUnit(unit: unit, post: post)
        case .unit(let unit): return address.unit == unit
        case .agency: return problem.places.contains { $0.id == .unit(address.unit) && $0.within == place }
        }
    }
}
