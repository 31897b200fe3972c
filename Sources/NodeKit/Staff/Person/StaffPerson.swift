import Personnel

/// One person as the registry holds it, without the lists.
public struct StaffPerson: Equatable, Sendable {
    /// Whether the person is of the agency's staff.
    public enum Presence: Equatable, Sendable {
        case present
        /// No longer in the staff export since that day: someone has to say why.
        case absent(since: CivilDate)
        /// A transfer that started took the person to another agency.
        case left(on: CivilDate, to: String)
    }

    public var nip: NIP
    public var name: String
    public var titleBefore: String?
    public var titleAfter: String?
    public var employment: EmploymentKind
    /// KEDUDUKAN HUKUM NAMA, such as `Aktif`.
    public var legalStanding: String
    public var grade: Grade?
    public var education: Education?
    public var entered: CivilDate?
    public var permanentSince: CivilDate?
    public var contractEnd: CivilDate?
    public var presence: Presence = .present
    /// Whether a transfer started that the staff export does not show yet (*menunggu SIASN*).
    public var awaitsExport = false

    /// Whether the person is of the active staff: present, and not retired or dismissed by the legal standing.
    public var isActive: Bool {
        guard presence == .present else { return false }
        let letters = CellText.letters(legalStanding)
        return !Self.endedStandings.contains { letters.contains($0) }
    }

    /// What a legal standing that ends the service contains.
    private static let endedStandings = ["pensiun", "henti", "meninggal", "nonaktif", "tidakaktif", "wafat", "hilang"]
}

extension StaffPerson {
    /// What an export or a personnel file says; the state columns are the registry's own.
    static let columns = [
        "name", "titleBefore", "titleAfter", "employment", "legalStanding", "grade", "educationLevel",
        "educationField", "entered", "permanentSince", "contractEnd",
    ]
    static let stateColumns = ["state", "stateSince", "leftTo", "awaitsExport"]

    var cells: [StaffCell] {
        [
            .text(name), .optional(titleBefore), .optional(titleAfter), .text(employment.rawValue),
            .text(legalStanding), .optional(grade?.text), .optional(education?.level.rawValue),
            .optional(education?.field), .date(entered), .date(permanentSince), .date(contractEnd),
        ]
    }

    var stateCells: [StaffCell] {
        let state: [StaffCell] =
            switch presence {
            case .present: [.text("present"), .none, .none]
            case .absent(let since): [.text("absent"), .date(since), .none]
            case .left(let day, let agency): [.text("left"), .date(day), .text(agency)]
            }
        return state + [.integer(awaitsExport ? 1 : 0)]
    }

    init?(nip: NIP, _ fields: StaffFields) {
        guard let name = fields.text("name"), let legalStanding = fields.text("legalStanding"),
            let employment = fields.text("employment").flatMap(EmploymentKind.init(rawValue:)),
            let dates = Self.dates(fields)
        else { return nil }
        let gradeText = fields.text("grade")
        let levelText = fields.text("educationLevel")
        let grade = gradeText.flatMap(Grade.init(parsing:))
        let level = levelText.flatMap(EducationLevel.init(rawValue:))
        guard (gradeText == nil) == (grade == nil), (levelText == nil) == (level == nil) else { return nil }
        self.init(
            nip: nip, name: name, titleBefore: fields.text("titleBefore"), titleAfter: fields.text("titleAfter"),
            employment: employment, legalStanding: legalStanding, grade: grade,
            education: level.map { Education(level: $0, field: fields.text("educationField")) },
            entered: dates.entered, permanentSince: dates.permanent, contractEnd: dates.contractEnd)
        switch (fields.text("state"), fields.date("stateSince"), fields.text("leftTo")) {
        case ("absent", let since?, _): presence = .absent(since: since)
        case ("left", let day?, let agency?): presence = .left(on: day, to: agency)
        default: presence = .present
        }
        awaitsExport = fields.integer("awaitsExport") == 1
    }

    private static func dates(
        _ fields: StaffFields
    ) -> (entered: CivilDate?, permanent: CivilDate?, contractEnd: CivilDate?)? {
        guard ["entered", "permanentSince", "contractEnd"].allSatisfy(fields.isDateOrEmpty) else { return nil }
        return (fields.date("entered"), fields.date("permanentSince"), fields.date("contractEnd"))
    }
}
