import StrictJSON
import Testing

@testable import Negotiation

@Suite struct DerivedRecordTests {
    @Test func aRecordThatTookAConflictsIDInAdvanceIsNotOverwritten() throws {
        var town = try Town()
        let vacancy = try town.open("pasar", town.loan)
        let agency = try #require(AgencyCode("pasar"))
        let edit = try town.operation(
            "vacancy.edit", #"{"was":{"seats":{"count":5}},"now":{"seats":{"count":2}}}"#, on: vacancy)
        let taken = Town.derivedID(agency, edit.id, 1)
        let opened = try Operation(
            parsing: Operation.encode(
                id: try #require(OperationID(bytes: taken.bytes)), actor: "petugas", recordedAt: "2026-06-01",
                kind: "vacancy.open", record: taken, body: JSONValue(try JSON(parsing: Town.vacancyBody(town.loan)))))
        town.state.apply(try Reducer.decide(opened, in: town.context("pasar"), reading: town.state).effects)
        let decision = try Reducer.decide(edit, in: town.context("pasar"), reading: town.state)
        town.state.apply(decision.effects)
        #expect(decision.outcome.kind == .conflict)
        #expect(try town.record(taken).kind == .vacancy)
        #expect(try town.conflicts().map(\.id) == [Town.derivedID(agency, edit.id, 2)])
    }
}
