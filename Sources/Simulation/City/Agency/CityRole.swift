/// A kind of work that agencies share: the posts of one functional ladder, or one pelaksana post.
struct CityRole: Hashable, Sendable {
    enum Track: Hashable, Sendable {
        case pelaksana
        /// Terampil to Penyelia.
        case skilled
        /// Ahli Pertama to Ahli Madya.
        case expert
        /// Both ladders.
        case both

        var levels: [CityPost.Level] {
            switch self {
            case .pelaksana: []
            case .skilled: [.skilled, .proficient, .supervising]
            case .expert: [.firstExpert, .youngExpert, .middleExpert]
            case .both: CityPost.Level.allCases
            }
        }
    }

    /// A row of the workload analysis.
    struct Task: Hashable, Sendable {
        let text: String
        let unit: String
        let minutes: Int

        init(_ text: String, _ unit: String, minutes: Int) {
            self.text = text
            self.unit = unit
            self.minutes = minutes
        }
    }

    let name: String
    let family: String
    let track: Track
    let schoolings: [Schooling]
    let tasks: [Task]
    var certificates: [String] = []
    var retirementAge = 58
    /// The technical competence of the role; nil when it is that of the agency.
    var technical: String?
    /// Of a thousand holders, how many are contract staff (PPPK).
    var contractPerMille = 200

    var lowestLevel: Schooling.Level {
        schoolings.map(\.level).min() ?? .secondary
    }

    /// The posts of the role, lowest first.
    var posts: [CityPost] {
        track == .pelaksana
            ? [CityPost(role: self, level: nil)] : track.levels.map { CityPost(role: self, level: $0) }
    }
}
