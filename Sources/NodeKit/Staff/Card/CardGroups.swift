import Negotiation
import Personnel
import StrictJSON

/// The field groups of a card: what a civil servant brings, without name, NIP or birth date.
///
/// | group | members |
/// |---|---|
/// | `service` | `employment`, `grade`, `post`, `postKind`, `family`, `monthsInFamily`, `monthsInPost` |
/// | `education` | `level`, `field` |
/// | `competences` | `levels`: level by code, in byte order |
/// | `certificates` | `held`: kind and last day, by kind and last day |
/// | `appraisals` | `years`: year and rating, the latest first, at most 5 |
/// | `counters` | `months` at counters by service, the longest first, at most 20; `all`: at any counter, none counted twice |
/// | `wishes` | `posts`, `agencies`, `districts`, `asked`: the day on which the person was asked; without it nobody has asked |
///
/// Whoever sees the card sees months and no dates at counters, and no talent score: a box goes to the personnel agency alone,
/// in a check.
///
/// What is not known is left out; a group of which nothing is known is an empty object. The same person on the same day
/// always gives the same bytes.
public enum CardGroups {
    /// Groups that an import writes again when they changed.
    public static let computed = ["service", "education", "competences", "certificates", "appraisals", "counters"]
    /// A card shows no older appraisals: rules ask for two years.
    static let appraisalLimit = 5
    /// The most services of one card.
    static let serviceLimit = 20

    /// The groups in the order of a card.
    public static func make(_ person: CivilServant, on day: CivilDate) -> [(name: String, value: JSONValue)] {
        let profile = person.profile(on: day)
        return [
            ("service", service(profile)),
            ("education", education(profile.education)),
            ("competences", competences(profile.competences)),
            ("certificates", certificates(profile.certificates)),
            ("appraisals", appraisals(profile.appraisals)),
            ("counters", counters(profile.counters)),
            ("wishes", .object([("posts", .array([])), ("districts", .array([]))])),
        ]
    }

    private static func service(_ profile: CandidateProfile) -> JSONValue {
        .members([
            ("employment", .string(profile.employment.rawValue)),
            ("grade", profile.grade.map { .string($0.text) }),
            ("post", profile.postName.map(JSONValue.string)),
            ("postKind", profile.postKind.map { .string($0.rawValue) }),
            ("family", profile.family.map(JSONValue.string)),
            ("monthsInFamily", profile.monthsInFamily.map(JSONValue.integer)),
            ("monthsInPost", profile.monthsInPost.map(JSONValue.integer)),
        ])
    }

    private static func education(_ education: Education?) -> JSONValue {
        .members([
            ("level", education.map { .string($0.level.rawValue) }),
            ("field", (education?.field).map(JSONValue.string)),
        ])
    }

    private static func competences(_ levels: [String: Int]?) -> JSONValue {
        .members([("levels", levels.map(JSONValue.levels))])
    }

    private static func certificates(_ held: [HeldCertificate]?) -> JSONValue {
        guard let held else { return .object([]) }
        let sorted = held.sorted { left, right in
            if left.kind != right.kind { return left.kind.utf8.lexicographicallyPrecedes(right.kind.utf8) }
            return (left.validUntil ?? .latest) < (right.validUntil ?? .latest)
        }
        let items = sorted.map { certificate in
            JSONValue.members([
                ("kind", .string(certificate.kind)), ("validUntil", certificate.validUntil.map { .string($0.iso) }),
            ])
        }
        return .object([("held", .array(items))])
    }

    private static func counters(_ served: CounterMonths?) -> JSONValue {
        guard let served else { return .object([]) }
        let longest = served.byService.sorted { left, right in
            left.value == right.value
                ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8) : left.value > right.value
        }
        return .object([
            ("months", .object(longest.prefix(serviceLimit).map { ($0.key, .integer($0.value)) })),
            ("all", .integer(served.all)),
        ])
    }

    private static func appraisals(_ appraisals: [Appraisal]?) -> JSONValue {
        guard let appraisals else { return .object([]) }
        let years = appraisals.sorted { ($1.year, $1.rating) < ($0.year, $0.rating) }.prefix(appraisalLimit)
        return .object([
            (
                "years",
                .array(years.map { .object([("year", .integer($0.year)), ("rating", .string($0.rating.rawValue))]) })
            )
        ])
    }
}

extension CardGroups {
    /// The group `wishes` of somebody who was asked on a day; empty lists say that she has none.
    public static func wishes(_ wishes: Wishes, asked day: CivilDate) -> JSONValue {
        func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
        return .object([
            ("posts", list(wishes.posts)), ("agencies", list(wishes.agencies)), ("districts", list(wishes.districts)),
            ("asked", .string(day.iso)),
        ])
    }
}

extension JSONValue {
    /// Numbers by code, in byte order.
    public static func levels(_ levels: [String: Int]) -> JSONValue {
        .object(
            levels.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, .integer($0.value)) })
    }
}
