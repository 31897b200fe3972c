/// What is known about a candidate without saying who it is: the same for a staff record and for a card without a name.
///
/// A part that is nil was never stated.
public struct CandidateProfile: Hashable, Sendable {
    public var employment: EmploymentKind
    public var grade: Grade?
    public var postName: String?
    public var postKind: PostKind?
    /// The family of the present post.
    public var family: String?
    /// Months in definitive posts of that family.
    public var monthsInFamily: Int?
    public var monthsInPost: Int?
    public var education: Education?
    /// The measured level of each competence code.
    public var competences: [String: Int]?
    public var certificates: [HeldCertificate]?
    public var appraisals: [Appraisal]?

    public init(
        employment: EmploymentKind, grade: Grade? = nil, postName: String? = nil, postKind: PostKind? = nil,
        family: String? = nil, monthsInFamily: Int? = nil, monthsInPost: Int? = nil, education: Education? = nil,
        competences: [String: Int]? = nil, certificates: [HeldCertificate]? = nil, appraisals: [Appraisal]? = nil
    ) {
        self.employment = employment
        self.grade = grade
        self.postName = postName
        self.postKind = postKind
        self.family = family
        self.monthsInFamily = monthsInFamily
        self.monthsInPost = monthsInPost
        self.education = education
        self.competences = competences
        self.certificates = certificates
        self.appraisals = appraisals
    }
}

extension CivilServant {
    /// The profile of this person on a day.
    public func profile(on day: CivilDate) -> CandidateProfile {
        let post = post(on: day)
        return CandidateProfile(
            employment: employment,
            grade: grade,
            postName: post?.name,
            postKind: post?.kind,
            family: post?.family,
            monthsInFamily: post?.family.map { months(inFamily: $0, on: day) },
            monthsInPost: monthsInPost(on: day),
            education: education,
            competences: competenceLevels(on: day),
            certificates: certificates?.map { HeldCertificate(kind: $0.kind, validUntil: $0.validUntil) },
            appraisals: appraisals)
    }
}
