import StrictJSON
import Testing

@testable import Negotiation

@Suite struct PrivacyTests {
    /// What agencies get, position by position: records, retractions, and the outcomes of their own operations.
    private static func received(by names: [String], secret: String, seed: UInt64) throws -> [[Received]] {
        var walk = try Walk(seed: seed, secret: secret)
        var records: [RecordID: Record] = [:]
        var received = names.map { _ in [Received]() }
        for _ in 0..<200 {
            try walk.step()
            let decision = try #require(walk.decisions.last)
            let author = try #require(walk.lastOperation).context.author.agency
            for (index, name) in names.enumerated() {
                let agency = try #require(AgencyCode(name))
                var now = Received(position: walk.town.position)
                for case .put(let record) in decision.effects {
                    if record.audience.includes(agency) {
                        now.records.append(record)
                    } else if records[record.id]?.audience.includes(agency) == true {
                        now.retractions.append(record.id)
                    }
                }
                now.outcome = author == agency ? decision.outcome : nil
                received[index].append(now)
            }
            for case .put(let record) in decision.effects {
                records[record.id] = record
            }
        }
        return received
    }

    @Test(arguments: [21, 23] as [UInt64])
    func whatAnAgencyKeepsToItselfChangesNothingThatAnotherReceives(seed: UInt64) throws {
        let agencies = ["perizinan", Walk.keeper]
        let one = try Self.received(by: agencies, secret: #""low":1"#, seed: seed)
        let other = try Self.received(by: agencies, secret: #""high":5,"more":4"#, seed: seed)
        let differs = zip(one, other).map { $0 != $1 }
        #expect(differs == [false, true], "seed \(seed): what the other receives, what the keeper has")
    }
}

/// What one decision brings an agency.
private struct Received: Equatable {
    var position: Int
    var records: [Record] = []
    var retractions: [RecordID] = []
    var outcome: Outcome?
}
