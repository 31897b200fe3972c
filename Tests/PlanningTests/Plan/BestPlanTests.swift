import Personnel
import Testing

@testable import Planning

struct BestPlanTests {
    /// In the last of them a quota alone keeps a post empty: it must not hide the shortages of others.
    @Test(arguments: Array(0..<150) + [1_000_053, 1_000_283, 1_001_514] as [UInt64])
    func planIsAsGoodAsTheBestOfAll(seed: UInt64) throws {
        let city = try SmallCity.random(seed: seed)
        let problem = try city.problem()
        let plan = try #require(try city.plan())
        let every = EveryAssignment(problem: problem, bounds: PlanBounds(problem.roster))
        let all = every.all()
        let reachable = PlanReach(problem).holders
        // First the worst shortage, then points among those that have it.
        let ranked = all.map { seats in (worst: every.worst(seats, reachable), points: every.points(seats)) }
        func isAbove(_ left: (holders: Int, need: Int)?, _ right: (holders: Int, need: Int)?) -> Bool {
            guard let left, let right else { return false }
            return left.holders * right.need > right.holders * left.need
        }
        let best = try #require(ranked.max { isAbove($1.worst, $0.worst) })
        let points = ranked.filter { !isAbove(best.worst, $0.worst) }.map(\.points).max()
        #expect(plan.pointsAfter == points)
        #expect(plan.certificate.isProved, "\(plan.certificate)")
        let seats = try seats(plan, problem.roster)
        #expect(all.contains(seats))
        #expect(!isAbove(best.worst, every.worst(seats, reachable)))
    }

    /// What somebody misses is what the best plan with her there is worth less; what is said to everybody suffices.
    @Test func pointsShortAreEnoughAndExactOneByOne() throws {
        var (compared, equal) = (0, 0)
        for seed in 400..<600 as Range<UInt64> {
            try comparePointsShort(seed, &compared, &equal)
        }
        // Longer rings are rare.
        #expect(compared > 100)
        #expect(equal * 10 >= compared * 9, "\(equal) of \(compared)")
    }

    private func comparePointsShort(_ seed: UInt64, _ compared: inout Int, _ equal: inout Int) throws {
        let city = try SmallCity.random(seed: seed)
        let problem = try city.problem()
        let plan = try #require(try city.plan())
        let bounds = try raisedBounds(problem)
        let every = EveryAssignment(problem: problem, bounds: bounds)
        let all = every.all()
        guard case .solved(let solved) = try PlanSolver(problem).best(bounds) else {
            Issue.record("no plan")
            return
        }
        var tidied = PlanSolution(solved)
        PlanTidying(roster: problem.roster).tidy(&tidied)
        let shortfall = PlanWriter(problem, bounds, tidied, []).shortfall
        func expect(_ id: String, _ seatID: String, _ short: Int?) throws {
            let person = try #require(problem.roster.personNumbers[id])
            let place = problem.roster.seatPlaces[try #require(problem.roster.seatNumbers[seatID])]
            let best = all.filter { problem.roster.seatPlaces[$0[person]] == place }.map(every.points).max()
            let exact = best.map { plan.pointsAfter - $0 }
            var solution = shortfall
            #expect(solution.points(of: person, in: place) == exact, "\(id) in \(seatID)")
            if let short { #expect(try #require(exact) <= short) }
            compared += 1
            equal += exact == short ? 1 : 0
        }
        for finding in plan.people {
            let alternatives: [PlanAlternative] =
                switch finding.outcome {
                case .notPlaced(let named), .moves(_, let named): named
                default: []
                }
            for one in alternatives where one.obstacle != .stayWorthMore {
                try expect(finding.person, one.seat, one.short)
            }
        }
        for seat in plan.seats {
            guard case .betterElsewhere(let candidates) = seat.outcome else { continue }
            for one in candidates where one.obstacle != .stayWorthMore {
                try expect(one.person, seat.seat, one.short)
            }
        }
    }

    /// Another seat of one's own post in one's own unit is no move, even where it asks something else.
    @Test func nobodyMovesWithinHerPostAndUnit() throws {
        let counter = SmallCity.post("Loket")
        let seats = [
            SmallCity.seat("s", counter, unit: "u1", asks: ["pelayanan-publik": 5]),
            SmallCity.seat("v", counter, unit: "u1", asks: ["pelayanan-publik": 2]),
        ]
        var city = SmallCity(
            pool: PlanPool(
                people: [SmallCity.person("a", in: "s", held: ["pelayanan-publik": 2])], seats: seats,
                groups: SmallCity.groups(of: seats), start: try SmallCity.start()),
            settings: PlanSettings())
        #expect(try #require(try city.plan()).lines.isEmpty)
        let fixed = try #require(try city.plan([PlanChange(.fix(seat: "v"), person: "a", reason: "usul")]))
        #expect(fixed.lines.isEmpty)
        // The same seat in another unit is one.
        city.pool.seats[1].group = "u2/P-Loket"
        city.pool.seats[1].unit = "u2"
        city.pool.groups = SmallCity.groups(of: city.pool.seats)
        #expect(try #require(try city.plan()).lines.map(\.to) == ["v"])
    }

    private func seats(_ plan: Plan, _ roster: PlanRoster) throws -> [Int] {
        var seats = Array(roster.people.indices)
        for line in plan.lines {
            seats[try #require(roster.personNumbers[line.person])] = try #require(roster.seatNumbers[line.to])
        }
        return seats
    }
}
