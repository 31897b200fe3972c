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
    /// The eselon of the present post, where it is structural.
    public var eselon: Eselon?
    /// The families of all posts so far; without it only the present one is known.
    public var history: FamilyHistory?
    public var counters: CounterMonths?
    /// The last scores of talent management.
    public var talent: TalentScore?
    /// The box, 1 to 9, as home computed it from scores that it keeps: what is known of a card's person.
    public var box: Int?
    public var wishes: Wishes?
    /// The district in which the person serves.
    public var district: String?

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
    /// The profile of this person on a day; wishes and district are stated elsewhere.
    ///
    /// - Parameter withHistory: counts service in every family of posts, not only in that of the present post.
    public func profile(on day: CivilDate, withHistory: Bool = false) -> CandidateProfile {
        let post = post(on: day)
        var profile = CandidateProfile(
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
        profile.eselon = post?.eselon
        profile.history = withHistory ? familyHistory(on: day) : nil
        profile.counters = counterExperience.map { CounterMonths($0, on: day) }
        profile.talent = talent?.filter { $0.assessed <= day }.max { $0.assessed < $1.assessed }
        return profile
    }

    /// How long this person has served in which families of posts up to a day.
    func familyHistory(on day: CivilDate) -> FamilyHistory {
        var history = FamilyHistory(months: [:], isWhole: !assignments.isEmpty)
        for assignment in assignments where assignment.kind == .definitive {
            if let family = post(of: assignment)?.family {
                history.months[family, default: 0] += assignment.span.fullMonths(on: day)
            } else {
                history.isWhole = false
            }
        }
        return history
    }
}
