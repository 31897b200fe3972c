import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// A card's check that looks at vacancies by name, so that a hidden offer's decree finds no rule open that needs the post.
@Suite struct CheckedPostTests {
    /// The hidden route asks for the level too.
    private static let policy = PolicyText.policy().replacing(
        #""rules":["R1","R3","R5","R12","R18","R21"]"#, with: #""rules":["R1","R3","R5","R10","R12","R18","R21"]"#)

    private static func line(_ rule: RuleID, _ outcome: String, _ reason: String = "level-reached", policy: Int = 1)
        -> String
    {
        #"{"rule":"\#(rule.rawValue)","outcome":"\#(outcome)","reason":"\#(reason)","value":{},"source":"data","article":"Ps 1","policy":\#(policy)}"#
    }

    /// What is found without a post.
    private static let plain =
        "["
        + ([RuleID.r1, .r5, .r21].map { line($0, "pass") }
        + [RuleID.r10, .r12].map { line($0, "needs-human", "no-post-named") })
        .joined(separator: ",") + "]"

    private static func post(_ vacancy: RecordID, _ lines: [String]) -> String {
        #"{"vacancy":"\#(vacancy)","sheet":[\#(lines.joined(separator: ","))]}"#
    }

    /// A vacancy at which the person reaches the level, or does not.
    private static func post(_ vacancy: RecordID, level: String) -> String {
        post(vacancy, [line(.r10, level), line(.r12, "pass")])
    }

    private static func check(_ town: inout Town, _ card: RecordID, _ posts: [String], plain: String = plain) throws
        -> Outcome
    {
        let posts = posts.isEmpty ? "" : #","posts":[\#(posts.joined(separator: ","))]"#
        return try town.act(
            "dukcapil", "card.check", #"{"route":"\#(town.hidden)","sheet":\#(plain)\#(posts)}"#, on: card)
    }

    private static func town(vacancies count: Int) throws -> (Town, RecordID, [RecordID]) {
        var town = try Town(policy: policy)
        let card = try town.post("dukcapil", person: 1)
        let vacancies = try (0..<count).map { _ in try town.open("perizinan", town.hidden) }
        return (town, card, vacancies)
    }

    private static func found(_ town: Town, _ offer: RecordID) throws -> [RuleID: RuleOutcome] {
        let lines = try RuleResult.sheet(town.offer(offer).sheet)
        #expect(Set(lines.map(\.rule)).count == lines.count)
        return Dictionary(uniqueKeysWithValues: lines.map { ($0.rule, $0.outcome) })
    }

    @Test func anOfferTakesWhatWasFoundForItsVacancyElseWhatNeedsNoPost() throws {
        var (town, card, vacancies) = try Self.town(vacancies: 3)
        try town.expect(
            try Self.check(
                &town, card, [Self.post(vacancies[0], level: "pass"), Self.post(vacancies[1], level: "fail")]))
        try town.expect(try town.opening(card, vacancies[0]))
        let offer = try town.last
        #expect(try Self.found(town, offer) == [.r1: .pass, .r5: .pass, .r21: .pass, .r10: .pass, .r12: .pass])
        let refused = try town.opening(card, vacancies[1])
        #expect(refused.code == .rule && refused.said.contains(#""rule":"R10","outcome":"fail""#))
        try town.expect(try town.opening(card, vacancies[2]))
        #expect(try Self.found(town, try town.last)[.r10] == .needsHuman)
        for type in [town.board, town.head, town.decree] {
            try town.expect(try town.issuing(type, [offer]))
        }
        let transfer = try town.transfer(try #require(try town.offer(offer).decreed).transfer)
        let findings = RuleResult.findings(sheet: transfer.sheet, computed: transfer.computed)
        #expect(!findings.contains { $0.reason == .noPostNamed })
    }

    @Test func anOpenOfferTakesALaterCheckAndTheNewestCountsAlone() throws {
        var (town, card, vacancies) = try Self.town(vacancies: 1)
        try town.expect(try town.opening(card, vacancies[0]))
        let offer = try town.last
        try town.expect(try Self.check(&town, card, [Self.post(vacancies[0], level: "pass")]))
        #expect(try Self.found(town, offer)[.r10] == .pass)
        try town.expect(try Self.check(&town, card, []))
        #expect(try Self.found(town, offer)[.r10] == .needsHuman)
        let check = try #require(try town.records(.check).first)
        #expect(!String(decoding: check.body, as: UTF8.self).contains("posts"))
        #expect(check.revision == 2)
    }

    @Test func whatSaysNothingOfTheVacancyIsRefused() throws {
        var (town, card, vacancies) = try Self.town(vacancies: 9)
        let first = vacancies[0]
        #expect(try Self.check(&town, card, vacancies.map { Self.post($0, level: "pass") }).code == .badBody)
        try town.expect(try Self.check(&town, card, vacancies.prefix(8).map { Self.post($0, level: "pass") }))
        let twice = Array(repeating: Self.post(first, level: "pass"), count: 2)
        #expect(try Self.check(&town, card, twice).code == .badBody)
        #expect(
            try Self.check(&town, card, [Self.post(first, [Self.line(.r10, "pass")])])
                == .rejected(.incomplete, [("missing", .array([.string("R12")]))]))
        let older = [Self.line(.r10, "pass", policy: 3), Self.line(.r12, "pass", policy: 3)]
        #expect(
            try Self.check(&town, card, [Self.post(first, older)]) == .rejected(.incomplete, [("policy", 1)]))
        let strange = [Self.line(.r10, "pass"), Self.line(.r12, "pass"), Self.line(.r3, "pass")]
        #expect(try Self.check(&town, card, [Self.post(first, strange)]).code == .badBody)
        #expect(try Self.check(&town, card, [Self.post(try town.id(9999), level: "pass")]).code == .notFound)
        let other = try town.open("perizinan", town.move)
        #expect(
            try Self.check(&town, card, [Self.post(other, level: "pass")])
                == .rejected(
                    .unsupported,
                    [("route", .string(town.move)), ("expected", .array([.string(town.hidden)]))]))
        try town.expect(try town.act("perizinan", "vacancy.withdraw", #"{"reason":"batal"}"#, on: first))
        #expect(
            try Self.check(&town, card, [Self.post(first, level: "pass")])
                == .rejected(.vacancyClosed, [("vacancy", .string(first.text))]))
    }
}
