import Personnel
import StrictJSON

/// The region's policy set: routes, thresholds and weights, dated and versioned.
///
/// Each application makes a new record; the newest counts for new offers, an open offer keeps its own.
public struct Policy: Equatable, Sendable {
    public let id: RecordID
    public let version: Int
    /// The first day on which it counts.
    public let from: CivilDate
    public let personnel: PersonnelPolicy
    /// Who decides as appointing authority; nil when the set does not say it.
    public let head: HeadOfRegion?
    /// The time for an objection against a decree; nil when the set does not say it.
    public let objection: ObjectionTime?
    public let routes: [Route]
    /// Kinds of operations that count only once a second person has confirmed them, in the words of `noun.verb`.
    public let twoPersons: [String]
    /// How many days after its stated date a fact may be entered before the delay is kept with it; nil keeps none.
    public let lateDays: Int?
    /// Dates that every agency goes by, in the order of the set.
    public let calendar: [CalendarStep]

    public init(_ record: Record) throws {
        let body = try JSON(parsing: record.body)
        try self.init(id: record.id, reading: try body.requiredObject("policy"))
    }

    /// Reads a policy set; throws ``BodyError`` or `JSONError` with the path of what is wrong.
    public init(id: RecordID, reading json: JSON) throws {
        self.id = id
        version = try json.requiredInteger("version", in: 1...1_000_000)
        from = try json.requiredDate("from")
        var personnel = try Self.personnel(
            version: version, try json.requiredObject("thresholds"), try json.requiredObject("weights"))
        if let settings = try json.optionalObject("rules") {
            personnel.rules = try RuleSettings(reading: settings)
        }
        personnel.forecast = try json.optionalObject("forecast").map(ForecastSettings.init(reading:)) ?? .standard
        personnel.surge = try json.optionalObject("surge").map(SurgeSettings.init(reading:)) ?? .standard
        personnel.fit = try json.optionalObject("fit").map(FitSettings.init(reading:)) ?? .standard
        self.personnel = personnel
        objection = try json.optionalObject("objection").map(ObjectionTime.init(reading:))
        head = try json.optionalObject("head").map(HeadOfRegion.init(reading:))
        lateDays = try json.optionalInteger("lateDays", in: 0...365)
        twoPersons = try Self.twoPersons(json)
        calendar = try (json.optionalArray("calendar", maxCount: CalendarStep.limit) ?? []).map(
            CalendarStep.init(reading:))
        routes = try json.requiredArray("routes", maxCount: 40).map(Route.init(reading:))
        let codes = routes.map(\.code).sorted()
        if let repeated = zip(codes, codes.dropFirst()).first(where: { $0 == $1 })?.0 {
            throw BodyError(path: json.path + "/routes", expected: "distinct route codes; \(repeated) repeats")
        }
    }

    public func route(_ code: String) -> Route? {
        routes.first { $0.code.utf8.elementsEqual(code.utf8) }
    }

    private static func personnel(version: Int, _ thresholds: JSON, _ weights: JSON) throws -> PersonnelPolicy {
        func number(_ name: String, _ range: ClosedRange<Int>) throws -> Int {
            try thresholds.requiredInteger(name, in: range)
        }
        func weight(_ name: String) throws -> Int {
            try weights.requiredInteger(name, in: 0...1000)
        }
        func optionalWeight(_ part: FitPart) throws -> Int? {
            try weights.optionalInteger(part.rawValue, in: 0...1000)
        }
        return PersonnelPolicy(
            version: version,
            termInPostMonths: try number("termInPostMonths", 0...240),
            rotationDueMonths: try number("rotationDueMonths", 1...600),
            appraisalYears: try number("appraisalYears", 0...10),
            appraisalReadyMonth: try number("appraisalReadyMonth", 1...12),
            competenceOptimalPercent: try number("competenceOptimalPercent", 0...100),
            competenceNearPercent: try number("competenceNearPercent", 0...100),
            yearsLeftToRetirement: try number("yearsLeftToRetirement", 0...40),
            trainingHoursPerYear: try number("trainingHoursPerYear", 0...1000),
            effectiveMinutesPerYear: try number("effectiveMinutesPerYear", 1...525_600),
            fitWeights: FitWeights(
                competence: try weight("competence"), education: try weight("education"),
                appraisals: try weight("appraisals"), experience: try weight("experience"),
                counters: try optionalWeight(.counters), talent: try optionalWeight(.talent),
                ownWish: try optionalWeight(.ownWish), receiverWish: try optionalWeight(.receiverWish),
                district: try optionalWeight(.district)),
            fitExperienceFullMonths: try number("fitExperienceFullMonths", 1...600),
            fitOtherFieldPermille: try number("fitOtherFieldPermille", 0...1000))
    }
}
