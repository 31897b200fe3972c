import Personnel
import Planning
import Testing

struct TransitionScheduleTests {
    private let counter = PostInUnit(unit: "u1", post: "counter")
    private let archive = PostInUnit(unit: "u2", post: "archive")
    private let outside = PostInUnit(unit: "elsewhere", post: "any")

    private func day(_ iso: String) throws -> CivilDate {
        try #require(CivilDate(iso: iso))
    }

    private func problem(
        _ moves: [AgreedMove], counter holders: Int = 2, floor: Int = 2, archive archived: Int = 2,
        archiveFloor: Int = 2, start: StartCalendar.StartDays = .anyDay, known: [KnownChange] = [],
        seasons: [BusySeason] = [], until: String = "2027-03-31"
    ) throws -> TransitionProblem {
        try TransitionProblem(
            firstDay: try day("2027-01-01"), lastDay: try day(until), calendar: StartCalendar(startDays: start),
            places: [
                StaffedPlace(PlaceID(counter), holders: holders, floor: floor),
                StaffedPlace(PlaceID(archive), holders: archived, floor: archiveFloor),
            ], moves: moves, knownChanges: known, seasons: seasons)
    }

    private func starts(_ problem: TransitionProblem) -> [String?] {
        let outcome = problem.outcome()
        return problem.moves.map { outcome.schedule.start(of: $0.id)?.iso }
    }

    @Test func leaverWaitsForNewcomer() throws {
        let leaver = AgreedMove(id: "l", person: "a", from: counter, to: outside)
        let newcomer = AgreedMove(id: "n", person: "b", from: nil, to: counter, earliest: try day("2027-02-03"))
        #expect(starts(try problem([leaver, newcomer])) == ["2027-02-03", "2027-02-03"])
        #expect(starts(try problem([leaver, newcomer], start: .firstOfMonth)) == ["2027-03-01", "2027-03-01"])
    }

    @Test func handoverOverlapsAsAgreed() throws {
        let leaver = AgreedMove(
            id: "l", person: "a", from: counter, to: outside, conditions: [.replaced(by: "n", overlapDays: 14)])
        let newcomer = AgreedMove(
            id: "n", person: "b", from: nil, to: counter, training: .workingDays(5, after: try day("2027-01-08")))
        #expect(starts(try problem([leaver, newcomer])) == ["2027-01-30", "2027-01-16"])
        #expect(starts(try problem([leaver, newcomer], start: .workingDay)) == ["2027-02-01", "2027-01-18"])
    }

    @Test func exchangeStartsTogether() throws {
        let one = AgreedMove(id: "1", person: "a", from: counter, to: archive, package: "k")
        let two = AgreedMove(
            id: "2", person: "b", from: archive, to: counter, earliest: try day("2027-01-20"), package: "k")
        #expect(starts(try problem([one, two])) == ["2027-01-20", "2027-01-20"])
        // Without the package the floors hold them together as well.
        let outcome = try problem([one, two]).applying(.packageSplit("k")).outcome()
        #expect(outcome.schedule.starts.map(\.day.iso) == ["2027-01-20", "2027-01-20"])
    }

    @Test func placeBelowItsFloorGivesOnlyAgainstAnArrivalThatDay() throws {
        let leaver = AgreedMove(id: "l", person: "a", from: counter, to: outside, earliest: try day("2027-01-10"))
        let newcomer = AgreedMove(id: "n", person: "b", from: nil, to: counter)
        let schedule = try problem([leaver, newcomer], floor: 3, known: []).outcome().schedule
        // 2 + 1 reaches the floor of 3, so that the leaver may not go any more: the newcomer comes on the same day.
        #expect(schedule.starts.map(\.day.iso) == ["2027-01-10", "2027-01-10"])
        #expect(schedule.waitingDays == 9)
    }

    @Test func retirementToComeIsNotUsedUp() throws {
        let leaver = AgreedMove(id: "l", person: "a", from: counter, to: outside)
        let retirement = KnownChange(.departure, at: counter, on: try day("2027-02-01"), reason: "retirement")
        #expect(starts(try problem([leaver], counter: 3, floor: 2)) == ["2027-01-01"])
        let outcome = try problem([leaver], counter: 3, floor: 2, known: [retirement]).outcome()
        #expect(outcome.withoutDate == ["l"])
        let clash = try #require(outcome.clashes.first)
        #expect(clash.rules == [.floor(PlaceID(counter), 2)])
        let shortfall = try #require(clash.shortfalls.first)
        #expect((shortfall.place, shortfall.day.iso) == (PlaceID(counter), "2027-02-01"))
        #expect((shortfall.holders, shortfall.floor) == (1, 2))
        #expect(shortfall.moves == ["l"])
        #expect(clash.remedies.map(\.change) == [.floor(PlaceID(counter), to: 1)])
        #expect(clash.remedies.map(\.isEnough) == [true])
    }

