import Personnel
import Testing

struct StrengthsTests {
    private func trend(_ ratings: [SKPRating]) -> AppraisalTrend? {
        AppraisalTrend(ratings.enumerated().map { RatedPeriod(year: 2020 + $0.offset, rating: $0.element) })
    }

    @Test(
        arguments: [
            ([.baik, .baik, .sangatBaik], .rising), ([.baik, .baik, .baik], .steady),
            ([.sangatBaik, .baik, .baik], .falling), ([.kurang, .butuhPerbaikan, .baik, .sangatBaik], .rising),
            ([.baik, .kurang, .baik, .baik], .steady), ([.baik, .sangatBaik], nil), ([], nil),
        ] as [([SKPRating], AppraisalTrend.Direction?)])
    func theTrendIsReadOffAllPairs(ratings: [SKPRating], direction: AppraisalTrend.Direction?) {
        #expect(trend(ratings)?.direction == direction)
    }

    @Test func aTrendTurnedRoundFallsAsMuch() throws {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<200 {
            let ratings = (0..<Int.random(in: 3...9, using: &random)).compactMap { _ in
                SKPRating.allCases.randomElement(using: &random)
            }
            let there = try #require(trend(ratings))
            #expect(there.rises == -(try #require(trend(ratings.reversed())).rises))
            #expect(abs(there.rises) <= there.pairs)
            #expect(there == AppraisalTrend(there.periods.shuffled(using: &random)))
        }
    }

    @Test func quartersCountUntilTheirYearIsRated() throws {
        let periods = [
            RatedPeriod(year: 2025, quarter: 2, rating: .sangatBaik), RatedPeriod(year: 2024, rating: .baik),
            RatedPeriod(year: 2025, quarter: 1, rating: .baik), RatedPeriod(year: 2024, quarter: 4, rating: .kurang),
            RatedPeriod(year: 2025, quarter: 2, rating: .butuhPerbaikan),
        ]
        let trend = try #require(AppraisalTrend(periods))
        #expect(trend.periods.map(\.year) == [2024, 2025, 2025])
        // The worse of two ratings for one quarter.
        #expect(trend.periods.map(\.rating) == [.baik, .baik, .butuhPerbaikan])
        #expect(trend.direction == .falling)
    }

    @Test func strengthsAndWeaknessesStandAgainstTheStandard() {
        let sheet = StrengthsAndTrend(
            held: ["a": 5, "b": 2, "c": 1, "d": 3, "f": 9, "z": 5],
            standard: ["a": 2, "b": 2, "c": 3, "d": 4, "e": 2, "f": 3, "g": 0], ratings: [], limit: 2, .standard)
        #expect(sheet.strongest.map(\.competence) == ["a", "f"])
        #expect(sheet.strongest.map(\.surplus) == [3, 2])
        #expect(sheet.weakest.map(\.competence) == ["c", "d"])
        #expect(sheet.unmeasured == ["e"])
        #expect(sheet.jpmPermille == nil)
        #expect(sheet.trend == nil)
    }

    @Test func aWholeSheetSaysItsJPM() {
        let sheet = StrengthsAndTrend(
            held: ["b": 1, "a": 1], standard: ["a": 2, "b": 2], ratings: [], limit: -1, .standard)
        #expect(sheet.jpmPermille == 500)
        #expect(sheet.jpm == .lacking)
        #expect(sheet.weakest.isEmpty)
        let bare = StrengthsAndTrend(held: nil, standard: ["a": 2], ratings: [], .standard)
        #expect(bare.unmeasured == ["a"])
        #expect(bare.weakest.isEmpty)
    }
}
