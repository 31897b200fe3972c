@testable import Planning

/// Tries every assignment: what the plan must be as good as.
struct EveryAssignment {
    let problem: PlanProblem
    let bounds: PlanBounds

    /// [person] seats of each assignment that keeps the bounds.
    func all() -> [[Int]] {
        let roster = problem.roster
        var found: [[Int]] = []
        var taken = Set<Int>()
        var seats: [Int] = []
        func go(_ person: Int) {
            guard person < roster.people.count else {
                if keepsBounds(seats) { found.append(seats) }
                return
            }
            var options = problem.orders.mayStay(person) ? [person] : []
            problem.forEachMove(of: person) { place, _ in options += roster.placeSeats[place] }
            for seat in options where taken.insert(seat).inserted {
                seats.append(seat)
                go(person + 1)
                seats.removeLast()
                taken.remove(seat)
            }
        }
        go(0)
        return found
    }

    func points(_ seats: [Int]) -> Int {
        seats.enumerated().reduce(0) { $0 + problem.points($1.offset, $1.element) }
    }

    func counts(_ seats: [Int]) -> [Int] {
        let roster = problem.roster
        return roster.groups.indices.map { group in
            seats.count { roster.lineage(of: roster.seatGroups[$0]).contains(group) }
        }
    }

    /// The worst coverage, of which nothing counts that a group could never have, as a fraction; nil without a need.
    func worst(_ seats: [Int], _ reachable: [Int]) -> (holders: Int, need: Int)? {
        let roster = problem.roster
        let counts = counts(seats)
        var worst: (holders: Int, need: Int)?
        for (number, group) in roster.groups.enumerated() {
            guard problem.scores.settings.shortageKinds.contains(group.kind), let need = group.need, need > 0 else {
                continue
            }
            let holders = group.others + counts[number]
            // Who has all that it could have is not short of anything that a plan could give.
            let counted = holders >= min(reachable[number], need) ? need : holders
            if worst.map({ counted * $0.need < $0.holders * need }) ?? true { worst = (counted, need) }
        }
        return worst
    }

    private func keepsBounds(_ seats: [Int]) -> Bool {
        counts(seats).enumerated().allSatisfy { group, count in
            bounds.minimum[group] <= count && count <= bounds.maximum[group]
        }
    }
}
