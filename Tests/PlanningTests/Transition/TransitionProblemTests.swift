import Personnel
import Planning
import Testing

struct TransitionProblemTests {
    private let first = CivilDate(dayNumber: 20_820)

    private func faults(
        days: Int = 30, places: [StaffedPlace] = [], moves: [AgreedMove] = [], known: [KnownChange] = [],
        seasons: [BusySeason] = [], weekdays: Set<Int> = StartCalendar.usualWeek
    ) -> [TransitionFault] {
        do {
            _ = try TransitionProblem(
                firstDay: first, lastDay: first.adding(days: days - 1),
                calendar: StartCalendar(startDays: .anyDay, workingWeekdays: weekdays), places: places, moves: moves,
                knownChanges: known, seasons: seasons)
            return []
        } catch {
            return error.faults
        }
    }

    private func move(
        _ id: String, person: String? = nil, from: String? = nil, to: String = "u", _ conditions: [MoveCondition] = []
    ) -> AgreedMove {
        AgreedMove(
            id: id, person: person ?? id, from: from.map { PostInUnit(unit: $0, post: "p") },
            to: PostInUnit(unit: to, post: "p"), conditions: conditions)
    }

    @Test func limitsHoldAtTheLimitAndOnePast() {
        #expect(faults(days: TransitionLimits.horizonDays).isEmpty)
        #expect(faults(days: TransitionLimits.horizonDays + 1) == [.init(.tooMany, "horizonDays")])
        let moves = (0...TransitionLimits.moves).map { move("m\($0)") }
        #expect(faults(moves: moves.dropLast()).isEmpty)
        #expect(faults(moves: moves) == [.init(.tooMany, "moves")])
        let long = String(repeating: "x", count: TransitionLimits.idBytes)
        #expect(faults(moves: [move(long)]).isEmpty)
        #expect(faults(moves: [move(long + "x")]).map(\.code) == [.badID])
        let most = TransitionLimits.people
        #expect(faults(places: [StaffedPlace(.unit("u"), holders: most, floor: most)]).isEmpty)
        #expect(
            faults(places: [StaffedPlace(.unit("u"), holders: most, floor: most + 1)]).map(\.code) == [.outOfRange])
        let waits = TransitionLimits.spanDays
        #expect(faults(moves: [move("a"), move("b", [.started(move: "a", daysBefore: waits)])]).isEmpty)
        #expect(
            faults(moves: [move("a"), move("b", [.started(move: "a", daysBefore: waits + 1)])]).map(\.code)
                == [.outOfRange])
    }

    @Test func contradictionsAreNamed() {
        #expect(faults(days: 0).map(\.code) == [.noDays])
        #expect(faults(weekdays: [0, 8]).map(\.code) == [.outOfRange, .outOfRange])
        #expect(faults(moves: [move("a"), move("a", person: "b")]) == [.init(.moveTwice, "a")])
        #expect(faults(moves: [move("a", person: "x"), move("b", person: "x")]) == [.init(.personTwice, "x")])
        #expect(faults(moves: [move("a", from: "u")]) == [.init(.goesNowhere, "a")])
        #expect(faults(moves: [move("a", [.started(move: "a", daysBefore: 0)])]) == [.init(.unknownMove, "a")])
        #expect(faults(moves: [move("a", [.filled(vacancy: "v")])]) == [.init(.unknownVacancy, "a")])
        #expect(
            faults(moves: [move("a", from: "w", [.replaced(by: nil, overlapDays: 0)])]) == [.init(.noReplacement, "a")])
        let unit = StaffedPlace(.unit("u"), holders: 1, floor: 1)
        #expect(faults(places: [unit, unit]).map(\.code) == [.placeTwice])
        #expect(
            faults(places: [unit, StaffedPlace(.post("p", unit: "u"), holders: 2, floor: 1)]).map(\.code)
                == [.moreInsideThanHolders])
        #expect(
            faults(places: [StaffedPlace(.unit("u"), within: .agency("a"), holders: 1, floor: 1)]).map(\.code)
                == [.unknownParent])
        #expect(
            faults(places: [
                StaffedPlace(.unit("u"), within: .unit("v"), holders: 1, floor: 1),
                StaffedPlace(.unit("v"), within: .unit("u"), holders: 1, floor: 1),
            ]).map(\.code) == [.tooDeep, .tooDeep])
        #expect(
            faults(
                places: [unit], moves: [move("a", from: "u", to: "w"), move("b", from: "u", to: "w")]
            ).map(\.code) == [.moreLeaveThanServe])
        let early = KnownChange(
            .departure, at: PostInUnit(unit: "u", post: "p"), on: first.adding(days: -1), reason: "r")
        #expect(faults(known: [early]).map(\.code) == [.changeBeforeHorizon])
    }
}
