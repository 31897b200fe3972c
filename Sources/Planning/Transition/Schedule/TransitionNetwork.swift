/// A transition in numbers: days since the first one, groups of moves that start together, and the places whose floors
/// such a group could break.
struct TransitionNetwork {
    /// Moves that start together: a package, or one move alone.
    struct Group {
        /// Positions in the problem, ascending.
        var moves: [Int]
        /// The days on which it may start by its own dates, training, seasons and calendar; ascending.
        var days: [Int]
        /// What its start changes at a place of the network, never 0; each place once.
        var changes: [(place: Int, delta: Int)] = []

        /// The first day of its own that is not before the given one.
        func day(from day: Int) -> Int? {
            var low = 0
            var high = days.count
            while low < high {
                let middle = (low + high) / 2
                if days[middle] < day {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low < days.count ? days[low] : nil
        }

        /// The first day that both groups have and that is not before the given one.
        func day(from first: Int, sharedWith other: Group) -> Int? {
            var next = day(from: first)
            while let mine = next, let theirs = other.day(from: mine), theirs != mine {
                next = day(from: theirs)
            }
            return next.flatMap { other.day(from: $0) == $0 ? $0 : nil }
        }
    }

    /// A day on which people come to a place, or go, whatever is scheduled; the ends of secondments are among them, for
    /// their days are fixed.
    struct FixedDay {
        let day: Int
        var arrivals = 0
        var losses = 0
        /// How many would serve there at the end of the day if nothing were scheduled.
        var unmoved = 0
    }

    struct Place {
        let id: PlaceID
        let floor: Int
        /// Who serves there before the first day.
        let holders: Int
        /// Ascending by day.
        var fixedDays: [FixedDay]
        var groups: [(group: Int, delta: Int)] = []

        /// From this day on the place can be below its floor without a scheduled move's doing.
        var firstDayBelow: Int? {
            holders < floor ? 0 : fixedDays.first { $0.losses > 0 }?.day
        }
    }

    /// What a group waits for.
    enum Wait: Hashable {
        /// So many days after another group's start.
        case after(Int, days: Int)
        /// So many days after the first start of some groups, or from a known day on.
        case afterFirst([Int], days: Int, orFrom: Int?)

        var groups: [Int] {
            switch self {
            case .after(let group, _): [group]
            case .afterFirst(let groups, _, _): groups
            }
        }
    }

    let dayCount: Int
    var groups: [Group]
    var places: [Place]
    /// For each group.
    var waits: [[Wait]]

    /// The groups that hang together by a place or a wait, each list ascending, in the order of their first group.
    func components() -> [[Int]] {
        var sets = DisjointSets(count: groups.count)
        for place in places {
            for member in place.groups.dropFirst() {
                sets.join(member.group, place.groups[0].group)
            }
        }
        for (group, waits) in waits.enumerated() {
            for other in waits.flatMap(\.groups) {
                sets.join(group, other)
            }
        }
        return sets.members()
    }

    /// The network of some groups that no place or wait binds to the others.
    func part(of chosen: [Int]) -> TransitionNetwork {
        var position: [Int: Int] = [:]
        for (index, group) in chosen.enumerated() {
            position[group] = index
        }
        var part = TransitionNetwork(dayCount: dayCount, groups: chosen.map { groups[$0] }, places: [], waits: [])
        for index in part.groups.indices {
            part.groups[index].changes = []
        }
        for var place in places {
            place.groups = place.groups.compactMap { member in position[member.group].map { ($0, member.delta) } }
            guard !place.groups.isEmpty else { continue }
            for (group, delta) in place.groups {
                part.groups[group].changes.append((part.places.count, delta))
            }
            part.places.append(place)
        }
        part.waits = chosen.map { group in
            waits[group].map { wait in
                switch wait {
                case .after(let other, let days): .after(position[other] ?? 0, days: days)
                case .afterFirst(let others, let days, let known):
                    .afterFirst(others.compactMap { position[$0] }, days: days, orFrom: known)
                }
            }
        }
        return part
    }
}
