/// A part of a person's record that is a list; the raw value names it in a personnel file.
public enum StaffPart: String, CaseIterable, Sendable {
    case appraisals
    case competences
    case certificates
    case trainings
    case sanctions
    case leaves
    case counterDuties
    case talents

    /// The file that fills it.
    public var file: ImportFile {
        switch self {
        case .appraisals: .appraisals
        case .competences: .competences
        case .certificates: .certificates
        case .trainings: .trainings
        case .sanctions: .sanctions
        case .leaves: .leaves
        case .counterDuties: .counterDuties
        case .talents: .talents
        }
    }

    var table: String {
        switch self {
        case .appraisals: "staffAppraisal"
        case .competences: "staffCompetence"
        case .certificates: "staffCertificate"
        case .trainings: "staffTraining"
        case .sanctions: "staffSanction"
        case .leaves: "staffLeave"
        case .counterDuties: "staffCounterDuty"
        case .talents: "staffTalent"
        }
    }

    /// What tells two rows of one person apart; it stands first in `columns`.
    var keyColumns: [String] {
        switch self {
        case .appraisals: ["year"]
        case .competences: ["competence", "assessed"]
        case .certificates: ["kind", "number", "issuer"]
        case .trainings: ["name", "date"]
        case .sanctions, .leaves: ["kind", "since"]
        case .counterDuties: ["service", "since"]
        case .talents: ["assessed"]
        }
    }

    var columns: [String] {
        let rest =
            switch self {
            case .appraisals: ["rating"]
            case .competences: ["level"]
            case .certificates: ["place", "validUntil"]
            case .trainings: ["hours", "competence"]
            case .sanctions: ["level", "until"]
            case .leaves, .counterDuties: ["until"]
            case .talents: ["performance", "potential"]
            }
        return keyColumns + rest
    }
}
