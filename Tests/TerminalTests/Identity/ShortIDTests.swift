import Negotiation
import Terminal
import Testing

struct ShortIDTests {
    private let first = "01980000-0000-7000-8000-0000aaaa1234"
    private let second = "01980000-0000-7000-8000-0000bbbb1234"

    private func candidates() throws -> [RecordID] {
        [try #require(RecordID(text: first)), try #require(RecordID(text: second))]
    }

    @Test func uniqueSuffixInAnyCapitalsResolves() throws {
        #expect(try ShortID.resolve("AA1234", among: try candidates()).text == first)
        #expect(try ShortID.resolve(second, among: try candidates()).text == second)
    }

    @Test func ambiguousSuffixListsWhatItCouldMean() throws {
        let error = #expect(throws: ShortIDError.self) { try ShortID.resolve("1234", among: try candidates()) }
        #expect(error?.code == .ambiguous)
        #expect(error?.candidates == [first, second])
    }

    @Test func unknownAndMalformedSuffixesAreTold() throws {
        #expect(throws: ShortIDError.self) { try ShortID.resolve("ffff", among: try candidates()) }
        for typed in ["123", "", "12g4", String(repeating: "1", count: 33)] {
            let error = #expect(throws: ShortIDError.self) { try ShortID.resolve(typed, among: try candidates()) }
            #expect(error?.code == .malformed)
        }
    }
}
