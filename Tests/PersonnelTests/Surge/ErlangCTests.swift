import Testing

@testable import Personnel

/// Against published tables and worked examples, and against exact fractions.
struct ErlangCTests {
    private func load(_ visitors: Int, _ handling: Int, _ open: Int) throws -> CounterLoad {
        try #require(CounterLoad(visitors: visitors, handlingSeconds: handling, openSeconds: open))
    }

    private func team(_ load: CounterLoad, _ agents: Int) -> ErlangC.Team {
        var team = ErlangC.Team(load)
        while team.agents < agents { team.grow() }
        return team
    }

    /// 100 calls in 30 minutes of 180 s each (10 erlang), answered within 20 s: the table that the R package ErlangC 0.1.0
    /// (CRAN, README of Damonsoul/ErlangC) prints; pyworkforce 0.1.0 (PyPI) has 0.1741319335950498 and
    /// 0.8883500191794669 for 14.
    @Test(arguments: [
        (11, 0.6821182, 0.3896138, 122.78127684408), (12, 0.4493882, 0.640158, 40.4449401868444),
        (13, 0.2852705, 0.7955948, 17.1162271821896), (14, 0.1741319, 0.88835, 7.83593701177724),
    ])
    func tenErlangFollowThePublishedTable(agents: Int, waiting: Double, answered: Double, average: Double) throws {
        let team = team(try load(100, 180, 1800), agents)
        #expect(abs(try #require(team.waitProbability) - waiting) < 5e-8)
        #expect(abs(try #require(team.answeredShare(within: 20)) - answered) < 5e-7)
        #expect(abs(try #require(team.averageWait) - average) < 1e-10)
    }

    @Test func anotherLibraryHasTheSameSixteenDigits() throws {
        let team = team(try load(100, 180, 1800), 14)
        #expect(abs(try #require(team.waitProbability) - 0.1741319335950498) < 1e-15)
        #expect(abs(try #require(team.answeredShare(within: 20)) - 0.8883500191794669) < 1e-15)
    }

