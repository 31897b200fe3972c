import Negotiation
import Personnel
import StrictJSON

/// The body of a vacancy from what the registry knows of a post in a unit.
public enum VacancyFromPost {
    /// What only the operator can say.
    public struct Choice: Equatable, Sendable {
        /// A route of the region's policy.
        public var route: String
        /// A mode that the route allows.
        public var mode: String
        /// How many offers an order may name for each seat.
        public var shortlist: Int?
        /// Who ranks the offers of a selection: `receiving` or `desk`.
        public var ranks: String?
        /// Without it the seats that are missing, at least 1.
        public var seats: Int?
        public var returns: CivilDate?
        public var openUntil: CivilDate?
        /// Whether the holder of a functional post heads a unit.
        public var headsUnit: Bool

        public init(
            route: String, mode: String, shortlist: Int? = nil, ranks: String? = nil, seats: Int? = nil,
            returns: CivilDate? = nil, openUntil: CivilDate? = nil,
            headsUnit: Bool = false
        ) {
            self.route = route
            self.mode = mode
            self.shortlist = shortlist
            self.ranks = ranks
            self.seats = seats
            self.returns = returns
            self.openUntil = openUntil
            self.headsUnit = headsUnit
        }
    }

    /// The body of `vacancy.open`: `{"vacancy": {place, standard, kind, seats, need, mode}}`.
    ///
    /// `need` is left out when the post has no workload analysis in the unit: nobody can say then that people are missing.
    /// Throws `StaffError` for a post or unit that no reference file knows.
    public static func body(
        post postID: String, unit unitID: String, choice: Choice, policy: PersonnelPolicy, on day: CivilDate,
        reading reader: StaffReader, _ movements: Movements = .none
    ) throws -> JSONValue {
        guard let post = try reader.post(postID) else {
            throw StaffError(
                .unknownPost, "no reference file has the post", next: "import the reference files of posts")
        }
        guard let unit = try reader.unit(unitID) else {
            throw StaffError(.unknownUnit, "HierarkiUnor does not have the unit", next: "import HierarkiUnor.csv")
        }
        let holders = try reader.holders(post: postID, unit: unitID, on: day, movements)
        let rows = try reader.workload(post: postID, unit: unitID)
        let workload =
            rows.isEmpty
            ? nil : Workload(rows: rows, holders: holders, effectiveMinutes: policy.effectiveMinutesPerYear)
        let seats = choice.seats ?? max(1, workload?.difference ?? 1)
        let standard = try reader.standard(of: postID) ?? PostStandard()
        return .object([
            (
                "vacancy",
                .members([
                    ("place", place(post, unit, try reader.districts()[unit.id], choice)),
                    ("standard", standard.json),
                    (
                        "kind",
                        .members([
                            ("route", .string(choice.route)), ("return", choice.returns.map { .string($0.iso) }),
                            ("openUntil", choice.openUntil.map { .string($0.iso) }),
                        ])
                    ),
                    ("seats", .object([("count", .integer(seats))])),
                    (
                        "need",
                        workload.map { .object([("need", .integer($0.need)), ("holders", .integer($0.holders))]) }
                    ),
                    (
                        "mode",
                        .members([
                            ("mode", .string(choice.mode)), ("shortlist", choice.shortlist.map(JSONValue.integer)),
                            ("ranks", choice.ranks.map(JSONValue.string)),
                        ])
                    ),
                ])
            )
        ])
    }

    private static func place(_ post: Post, _ unit: Unit, _ district: String?, _ choice: Choice) -> JSONValue {
        .members([
            (
                "post",
                .members([
                    ("id", .string(post.id)), ("name", .string(post.name)), ("kind", .string(post.kind.rawValue)),
                    ("family", post.family.map(JSONValue.string)),
                    ("eselon", post.eselon.map { .string($0.rawValue) }),
                    ("level", post.level.map { .string($0.rawValue) }),
                    ("headsUnit", post.kind == .functional ? .boolean(choice.headsUnit) : nil),
                ])
            ),
            ("unit", .object([("id", .string(unit.id)), ("name", .string(unit.name))])),
            ("district", district.map(JSONValue.string)),
        ])
    }
}

extension PostStandard {
    /// The group `standard` of a vacancy; what the standard does not ask is left out.
    var json: JSONValue {
        .members([
            (
                "grades",
                grades.map {
                    .object([("min", .string($0.lowest.text)), ("max", .string($0.highest.text))])
                }
            ),
            (
                "education",
                education.map {
                    .object([
                        ("level", .string($0.minimum.rawValue)), ("fields", .array($0.fields.map(JSONValue.string))),
                    ])
                }
            ),
            ("levels", .levels(Dictionary(levels.map { ($0.competence, $0.level) }) { _, later in later })),
            ("certificates", .array(certificates.map(JSONValue.string))),
            ("counters", counters.map { .array($0.map(JSONValue.string)) }),
            (
                "entry",
                entry.map { entry in
                    .members([
                        ("test", entry.test.map(JSONValue.string)), ("months", entry.months.map(JSONValue.integer)),
                        ("ageLimit", entry.ageLimit.map(JSONValue.integer)),
                    ])
                }
            ),
        ])
    }
}
