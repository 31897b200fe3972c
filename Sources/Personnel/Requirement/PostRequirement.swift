/// What a post asks of its holder: the standard of a vacancy.
public struct PostRequirement: Hashable, Sendable {
    public var postName: String
    public var family: String?
    public var grades: GradeRange?
    public var education: EducationRequirement?
    /// The level asked for each competence code.
    public var competences: [String: Int]
    /// The kinds of certificate that must be held and valid on the start date.
    public var certificates: [String]
    /// The place where a bound certificate must count, such as the unit's name.
    public var place: String?

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
