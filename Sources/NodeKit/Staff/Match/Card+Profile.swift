import Negotiation
import Personnel
import StrictJSON

extension Card {
    /// What the card says about its person, for a fit; nil when it does not say how the person is employed.
    public var profile: CandidateProfile? {
        guard let service = group("service"),
            let employment = service["employment"]?.string.flatMap(EmploymentKind.init(rawValue:))
        else { return nil }
        let level = group("education")?["level"]?.string.flatMap(EducationLevel.init(parsing:))
        var profile = CandidateProfile(
            employment: employment,
            grade: service["grade"]?.string.flatMap(Grade.init(parsing:)),
            postName: service["post"]?.string,
            postKind: service["postKind"]?.string.flatMap(PostKind.init(rawValue:)),
            family: service["family"]?.string,
            monthsInFamily: service["monthsInFamily"]?.integer,
            monthsInPost: service["monthsInPost"]?.integer,
            education: level.map { Education(level: $0, field: group("education")?["field"]?.string) },
            competences: group("competences")?["levels"] == nil ? nil : levels,
            certificates: heldCertificates,
            appraisals: ratedYears)
        profile.counters = counterMonths
        return profile
    }

    /// What the person wishes, as the card says it; nil while nobody has asked her.
    public var wishes: Wishes? {
        let group = group("wishes")
        func list(_ name: String) -> [String] { (group?[name]?.elements ?? []).compactMap(\.string) }
        let wishes = Wishes(posts: list("posts"), agencies: list("agencies"), districts: list("districts"))
        return wishes == Wishes() && group?["asked"] == nil ? nil : wishes
    }

    private var counterMonths: CounterMonths? {
        guard let all = group("counters")?["all"]?.integer else { return nil }
        let months = (group("counters")?["months"]?.members ?? []).compactMap { member in
            member.value.integer.map { (member.name, $0) }
        }
        return CounterMonths(byService: Dictionary(months) { first, _ in first }, all: all)
    }

    private var heldCertificates: [HeldCertificate]? {
        group("certificates")?["held"]?.elements?.compactMap { item in
            guard let kind = item["kind"]?.string else { return nil }
            let text = item["validUntil"]?.string
            let date = text.flatMap(CivilDate.init(iso:))
            // A last day that cannot be read must not look like a certificate for life.
            return text != nil && date == nil ? nil : HeldCertificate(kind: kind, validUntil: date)
        }
    }

    private var ratedYears: [Appraisal]? {
        group("appraisals")?["years"]?.elements?.compactMap { item in
            guard let year = item["year"]?.integer,
                let rating = item["rating"]?.string.flatMap(SKPRating.init(rawValue:))
            else { return nil }
            return Appraisal(year: year, rating: rating)
        }
    }
}
