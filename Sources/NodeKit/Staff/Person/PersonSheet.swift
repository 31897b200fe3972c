import Negotiation
import Personnel

/// Everything the registry knows about one person.
public struct PersonSheet: Equatable, Sendable {
    public var person: StaffPerson
    /// The history of posts, the earliest begun first.
    public var assignments: [StaffAssignment]
    /// The posts that the assignments name, as far as they are known, by id in byte order.
    public var posts: [Post] = []
    public var appraisals: [Appraisal] = []
    public var competences: [CompetenceScore] = []
    public var certificates: [Certificate] = []
    public var trainings: [Personnel.Training] = []
    public var sanctions: [Sanction] = []
    public var leaves: [Leave] = []
    public var counterDuties: [CounterExperience] = []
    public var talents: [TalentScore] = []
    /// The parts about which a whole file or a personnel file has spoken: for them an empty list means that there is
    /// nothing.
    public var stated: Set<StaffPart> = []
    /// The person's live card.
    public var card: RecordID?

    /// The record that rules and fit read.
    ///
    /// Discipline, leaves and certificates are nil until a complete statement was imported, because a lack of rows would
    /// speak for or against the person; the other parts count as far as rows are there.
    public var civilServant: CivilServant {
        func known<Value>(_ rows: [Value], _ part: StaffPart) -> [Value]? {
            rows.isEmpty && !stated.contains(part) ? nil : rows
        }
        func complete<Value>(_ rows: [Value], _ part: StaffPart) -> [Value]? {
            stated.contains(part) ? rows : nil
        }
        var servant = CivilServant(
            nip: person.nip, name: person.name, employment: person.employment, legalStanding: person.legalStanding,
            grade: person.grade, education: person.education, entered: person.entered,
            permanentSince: person.permanentSince, contractEnd: person.contractEnd,
            assignments: assignments.map(\.assignment), posts: posts,
            appraisals: known(appraisals, .appraisals), competences: known(competences, .competences),
            certificates: complete(certificates, .certificates), trainings: known(trainings, .trainings),
            discipline: complete(sanctions, .sanctions).map { DisciplineRecord(sanctions: $0) },
            leaves: complete(leaves, .leaves), talent: known(talents, .talents))
        servant.counterExperience = known(counterDuties, .counterDuties)
        return servant
    }

    /// Whether the part says anything: rows are there, or it was stated that there are none.
    public func states(_ part: StaffPart) -> Bool {
        let hasRows =
            switch part {
            case .appraisals: !appraisals.isEmpty
            case .competences: !competences.isEmpty
            case .certificates: !certificates.isEmpty
            case .trainings: !trainings.isEmpty
            case .sanctions: !sanctions.isEmpty
            case .leaves: !leaves.isEmpty
            case .counterDuties: !counterDuties.isEmpty
            case .talents: !talents.isEmpty
            }
        return hasRows || stated.contains(part)
    }

    /// The definitive assignment on a day, with its names and decree.
    public func definitiveAssignment(on day: CivilDate) -> StaffAssignment? {
        let running = assignments.filter { $0.assignment.kind == .definitive && $0.assignment.span.contains(day) }
        return running.count == 1 ? running.first : nil
    }
}
