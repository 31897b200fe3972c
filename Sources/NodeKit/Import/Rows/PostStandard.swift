import Personnel

/// What a post asks of its holder, as the agency's `standar-jabatan` states it.
public struct PostStandard: Equatable, Sendable {
    public var grades: GradeRange?
    public var education: EducationRequirement?
    /// The level asked for each competence code, by code in byte order.
    public var levels: [CompetenceLevel]
    /// The kinds of certificate, in byte order.
    public var certificates: [String]
    /// What a functional post asks of who enters it.
    public var entry: FunctionalEntry?
    /// The services at whose counters experience counts, empty for any counter; nil where the post is at none.
    public var counters: [String]?

    /// The level that one competence is asked at.
    public struct CompetenceLevel: Equatable, Sendable {
        public var competence: String
        /// 1 to 5.
        public var level: Int

        public init(competence: String, level: Int) {
            self.competence = competence
            self.level = level
        }
    }

    public init(
        grades: GradeRange? = nil, education: EducationRequirement? = nil, levels: [CompetenceLevel] = [],
        certificates: [String] = [], entry: FunctionalEntry? = nil, counters: [String]? = nil
    ) {
        self.grades = grades
        self.education = education
        self.levels = levels
        self.certificates = certificates
        self.entry = entry
        self.counters = counters
    }
}
