/// One person's staff record as the home registry holds it.
///
/// An optional part that is nil was never stated; an empty list states that there is nothing. Rules tell the two apart.
public struct CivilServant: Hashable, Sendable {
    public var nip: NIP
    public var name: String
    public var employment: EmploymentKind
    /// KEDUDUKAN HUKUM NAMA, such as `Aktif`.
    public var legalStanding: String
    public var grade: Grade?
    public var education: Education?
    /// The first appointment (TMT CPNS), or a PPPK's first contract.
    public var entered: CivilDate?
    /// The appointment as PNS (TMT PNS).
    public var permanentSince: CivilDate?
    /// The last day of a PPPK's contract.
    public var contractEnd: CivilDate?
    /// The history of posts, in any order.
    public var assignments: [Assignment]
    /// The posts that the assignments name, as far as the reference files know them.
    public var posts: [Post]
    public var appraisals: [Appraisal]?
    public var competences: [CompetenceScore]?
    public var certificates: [Certificate]?
    public var trainings: [Training]?
    public var discipline: DisciplineRecord?
    public var leaves: [Leave]?
    public var talent: [TalentScore]?
    public var counterExperience: [CounterExperience]?

    public init(
        nip: NIP, name: String, employment: EmploymentKind, legalStanding: String = "Aktif", grade: Grade? = nil,
        education: Education? = nil, entered: CivilDate? = nil, permanentSince: CivilDate? = nil,
        contractEnd: CivilDate? = nil, assignments: [Assignment] = [], posts: [Post] = [],
        appraisals: [Appraisal]? = nil, competences: [CompetenceScore]? = nil, certificates: [Certificate]? = nil,
        trainings: [Training]? = nil, discipline: DisciplineRecord? = nil, leaves: [Leave]? = nil,
        talent: [TalentScore]? = nil
    ) {
        self.nip = nip
        self.name = name
        self.employment = employment
        self.legalStanding = legalStanding
        self.grade = grade
        self.education = education
        self.entered = entered
        self.permanentSince = permanentSince
        self.contractEnd = contractEnd
        self.assignments = assignments
        self.posts = posts
        self.appraisals = appraisals
        self.competences = competences
        self.certificates = certificates
        self.trainings = trainings
        self.discipline = discipline
        self.leaves = leaves
        self.talent = talent
    }
}
