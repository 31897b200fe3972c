import Personnel
import Testing

func day(_ iso: String) throws -> CivilDate {
    try #require(CivilDate(iso: iso))
}

func grade(_ text: String) throws -> Grade {
    try #require(Grade(parsing: text))
}

/// A made-up person without any fault: every rule over staff data passes on `Fixtures.start`.
enum Fixtures {
    /// The reference region's policy with a floor of 80 percent.
    static var policyWithFloor: PersonnelPolicy {
        var policy = PersonnelPolicy.standard
        policy.rules.floorPercent = 80
        return policy
    }

    static func operatorPost() -> Post {
        Post(id: "P-1", name: "Operator Layanan Operasional", kind: .pelaksana, family: "Layanan")
    }

    static func servant() throws -> CivilServant {
        CivilServant(
            nip: try NIP(parsing: "199005172015032001"),
            name: "Sri Contoh",
            employment: .pns,
            grade: try grade("III/a"),
            education: Education(level: .bachelor, field: "Ilmu Administrasi Negara"),
            entered: try day("2015-03-01"),
            assignments: [
                try assignment(post: "P-0", from: "2015-03-01", until: "2021-12-31"),
                try assignment(post: "P-1", from: "2022-01-01"),
            ],
            posts: [operatorPost()],
            appraisals: [
                Appraisal(year: 2023, rating: .baik), Appraisal(year: 2024, rating: .baik),
                Appraisal(year: 2025, rating: .sangatBaik),
            ],
            competences: [
                try #require(
                    CompetenceScore(competence: "pelayanan-publik", level: 2, assessed: try day("2024-05-01"))),
                try #require(CompetenceScore(competence: "kerja-sama", level: 2, assessed: try day("2024-05-01"))),
            ],
            certificates: [],
            discipline: DisciplineRecord(sanctions: []),
            leaves: [])
    }

    static func assignment(
        post: String, from: String, until: String? = nil, kind: Assignment.Kind = .definitive
    ) throws -> Assignment {
        let span = try #require(DatedSpan(from: day(from), until: try until.map(day)))
        return Assignment(postID: post, unitID: "U-1", kind: kind, span: span, agency: "disdukcapil")
    }

    static func requirement() throws -> PostRequirement {
        PostRequirement(
            postName: "Operator Layanan Operasional", family: "Layanan",
            grades: GradeRange(lowest: try grade("II/a"), highest: try grade("III/b")),
            education: EducationRequirement(minimum: .diplomaThree, fields: ["Ilmu Administrasi Negara"]),
            competences: ["pelayanan-publik": 2, "kerja-sama": 2], place: "Gerai Pelayanan")
    }
}
