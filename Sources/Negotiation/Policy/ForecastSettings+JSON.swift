import Personnel
import StrictJSON

/// The member `forecast` of a policy set, every member of it optional:
/// `{"months":1…60,"retirementAges":{"steps":[{"age","posts":[{"kind","eselons"?,"levels"?}]}],"otherwise"}}`.
extension ForecastSettings {
    init(reading json: JSON) throws {
        let standard = Self.standard
        try self.init(
            months: json.optionalInteger("months", in: Self.range) ?? standard.months,
            retirementAges: json.optionalObject("retirementAges").map(RetirementAges.init(reading:))
                ?? standard.retirementAges)
    }
}

extension RetirementAges {
    /// The most steps of one table.
    static let stepLimit = 20

    init(reading json: JSON) throws {
        try self.init(
            steps: json.requiredArray("steps", maxCount: Self.stepLimit).map { step in
                Step(
                    age: try step.requiredInteger("age", in: Self.range),
                    posts: try step.requiredArray("posts", maxCount: 10).map(PostClass.init(reading:)))
            },
            otherwise: json.requiredInteger("otherwise", in: Self.range))
    }
}
