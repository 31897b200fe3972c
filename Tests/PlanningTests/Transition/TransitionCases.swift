import Personnel
import Planning

/// Seeded small transitions.
struct TransitionCases {
    struct Size {
        var days: Int
        var moves: Int
        var startDays: [StartCalendar.StartDays] = [.anyDay, .anyDay, .workingDay]
    }

    /// SplitMix64.
    private var state: UInt64
    private let size: Size

    init(seed: UInt64, _ size: Size) {
        state = seed
        self.size = size
    }

    private mutating func number(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    private mutating func isOne(in count: Int) -> Bool {
        number(count) == 0
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[number(elements.count)]
    }

    /// Nil when the made-up numbers contradict each other.
    mutating func next() -> TransitionProblem? {
        let first = CivilDate(dayNumber: 20_700 + number(14))
        let dayCount = 2 + number(size.days - 1)
        func day(_ offset: Int) -> CivilDate { first.adding(days: offset) }

        let unitCount = 1 + number(3)
        let posts = ["p", "q"]
        var places: [StaffedPlace] = []
        var agencies: [String: Int] = [:]
        for unit in 0..<unitCount {
            var holders = 0
            for post in posts.prefix(1 + number(2)) {
                let count = number(4)
                holders += count
                if !isOne(in: 5) {
                    places.append(
                        StaffedPlace(
                            .post(post, unit: "u\(unit)"), holders: count, floor: max(0, count - 1 + number(3))))
                }
            }
            let agency = "a\(unit % 2)"
            agencies[agency, default: 0] += holders
            places.append(
                StaffedPlace(
                    .unit("u\(unit)"), within: .agency(agency), holders: holders, floor: max(0, holders - number(3))))
        }
        for (agency, holders) in agencies.sorted(by: { $0.key < $1.key }) {
            places.append(StaffedPlace(.agency(agency), holders: holders, floor: max(0, holders - number(3))))
        }

        let moveCount = 1 + number(size.moves)
        var moves: [AgreedMove] = []
        for index in 0..<moveCount {
            moves.append(move(index, of: moveCount, units: unitCount, posts: posts, dayCount: dayCount, day: day))
        }
        let changes = (0..<max(number(5) - 2, 0)).map { _ in
            KnownChange(
                isOne(in: 2) ? .arrival : .departure, at: PostInUnit(unit: "u\(number(unitCount))", post: pick(posts)),
                on: day(number(dayCount + 1)), reason: "known")
        }
        let seasons = (0..<max(number(5) - 3, 0)).map { index in
            let start = number(dayCount)
            return BusySeason(
                id: "s\(index)", place: pick([nil, .unit("u0"), .agency("a0"), .post("p", unit: "u0")]),
                firstDay: day(start), lastDay: day(start + number(3)),
                rest: isOne(in: 2) ? .nobodyLeaves : .nobodyMoves)
        }
        let calendar = StartCalendar(startDays: pick(size.startDays), holidays: isOne(in: 3) ? [day(1)] : [])
        return try? TransitionProblem(
            firstDay: first, lastDay: day(dayCount - 1), calendar: calendar, places: places, moves: moves,
            knownChanges: changes, seasons: seasons)
    }

    private mutating func move(
        _ index: Int, of count: Int, units: Int, posts: [String], dayCount: Int, day: (Int) -> CivilDate
    ) -> AgreedMove {
        let from = isOne(in: 4) ? nil : PostInUnit(unit: "u\(number(units))", post: pick(posts))
        var to = PostInUnit(unit: "u\(number(units))", post: pick(posts))
        if to == from {
            to = PostInUnit(unit: "u\(units)", post: "p")
        }
        var conditions: [MoveCondition] = []
        if isOne(in: 4), count > 1 {
            conditions.append(.started(move: "m\((index + 1 + number(count - 1)) % count)", daysBefore: number(3)))
        }
        if isOne(in: 6) {
            conditions.append(.replaced(by: nil, overlapDays: number(3)))
        }
        if isOne(in: 8) {
            conditions.append(.filled(vacancy: "v\(number(2))"))
        }
        let training: MoveTraining? =
            switch number(8) {
            case 0: .ready(on: day(number(dayCount)))
            case 1: .workingDays(1 + number(2), after: day(number(dayCount) - 2))
            default: nil
            }
        return AgreedMove(
            id: "m\(index)", person: "n\(index)", from: from, to: to,
            earliest: isOne(in: 3) ? day(number(dayCount) - 1) : nil,
            latest: isOne(in: 4) ? day(number(dayCount)) : nil,
            training: training, conditions: conditions, package: isOne(in: 4) ? "k\(number(2))" : nil,
            until: isOne(in: 5) ? day(number(dayCount + 2)) : nil, fills: isOne(in: 3) ? "v\(number(2))" : nil)
    }
}
