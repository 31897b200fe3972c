/// What structural posts of some eselons ask of who enters them (PP 11/2017 Ps 54, 107 as changed by PP 17/2020).
public struct LadderStep: Hashable, Sendable {
    /// Service that is asked for.
    public struct Experience: Hashable, Sendable {
        public var months: Int
        /// The posts in which it counts; empty means those of the new post's family (*bidang*).
        public var posts: [PostClass]

        public init(months: Int, posts: [PostClass] = []) {
            self.months = months
            self.posts = posts
        }
    }

    public var eselons: [Eselon]
    /// The lowest grade (R11); nil when none is asked for.
    public var grade: Grade?
    /// The lowest level of education (R10).
    public var education: EducationLevel?
    /// Each of these is asked for (R10).
    public var experience: [Experience]
    /// The highest age in whole years on the day of the start (R10).
    public var ageLimit: Int?
    /// The boxes from which a promotion is made (R13); empty means that no box is asked for.
    public var boxes: [Int]

    public init(
        eselons: [Eselon], grade: Grade? = nil, education: EducationLevel? = nil, experience: [Experience] = [],
        ageLimit: Int? = nil, boxes: [Int] = []
    ) {
        self.eselons = eselons
        self.grade = grade
        self.education = education
        self.experience = experience
        self.ageLimit = ageLimit
        self.boxes = boxes
    }
}

/// A set of posts by their kind and, where stated, by eselon or level.
public struct PostClass: Hashable, Sendable {
    public var kind: PostKind
    /// Empty means any.
    public var eselons: [Eselon]
    /// Empty means any.
    public var levels: [FunctionalLevel]

    public init(kind: PostKind, eselons: [Eselon] = [], levels: [FunctionalLevel] = []) {
        self.kind = kind
        self.eselons = eselons
        self.levels = levels
    }

    public func contains(_ post: Post) -> Bool {
        kind == post.kind
            && (eselons.isEmpty || post.eselon.map(eselons.contains) ?? false)
            && (levels.isEmpty || post.level.map(levels.contains) ?? false)
    }
}
