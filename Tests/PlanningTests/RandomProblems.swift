import Planning

/// The SplitMix64 sequence by Steele, Lea and Flood (2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Small problems of all shapes: trees of groups, floors and quotas, ties, no vacancies, none or one solution.
enum RandomProblems {
    static func problem(_ seed: UInt64) throws -> AssignmentProblem {
        var random = SeededGenerator(seed)
        let staff = Int.random(in: 0...5, using: &random)
        let posts = max(staff + Int.random(in: -1...2, using: &random), 1)
        let groups = groups(staff, &random)
        let postGroups = (0..<posts).map { _ in Int32.random(in: 0..<Int32(groups.count), using: &random) }
        let ranges: [ClosedRange<Int32>] = [0...1, -2...2, -100...100, -1_000_000...1_000_000]
        let range = ranges.randomElement(using: &random) ?? 0...1
        let density = Int.random(in: 1...4, using: &random)
        var edges: [ScoredEdge] = []
        for person in 0..<staff {
            for post in 0..<posts where post == person || Int.random(in: 0..<4, using: &random) < density {
                let score = Bool.random(using: &random) ? range.lowerBound : Int32.random(in: range, using: &random)
                edges.append(ScoredEdge(staff: Int32(person), post: Int32(post), score: score))
            }
        }
        if Bool.random(using: &random) {
            edges.shuffle(using: &random)
        }
        return try AssignmentProblem(
            homes: (0..<staff).map { postGroups[min($0, posts - 1)] }, postGroups: postGroups, groups: groups,
            edges: edges)
    }

    private static func groups(_ staff: Int, _ random: inout SeededGenerator) -> [StaffingGroup] {
        let count = Int.random(in: 1...5, using: &random)
        let isTree = Bool.random(using: &random)
        let hasQuotas = Bool.random(using: &random)
        return (0..<count).map { index in
            let minimum: Int32 = Bool.random(using: &random) ? 0 : Int32.random(in: 0...2, using: &random)
            let room = Int32.random(in: 0...2, using: &random)
            let maximum: Int32? = hasQuotas && Bool.random(using: &random) ? minimum + room : nil
            let parent = isTree && Bool.random(using: &random) && index + 1 < count
            return StaffingGroup(
                minimum: minimum, maximum: maximum,
                parent: parent ? Int32.random(in: Int32(index + 1)..<Int32(count), using: &random) : nil)
        }
    }
}
