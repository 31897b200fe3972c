import Personnel
import Testing

@testable import Planning

struct PlanChangeTests {
    @Test(arguments: 3000..<3150 as Range<UInt64>)
    func changesAreWorthWhatAFreshPlanIs(seed: UInt64) throws {
        let city = try SmallCity.random(seed: seed)
        let session = try PlanSession(city.pool, city.settings, policy: .standard)
        var random = SmallCity.Generator(seed: seed)
        var changes: [PlanChange] = []
        for _ in 0..<4 {
            let person = try #require(city.pool.people.randomElement(using: &random))
            let seat = try #require(city.pool.seats.randomElement(using: &random))
            let kind: PlanChange.Kind =
                [.keep, .forbid(seat: seat.id), .fix(seat: seat.id)].randomElement(using: &random) ?? .keep
            let change = PlanChange(kind, person: person.id, reason: "rapat")
            do throws(PlanError) {
                let effect = try session.change(change)
                let fresh = try Planner.plan(city.pool, city.settings, policy: .standard, changes: changes + [change])
                switch (effect.outcome, fresh) {
                case (.plan(let tried), .plan(let made)):
                    // Not as good only: the very same, reasons and prices included.
                    #expect(tried == made)
                    #expect(tried.certificate.isProved)
                    #expect(tried.changes == changes + [change])
                    changes.append(change)
                case (.infeasible, .infeasible): #expect(session.changes == changes)
                default: Issue.record("one finds a plan and the other does not")
                }
            } catch {
                #expect([.notEligible, .contradiction].contains(error.code))
                #expect(session.changes == changes)
            }
        }
    }

    /// Three counters; the best clerk for the vacant one is forbidden it, so that the second best comes.
    @Test func forbiddenPersonMakesWayForTheNext() throws {
        let city = try Self.twoForOne()
        let session = try PlanSession(city.pool, city.settings, policy: .standard)
        let first = try #require(session.outcome.plan)
        #expect(first.lines.map(\.person) == ["b"])
        let effect = try session.change(PlanChange(.forbid(seat: "v"), person: "b", reason: "ditolak komite"))
        let second = try #require(effect.outcome.plan)
        #expect(second.lines.map(\.person) == ["a"])
        let difference = try #require(effect.difference)
        #expect(difference.affected.map(\.person) == ["a", "b"])
        #expect(difference.affected.map(\.now) == ["v", nil])
        #expect(difference.points < 0)
        let back = try #require(try session.undo().outcome.plan)
        #expect(back == first)
    }

    @Test func fixedPersonComesAndKeptOneStays() throws {
        let city = try Self.twoForOne()
        let plan = try #require(try city.plan([PlanChange(.fix(seat: "v"), person: "a", reason: "usul kepala")]))
        #expect(plan.lines.map(\.person) == ["a"])
        #expect(plan.lines.first?.isFixed == true)
        let kept = try #require(
            try city.plan([
                PlanChange(.keep, person: "a", reason: "cuti"), PlanChange(.keep, person: "b", reason: "cuti"),
            ]))
        #expect(kept.lines.isEmpty)
        #expect(kept.people.map(\.outcome) == [.kept(reason: "cuti"), .kept(reason: "cuti")])
    }

    @Test func whatTheRulesForbidCannotBeFixed() throws {
        var city = try Self.twoForOne()
        city.pool.people[0].profile.competences = ["pelayanan-publik": 1]
        let error = #expect(throws: PlanError.self) {
            try city.plan([PlanChange(.fix(seat: "v"), person: "a", reason: "usul")])
        }
        #expect(error?.code == .notEligible)
        #expect(error?.refusals.map(\.gate) == [.competence])
    }

    @Test func demandsThatContradictBoundsAreNamed() throws {
        var city = try Self.twoForOne()
        let changes = ["a", "b"].map { PlanChange(.fix(seat: "v"), person: $0, reason: "usul") }
        guard
            case .infeasible(let conflict) = try Planner.plan(
                city.pool, city.settings, policy: .standard, changes: changes)
        else {
            Issue.record("two people in one seat")
            return
        }
        #expect(conflict.people == ["a", "b"])
        #expect(conflict.missing == 1)
        // Floors where a leaves and where b could come from.
        for number in city.pool.groups.indices where ["u1", "u2"].contains(city.pool.groups[number].id) {
            city.pool.groups[number].floor = 1
        }
        guard
            case .infeasible(let floor) = try Planner.plan(
                city.pool, city.settings, policy: .standard, changes: [changes[0]])
        else {
            Issue.record("a floor is broken")
            return
        }
        #expect(floor.groups.contains("u1") || floor.groups.contains("u2"))
    }

    @Test func variantsStandSideBySide() throws {
        let city = try Self.twoForOne()
        let plans = [
            try #require(try city.plan()),
            try #require(try city.plan([PlanChange(.forbid(seat: "v"), person: "b", reason: "uji")])),
        ]
        let comparison = PlanComparison(plans)
        #expect(comparison.common.isEmpty)
        #expect(comparison.variants.map { $0.own.map(\.person) } == [["b"], ["a"]])
        #expect(comparison.variants[0].points > comparison.variants[1].points)
    }

    /// a and b serve in the archive and could come to a vacant counter; b has more to bring.
    static func twoForOne() throws -> SmallCity {
        let (archive, counter) = (SmallCity.post("Arsip"), SmallCity.post("Loket"))
        let seats = [
            SmallCity.seat("sa", archive, unit: "u1"), SmallCity.seat("sb", archive, unit: "u2"),
            SmallCity.seat("v", counter, unit: "u3", asks: ["pelayanan-publik": 4]),
        ]
        let people = [
            SmallCity.person("a", in: "sa", held: ["pelayanan-publik": 3], family: "Loket", months: 40),
            SmallCity.person("b", in: "sb", held: ["pelayanan-publik": 4], family: "Loket", months: 40),
        ]
        return SmallCity(
            pool: PlanPool(
                people: people, seats: seats, groups: SmallCity.groups(of: seats), start: try SmallCity.start()),
            settings: PlanSettings())
    }
}
