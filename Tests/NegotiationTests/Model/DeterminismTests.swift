import StrictJSON
import Testing

@testable import Negotiation

@Suite struct DeterminismTests {
    @Test func theSameSeedGivesTheSameDecisionsByteForByte() throws {
        let lives = try (0..<2).map { _ in
            var walk = try Walk(seed: 11)
            try walk.run(steps: 100)
            return walk.decisions
        }
        #expect(lives[0] == lives[1])
        #expect(lives[0].flatMap(\.effects).map(\.json.encoded) == lives[1].flatMap(\.effects).map(\.json.encoded))
    }

    @Test func aReaderWithAnotherInsideDecidesTheSame() throws {
        var walk = try Walk(seed: 12)
        var reader = ScatteredReader(after: walk)
        for step in 0..<150 {
            try walk.step()
            let operation = try #require(walk.lastOperation)
            let decided = try #require(walk.decisions.last)
            let again = try Reducer.decide(operation.operation, in: operation.context, reading: reader)
            try #require(again == decided, "seed 12, step \(step)")
            reader.apply(decided.effects)
        }
    }

    @Test func decisionsDoNotDependOnWhatWasStoredAndWhatOnlyLaidOver() throws {
        var walk = try Walk(seed: 13)
        var stored = ScatteredReader(after: walk)
        var overlay = Overlay(stored)
        for step in 0..<120 {
            try walk.step()
            let operation = try #require(walk.lastOperation)
            let decided = try #require(walk.decisions.last)
            let again = try Reducer.decide(operation.operation, in: operation.context, reading: overlay)
            try #require(again == decided, "seed 13, step \(step)")
            overlay.apply(decided.effects)
            stored.apply(decided.effects)
            if step % 7 == 0 {
                overlay = Overlay(stored)
            }
        }
    }
}
