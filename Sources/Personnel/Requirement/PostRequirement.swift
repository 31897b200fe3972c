/// What a post asks of its holder: the standard of a vacancy.
public struct PostRequirement: Hashable, Sendable {
    public var postName: String
    /// The official id of the post; nil when the vacancy does not say it.
    public var postID: String?
    /// The official id of the unit.
    public var unitID: String?
    /// The code of the agency whose post it is; nil when that is not said.
    public var agency: String?
    public var kind: PostKind?
    public var eselon: Eselon?
    public var family: String?
    public var grades: GradeRange?
    public var education: EducationRequirement?
    /// The level asked for each competence code.
    public var competences: [String: Int]
    /// The kinds of certificate that must be held and valid on the start date.
    public var certificates: [String]
    /// The place where a bound certificate must count, such as the unit's name.
    public var place: String?
    /// Whether a workload analysis says how many people are needed; nil when that is not stated.
    public var hasWorkloadAnalysis: Bool?
    public var entry: FunctionalEntry?
    /// The services at whose counters experience counts, empty for any counter; nil where the post is at none.
    public var counters: [String]?
    /// The district in which the unit works.
    public var district: String?

    public init(
        postName: String, family: String? = nil, grades: GradeRange? = nil, education: EducationRequirement? = nil,
        competences: [String: Int] = [:], certificates: [String] = [], place: String? = nil
    ) {
        self.postName = postName
        self.family = family
        self.grades = grades
        self.education = education
        self.competences = competences
        self.certificates = certificates
        self.place = place
    }
}
