import Negotiation
import Personnel
import StrictJSON

extension Vacancy {
    /// What the vacancy asks of its holder; a part that it does not state, or that this version cannot read, asks nothing.
    public var requirement: PostRequirement {
        let place = group("place")
        let standard = group("standard")
        let minimum = standard?["education"]?["level"]?.string.flatMap(EducationLevel.init(parsing:))
        let post = place?["post"]
        var requirement = PostRequirement(
            postName: place?["post"]?["name"]?.string ?? "",
            family: post?["family"]?.string,
            grades: Self.grades(standard?["grades"]),
            education: minimum.map { minimum in
                let fields = standard?["education"]?["fields"]?.elements ?? []
                return EducationRequirement(minimum: minimum, fields: fields.compactMap(\.string))
            },
            competences: self.standard,
            certificates: (standard?["certificates"]?.elements ?? []).compactMap(\.string),
            place: place?["unit"]?["name"]?.string)
        requirement.postID = post?["id"]?.string
        requirement.unitID = place?["unit"]?["id"]?.string
        requirement.kind = post?["kind"]?.string.flatMap(PostKind.init(rawValue:))
        requirement.eselon = post?["eselon"]?.string.flatMap(Eselon.init(rawValue:))
        // Only a workload analysis gives a vacancy its need.
        requirement.hasWorkloadAnalysis = need != nil
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
