import Negotiation
import Personnel
import StrictJSON
import Testing

/// Records as a replica holds them, written by hand.
enum StaffRecords {
    static func id(_ number: Int) throws -> RecordID {
        let digits = String(number)
        return try #require(
            RecordID(text: "019d0000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits))
    }

    static func card(_ number: Int, _ body: String, isEnded: Bool = false) throws -> Card {
        let ending = isEnded ? #""ended":{"position":9,"reason":"moved"},"# : ""
        let text = #"{"agency":"disdukcapil","open":true,"# + ending + body.dropFirst()
        return try Card(record(number, .card, text))
    }

    static func vacancy(_ number: Int, _ groups: String, taken: Int = 0) throws -> Vacancy {
        try Vacancy(
            record(number, .vacancy, #"{"agency":"dinkes","taken":\#(taken),"filled":0,"# + groups.dropFirst()))
    }

    /// A counter post at the health agency.
    static let counterPost = """
        {"place":{"post":{"id":"PL-77","name":"Petugas Loket","kind":"pelaksana","family":"administrasi"},\
        "unit":{"id":"K-1","name":"Puskesmas Tengah"},"district":"Tengah"},\
        "standard":{"education":{"level":"S-1","fields":[]},"levels":{"pelayanan-publik":3},"certificates":["operator-siak"]},\
        "kind":{"route":"need"},"seats":{"count":1},"need":{"need":3,"holders":1},"mode":{"mode":"first"}}
        """

    static func policy() throws -> Policy {
        let routes = ["need", "secondment"].map { code in
            """
            {"code":"\(code)","home":"heard","receiving":"heard","opinions":[],"document":{"code":"sk"},\
            "assignment":"\(code == "need" ? "definitive" : "second")","modes":["first"],\
            "rules":["R1","R2","R3","R5","R6","R8","R12","R18","R19","R21","R24","R26"],"steps":[],"stanceDays":7,\
            "outerDays":14,"holdDays":30}
            """
        }
        let text = """
            {"version":3,"from":"2026-01-01","thresholds":{"termInPostMonths":24,"rotationDueMonths":60,\
            "appraisalYears":2,"appraisalReadyMonth":3,"competenceOptimalPercent":80,"competenceNearPercent":68,\
            "yearsLeftToRetirement":2,"trainingHoursPerYear":20,"effectiveMinutesPerYear":75000,\
            "fitExperienceFullMonths":60,"fitOtherFieldPermille":500},\
            "weights":{"competence":40,"education":20,"appraisals":20,"experience":20},\
            "routes":[\(routes.joined(separator: ","))]}
            """
        return try Policy(id: id(900), reading: JSON(parsing: text))
    }

    private static func record(_ number: Int, _ kind: RecordKind, _ body: String) throws -> Record {
        Record(
            id: try id(number), kind: kind, revision: 1, audience: .all, body: Array(body.utf8), created: 1, changed: 1)
    }
}
