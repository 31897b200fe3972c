import StrictJSON
import Testing

@testable import Negotiation

@Suite struct HostileBodyTests {
    static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    private static let values = [
        "null", "0", "-1", "9007199254740991", #""""#, #""\u0000""#, "[]", "{}", "true", nested(10),
        "\"\(String(repeating: "x", count: 50_000))\"",
    ]

    /// The body with one member at a time, at any depth up to three, left out or of another value.
    private static func spoilt(_ json: JSON, depth: Int = 0) -> [JSONValue] {
        guard depth < 3, let members = json.members else { return [] }
        return members.indices.flatMap { index -> [JSONValue] in
            var rest = members.map { ($0.name, JSONValue($0.value)) }
            let wrong = values.map { Array($0.utf8) }.map(JSONValue.verbatim)
            let instead = (depth == 0 ? wrong : Array(wrong.prefix(3))) + spoilt(members[index].value, depth: depth + 1)
            let replaced = instead.map { value -> JSONValue in
                rest[index].1 = value
                return .object(rest)
            }
            rest.remove(at: index)
            return replaced + [.object(rest)]
        }
    }

    @Test(arguments: [Stage.Point.proposed, .held, .ready])
    func noBodyTrapsOrFaultsTheReducerOrWhatComesAfter(point: Stage.Point) throws {
        let stage = try Stage(point)
        for kind in OperationKind.allCases {
            let (author, record, body) = try stage.act(kind)
            for spoilt in Self.spoilt(try JSON(parsing: body)) {
                var town = stage.town
                let decision = try town.decide(
                    author, kind.rawValue, String(decoding: spoilt.encoded, as: UTF8.self), on: record)
                #expect(decision.outcome.kind != .rejected || decision.effects.isEmpty)
                guard decision.outcome.kind != .rejected, kind != .dayAdvance else { continue }
                try town.day("2026-09-01")
            }
        }
    }

    @Test func aDeepBodyIsRefusedBeforeARecordHoldsIt() throws {
        let stage = try Stage(.ready)
        for (depth, isTaken) in [(Operation.bodyDepthLimit - 1, true), (Operation.bodyDepthLimit, false)] {
            let extra = #","extra":\#(Self.nested(depth))}"#
            for kind in [OperationKind.transferStart, .offerDisclose, .cardClose, .transferCancel] {
                var town = stage.town
                let (author, record, body) = try stage.act(kind)
                let outcome = try town.act(author, kind.rawValue, String(body.dropLast()) + extra, on: record)
                #expect((outcome.code == .badBody) != isTaken)
                try town.day("2026-09-01")
                #expect(throws: Never.self) { _ = try town.transfer(stage.transfer) }
            }
        }
    }

    @Test func fortyGroupsCanBeReadBack() throws {
        var town = try Town()
        let groups = (0..<34).map { #""g\#($0)":{}"# }.joined(separator: ",")
        let body = Town.vacancyBody(town.loan).replacing(#"{"vacancy":{"#, with: #"{"vacancy":{\#(groups),"#)
        try town.expect(try town.act("pasar", "vacancy.open", body))
        #expect(try town.vacancy(try town.last).seats == 1)
    }

    @Test func twoSpellingsOfANumberAreTwoNumbersInMemoryAsInAStore() throws {
        var overlay = Overlay(EmptyReader())
        let id = try #require(RecordID(text: "00000000-0000-7000-8000-000000000001"))
        overlay.apply([.claim(tag: "document:bkd:\u{E9}", record: id)])
        #expect(try overlay.claim("document:bkd:\u{E9}") == id)
        #expect(try overlay.claim("document:bkd:e\u{301}") == nil)
    }
}
