import Personnel
import StrictJSON

/// The member `rules` of a policy set: what the region sets for single rules, each under the rule's name.
///
/// `{"R1":{"contracts":"move" or "stay"},"R7":{"years"},"R9":{"certificate"},"R13":{"performance":[middle,high],
/// "potential":[middle,high]},"R14":{"years"},"R15":{"years"},"R23":{"floorPercent"},"R25":{"months"},"ladder":[step]}`,
/// each member left out where the region has not decided. The two scores of R13 are in tenths of a point.
extension RuleSettings {
    /// The most steps of a ladder.
    static let ladderLimit = 20

    init(reading json: JSON) throws {
        try self.init(
            movesContracts: json.optionalObject("R1").map { try $0.requiredWord("contracts", Contracts.self) == .move },
            sanctionYears: Self.years(json, "R7"),
            clearance: json.optionalObject("R9")?.requiredString("certificate", maxBytes: 60),
            ladder: json.optionalArray("ladder", maxCount: Self.ladderLimit)?.map(LadderStep.init(reading:)) ?? [],
            talentGrid: json.optionalObject("R13").map(TalentGrid.init(reading:)),
            assessmentYears: Self.years(json, "R14"),
            ownRequestYears: Self.years(json, "R15"),
            floorPercent: json.optionalObject("R23")?.requiredInteger("floorPercent", in: 0...100),
            actingMonths: json.optionalObject("R25")?.requiredInteger("months", in: 1...60))
        let eselons = ladder.flatMap(\.eselons)
        guard Set(eselons).count == eselons.count else {
            throw BodyError(path: json.path + "/ladder", expected: "each eselon in one step")
        }
    }

    /// What becomes of a contract inside the instansi.
    private enum Contracts: String, CaseIterable {
        case move
        case stay
    }

    private static func years(_ json: JSON, _ rule: String) throws -> Int? {
        try json.optionalObject(rule)?.requiredInteger("years", in: 0...50)
    }
}

extension LadderStep {
    /// `{"eselons":["IV.a"],"grade","education","experience":[{"months","posts":[{"kind","eselons","levels"}]}],"ageLimit",
    /// "boxes":[7,8,9]}`; only `eselons` has to stand.
    init(reading json: JSON) throws {
        let experience = try json.optionalArray("experience", maxCount: 5) ?? []
        try self.init(
            eselons: json.requiredArray("eselons", maxCount: 9).map { try $0.asEselon() },
            grade: json.optionalParsed("grade", "a grade such as III/a", Grade.init(parsing:)),
            education: json.optionalParsed("education", "a level such as D-III", EducationLevel.init(parsing:)),
            experience: experience.map { part in
                Experience(
                    months: try part.requiredInteger("months", in: 1...600),
                    posts: try part.optionalArray("posts", maxCount: 10)?.map(PostClass.init(reading:)) ?? [])
            },
            ageLimit: json.optionalInteger("ageLimit", in: 18...75),
            boxes: json.optionalArray("boxes", maxCount: 9)?.map { box in
                guard let box = box.integer, (1...9).contains(box) else {
                    throw BodyError(path: json.path + "/boxes", expected: "boxes from 1 to 9")
                }
                return box
            } ?? [])
        guard !eselons.isEmpty else {
            throw BodyError(path: json.path + "/eselons", expected: "at least one eselon")
        }
    }
}

extension PostClass {
    init(reading json: JSON) throws {
        try self.init(
            kind: json.requiredWord("kind", PostKind.self),
            eselons: json.optionalArray("eselons", maxCount: 9)?.map { try $0.asEselon() } ?? [],
            levels: json.optionalArray("levels", maxCount: 8)?.map { level in
                guard let found = level.string.flatMap(FunctionalLevel.init(parsing:)) else {
                    throw BodyError(path: level.path, expected: "a level such as Ahli Muda")
                }
                return found
            } ?? [])
    }
}

extension TalentGrid {
    init(reading json: JSON) throws {
        func marks(_ name: String) throws -> Marks {
            let pair = try json.requiredArray(name, maxCount: 2).compactMap(\.integer)
            guard pair.count == 2, let marks = Marks(middle: pair[0], high: pair[1]) else {
                throw BodyError(
                    path: json.path + "/" + name, expected: "two marks in tenths of a point, 0 to 1000, the lower first"
                )
            }
            return marks
        }
        self.init(performance: try marks("performance"), potential: try marks("potential"))
    }
}

extension JSON {
    fileprivate func asEselon() throws -> Eselon {
        guard let eselon = string.flatMap(Eselon.init(parsing:)) else {
            throw BodyError(path: path, expected: "an eselon such as III.b")
        }
        return eselon
    }

    fileprivate func optionalParsed<Value>(
        _ name: String, _ expected: String, _ parse: (String) -> Value?
    ) throws -> Value? {
        guard let text = try optionalString(name, maxBytes: 60) else { return nil }
        guard let value = parse(text) else { throw BodyError(path: path + "/" + name, expected: expected) }
        return value
    }
}
