import Testing

@testable import Negotiation

@Suite struct VacancyOpeningTests {
    @Test(arguments: ["2026-06-01", "2026-05-31"])
    func newVacancyWhoseLastDayIsNotAheadIsRefused(day: String) throws {
        var town = try Town()
        let outcome = try town.act("pasar", "vacancy.open", Town.vacancyBody(town.move, until: day))
        #expect(outcome.code == .badBody)
    }

    @Test func anOldVacancyKeepsADateThatHasPassed() throws {
        var town = try Town()
        try town.expect(
            try town.act("pasar", "vacancy.open", Town.vacancyBody(town.move, seats: 2, until: "2026-06-20")))
        let vacancy = try town.last
        _ = try town.agreed("dukcapil", try town.post("dukcapil", person: 1), "pasar", vacancy)
        try town.day("2026-06-21")
        let edit = #"{"was":{"seats":{"count":2}},"now":{"seats":{"count":1}}}"#
        try town.expect(try town.act("pasar", "vacancy.edit", edit, on: vacancy))
    }
}
