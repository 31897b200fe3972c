import Testing

@testable import Planning

struct PlanColumnTests {
    private static let sparing = PlanColumns.Portions(few: 0, first: 1, added: 1, across: 1)

    /// Beginning with hardly any moves ends in the very plan in which all moves do, also when bounds cannot be kept at first.
    @Test(arguments: 5000..<5200 as Range<UInt64>)
    func fewMovesFindWhatAllMovesDo(seed: UInt64) throws {
        let problem = try SmallCity.random(seed: seed, people: 40).problem()
        let base = PlanBounds(problem.roster)
        let all = PlanSolver(problem)
        let few = PlanSolver(problem, Self.sparing)
        let bounds = try PlanShortageStage(problem).raised(base, all)
        #expect(try PlanShortageStage(problem).raised(base, few) == bounds)
        guard let bounds, case .solved(let first) = try all.best(bounds),
            case .solved(let second) = try few.best(bounds)
        else {
            Issue.record("no plan")
            return
        }
        #expect(first.total == second.total && first.posts == second.posts)
        #expect(PlanCertificate(PlanSolution(second), problem, bounds).isProved)
        for (person, seats) in few.columns.seats.enumerated() {
            let places = seats.map { problem.roster.seatPlaces[Int($0)] }
            #expect(places.allSatisfy { !problem.roster.isHome($0, of: person) }, "nobody moves within her own place")
        }
    }

    /// So it does after changes that come and go, each from the last solution, wherever they lead.
    @Test(arguments: 5000..<5100 as Range<UInt64>)
    func changesFindIt(seed: UInt64) throws {
        let problem = try SmallCity.random(seed: seed, people: 40).problem()
        let (base, roster) = (PlanBounds(problem.roster), problem.roster)
        let few = PlanSolver(problem, Self.sparing)
        func posts(_ changes: [PlanChange]) throws -> [Int32] {
            let orders = try PlanOrders(changes, problem.scores)
            let changed = PlanProblem(scores: problem.scores, orders: orders)
            #expect(try few.setOrders(orders, least: base))
            let bounds = try #require(try PlanShortageStage(changed).raised(base, few))
            let fresh = PlanSolver(changed)
            #expect(try PlanShortageStage(changed).raised(base, fresh) == bounds)
            guard case .solved(let found) = try few.best(bounds), case .solved(let anew) = try fresh.best(bounds) else {
                Issue.record("no plan")
                return []
            }
            #expect(found.posts == anew.posts && found.total == anew.total)
            return found.posts
        }
        #expect(try PlanShortageStage(problem).raised(base, few) != nil)
        var changes: [PlanChange] = []
        var now = try posts(changes)
        while changes.count < 5,
            let person = now.indices.first(where: { person in
                Int(now[person]) != person && !changes.contains { $0.person == roster.people[person].id }
            })
        {
            changes.append(PlanChange(.keep, person: roster.people[person].id, reason: "-"))
            now = try posts(changes)
        }
        while !changes.isEmpty {
            changes.removeFirst()
            _ = try posts(changes)
        }
    }
}
