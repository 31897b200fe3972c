import Personnel
import Testing

@testable import Planning

struct PlanReasonTests {
    @Test func whoIsPassedOverHearsWhoFitsBetterAndByHowMuch() throws {
        let city = try PlanChangeTests.twoForOne()
        let plan = try #require(try city.plan())
        guard case .notPlaced(let alternatives) = plan.people[0].outcome else {
            Issue.record("\(plan.people[0])")
            return
        }
        #expect(alternatives.map(\.seat) == ["v"])
        #expect(alternatives.map(\.obstacle) == [.betterFits(["b"])])
        #expect(
            alternatives.map(\.short) == [plan.lines[0].gain - (alternatives[0].points - plan.lines[0].stay.points)])
        #expect(plan.seats.first { $0.seat == "v" }?.outcome == .filled(by: "b"))
    }

    @Test func emptySeatNamesTheNearestGap() throws {
        var city = try PlanChangeTests.twoForOne()
        for number in city.pool.people.indices {
            city.pool.people[number].profile.competences = ["pelayanan-publik": 1]
        }
        let plan = try #require(try city.plan())
        #expect(plan.lines.isEmpty)
        guard case .nobodyFits(let nearest) = plan.seats.first(where: { $0.seat == "v" })?.outcome else {
            Issue.record("\(plan.seats)")
            return
        }
        #expect(nearest.map(\.id) == ["a", "b"])
        #expect(nearest.first?.refusals.map(\.gate) == [.competence])
        #expect(nearest.first?.refusals.first?.value.contains(RuleValue("gaps", "pelayanan-publik 1/4")) == true)
        guard case .nothingFits(let gap) = plan.people[0].outcome else {
            // She may come to the other archive.
            guard case .bestWhereSheIs = plan.people[0].outcome else {
                Issue.record("\(plan.people[0])")
                return
            }
            return
        }
        #expect(gap?.id == "v")
    }

    @Test func floorHoldsSomebodyBack() throws {
        var city = try PlanChangeTests.twoForOne()
        for number in city.pool.groups.indices where city.pool.groups[number].kind == .unit {
            city.pool.groups[number].floor = 1
        }
        let plan = try #require(try city.plan())
        #expect(plan.lines.isEmpty)
        guard case .notPlaced(let alternatives) = plan.people[1].outcome else {
            Issue.record("\(plan.people[1])")
            return
        }
        #expect(alternatives.map(\.obstacle) == [.neededIn(group: "u2")])
        guard case .betterElsewhere(let candidates) = plan.seats.first(where: { $0.seat == "v" })?.outcome else {
            Issue.record("\(plan.seats)")
            return
        }
        #expect(candidates.map(\.obstacle).contains(.neededIn(group: "u2")))
    }

    @Test func fullGroupIsNamed() throws {
        var city = try PlanChangeTests.twoForOne()
        for number in city.pool.groups.indices where city.pool.groups[number].id == "u3" {
            city.pool.groups[number].mostGained = 0
        }
        let plan = try #require(try city.plan())
        guard case .notPlaced(let alternatives) = plan.people[1].outcome else {
            Issue.record("\(plan.people[1])")
            return
        }
        #expect(alternatives.map(\.obstacle) == [.groupIsFull(group: "u3")])
    }

    @Test func worstShortageComesBeforePoints() throws {
        var city = try PlanChangeTests.twoForOne()
        // Both would bring less at the counter than where they are, but nobody is there.
        city.settings.movePrice = 1000
        #expect(try #require(try city.plan()).lines.isEmpty)
        for number in city.pool.groups.indices where ["u2", "u3"].contains(city.pool.groups[number].id) {
            city.pool.groups[number].need = 2
        }
        for number in city.pool.groups.indices where city.pool.groups[number].id == "u2" {
            city.pool.groups[number].others = 1
        }
        let plan = try #require(try city.plan())
        #expect(plan.lines.map(\.person).count == 1)
        #expect(plan.worstBefore == PlanShortage(group: "u3", holders: 0, need: 2))
        #expect(plan.worstAfter?.coveragePermille == 500)
        #expect(plan.lines.allSatisfy { $0.gain < 0 })
    }

    /// Two people who fit each other's seats, and three in a ring.
    @Test(arguments: [(2, PlanPackage.Shape.swap), (3, .cycle)])
    func ringsComeOutWhole(count: Int, shape: PlanPackage.Shape) throws {
        let names = ["Arsip", "Data", "Loket"].prefix(count)
        let seats = names.map { SmallCity.seat("s-" + $0, SmallCity.post($0), unit: "u-" + $0) }
        let people = names.enumerated().map { number, name in
            let wanted = names[(number + 1) % count]
            return SmallCity.person("p-" + name, in: "s-" + name, family: wanted)
        }
        let city = SmallCity(
            pool: PlanPool(
                people: people, seats: seats, groups: SmallCity.groups(of: seats), start: try SmallCity.start()),
            settings: PlanSettings())
        let plan = try #require(try city.plan())
        #expect(plan.packages.map(\.shape) == [shape])
        #expect(plan.packages.first?.people.count == count)
        #expect(plan.lines.map { $0.to } == (0..<count).map { "s-" + names[($0 + 1) % count] })
    }

    @Test func chainEndsInTheVacantSeat() throws {
        let seats = ["Arsip", "Data", "Loket"].map { SmallCity.seat("s-" + $0, SmallCity.post($0), unit: "u-" + $0) }
        let people = [
            SmallCity.person("p1", in: "s-Arsip", family: "Data"),
            SmallCity.person("p2", in: "s-Data", family: "Loket"),
        ]
        let city = SmallCity(
            pool: PlanPool(
                people: people, seats: seats, groups: SmallCity.groups(of: seats), start: try SmallCity.start()),
            settings: PlanSettings())
        let plan = try #require(try city.plan())
        #expect(
            plan.packages == [
                PlanPackage(
                    shape: .chain, people: ["p2", "p1"], freed: "s-Arsip", gain: plan.pointsAfter - plan.pointsBefore)
            ])
    }
}
