import Personnel
import Testing

@testable import Planning

/// What holds of every plan, over many small pools.
struct PlanInvariantTests {
    @Test(arguments: 1000..<1150 as Range<UInt64>)
    func everybodyHasOneSeatAndEveryGroupItsBounds(seed: UInt64) throws {
        let city = try SmallCity.random(seed: seed)
        let plan = try #require(try city.plan())
        var seats = Dictionary(uniqueKeysWithValues: city.pool.people.map { ($0.id, $0.seat) })
        for line in plan.lines {
            #expect(seats[line.person] == line.from)
            seats[line.person] = line.to
        }
        #expect(Set(seats.values).count == city.pool.people.count)
        let after = Dictionary(uniqueKeysWithValues: plan.groups.map { ($0.group, $0) })
        for group in city.pool.groups {
            let balance = try #require(after[group.id])
            #expect(balance.holdersAfter - balance.holdersBefore == balance.gains.count - balance.gives.count)
            #expect(balance.holdersAfter >= min(group.floor ?? 0, balance.holdersBefore))
            if let lost = group.mostLost { #expect(balance.holdersBefore - balance.holdersAfter <= lost) }
            if let gained = group.mostGained { #expect(balance.holdersAfter - balance.holdersBefore <= gained) }
        }
        let blocked = city.pool.people.filter { $0.blocked != nil }.map(\.id)
        #expect(plan.lines.allSatisfy { !blocked.contains($0.person) })
    }

    /// Each taken seat that somebody leaves belongs to the package of who leaves it.
    @Test(arguments: 1000..<1150 as Range<UInt64>)
    func packagesAreClosed(seed: UInt64) throws {
        let city = try SmallCity.random(seed: seed)
        let plan = try #require(try city.plan())
        let leaving = Dictionary(uniqueKeysWithValues: plan.lines.map { ($0.from, $0) })
        for line in plan.lines {
            if let left = leaving[line.to] { #expect(left.package == line.package) }
        }
        #expect(plan.packages.flatMap(\.people).sorted() == plan.lines.map(\.person))
        for (number, package) in plan.packages.enumerated() {
            let lines = plan.lines.filter { $0.package == number }
            #expect(Set(lines.map(\.person)) == Set(package.people))
            #expect(package.gain == lines.reduce(0) { $0 + $1.gain })
            let taken = Set(lines.map(\.to))
            let freed = lines.map(\.from).filter { !taken.contains($0) }
            #expect(freed == (package.freed.map { [$0] } ?? []))
            #expect((package.freed == nil) == [.swap, .cycle].contains(package.shape))
        }
    }

    @Test(arguments: 1000..<1150 as Range<UInt64>)
    func everyPersonAndSeatHasAReason(seed: UInt64) throws {
        let city = try SmallCity.random(seed: seed)
        let plan = try #require(try city.plan())
        let lines = Dictionary(uniqueKeysWithValues: plan.lines.map { ($0.person, $0) })
        #expect(plan.people.map(\.person) == city.pool.people.map(\.id).sorted())
        for finding in plan.people {
            switch finding.outcome {
            case .moves(let gain, let others):
                #expect(lines[finding.person]?.gain == gain)
                #expect(others.allSatisfy { ($0.short ?? 0) >= 0 })
            case .notPlaced(let alternatives):
                #expect(!alternatives.isEmpty)
                #expect(alternatives.allSatisfy { $0.short != 0 || ["tie", "undecided"].contains($0.obstacle.code) })
                #expect(alternatives.allSatisfy { $0.obstacle != .stayWorthMore })
            case .nothingFits(let nearest):
                #expect(nearest.map { !$0.refusals.isEmpty } ?? true)
            case .blocked, .kept, .nothingKnown, .bestWhereSheIs: break
            }
            let moves = if case .moves = finding.outcome { true } else { false }
            #expect(moves == (lines[finding.person] != nil))
        }
        #expect(Set(plan.seats.map(\.seat)) == Set(city.pool.seats.map(\.id)))
        let taken = Set(plan.lines.map(\.to))
        for seat in plan.seats {
            if case .filled = seat.outcome { #expect(taken.contains(seat.seat)) }
            if case .betterElsewhere(let candidates) = seat.outcome { #expect(!candidates.isEmpty) }
        }
    }

    @Test(arguments: 1000..<1150 as Range<UInt64>)
    func nobodyIsMovedForNothing(seed: UInt64) throws {
        let city = try SmallCity.random(seed: seed)
        let plan = try #require(try city.plan())
        let problem = try city.problem()
        let base = PlanBounds(problem.roster)
        let bounds = try raisedBounds(problem)
        for package in plan.packages where package.gain <= 0 {
            // Without it some group would be below what it must have.
            let freed = package.freed.flatMap { problem.roster.seatNumbers[$0] }
            let groups = freed.map { problem.roster.lineage(of: problem.roster.seatGroups[$0]) } ?? []
            #expect(!groups.isEmpty)
            #expect(bounds.minimum != base.minimum || base.minimum.contains { $0 > 0 })
        }
    }

    @Test(arguments: 2000..<2100 as Range<UInt64>)
    func orderOfThePoolDoesNotMatter(seed: UInt64) throws {
        let city = try SmallCity.random(seed: seed)
        var mixed = city
        var random = SmallCity.Generator(seed: seed)
        mixed.pool.people.shuffle(using: &random)
        mixed.pool.seats.shuffle(using: &random)
        mixed.pool.groups.shuffle(using: &random)
        let (plan, again) = (try #require(try city.plan()), try #require(try mixed.plan()))
        #expect(plan == again)
        #expect(String(describing: plan) == String(describing: again))
    }

    /// Other ids in another order: other ties, the same worth.
    @Test(arguments: 2000..<2100 as Range<UInt64>)
    func renamingChangesNothingButTies(seed: UInt64) throws {
        let city = try SmallCity.random(seed: seed)
        var renamed = city
        var names = Array(10..<(10 + city.pool.people.count + city.pool.seats.count))
        var random = SmallCity.Generator(seed: seed)
        names.shuffle(using: &random)
        for number in renamed.pool.seats.indices {
            let old = renamed.pool.seats[number].id
            renamed.pool.seats[number].id = "x\(names.removeLast())"
            for person in renamed.pool.people.indices where city.pool.people[person].seat == old {
                renamed.pool.people[person].seat = renamed.pool.seats[number].id
            }
        }
        for person in renamed.pool.people.indices { renamed.pool.people[person].id = "y\(names.removeLast())" }
        let (plan, again) = (try #require(try city.plan()), try #require(try renamed.plan()))
        #expect(plan.pointsAfter == again.pointsAfter)
        #expect(plan.pointsBefore == again.pointsBefore)
        #expect(plan.worstAfter?.coveragePermille == again.worstAfter?.coveragePermille)
        #expect(again.certificate.isProved)
    }
}
