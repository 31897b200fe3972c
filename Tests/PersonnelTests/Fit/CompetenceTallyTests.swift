import Testing

@testable import Personnel

/// Competences in numbers come to the same as their codes.
struct CompetenceTallyTests {
    private static func levels(_ random: inout SeededGenerator, _ range: ClosedRange<Int>) -> [String: Int] {
        var levels: [String: Int] = [:]
        for code in ["integritas", "kerja-sama", "komunikasi", "pelayanan-publik", "perekat-bangsa"]
        where Int.random(in: 0..<3, using: &random) > 0 {
            levels[code] = Int.random(in: range, using: &random)
        }
        return levels
    }

    @Test func numbersTallyAsCodesDo() {
        var random = SeededGenerator(seed: 1)
        var numbers = CompetenceNumbers()
        let standards = (0..<40).map { _ in Self.levels(&random, -1...7) }
        let numbered = standards.map { numbers.standard($0) }
        var unmeasured = 0
        for _ in 0..<40 {
            let held = Self.levels(&random, -1...7)
            let levels = numbers.held(held)
            for (standard, its) in zip(standards, numbered) {
                let match = CompetenceMatch(held: held, standard: standard)
                let tally = levels.tally(its)
                #expect(tally == match.tally)
                #expect(tally.near == match.gaps.count { $0.asked - $0.held == 1 })
                #expect(tally.unmeasuredCount == match.unmeasured.count)
                unmeasured += tally.unmeasuredCount
            }
        }
        #expect(unmeasured > 0)
    }

    @Test func nothingAskedHasNoShare() {
        var tally = CompetenceTally()
        tally.add(3, asked: 0)
        #expect(tally.permille == nil && tally.possiblePermille == nil)
        tally.add(2, asked: 4)
        tally.add(nil, asked: 4)
        #expect(tally.permille == nil && tally.possiblePermille == 250...750)
    }
}
