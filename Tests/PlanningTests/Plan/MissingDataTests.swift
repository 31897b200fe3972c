import Personnel
import Testing

@testable import Planning

/// Nobody wins or loses a place by missing data alone: pairs of files that differ in one part only.
struct MissingDataTests {
    /// What one of two equal people knows of a part and the other does not; the known value is good, middling or bad.
    @Test(arguments: 0..<6)
    func pairThatDiffersInAMissingPartIsUndecided(which: Int) throws {
        var city = try Self.twins()
        switch which {
        case 0: city.pool.people[1].profile.competences = nil
        case 1:
            for number in 0...1 { city.pool.people[number].profile.competences = ["pelayanan-publik": 3] }
            city.pool.people[1].profile.competences = nil
        case 2: city.pool.people[1].profile.appraisals = nil
        case 3:
            city.pool.people[0].profile.appraisals = [2025, 2026].map { Appraisal(year: $0, rating: .sangatKurang) }
            city.pool.people[1].profile.appraisals = nil
        case 4:
            city.pool.people[0].profile.history = FamilyHistory(months: [:], isWhole: true)
            city.pool.people[1].profile.history = nil
            city.pool.people[1].profile.family = nil
        default:
            city.pool.people[1].profile.history = nil
            city.pool.people[1].profile.family = nil
        }
        let plan = try #require(try city.plan())
        let line = try #require(plan.lines.first)
        #expect(plan.lines.count == 1)
        let other = line.person == "a" ? "b" : "a"
        #expect(line.undecided == [other])
        #expect(line.lacksData == (line.person == "b"))
        #expect(plan.linesUndecided.map(\.person) == [line.person])
        guard case .notPlaced(let alternatives) = plan.people.first(where: { $0.person == other })?.outcome else {
            // Her present seat is worth as much to who has no gain by it; the line names her all the same.
            return
        }
        #expect(alternatives.map(\.obstacle) == [.undecided([line.person])])
    }

    /// Known and far below in one file, unknown in the other: who is let through does not win by it.
    @Test func openGateDoesNotWinAgainstWhoIsRefusedByItAlone() throws {
        var city = try Self.twins()
        city.pool.people[0].profile.competences = ["pelayanan-publik": 1]
        city.pool.people[1].profile.competences = nil
        let plan = try #require(try city.plan())
        #expect(plan.lines.map(\.person) == ["b"])
        #expect(plan.lines.first?.questions.map(\.gate) == [.competence])
        #expect(plan.lines.first?.undecided == ["a"])
    }

    @Test func whatIsKnownDecides() throws {
        var city = try Self.twins()
        city.pool.people[1].profile.competences = ["pelayanan-publik": 3]
        let plan = try #require(try city.plan())
        #expect(plan.lines.map(\.person) == ["a"])
        #expect(plan.linesUndecided.isEmpty)
        #expect(plan.linesLackingData.isEmpty)
        // A part is missing, and even at its best it would not be enough.
        city.pool.people[1].profile.history = FamilyHistory(months: [:], isWhole: true)
        city.pool.people[0].profile.appraisals = [Appraisal(year: 2026, rating: .sangatBaik)]
        let again = try #require(try city.plan())
        #expect(again.lines.map(\.person) == ["a"])
        #expect(again.linesLackingData.map(\.person) == ["a"])
        #expect(again.linesUndecided.isEmpty)
    }

    /// a and b are equal in everything and could come to one vacant counter.
    static func twins() throws -> SmallCity {
        var city = try PlanChangeTests.twoForOne()
        for number in 0...1 {
            city.pool.people[number].profile.competences = ["pelayanan-publik": 4]
            city.pool.people[number].profile.history = FamilyHistory(months: ["Loket": 40], isWhole: true)
        }
        return city
    }

    /// The rivals of a line are those whom going through everybody finds; who leaves the place is among them.
    @Test func rivalsAreFoundAmongAll() throws {
        var leaving = 0
        for seed in 9500..<9700 as Range<UInt64> {
            let problem = try SmallCity.random(seed: seed, people: 16).problem()
            let solver = PlanSolver(problem)
            let bounds = try #require(try PlanShortageStage(problem).raised(PlanBounds(problem.roster), solver))
            guard case .solved(let plan) = try solver.best(bounds) else {
                Issue.record("no plan")
                return
            }
            let writer = PlanWriter(problem, bounds, PlanSolution(plan), [])
            let (roster, scores, solution) = (problem.roster, problem.scores, writer.solution)
            let doubts = PlanUndecided(problem, solution, writer.placePrices)
            for (mover, seat) in solution.seats.enumerated() where seat != mover {
                let place = roster.seatPlaces[seat]
                let own = scores.outlook(mover, place)
                var found: [(short: Int, person: Int)] = []
                for other in roster.people.indices where roster.seatPlaces[solution.seats[other]] != place {
                    guard let points = problem.points(of: other, in: place) else { continue }
                    let its = scores.outlook(other, place)
                    let short = solution.personPrices[other] - (points - writer.placePrices[place])
                    guard short <= its.up + own.down, own.possible.count > 1 || its.possible.count > 1,
                        own.possible.overlaps(its.possible)
                    else { continue }
                    found.append((short, other))
                }
                let nearest = found.sorted { $0 < $1 }.prefix(PlanLimits.named).map(\.person)
                #expect(doubts.rivals(of: mover, []) == nearest, "seed \(seed)")
                leaving += nearest.count { roster.seatPlaces[$0] == place }
            }
        }
        #expect(leaving > 10)
    }
}