    /// 360 calls in half an hour of 4 minutes each, 55 agents, 15 s: the worked example of mitan.co.uk, "The Erlang-C
    /// Formula": 23.9 %, 84.6 %, 8.2 s, occupancy 87.3 %.
    @Test func aWorkedExampleWithFortyEightErlang() throws {
        let service = try #require(ErlangC.service(try load(360, 240, 1800), agents: 55, within: 15))
        #expect(
            service
                == CounterService(
                    agents: 55, waitingPermille: 239, averageWaitSeconds: 8, answeredPermille: 845,
                    occupancyPermille: 872))
    }

    /// Exact: C(1, a) = a; C(2, a) = a² ÷ (2 + a); C(3, 2) = 4/9, the eye clinic of Gross and Harris, Fundamentals of Queueing
    /// Theory, where visitors wait 8.9 minutes.
    @Test func smallTeamsAreFractions() throws {
        #expect(abs(try #require(team(try load(1, 30, 60), 1).waitProbability) - 0.5) < 1e-15)
        #expect(abs(try #require(team(try load(1, 60, 60), 2).waitProbability) - 1.0 / 3) < 1e-15)
        let clinic = team(try load(6, 1200, 3600), 3)
        #expect(abs(try #require(clinic.waitProbability) - 4.0 / 9) < 1e-15)
        #expect(abs(try #require(clinic.averageWait) - 8.0 / 9 * 600) < 1e-10)
    }

    /// The same numbers from the textbook sum, term by term.
    @Test(arguments: [(1, 3), (3, 5), (7, 9), (12, 20), (25, 26)])
    func recursionEqualsTheSum(erlang: Int, agents: Int) throws {
        var term = 1.0
        var sum = 0.0
        for k in 0..<agents {
            sum += term
            term *= Double(erlang) / Double(k + 1)
        }
        let last = term * Double(agents) / Double(agents - erlang)
        let waiting = try #require(team(try load(erlang, 60, 60), agents).waitProbability)
        #expect(abs(waiting - last / (sum + last)) < 1e-14)
    }

    @Test func fourteenAnswerEightyInTwentySeconds() throws {
        // 13 reach 79.6 percent, 14 reach 88.8.
        let target = try #require(WaitTarget(seconds: 20, sharePermille: 800))
        let service = try #require(ErlangC.staffing(try load(100, 180, 1800), for: target))
        #expect(
            service
                == CounterService(
                    agents: 14, waitingPermille: 174, averageWaitSeconds: 8, answeredPermille: 888,
                    occupancyPermille: 714))
        #expect(service.gap(present: 11) == 3)
        #expect(service.gap(present: 20) == 0)
        #expect(service.gap(present: -3) == 14)
    }

    @Test func theAnswerIsTheFewestForEveryTarget() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let load = try load(
                .random(in: 1...400, using: &random), .random(in: 30...1800, using: &random),
                .random(in: 1800...28_800, using: &random))
            let target = try #require(
                WaitTarget(
                    seconds: .random(in: 0...1800, using: &random), sharePermille: .random(in: 1...999, using: &random))
            )
            let service = try #require(ErlangC.staffing(load, for: target))
            #expect(service.answeredPermille >= target.sharePermille)
            let fewer = team(load, service.agents - 1).answeredShare(within: target.seconds)
            #expect((fewer ?? 0) < Double(target.sharePermille) / 1000 + 2e-9)
        }
    }

    @Test func onePersonMoreNeverMakesThemWaitLonger() throws {
        var team = ErlangC.Team(try load(200, 300, 3600))
        var last = 1.0
        while team.agents < 60 {
            team.grow()
            guard let waiting = team.waitProbability else { continue }
            #expect(waiting < last)
            last = waiting
        }
    }

    @Test func whoCannotKeepUpHasNoAverage() throws {
        // Exactly ten erlang: ten people are busy for ever and the queue grows.
        let load = try load(100, 180, 1800)
        #expect(ErlangC.service(load, agents: 10, within: 20) == nil)
        #expect(ErlangC.service(load, agents: 0, within: 20) == nil)
        #expect(ErlangC.service(load, agents: -1, within: 20) == nil)
        #expect(ErlangC.service(load, agents: ErlangC.largestTeam + 1, within: 20) == nil)
        #expect(ErlangC.service(load, agents: 11, within: 20) != nil)
    }

    @Test func withoutVisitorsNobodyIsNeeded() throws {
        let target = try #require(WaitTarget(seconds: 0, sharePermille: 999))
        #expect(ErlangC.staffing(try load(0, 180, 1800), for: target)?.agents == 0)
    }

    @Test func loadsBeyondAnyCounterHaveNoAnswer() throws {
        let target = try #require(WaitTarget(seconds: 0, sharePermille: 500))
        #expect(ErlangC.staffing(try load(1_000_000, 86_400, 1), for: target) == nil)
        // 9,000 erlang: the recursion stays in bounds for thousands of steps.
        let large = try #require(ErlangC.staffing(try load(9_000, 60, 60), for: target))
        #expect((9_000...9_200).contains(large.agents))
        #expect(CounterLoad(visitors: -1, handlingSeconds: 1, openSeconds: 1) == nil)
        #expect(CounterLoad(visitors: 1, handlingSeconds: 0, openSeconds: 1) == nil)
        #expect(CounterLoad(visitors: 1, handlingSeconds: 1, openSeconds: 86_401) == nil)
        #expect(WaitTarget(seconds: 0, sharePermille: 1000) == nil)
    }

    /// e^-1, e^-10 and e^-100 from Abramowitz and Stegun, table 4.4, and the two ends.
    @Test(arguments: [
        (0.0, 1.0), (1.0, 0.36787944117144233), (10.0, 4.5399929762484854e-5), (100.0, 3.7200759760208361e-44),
        (0.6931471805599453, 0.5), (-3.0, 1.0), (709.0, 0.0),
    ])
    func decayIsTheExponential(x: Double, expected: Double) {
        #expect(abs(Decay.exponential(x) - expected) <= expected * 1e-12)
    }
}
