/// An education that a post accepts: level, field and the title that it gives.
struct Schooling: Hashable, Sendable {
    enum Level: Int, Comparable, Sendable {
        case secondary = 15
        case diploma3 = 30
        case diploma4 = 35
        case bachelor = 40
        case master = 45

        /// The word of TINGKAT PENDIDIKAN NAMA.
        var name: String {
            switch self {
            case .secondary: "SLTA"
            case .diploma3: "D-III"
            case .diploma4: "D-IV"
            case .bachelor: "S-1"
            case .master: "S-2"
            }
        }

        /// The ages at which people with this education enter the service.
        var entryAges: ClosedRange<Int> {
            switch self {
            case .secondary: 19...27
            case .diploma3: 22...29
            case .diploma4, .bachelor: 23...31
            case .master: 25...32
            }
        }

        /// The rank of a new civil servant with this education.
        var firstRank: Int {
            switch self {
            case .secondary: 4
            case .diploma3: 6
            case .diploma4, .bachelor: 8
            case .master: 9
            }
        }

        /// The rank that promotions by years alone reach.
        var lastRank: Int {
            switch self {
            case .secondary: 9
            case .diploma3: 10
            case .diploma4, .bachelor: 11
            case .master: 12
            }
        }

        /// The grade of contract staff with this education.
        var contractGrade: Int {
            switch self {
            case .secondary: 5
            case .diploma3: 7
            case .diploma4, .bachelor: 9
            case .master: 10
            }
        }

        static func < (left: Level, right: Level) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    let level: Level
    let field: String
    let titleAfter: String
    let titleBefore: String

    init(_ level: Level, _ field: String, _ titleAfter: String = "", before titleBefore: String = "") {
        self.level = level
        self.field = field
        self.titleAfter = titleAfter
        self.titleBefore = titleBefore
    }
}
