import Negotiation
import Testing

extension Village {
    static let card =
        #"{"service":{"employment":"pns","grade":"III/c","post":"Pranata Komputer","monthsInPost":30},"education":{"level":"S-1","field":"Informatika"},"competences":{"levels":{"integritas":3,"komunikasi":2}}}"#

    static let vacancy =
        #"{"place":{"post":{"id":"p1","name":"Analis Data"},"unit":{"id":"u1","name":"Bidang P2P"},"district":"Tembalang"},"standard":{"grades":{"min":"III/a","max":"III/d"},"levels":{"integritas":3,"komunikasi":3}},"kind":{"route":"kebutuhan","openUntil":"2026-09-01"},"seats":{"count":1},"need":{"need":4,"holders":2},"mode":{"mode":"first"}}"#

    static let policy = """
        {"version":1,"from":"2026-01-01",
        "thresholds":{"termInPostMonths":24,"rotationDueMonths":60,"appraisalYears":2,"appraisalReadyMonth":3,
        "competenceOptimalPercent":80,"competenceNearPercent":68,"yearsLeftToRetirement":2,"trainingHoursPerYear":20,
        "effectiveMinutesPerYear":75000,"fitExperienceFullMonths":60,"fitOtherFieldPermille":500},
        "weights":{"competence":40,"education":20,"appraisals":20,"experience":20},
        "routes":[{"code":"kebutuhan","home":"heard","receiving":"required","opinions":[{"code":"tpk"}],
        "document":{"code":"sk"},"assignment":"definitive","modes":["first"],"rules":["R2","R3","R12","R24"],
        "steps":[{"step":"brief","owner":"receiving"},{"step":"handover","owner":"home"}],
        "stanceDays":14,"outerDays":30,"holdDays":60}]}
        """

    static let sheet =
        #"[{"rule":"R2","outcome":"pass","reason":"term-served","value":{"in-post-since":"2023-12-01","months-in-post":"30","months-asked":"24","start":"2026-07-01"},"source":"staff export TMT JABATAN","article":"PP 11/2017 Ps 190(3)","policy":1},{"rule":"R12","outcome":"pass","reason":"competence-near","value":{"jpm-percent":"83","gaps":"komunikasi 2/3"},"source":"kompetensi","article":"PermenPANRB 38/2017","policy":1}]"#

    /// `dukcapil` proposes its card for the vacancy, from 1 July.
    mutating func propose(note: String = "Siap", policy: Int = 1) throws {
        let sheet = Self.sheet.replacing(#""policy":1"#, with: #""policy":\#(policy)"#)
        try act(
            "dukcapil", "offer.propose",
            #"{"offer":{"card":"\#(try last(.card))","vacancy":"\#(try last(.vacancy))","terms":{"start":"2026-07-01","note":"\#(note)"},"sheet":\#(sheet)}}"#
        )
    }

    /// Another person of the desk confirms the newest proposal.
    mutating func confirm() throws {
        try act("bkd", "proposal.confirm", "{}", on: try last(.proposal), actor: "Budi")
    }

    mutating func agree() throws {
        try act("dinkes", "offer.agree", #"{"terms":1}"#, on: try last(.offer))
    }

    mutating func issue(_ type: String) throws {
        try act(
            "bkd", "document.issue",
            #"{"document":{"type":"\#(type)","number":"\#(type)/1","date":"2026-06-01","signer":"Wali Kota","standing":"definitif","lines":[{"offer":"\#(try last(.offer))","terms":1,"result":"favourable"}]}}"#
        )
    }

    /// Up to the decree.
    mutating func decree() throws {
        try propose()
        try agree()
        try issue("tpk")
        try issue("sk")
    }
}
