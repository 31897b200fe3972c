import Personnel
import Testing

@testable import Planning

/// A round that wants growth moves gets them for the least that brings them, and knows what they cost.
struct GrowthBonusTests {
    /// a has served well over the rotation term, b fits better and grows by nothing.
    private static func city(wanted: Int, limit: Int = 500) throws -> SmallCity {
        var city = try PlanChangeTests.twoForOne()
        city.pool.people[0].profile.monthsInPost = 90
        // Nobody comes to the archive, where another seat would be as good a rotation.
        for number in 0...1 { city.pool.seats[number].isOpen = false }
        city.settings.growthMovesWanted = wanted
        city.settings.growthBonusLimit = limit
        // What growth is worth by itself is another setting.
        city.settings.growthPoints = 0
        return city
    }

    @Test func smallestBonusBringsTheGrowthMove() throws {
        let without = try #require(try Self.city(wanted: 0).plan())
        #expect(without.lines.map(\.person) == ["b"])
        #expect((without.growth.came, without.growthBonus) == (0, 0))

        let plan = try #require(try Self.city(wanted: 1).plan())
        #expect(plan.lines.map(\.person) == ["a"])
        #expect((plan.growth.came, plan.growth.wanted) == (1, 1))
        #expect(plan.growth.isReached && plan.certificate.isProved)
        let line = try #require(plan.lines.first)
        #expect(line.growth.isGrowthMove == true)
        #expect(line.score.bonus == plan.growthBonus)
        // b leads by what her competence is worth more; one point more than that turns it round, or a tie does.
        let lead = try #require(without.lines.first?.score.points) - (line.score.points - plan.growthBonus)
        #expect(lead...lead + 1 ~= plan.growthBonus, "\(plan.growthBonus) for a lead of \(lead)")

        let short = try #require(try Self.city(wanted: 1, limit: plan.growthBonus - 1).plan())
        #expect(short.lines.map(\.person) == ["b"])
        #expect(short.growth.came == 0 && !short.growth.isReached)
    }

    @Test func growthMovesThatComeByThemselvesArePaidNothing() throws {
        var city = try Self.city(wanted: 1)
        city.pool.people[1].profile.monthsInPost = 90
        let plan = try #require(try city.plan())
        #expect(plan.lines.map(\.person) == ["b"])
        #expect((plan.growth.came, plan.growthBonus) == (1, 0))
    }

    /// Nobody is moved for growth of which missing data may say otherwise.
    @Test func growthThatIsNotKnownBringsNoBonus() throws {
        var city = try Self.city(wanted: 1)
        city.pool.people[0].profile.monthsInPost = nil
        let plan = try #require(try city.plan())
        #expect(plan.lines.map(\.person) == ["b"])
        #expect(plan.lines.allSatisfy { $0.score.bonus == 0 })
        #expect(plan.growth.came == 0)
    }

    /// Among all assignments with as many growth moves none has more points, and one point of bonus less brings too few.
    @Test(arguments: 5000..<5120 as Range<UInt64>)
    func planWithABonusIsTheBestWithItsGrowth(seed: UInt64) throws {
        var city = try SmallCity.random(seed: seed, people: 5)
        city.settings.growthPoints = 0
        let wanted = 1 + Int(seed % 2)
        city.settings.growthMovesWanted = wanted
        let plan = try #require(try city.plan())
        #expect(plan.certificate.isProved)
        guard plan.growthBonus > 0 else { return }
        let problem = try city.problem()
        let every = EveryAssignment(problem: problem, bounds: try raisedBounds(problem))
        let all = every.all()
        func growth(_ seats: [Int]) -> Int {
            seats.enumerated().count {
                $0.element != $0.offset && problem.scores.isGrowth($0.offset, problem.roster.seatPlaces[$0.element])
            }
        }
        let best = all.filter { growth($0) >= plan.growth.came }.map(every.points).max()
        #expect(plan.pointsAfter - plan.growthBonus * plan.growth.came == best)
        if plan.growth.isReached {
            city.settings.growthBonusLimit = plan.growthBonus - 1
            let short = try #require(try city.plan())
            #expect(short.growth.came < wanted, "\(short.growthBonus) would do as well as \(plan.growthBonus)")
        } else {
            #expect(plan.growthBonus == city.settings.growthBonusLimit)
        }
    }
}
