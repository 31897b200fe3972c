import Personnel
import Testing

@testable import NodeKit

/// What an import cannot know, and what somebody says to it.
struct QuestionTests {
    private typealias Files = OfficialExport

    /// Budi is no longer in the export of 10 April.
    private func gone() throws -> StaffDatabase {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        try database.load([StaffFiles.staff([Files.row(Files.aminah, "Aminah")])])
        return database
    }

    /// Budi stands in another post from January, and no transfer brought it.
    private func moved() throws -> StaffDatabase {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        try database.load([StaffFiles.staff([Files.row(Files.aminah, "Aminah"), newer])])
        return database
    }

    private var newer: [String: String] {
        Files.row(
            Files.budi, "Budi", ["JABATAN ID": "PL-02", "JABATAN NAMA": "Pengelola Data", "TMT JABATAN": "2026-01-01"])
    }

    private func budi() throws -> NIP { try NIP(parsing: Files.budi) }

    private let decree = Decree(number: "800/12", date: StaffDatabase.day("2026-03-20"))
    private let april = StaffDatabase.day("2026-04-01")

    @Test func whoIsGoneIsAskedAboutUntilSomebodySaysWhy() throws {
        let database = try gone()
        let question = try #require(try database.store.questions().first)
        #expect((question.kind, question.person.name, question.since) == (.absent, "Budi", database.today))
        try database.store.answer(.gone(.retired, from: april, decree: decree, to: nil), of: try budi())
        #expect(try database.store.questions().isEmpty)
        let sheet = try database.sheet(Files.budi)
        #expect(sheet.person.legalStanding == "Pensiun")
        #expect(sheet.assignments.last?.assignment.span.until == StaffDatabase.day("2026-03-31"))
        #expect(sheet.assignments.last?.ending == decree)
        #expect(sheet.appraisals.count == 2)
        // The next export asks nothing new.
        try database.load([StaffFiles.staff([Files.row(Files.aminah, "Aminah")])])
        #expect(try database.store.questions().isEmpty)
    }

    @Test func whoMovedOutsideHasLeftToAPlace() throws {
        let database = try gone()
        try database.store.answer(
            .gone(.movedOutside, from: april, decree: decree, to: "Kota Salatiga"), of: try budi())
        #expect(try database.sheet(Files.budi).person.presence == .left(on: april, to: "Kota Salatiga"))
        #expect(try database.store.questions().isEmpty)
        // Yesterday's export still has him: he is shown as waiting and stays gone.
        let result = try database.load(StaffFiles.all)
        #expect(result.awaiting.map(\.text) == [Files.budi])
        #expect(try database.store.activeSheets().map(\.person.name) == ["Aminah"])
    }

    @Test func anErrorOfTheFileLeavesThePersonWhereHeIs() throws {
        let database = try gone()
        try database.store.answer(.gone(.error, from: april, decree: nil, to: nil), of: try budi())
        #expect(try database.store.questions().isEmpty)
        #expect(try database.sheet(Files.budi).definitiveAssignment(on: database.today)?.assignment.postID == "PL-01")
        try database.load([StaffFiles.staff([Files.row(Files.aminah, "Aminah")])])
        #expect(try database.store.questions().map(\.kind) == [.absent])
    }

    @Test func whoWasSaidToBeGoneAndComesBackHoldsThePostAgain() throws {
        let database = try gone()
        try database.store.answer(.gone(.retired, from: april, decree: decree, to: nil), of: try budi())
        let back = try database.load(StaffFiles.all)
        #expect(back.returned.map(\.text) == [Files.budi])
        let sheet = try database.sheet(Files.budi)
        #expect(sheet.person.presence == .present && sheet.person.legalStanding != "Pensiun")
        #expect(sheet.definitiveAssignment(on: database.today)?.assignment.postID == "PL-01")
        #expect(sheet.assignments.last?.ending == nil)
        #expect(try database.load(StaffFiles.all).isUnchanged)
    }

    @Test func aMoveOutsideTheSystemIsAskedForItsDecree() throws {
        let database = try moved()
        let question = try #require(try database.store.questions().first)
        #expect((question.kind, question.since.iso) == (.outside, "2026-01-01"))
        try database.store.answer(.decree(decree), of: try budi())
        #expect(try database.store.questions().isEmpty)
        #expect(try database.sheet(Files.budi).assignments.last?.decree == decree)
        // The same export again asks nothing and takes nothing away.
        try database.load([StaffFiles.staff([Files.row(Files.aminah, "Aminah"), newer])])
        #expect(try database.sheet(Files.budi).assignments.last?.decree == decree)
    }

    @Test func onlyWhatIsAskedCanBeAnswered() throws {
        let database = try moved()
        func code(_ answer: StaffAnswer, _ nip: String) throws -> StaffError.Code? {
            let nip = try NIP(parsing: nip)
            return #expect(throws: StaffError.self) { try database.store.answer(answer, of: nip) }?.code
        }
        #expect(try code(.gone(.died, from: april, decree: nil, to: nil), Files.budi) == .noQuestion)
        #expect(try code(.decree(decree), Files.aminah) == .noQuestion)
        #expect(try code(.decree(decree), Files.citra) == .unknownPerson)
        let gone = try gone()
        let before = try gone.everything()
        let early = #expect(throws: StaffError.self) {
            try gone.store.answer(
                .gone(.retired, from: StaffDatabase.day("1999-01-01"), decree: nil, to: nil), of: try budi())
        }
        #expect(early?.code == .doesNotFit)
        #expect(try gone.everything() == before)
    }
}
