import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// The members `forecast`, `surge`, `fit` and the weights beside the first four: optional, bounded, and read as they stand.
@Suite struct PolicySettingsTests {
    /// A policy with members before its routes, and weights beside the first four.
    private func text(_ members: String = "", weights: String = "") -> String {
        PolicyText.policy(version: 2)
            .replacing(#""routes":["#, with: members + #""routes":["#)
            .replacing(#""experience":20}"#, with: #""experience":20\#(weights)}"#)
    }

    private func read(_ text: String) throws -> PersonnelPolicy {
        try Policy(id: Town().id(1), reading: JSON(parsing: Array(text.utf8))).personnel
    }

    private static let forecast = #"""
        "forecast":{"months":36,"retirementAges":{"steps":[{"age":60,"posts":[{"kind":"structural","eselons":["II.b"]}]},
        {"age":65,"posts":[{"kind":"functional","levels":["Ahli Utama"]}]}],"otherwise":58}},
        """#
    private static let surge = #"""
        "surge":{"alarmPermille":1300,"baselineWeeks":6,"baselineDays":4,"donorPermille":1100,
        "target":{"seconds":900,"sharePermille":800},"calendar":[{"name":"Pendaftaran CPNS","from":"2026-08-20",
        "until":"2026-09-10","services":["skck"]},{"name":"Pajak","from":"2026-09-30","until":"2026-09-30"}],
        "aheadDays":90},
        """#
    private static let fit = #"""
        "fit":{"appraisalYears":4,"trendPoints":100,"counterFullMonths":36,"boxPoints":[0,1,2,3,4,5,6,7,1000],
        "noWishPoints":400,"districts":{"same":900,"near":500,"other":100,"parts":[["Tembalang","Banyumanik"],["Tugu"]]},
        "growth":{"rotation":3,"step":2,"competence":1,"fullMonths":12,"fullCompetences":2,"mark":400}},
        """#

    @Test func aPolicyWithoutThemReadsAsBefore() throws {
        let policy = try read(PolicyText.policy(version: 2))
        #expect(policy.forecast == .standard && policy.surge == .standard && policy.fit == .standard)
        #expect(policy.fitWeights == .standard)
        #expect(policy.fitWeights.parts == [.competence, .education, .appraisals, .experience])
    }

    @Test func theCalendarSaysTheNextDataCheck() throws {
        func policy(_ calendar: String) throws -> Policy {
            try Policy(id: Town().id(1), reading: JSON(parsing: Array(text(calendar).utf8)))
        }
        let steps = [("data-check", "2026-08-28"), ("data-check", "2026-02-27"), ("mulai", "2026-03-01")]
            .map { #"{"step":"\#($0.0)","date":"\#($0.1)"}"# }
        let read = try policy(#""calendar":[\#(steps.joined(separator: ","))],"#)
        #expect(read.calendar.map(\.step) == ["data-check", "data-check", "mulai"])
        for (day, next) in [
            ("2026-02-27", "2026-02-27"), ("2026-02-28", "2026-08-28"), ("2026-08-29", nil),
        ] as [(String, String?)] {
            #expect(read.dataCheck(from: try #require(CivilDate(iso: day)))?.iso == next)
        }
        #expect(try policy("").dataCheck(from: try #require(CivilDate(iso: "2026-01-01"))) == nil)
        let most = Array(repeating: steps[0], count: CalendarStep.limit)
        #expect(try policy(#""calendar":[\#(most.joined(separator: ","))],"#).calendar.count == CalendarStep.limit)
        #expect(throws: JSONError.self) {
            try policy(#""calendar":[\#((most + [steps[0]]).joined(separator: ","))],"#)
        }
        #expect(throws: BodyError.self) { try policy(#""calendar":[{"step":"data-check","date":"besok"}],"#) }
    }

    @Test func emptyMembersAreTheDefaults() throws {
        let policy = try read(text(#""forecast":{},"surge":{},"fit":{"districts":{},"growth":{}},"#))
        #expect(policy.forecast == .standard && policy.surge == .standard && policy.fit == .standard)
    }

    @Test func theForecastIsRead() throws {
        #expect(
            try read(text(Self.forecast)).forecast
                == ForecastSettings(
                    months: 36,
                    retirementAges: RetirementAges(
                        steps: [
                            RetirementAges.Step(age: 60, posts: [PostClass(kind: .structural, eselons: [.secondB])]),
                            RetirementAges.Step(
                                age: 65, posts: [PostClass(kind: .functional, levels: [.principalExpert])]),
                        ], otherwise: 58)))
    }

    @Test func theSurgeIsRead() throws {
        func span(_ from: String, _ until: String) throws -> DatedSpan {
            let first = try #require(CivilDate(iso: from))
            return try #require(DatedSpan(from: first, until: CivilDate(iso: until)))
        }
        let expected = SurgeSettings(
            alarmPermille: 1300, baselineWeeks: 6, baselineDays: 4, donorPermille: 1100,
            target: WaitTarget(seconds: 900, sharePermille: 800),
            calendar: [
                KnownPeriod(name: "Pendaftaran CPNS", span: try span("2026-08-20", "2026-09-10"), services: ["skck"]),
                KnownPeriod(name: "Pajak", span: try span("2026-09-30", "2026-09-30")),
            ], aheadDays: 90)
        #expect(try read(text(Self.surge)).surge == expected)
    }

    @Test func theFitIsRead() throws {
        let expected = FitSettings(
            appraisalYears: 4, trendPoints: 100, counterFullMonths: 36, boxPoints: [0, 1, 2, 3, 4, 5, 6, 7, 1000],
            noWishPoints: 400,
            districts: DistrictTable(
                samePoints: 900, nearPoints: 500, otherPoints: 100, parts: [["Tembalang", "Banyumanik"], ["Tugu"]]),
            growth: GrowthSettings(
                rotationWeight: 3, stepWeight: 2, competenceWeight: 1, fullMonths: 12, fullCompetences: 2,
                markPoints: 400))
        #expect(try read(text(Self.fit)).fit == expected)
    }

    @Test func weightsAreNamedByTheirPart() throws {
        let some = try read(text(weights: #","counters":15,"own-wish":0"#)).fitWeights
        #expect(some.counters == 15 && some.ownWish == 0 && some.talent == nil)
        #expect(some.parts == [.competence, .education, .appraisals, .experience, .counters, .ownWish])
        let all = #","counters":1,"talent":2,"own-wish":3,"receiver-wish":4,"district":5"#
        #expect(
            try read(text(weights: all)).fitWeights
                == FitWeights(
                    competence: 40, education: 20, appraisals: 20, experience: 20, counters: 1, talent: 2, ownWish: 3,
                    receiverWish: 4, district: 5))
    }

    @Test(arguments: [
        (#""months":36"#, #""months":61"#, "/forecast/months"), (#""months":36"#, #""months":0"#, "/forecast/months"),
        (#""age":65"#, #""age":81"#, "/forecast/retirementAges/steps/1/age"),
        (#""otherwise":58"#, #""otherwise":"58""#, "/forecast/retirementAges/otherwise"),
        (#""kind":"functional""#, #""kind":"clerk""#, "/forecast/retirementAges/steps/1/posts/0/kind"),
        (#""alarmPermille":1300"#, #""alarmPermille":999"#, "/surge/alarmPermille"),
        (#""baselineDays":4"#, #""baselineDays":7"#, "/surge/baselineDays"),
        (#""sharePermille":800"#, #""sharePermille":1000"#, "/surge/target/sharePermille"),
        (#""until":"2026-09-10""#, #""until":"2026-08-19""#, "/surge/calendar/0/until"),
        (#""services":["skck"]"#, #""services":[""]"#, "/surge/calendar/0/services/0"),
        (#""trendPoints":100"#, #""trendPoints":1001"#, "/fit/trendPoints"),
        (#""boxPoints":[0,"#, #""boxPoints":["#, "/fit/boxPoints"),
        (#""boxPoints":[0,"#, #""boxPoints":[-1,"#, "/fit/boxPoints"),
        (#"["Tugu"]"#, #""Tugu""#, "/fit/districts/parts/1"), (#"["Tugu"]"#, #"[7]"#, "/fit/districts/parts/1/0"),
        (#""mark":400"#, #""mark":0"#, "/fit/growth/mark"),
        (#""counters":1"#, #""counters":1001"#, "/weights/counters"),
        (#""experience":20,"#, "", "/weights"),
    ])
    func whatIsOutOfItsRangeIsNamed(part: String, instead: String, path: String) throws {
        let text = text(Self.forecast + Self.surge + Self.fit, weights: #","counters":1"#)
        _ = try read(text)
        try #require(text.contains(part))
        let wrong = text.replacing(part, with: instead)
        #expect {
            try read(wrong)
        } throws: { error in
            "\(error)".contains(path)
        }
    }

    @Test func theDeskAppliesSuchAPolicy() throws {
        var town = try Town()
        let policy = text(Self.forecast + Self.surge + Self.fit, weights: #","counters":15"#)
        try town.expect(try town.act("bkd", "policy.apply", #"{"policy":\#(policy)}"#))
        let wrong = text(#""forecast":{"months":99},"#).replacing(#""version":2"#, with: #""version":3"#)
        #expect(try town.act("bkd", "policy.apply", #"{"policy":\#(wrong)}"#).code == .badBody)
    }
}
