enum CitySex: Int, Sendable {
    case male = 1
    case female = 2
}

/// One made-up person with the whole history that the files tell.
struct CityPerson: Sendable {
    enum Employment: Sendable {
        case servant
        case candidate
        case contract
        case partTime

        var isContract: Bool {
            self == .contract || self == .partTime
        }
    }

    enum Rating: String, Sendable {
        case above = "Diatas Ekspektasi"
        case meets = "Sesuai Ekspektasi"
        case below = "Dibawah Ekspektasi"
    }

    struct Appraisal: Sendable {
        let year: Int
        let results: Rating
        let behaviour: Rating

        /// The quadrant of PermenPANRB 6/2022.
        var quadrant: String {
            switch (results, behaviour) {
            case (.below, .below): "Sangat Kurang"
            case (_, .below): "Kurang"
            case (.below, _): "Butuh Perbaikan"
            case (.above, .above): "Sangat Baik"
            default: "Baik"
            }
        }
    }

    struct CompetenceScore: Sendable {
        let code: String
        let level: Int
        let date: CityDay
    }

    struct Attendance: Sendable {
        let training: CityTraining
        let date: CityDay
    }

    struct Placement: Sendable {
        let post: CityPost
        let unit: Int
        let from: CityDay
        let decree: String
        let kind: String
    }

    struct Sanction: Sendable {
        let kind: String
        let severity: String
        let from: CityDay
        let until: CityDay
    }

    struct Leave: Sendable {
        let kind: String
        let from: CityDay
        let until: CityDay
    }

    struct Certificate: Sendable {
        let kind: String
        let number: String
        let issuer: String
        /// The place that the certificate is bound to; empty when it holds everywhere.
        let place: String
        let validUntil: CityDay?
    }

    struct CounterDuty: Sendable {
        let service: String
        let from: CityDay
        /// Nil while it goes on.
        let until: CityDay?
    }

    /// The two scores of talent management, 0 to 100.
    struct TalentScore: Sendable {
        let performance: Int
        let potential: Int
        let date: CityDay
    }

    let nip: String
    let name: String
    let sex: CitySex
    let birth: CityDay
    let birthplace: String
    let employment: Employment
    /// TMT CPNS, or the first day of the contract.
    let entry: CityDay
    let firstGrade: CityGrade
    let grade: CityGrade
    let gradeSince: CityDay
    let schooling: Schooling
    let graduationYear: Int
    let post: CityPost
    let unit: Int
    let postSince: CityDay
    /// A number from which the values that nobody may store are made.
    let privateNumber: Int

    var placements: [Placement] = []
    var appraisals: [Appraisal] = []
    var competences: [CompetenceScore] = []
    var trainings: [Attendance] = []
    var sanctions: [Sanction] = []
    var leaves: [Leave] = []
    var certificates: [Certificate] = []
    var counterDuties: [CounterDuty] = []
    var talents: [TalentScore] = []
}
