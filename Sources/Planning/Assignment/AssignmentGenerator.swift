/// Made-up problems to measure with: the same number, seed and kind give the same problem on every machine.
public struct AssignmentGenerator: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A tenth more posts than staff, about twenty edges a person, floors at 85 % of who is there.
        case ordinary
        /// As many posts as staff: somebody moves only where somebody leaves.
        case full
        /// Floors at 100 % of who is there.
        case floors
        /// A tenth of the units is wanted by nobody, floors at 95 %.
        case unpopular
        /// A score is the product of a skill and a post's weight: all want the same posts.
        case product
    }

    static let staffOfUnit = 40
    private static let wishes = 19

    public var staff: Int
    public var seed: UInt64
    public var kind: Kind

    public init(staff: Int, seed: UInt64, kind: Kind) {
        self.staff = staff
        self.seed = seed
        self.kind = kind
    }

    /// Throws ``AssignmentError`` when there are more than ``AssignmentLimits`` allows.
    public func problem() throws(AssignmentError) -> AssignmentProblem {
        var random = AssignmentRandom(seed: seed)
        let posts = kind == .full ? staff : staff + staff / 10
        let units = max(staff / Self.staffOfUnit, 1)
        try AssignmentProblem.checkCounts(
            staff: staff, posts: posts, groups: units, edges: staff * (Self.wishes + 1))
        let postUnits = (0..<posts).map { _ in Int32(random.below(units)) }
        var present = [Int](repeating: 0, count: units)
        for post in 0..<staff {
            present[Int(postUnits[post])] += 1
        }
        let share = kind == .floors ? 100 : kind == .unpopular ? 95 : 85
        let groups = present.map { StaffingGroup(minimum: Int32($0 * share / 100)) }
        let values = postUnits.map { unit in
            kind == .product ? 1 + random.below(100) : kind == .unpopular && unit % 10 == 0 ? -400 : random.below(200)
        }
        var rows = AssignmentRows(staff: staff, posts: posts)
        rows.reserve(staff * (Self.wishes + 1))
        for person in 0..<staff {
            let skill = 1 + random.below(20)
            for post in wishes(of: person, posts, &random) {
                let score =
                    post == person ? 0 : kind == .product ? skill * values[post] / 2 : values[post] + random.below(1000)
                try rows.add(ScoredEdge(staff: Int32(person), post: Int32(post), score: Int32(score)))
            }
        }
        return try AssignmentProblem(
            homes: Array(postUnits.prefix(staff)), postGroups: postUnits, groups: groups, rows: rows)
    }

    /// The own post and others, in order.
    private func wishes(of person: Int, _ posts: Int, _ random: inout AssignmentRandom) -> [Int] {
        var list = [person]
        for _ in 0..<min(Self.wishes, posts - 1) {
            list.append(random.below(posts))
        }
        list.sort()
        var last = -1
        list.removeAll { post in
            defer { last = post }
            return post == last
        }
        return list
    }
}

/// The SplitMix64 sequence by Steele, Lea and Flood (2014).
struct AssignmentRandom {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 until limit, as even as 64 bits allow.
    mutating func below(_ limit: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }
}
