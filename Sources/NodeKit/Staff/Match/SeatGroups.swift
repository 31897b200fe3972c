import Negotiation
import Personnel
import StrictJSON

/// The groups `place` and `standard` in which a vacancy, a published need and a checked seat say what a post is and what it asks.
public struct SeatGroups {
    public let place: JSON?
    public let standard: JSON?

    public init(place: JSON?, standard: JSON?) {
        self.place = place
        self.standard = standard
    }

    private var stated: JSON? { place?["post"] }

    /// The post; nil without id, name and kind.
    public var post: Post? {
        guard let id = stated?["id"]?.string, let name = stated?["name"]?.string,
            let kind = stated?["kind"]?.string.flatMap(PostKind.init(rawValue:))
        else { return nil }
        return Post(
            id: id, name: name, kind: kind, family: stated?["family"]?.string,
            eselon: stated?["eselon"]?.string.flatMap(Eselon.init(rawValue:)),
            level: stated?["level"]?.string.flatMap(FunctionalLevel.init(rawValue:)))
    }

    public var unit: String? { place?["unit"]?["id"]?.string }
    public var unitName: String? { place?["unit"]?["name"]?.string }
    public var district: String? { place?["district"]?.string }

    /// What is asked of a holder; a part that is not stated, or that this version cannot read, asks nothing.
    public var requirement: PostRequirement {
        let minimum = standard?["education"]?["level"]?.string.flatMap(EducationLevel.init(parsing:))
        var levels: [String: Int] = [:]
        for (code, level) in standard?["levels"]?.members ?? [] {
            levels[code] = level.integer
        }
        var requirement = PostRequirement(
            postName: stated?["name"]?.string ?? "",
            family: stated?["family"]?.string,
            grades: Self.grades(standard?["grades"]),
            education: minimum.map { minimum in
                let fields = standard?["education"]?["fields"]?.elements ?? []
                return EducationRequirement(minimum: minimum, fields: fields.compactMap(\.string))
            },
            competences: levels,
            certificates: (standard?["certificates"]?.elements ?? []).compactMap(\.string),
            place: unitName)
        requirement.postID = stated?["id"]?.string
        requirement.unitID = unit
        requirement.district = district
        requirement.counters = standard?["counters"]?.elements?.compactMap(\.string)
        requirement.kind = stated?["kind"]?.string.flatMap(PostKind.init(rawValue:))
        requirement.eselon = stated?["eselon"]?.string.flatMap(Eselon.init(rawValue:))
        requirement.entry = standard?["entry"].map { entry in
            FunctionalEntry(
                test: entry["test"]?.string, months: entry["months"]?.integer, ageLimit: entry["ageLimit"]?.integer)
        }
        return requirement
    }

    private static func grades(_ json: JSON?) -> GradeRange? {
        guard let lowest = json?["min"]?.string.flatMap(Grade.init(parsing:)),
            let highest = json?["max"]?.string.flatMap(Grade.init(parsing:))
        else { return nil }
        return GradeRange(lowest: lowest, highest: highest)
    }
}
