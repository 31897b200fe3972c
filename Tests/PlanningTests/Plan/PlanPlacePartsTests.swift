import Personnel
import Testing

@testable import Planning

/// What hangs on where a place is comes to the same as a fit that is computed for that place alone.
struct PlanPlacePartsTests {
    private static let districts = ["Tembalang", "Tugu", "Mijen", nil]

    private static var policy: PersonnelPolicy {
        var policy = PersonnelPolicy.standard
        policy.fitWeights.ownWish = 15
        policy.fitWeights.receiverWish = 5
        policy.fitWeights.district = 10
        policy.fit.districts.parts = [["Tembalang", "TUGU"]]
        return policy
    }

    /// Some were never asked, some wish for nothing; some posts and people are nowhere; agencies want some and not others.
    private static func city(_ seed: UInt64) throws -> SmallCity {
        var city = try SmallCity.random(seed: seed, people: 5)
        var random = SmallCity.Generator(seed: seed &+ 7)
        for number in city.pool.people.indices {
            city.pool.people[number].profile.district = districts.randomElement(using: &random) ?? nil
            city.pool.people[number].profile.wishes =
                [
                    nil, Wishes(), Wishes(districts: ["tembalang"]), Wishes(posts: ["Loket"], agencies: ["A0"]),
                    Wishes(posts: ["P-Arsip"], agencies: ["a1"], districts: ["Mijen", "Tugu"]),
                ].randomElement(using: &random) ?? nil
        }
        for number in city.pool.seats.indices {
            city.pool.seats[number].district = districts.randomElement(using: &random) ?? nil
            guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
            let person = try #require(city.pool.people.randomElement(using: &random))
            city.pool.seats[number].wishes = [person.id: Bool.random(using: &random) ? .wanted : .unwanted]
        }
        if seed % 3 == 0 { city.settings.minimumFit = 550 }
        return city
    }

    private static func problem(_ city: SmallCity) throws -> PlanProblem {
        let scores = PlanScores(try PlanRoster(city.pool, policy.fitWeights), policy, city.settings)
        return PlanProblem(scores: scores, orders: try PlanOrders([], scores))
    }

    @Test(arguments: 7000..<7100 as Range<UInt64>)
    func partsOfPlacesAreThoseOfTheFit(seed: UInt64) throws {
        let city = try Self.city(seed)
        let problem = try Self.problem(city)
        let (scores, roster) = (problem.scores, problem.roster)
        for (number, person) in roster.people.enumerated() {
            for (place, its) in roster.places.enumerated() {
                guard let row = scores.row(number, standard: its.standard) else { continue }
                let seat = roster.seats[try #require(roster.placeSeats[place].first)]
                var asked = seat.requirement
                (asked.postID, asked.kind) = (seat.post.id, seat.post.kind)
                (asked.agency, asked.district) = (seat.agency, seat.district)
                let fit = Fit.compute(
                    person.profile, asked, Self.policy, on: roster.start, receiverWish: seat.wishes[person.id])
                #expect(scores.score(number, place).fit == fit.score)
                #expect(scores.outlook(number, place).possible == fit.possible)
                #expect(scores.fits(number, [place]) == [fit])
                let isEnough = fit.score.map { $0 >= city.settings.minimumFit } ?? false
                let points = scores.move(number, to: place)
                #expect((points != nil) == isEnough)
                guard isEnough else { continue }
                #expect(points == scores.score(number, place).points)
                #expect(try #require(points) <= row.most)
            }
        }
    }

    @Test(arguments: 7000..<7100 as Range<UInt64>)
    func planIsTheBestOfAll(seed: UInt64) throws {
        let city = try Self.city(seed)
        let problem = try Self.problem(city)
        let plan = try #require(try Planner.plan(city.pool, city.settings, policy: Self.policy).plan)
        let every = EveryAssignment(problem: problem, bounds: try raisedBounds(problem))
        #expect(plan.pointsAfter == every.all().map(every.points).max())
        #expect(plan.certificate.isProved, "\(plan.certificate)")
    }

    /// In the order of ids everybody has the best that any of the best plans gives: her own seat, else the first of the places.
    @Test(arguments: 7100..<7200 as Range<UInt64>)
    func ofEqualPlansTheRuleNamesOne(seed: UInt64) throws {
        var city = try Self.city(seed)
        // So many equal plans that a rule is needed.
        for number in city.pool.people.indices { city.pool.people[number].profile.competences = nil }
        let problem = try Self.problem(city)
        let every = EveryAssignment(problem: problem, bounds: try raisedBounds(problem))
        let all = every.all()
        let most = all.map(every.points).max()
        let roster = problem.roster
        let plan = try #require(try Planner.plan(city.pool, city.settings, policy: Self.policy).plan)
        let best = all.filter { every.points($0) == most }.map { seats in
            seats.enumerated().map { $0.element == $0.offset ? -1 : $0.element }
        }
        let named = try #require(best.min { $0.lexicographicallyPrecedes($1) })
        func places(_ seats: [Int]) -> [Int] {
            seats.enumerated().map { roster.seatPlaces[$0.element == -1 ? $0.offset : $0.element] }
        }
        let planned = try roster.people.map { person in
            try plan.lines.first { $0.person == person.id }.map { try #require(roster.seatNumbers[$0.to]) } ?? -1
        }
        #expect(places(planned) == places(named))
    }
}
