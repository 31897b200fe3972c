import Negotiation
import Personnel
import StrictJSON

extension Vacancy {
    /// What the vacancy asks of its holder; a part that it does not state, or that this version cannot read, asks nothing.
    public var requirement: PostRequirement {
        let place = group("place")
        let standard = group("standard")
        let minimum = standard?["education"]?["level"]?.string.flatMap(EducationLevel.init(parsing:))
        return PostRequirement(
            postName: place?["post"]?["name"]?.string ?? "",
            family: place?["post"]?["family"]?.string,
            grades: Self.grades(standard?["grades"]),
            education: minimum.map { minimum in
                let fields = standard?["education"]?["fields"]?.elements ?? []
                return EducationRequirement(minimum: minimum, fields: fields.compactMap(\.string))
            },
            competences: self.standard,
            certificates: (standard?["certificates"]?.elements ?? []).compactMap(\.string),
            place: place?["unit"]?["name"]?.string)
    }

    private static func grades(_ json: JSON?) -> GradeRange? {
        guard let lowest = json?["min"]?.string.flatMap(Grade.init(parsing:)),
            let highest = json?["max"]?.string.flatMap(Grade.init(parsing:))
        else { return nil }
        return GradeRange(lowest: lowest, highest: highest)
    }
}
