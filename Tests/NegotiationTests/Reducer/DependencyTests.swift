import StrictJSON
import Testing

@testable import Negotiation

/// A refusal is told by its cause when the record that it lacks was refused before.
@Suite struct DependencyTests {
    private func decide(
        _ body: String, on record: RecordID, in town: inout Town, refused: Set<OperationID>
    ) throws -> Outcome {
        let operation = try town.operation("vacancy.edit", body, on: record)
        let decision = try Reducer.decide(operation, in: try town.context("pasar"), reading: town.state)
        return try Reducer.dependency(of: operation, decided: decision, reading: town.state) { refused.contains($0) }
            .outcome
    }

    @Test func whatNamesARefusedRecordDependsOnIt() throws {
        var town = try Town()
        let missing = try town.id(5000)
        let edit = #"{"was":{},"now":{"need":{"need":2,"holders":1}}}"#
        let cause = OperationID(missing.uuid)
        let refused = try decide(edit, on: missing, in: &town, refused: [cause])
        #expect(refused == .rejected(.dependsOn, [("operation", .string(missing.text))]))
        // A record that nobody of this agency was refused is only not there.
        #expect(try decide(edit, on: missing, in: &town, refused: []) == .rejected(.notFound))
    }

    @Test func anIdInTheBodyCountsToo() throws {
        var town = try Town()
        let vacancy = try town.open("pasar", town.move)
        let missing = try town.id(5000)
        let operation = try town.operation(
            "offer.ask", #"{"offer":{"card":"\#(missing)","vacancy":"\#(vacancy)","terms":{"start":"2026-08-01"}}}"#)
        let decision = try Reducer.decide(operation, in: try town.context("pasar"), reading: town.state)
        let told = try Reducer.dependency(of: operation, decided: decision, reading: town.state) {
            $0.text == missing.text
        }
        #expect(told.outcome.code == .dependsOn)
        // A record that is there is no cause, whatever became of an operation with its id.
        let kept = try Reducer.dependency(of: operation, decided: decision, reading: town.state) {
            $0.text == vacancy.text
        }
        #expect(kept.outcome == decision.outcome)
    }

    @Test func whatIsAcceptedOrAFaultStays() throws {
        var town = try Town()
        let missing = try town.id(5000)
        let operation = try town.operation("vacancy.edit", "{}", on: missing)
        for outcome in [Outcome(.accepted), .rejected(.internalFault), .rejected(.equivocation)] {
            let decision = Decision(outcome: outcome)
            let told = try Reducer.dependency(of: operation, decided: decision, reading: town.state) { _ in true }
            #expect(told == decision)
        }
    }
}
