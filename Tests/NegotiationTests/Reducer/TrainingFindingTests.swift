import Personnel
import StrictJSON
import Testing

@testable import Negotiation

/// R24 stands among the findings of the decree; nothing of it stops the decree, for the start waits for it.
@Suite struct TrainingFindingTests {
    private static func approved(levels: String, requiring: Bool = false, confirming: Bool = false) throws -> (
        Town, RecordID
    ) {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1, levels: levels)
        let offer = try town.agreed("dukcapil", card, "perizinan", try town.open("perizinan", town.move))
        if requiring {
            let required =
                #"{"training":{"offer":"\#(offer)","competence":"izin","level":3,"hours":20,"provider":"sosial"}}"#
            try town.expect(try town.act("perizinan", "training.require", required))
        }
        if confirming {
            try town.expect(
                try town.act("sosial", "training.confirm", #"{"hours":20,"date":"2026-06-01"}"#, on: try town.last))
        }
        return (town, offer)
    }

    private static func transfer(_ town: inout Town, _ offer: RecordID) throws -> Transfer {
        let transfer = try town.decreed(offer)
        return try town.transfer(transfer)
    }

    /// An unmeasured competence, a level below the standard, and one that reaches it.
    @Test(
        arguments: [
            (#"{"layanan":4}"#, false, false, RuleOutcome.needsHuman, RuleReason.competenceUnknown),
            (#"{"layanan":4,"izin":3}"#, false, false, .pass, .noTrainingRequired),
            (#"{"layanan":4,"izin":2}"#, false, false, .needsHuman, .trainingMissing),
            (#"{"layanan":4,"izin":2}"#, true, false, .needsHuman, .trainingPlanned),
            (#"{"layanan":4,"izin":2}"#, true, true, .pass, .trainingConfirmed),
        ])
    func theDecreeKeepsWhatIsKnownOfTraining(
        levels: String, requiring: Bool, confirming: Bool, outcome: RuleOutcome, reason: RuleReason
    ) throws {
        var (town, offer) = try Self.approved(levels: levels, requiring: requiring, confirming: confirming)
        let transfer = try Self.transfer(&town, offer)
        let found = transfer.computed.filter { $0.rule == .r24 }
        #expect(found.map(\.outcome) == [outcome] && found.map(\.reason) == [reason])
        #expect(try town.offer(offer).computed == transfer.computed)
        #expect(transfer.openGates.contains("training") == [.trainingMissing, .trainingPlanned].contains(reason))
    }

    @Test func aRouteWithoutTheRuleHasNoSuchFinding() throws {
        var town = try Town()
        let card = try town.post("dukcapil", person: 1, levels: #"{"layanan":4,"izin":2}"#)
        let offer = try town.agreed("dukcapil", card, "perizinan", try town.open("perizinan", town.heard))
        let transfers = try town.decreed(together: [offer])
        #expect(try !town.transfer(transfers[0]).computed.contains { $0.rule == .r24 })
    }
}
