/// The policy set of a simulated region: a move for good on which home is only heard, a secondment on which both are
/// required, and a move on which both are only heard.
enum SimulatedPolicy {
    /// The most that a route below says.
    static let longestHoldDays = 30

    static func text(version: Int) -> String {
        """
        {"version":\(version),"from":"2026-01-01",
        "thresholds":{"termInPostMonths":24,"rotationDueMonths":60,"appraisalYears":2,"appraisalReadyMonth":3,
        "competenceOptimalPercent":80,"competenceNearPercent":68,"yearsLeftToRetirement":2,"trainingHoursPerYear":20,
        "effectiveMinutesPerYear":75000,"fitExperienceFullMonths":60,"fitOtherFieldPermille":500},
        "weights":{"competence":40,"education":20,"appraisals":20,"experience":20},
        "objection":{"days":14,"decideDays":21,"counts":"working","holidays":["2026-01-16"]},
        "twoPersons":["offer.decide","transfer.decide","transfer.object"],
        "routes":[
        {"code":"layanan","home":"heard","receiving":"required","opinions":[{"code":"dewan"},{"code":"kepala"}],
        "document":{"code":"sk"},"assignment":"definitive","modes":["first","selection","round"],
        "rules":["R1","R2","R3","R5","R12","R18","R19","R21","R24"],
        "steps":[{"step":"brief","owner":"receiving"},{"step":"handover","owner":"home"}],
        "afterwards":[{"step":"papers","owner":"desk"}],
        "stanceDays":14,"outerDays":21,"holdDays":30},
        {"code":"pinjam","home":"required","receiving":"required","opinions":[{"code":"kepala"}],
        "document":{"code":"surat"},"assignment":"second","modes":["first","selection","round"],
        "rules":["R1","R5","R12","R19","R21","R23"],"steps":[{"step":"brief","owner":"receiving"}],
        "extension":{"times":2,"days":60},"stanceDays":7,"outerDays":14,"holdDays":21},
        {"code":"didengar","home":"heard","receiving":"heard","opinions":[{"code":"kepala"}],
        "document":{"code":"sk"},"assignment":"definitive","modes":["first","selection","round"],
        "rules":["R1","R12","R21"],"steps":[],"stanceDays":10,"outerDays":21,"holdDays":30},
        {"code":"\(hidden)","home":"none","receiving":"none","person":"told","opens":["desk"],"seen":"decree",
        "opinions":[{"code":"dewan"},{"code":"kepala"}],"document":{"code":"sk"},"assignment":"definitive",
        "modes":["first"],"rules":["R1","R12","R21"],"steps":[{"step":"oath","owner":"desk"}],"sheetDays":40,
        "stanceDays":14,"outerDays":21,"holdDays":30},
        {"code":"mohon","home":"heard","receiving":"required","person":"required","opens":["home","receiving","desk"],
        "opinions":[{"code":"kepala"}],"document":{"code":"sk"},"assignment":"definitive","modes":["first"],
        "rules":["R1","R12","R21"],"steps":[],"stanceDays":10,"outerDays":21,"holdDays":30}]}
        """
    }

    static let modes = ["first", "first", "first", "first", "first", "selection", "round"]

    /// The desk opens its lines, and nobody else sees them before the decree.
    static let hidden = "tertutup"

    static let routes = [
        "layanan", "layanan", "layanan", "pinjam", "pinjam", "pinjam", "didengar", "didengar", "mohon", hidden,
    ]
}
