/// How many people of the pool each group must and may have after the moves.
///
/// The plan in which everybody stays keeps the bounds: a group below its floor falls no further, one above it not below it. So the
/// only thing that can be impossible is what a change demands.
struct PlanBounds: Hashable, Sendable {
    /// [group] minimum <= maximum, without the holders outside the pool.
    private(set) var minimum: [Int]
    private(set) var maximum: [Int]

    init(_ roster: PlanRoster) {
        minimum = []
        maximum = []
        for (number, group) in roster.groups.enumerated() {
            let now = group.others + roster.holders[number]
            var least = min(group.floor ?? 0, now)
            if let lost = group.mostLost { least = max(least, now - lost) }
            var most = group.others + roster.capacity[number]
            if let gained = group.mostGained { most = min(most, now + gained) }
            if group.kind == .post, let need = group.need { most = min(most, max(need, now)) }
            minimum.append(max(least - group.others, 0))
            maximum.append(most - group.others)
        }
    }

    /// Raises the minimum of a group, as far as its maximum.
    mutating func raise(_ group: Int, to count: Int) {
        minimum[group] = max(minimum[group], min(count, maximum[group]))
    }
}
