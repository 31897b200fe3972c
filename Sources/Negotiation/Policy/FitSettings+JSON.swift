import Personnel
import StrictJSON

/// The member `fit` of a policy set, every member of it optional; points are 0 to 1000:
/// `{"appraisalYears","trendPoints","counterFullMonths","boxPoints":[of box 1, …, of box 9],"noWishPoints",
/// "districts":{"same"?,"near"?,"other"?,"parts"?:[[district]]},
/// "growth":{"rotation"?,"step"?,"competence"?,"fullMonths"?,"fullCompetences"?,"mark"?}}`.
extension FitSettings {
    init(reading json: JSON) throws {
        let standard = Self.standard
        try self.init(
            appraisalYears: json.optionalInteger("appraisalYears", in: 1...10),
            trendPoints: json.optionalInteger("trendPoints", in: 0...1000) ?? standard.trendPoints,
            counterFullMonths: json.optionalInteger("counterFullMonths", in: 1...600) ?? standard.counterFullMonths,
            boxPoints: Self.boxPoints(json) ?? standard.boxPoints,
            noWishPoints: json.optionalInteger("noWishPoints", in: 0...1000) ?? standard.noWishPoints,
            districts: json.optionalObject("districts").map(DistrictTable.init(reading:)) ?? standard.districts,
            growth: json.optionalObject("growth").map(GrowthSettings.init(reading:)) ?? standard.growth)
    }

    private static func boxPoints(_ json: JSON) throws -> [Int]? {
        guard let stated = try json.optionalArray("boxPoints", maxCount: 9) else { return nil }
        let points = stated.compactMap(\.integer).filter((0...1000).contains)
        guard points.count == 9 else {
            throw BodyError(path: json.path + "/boxPoints", expected: "nine numbers from 0 to 1000")
        }
        return points
    }
}

extension DistrictTable {
    /// The most parts of a region, and the most districts of one.
    static let limit = 100

    init(reading json: JSON) throws {
        let standard = Self.standard
        try self.init(
            samePoints: json.optionalInteger("same", in: 0...1000) ?? standard.samePoints,
            nearPoints: json.optionalInteger("near", in: 0...1000) ?? standard.nearPoints,
            otherPoints: json.optionalInteger("other", in: 0...1000) ?? standard.otherPoints,
            parts: json.optionalArray("parts", maxCount: Self.limit)?.map { part in
                guard let districts = part.elements, districts.count <= Self.limit else {
                    throw BodyError(path: part.path, expected: "a list of at most \(Self.limit) districts")
                }
                return try districts.map { try $0.asText() }
            } ?? [])
    }
}

extension GrowthSettings {
    init(reading json: JSON) throws {
        let standard = Self.standard
        try self.init(
            rotationWeight: json.optionalInteger("rotation", in: 0...1000) ?? standard.rotationWeight,
            stepWeight: json.optionalInteger("step", in: 0...1000) ?? standard.stepWeight,
            competenceWeight: json.optionalInteger("competence", in: 0...1000) ?? standard.competenceWeight,
            fullMonths: json.optionalInteger("fullMonths", in: 1...600) ?? standard.fullMonths,
            fullCompetences: json.optionalInteger("fullCompetences", in: 1...50) ?? standard.fullCompetences,
            markPoints: json.optionalInteger("mark", in: 1...1000) ?? standard.markPoints)
    }
}
