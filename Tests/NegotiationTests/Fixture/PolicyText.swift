/// A policy set with a route for a move for good, on which home is only heard, one for a secondment, and one for a move
/// on which both are only heard; then one that is hidden until the decree, one behind which the person's own request
/// stands, and a secondment about which the person is heard.
enum PolicyText {
    static let move = "layanan"
    static let loan = "pinjam"

    private static func naming(_ twoPersons: [String]) -> String {
        twoPersons.isEmpty ? "" : #""twoPersons":["\#(twoPersons.joined(separator: #"",""#))"],"#
    }

    static func policy(
        version: Int = 1, move: String = move, loan: String = loan, board: String = "dewan", head: String = "kepala",
        decree: String = "sk", letter: String = "surat", wishDecree: String? = nil, twoPersons: [String] = [],
        lateDays: Int? = nil
    ) -> String {
        """
        {"version":\(version),"from":"2026-01-01",\(naming(twoPersons))\(lateDays.map { #""lateDays":\#($0),"# } ?? "")
        "thresholds":{"termInPostMonths":24,"rotationDueMonths":60,"appraisalYears":2,"appraisalReadyMonth":3,
        "competenceOptimalPercent":80,"competenceNearPercent":68,"yearsLeftToRetirement":2,"trainingHoursPerYear":20,
        "effectiveMinutesPerYear":75000,"fitExperienceFullMonths":60,"fitOtherFieldPermille":500},
        "weights":{"competence":40,"education":20,"appraisals":20,"experience":20},
        "objection":{"days":14,"decideDays":21,"counts":"calendar"},
        "routes":[
        {"code":"\(move)","home":"heard","receiving":"required","opinions":[{"code":"\(board)"},{"code":"\(head)"}],
        "document":{"code":"\(decree)"},"assignment":"definitive","modes":["first","selection","round"],
        "rules":["R1","R2","R3","R5","R12","R18","R19","R21","R24"],
        "steps":[{"step":"brief","owner":"receiving"},{"step":"handover","owner":"home"}],
        "afterwards":[{"step":"papers","owner":"desk"}],
        "stanceDays":14,"outerDays":30,"holdDays":60},
        {"code":"\(loan)","home":"required","receiving":"required","opinions":[{"code":"\(head)"}],
        "document":{"code":"\(letter)"},"assignment":"second","modes":["first","selection","round"],
        "rules":["R1","R5","R12","R19","R21"],"steps":[{"step":"brief","owner":"receiving"}],
        "extension":{"times":2,"days":60},"stanceDays":7,"outerDays":14,"holdDays":30},
        {"code":"\(move)-dua","home":"heard","receiving":"heard","opinions":[{"code":"\(head)"}],
        "document":{"code":"\(decree)"},"correction":"ralat","assignment":"definitive","modes":["first","selection","round"],
        "rules":["R1","R12","R21"],"steps":[],"stanceDays":14,"outerDays":30,"holdDays":60},
        {"code":"\(move)-tertutup","home":"none","receiving":"none","person":"told","opens":["desk"],"seen":"decree",
        "opinions":[{"code":"\(board)"},{"code":"\(head)"}],"document":{"code":"\(decree)"},"correction":"ralat",
        "assignment":"definitive","modes":["first"],"rules":["R1","R3","R5","R12","R18","R21"],
        "steps":[{"step":"oath","owner":"desk"}],"sheetDays":40,"stanceDays":14,"outerDays":30,"holdDays":60},
        {"code":"\(move)-mohon","home":"heard","receiving":"required","person":"required",
        "opens":["home","receiving","desk"],"opinions":[{"code":"\(head)"}],"document":{"code":"\(wishDecree ?? decree)"},
        "assignment":"definitive","modes":["first"],"rules":["R1","R12","R21"],"steps":[],
        "stanceDays":14,"outerDays":30,"holdDays":60},
        {"code":"\(loan)-jauh","home":"required","receiving":"required","person":"heard",
        "opinions":[{"code":"\(head)"}],"document":{"code":"\(letter)"},"assignment":"second","modes":["first"],
        "rules":["R1","R12","R21"],"steps":[],"stanceDays":7,"outerDays":14,"holdDays":30}]}
        """
    }
}