    @Test func lentServantCoversNobodyForGood() throws {
        let guest = AgreedMove(
            id: "g", person: "g", from: outside, to: counter, until: try day("2027-02-15"))
        let leaver = AgreedMove(id: "l", person: "a", from: counter, to: PostInUnit(unit: "u9", post: "x"))
        #expect(starts(try problem([guest, leaver])) == ["2027-01-01", nil])
        let heir = AgreedMove(id: "n", person: "b", from: nil, to: counter, earliest: try day("2027-02-10"))
        #expect(starts(try problem([guest, leaver, heir])) == ["2027-01-01", "2027-01-01", "2027-02-10"])
    }

    @Test func busySeasonIsKeptFree() throws {
        let leaver = AgreedMove(
            id: "l", person: "a", from: counter, to: outside, latest: try day("2027-01-15"))
        let season = BusySeason(
            id: "s", place: .unit("u1"), firstDay: try day("2026-12-20"), lastDay: try day("2027-01-15"),
            rest: .nobodyLeaves)
        let clash = try #require(try problem([leaver], floor: 1, seasons: [season]).outcome().clashes.first)
        #expect(clash.rules == [.season("s"), .latest(move: "l", try day("2027-01-15"))])
        #expect(
            clash.remedies.map(\.change) == [.seasonLifted("s"), .latest(move: "l", to: try day("2027-01-16"))])
    }

    @Test func datesThatClashAreNamed() throws {
        let one = AgreedMove(id: "1", person: "a", from: nil, to: counter, latest: try day("2027-01-10"))
        let two = AgreedMove(
            id: "2", person: "b", from: nil, to: archive, training: .ready(on: try day("2027-01-20")))
        let late = AgreedMove(
            id: "1", person: "a", from: nil, to: counter, latest: try day("2027-01-10"),
            conditions: [.started(move: "2", daysBefore: 0)])
        #expect(try problem([one, two]).outcome().isComplete)
        let clash = try #require(try problem([late, two]).outcome().clashes.first)
        #expect(
            clash.rules == [
                .condition(move: "1", .started(move: "2", daysBefore: 0)),
                .latest(move: "1", try day("2027-01-10")), .training(move: "2", ready: try day("2027-01-20")),
            ])
        #expect(clash.remedies.map(\.change.code) == ["waived", "latest", "training"])
        #expect(try problem([late, two]).outcome().schedule.starts.map(\.move) == ["2"])
    }

    @Test func horizonWithoutStartDayIsAClashWithoutRules() throws {
        let move = AgreedMove(id: "1", person: "a", from: nil, to: counter, earliest: try day("2027-01-02"))
        let outcome = try problem([move], start: .firstOfMonth, until: "2027-01-31").outcome()
        #expect(outcome.clashes.map(\.rules) == [[.earliest(move: "1", try day("2027-01-02"))]])
    }

    @Test func endedBudgetSaysSo() throws {
        let moves = (0..<30).map { number in
            AgreedMove(
                id: "m\(number)", person: "p\(number)", from: counter, to: outside,
                conditions: number > 0 ? [.started(move: "m\(number / 2)", daysBefore: number % 3)] : [])
        }
        let known = try (0..<30).map { number in
            KnownChange(
                .arrival, at: counter, on: try day("2027-01-05").adding(days: 2 * number), reason: "new")
        }
        let quick = try problem(moves.filter { $0.id != "m1" }.map(without("m1")), known: known)
            .outcome(within: TransitionBudget(steps: 1))
        #expect(quick.isComplete != (quick.undecided.count > 0))
        #expect(!quick.schedule.isProvenEarliest || !quick.isComplete || quick.schedule.waitingDays > 0)
    }

    private func without(_ id: String) -> (AgreedMove) -> AgreedMove {
        { move in
            AgreedMove(
                id: move.id, person: move.person, from: move.from, to: move.to,
                conditions: move.conditions.filter { $0 != .started(move: id, daysBefore: $0.days) })
        }
    }
}
