/// At which age holders of which posts retire (*batas usia pensiun*): data of the region's policy.
///
/// The reference region's: 60 for high leadership posts and ahli madya, 65 for ahli utama, 58 for the others (UU 20/2023
/// Ps 55; PP 11/2017 Ps 239). A reference file that states another age for one post, as it does for teachers, is nearer to
/// it than the policy's classes and counts.
public struct RetirementAges: Hashable, Sendable {
    /// Ages that a policy can set; outside them a digit is wrong.
    public static let range = 40...80

    public struct Step: Hashable, Sendable {
        public var age: Int
        public var posts: [PostClass]

        public init(age: Int, posts: [PostClass]) {
            self.age = age
            self.posts = posts
        }
    }

    /// The first step that has the post counts.
    public var steps: [Step]
    /// For the posts of no step.
    public var otherwise: Int

    public init(steps: [Step], otherwise: Int) {
        self.steps = steps
        self.otherwise = otherwise
    }

    public static let standard = RetirementAges(
        steps: [
            Step(
                age: 60,
                posts: [
                    PostClass(kind: .structural, eselons: [.firstA, .firstB, .secondA, .secondB]),
                    PostClass(kind: .functional, levels: [.middleExpert]),
                ]),
            Step(age: 65, posts: [PostClass(kind: .functional, levels: [.principalExpert])]),
        ], otherwise: 58)

    /// The age at which a holder of the post retires, within ``range``.
    public func age(for post: Post) -> Int {
        guard post.retirementAge == post.usualRetirementAge else { return Self.bounded(post.retirementAge) }
        let step = steps.first { step in step.posts.contains { $0.contains(post) } }
        return Self.bounded(step?.age ?? otherwise)
    }

    private static func bounded(_ age: Int) -> Int {
        min(max(age, range.lowerBound), range.upperBound)
    }
}
