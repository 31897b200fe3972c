/// A post (jabatan) of the made-up city.
struct CityPost: Hashable, Sendable {
    enum Kind: Int, Sendable {
        case structural = 1
        case functional = 2
        case pelaksana = 4

        var name: String {
            switch self {
            case .structural: "Jabatan Struktural"
            case .functional: "Jabatan Fungsional"
            case .pelaksana: "Jabatan Pelaksana"
            }
        }
    }

    enum Level: String, CaseIterable, Sendable {
        case skilled = "Terampil"
        case proficient = "Mahir"
        case supervising = "Penyelia"
        case firstExpert = "Ahli Pertama"
        case youngExpert = "Ahli Muda"
        case middleExpert = "Ahli Madya"

        var ranks: ClosedRange<Int> {
            switch self {
            case .skilled: 6...7
            case .proficient, .firstExpert: 8...9
            case .supervising, .youngExpert: 10...11
            case .middleExpert: 12...14
            }
        }

        /// The usual level of competence that the post asks for.
        var standard: Int {
            switch self {
            case .skilled: 1
            case .proficient, .firstExpert, .supervising: 2
            case .youngExpert, .middleExpert: 3
            }
        }
    }

    enum Eselon: String, Sendable {
        case iia = "II.a"
        case iib = "II.b"
        case iiia = "III.a"
        case iiib = "III.b"
        case iva = "IV.a"
        case ivb = "IV.b"

        var minimumRank: Int {
            switch self {
            case .iia: 14
            case .iib: 13
            case .iiia: 12
            case .iiib: 11
            case .iva: 10
            case .ivb: 9
            }
        }

        /// Years in service of those who hold such a post.
        var serviceYears: ClosedRange<Int> {
            switch self {
            case .iia: 24...29
            case .iib: 22...29
            case .iiia: 18...27
            case .iiib: 15...26
            case .iva: 10...24
            case .ivb: 8...22
            }
        }

        var standard: Int {
            switch self {
            case .iia, .iib: 4
            case .iiia, .iiib: 3
            case .iva, .ivb: 2
            }
        }
    }

    let id: String
    let name: String
    let kind: Kind
    /// The family of posts (rumpun).
    let family: String
    let eselon: Eselon?
    let level: Level?
    let retirementAge: Int
    /// The role whose tasks and standard the post has; nil for a structural post.
    let role: CityRole?

    /// A structural post, one for each unit.
    init(heading unit: String, unitID: String, name: String, eselon: Eselon) {
        id = StableID.uuid("structural post|\(unitID)")
        self.name = name
        kind = .structural
        family = "Manajerial"
        self.eselon = eselon
        level = nil
        retirementAge = eselon == .iia || eselon == .iib ? 60 : 58
        role = nil
    }

    /// A functional or pelaksana post, the same one in every agency.
    init(role: CityRole, level: Level?) {
        name = level.map { "\(role.name) \($0.rawValue)" } ?? role.name
        id = StableID.uuid("post|\(name)")
        kind = role.track == .pelaksana ? .pelaksana : .functional
        family = role.family
        eselon = nil
        self.level = level
        retirementAge = level == .middleExpert ? 60 : role.retirementAge
        self.role = role
    }

    /// Whether its holders serve the public at counters.
    var servesCounters: Bool { role == .serviceOperator || role == .serviceManager }

    /// The lowest and highest grade of a civil servant in the post.
    var ranks: ClosedRange<Int> {
        if let eselon {
            return eselon.minimumRank...min(eselon.minimumRank + 3, 16)
        }
        guard let level else {
            return (role?.lowestLevel.firstRank ?? 4)...11
        }
        return level.ranks
    }

    /// The level of each managerial competence that the post asks for.
    var standard: Int {
        eselon?.standard ?? level?.standard ?? 1
    }

    var minimumEducation: Schooling.Level {
        switch eselon {
        case .iia, .iib, .iiia, .iiib: return .bachelor
        case .iva, .ivb: return .diploma3
        case nil: break
        }
        switch level {
        case .skilled, .proficient, .supervising: return .diploma3
        case .firstExpert, .youngExpert, .middleExpert: return .bachelor
        case nil: return role?.lowestLevel ?? .secondary
        }
    }
}
