import StrictJSON
import Testing

@testable import Negotiation

@Suite struct WalkTests {
    /// Walks of one length from several seeds, side by side.
    private static func walks(seeds: ClosedRange<UInt64>, steps: Int) async throws -> Tally {
        try await withThrowingTaskGroup(of: Tally.self) { group in
            for seed in seeds {
                group.addTask {
                    var walk = try Walk(seed: seed)
                    do {
                        try walk.run(steps: steps)
                    } catch {
                        Issue.record("seed \(seed), step \(walk.decisions.count): \(error)")
                    }
                    return walk.tally
                }
            }
            return try await group.reduce(into: Tally()) { $0.add($1) }
        }
    }

    @Test func randomLivesKeepEveryInvariantAndReachEveryKindOutcomeAndLabel() async throws {
        let tally = try await Self.walks(seeds: 1...12, steps: 500)
        let kinds = OperationKind.allCases.filter {
            ![.regionFound, .coordinatorBoot, .epochBegin, .outcomeChange].contains($0)
        }.map {
            "kind \($0.rawValue)"
        }
        let outcomes = Outcome.Kind.allCases.map { "outcome \($0.rawValue)" }
        let labels = Offer.Label.allCases.map { "label \($0.rawValue)" }
        let transfers = Transfer.State.allCases.map { "transfer \($0.rawValue)" }
        let endings = [
            "cancelled", "card-closed", "changed", "revoked", "passed-over", "person-refused", "refused", "returned",
            "silent", "struck",
            "vacancy-filled",
            "withdrawn",
        ]
        .map { "closed \($0)" }
        let packages = [
            "closed", "decreed", "ended", "held", "open", "split", "started", "stopped", "withdrawn",
        ].map { "package \($0)" }
        let probes = ["card", "conflict", "offer", "package", "proposal", "training", "transfer"].map { "probe \($0)" }
        let others = [
            "offer asked by request", "package of several documents", "vacancy by the desk seen",
            "vacancy by the desk hidden",
        ]
        #expect(tally.missing(of: kinds + outcomes + labels + transfers + endings + packages + probes + others) == [])
    }
}
