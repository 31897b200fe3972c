import GRDB
import Personnel
import Testing

@testable import NodeKit

/// The floors that an agency sets itself: from a file, by a command, and in R23.
struct OwnFloorTests {
    private func file(_ rows: String...) -> (name: String, bytes: [UInt8]) {
        (
            "batas-minimal.csv",
            OfficialExport.text((["UNOR ID,JABATAN ID,BATAS MINIMAL"] + rows).joined(separator: "\r\n"))
        )
    }

    private func floors(_ database: StaffDatabase) throws -> [OwnFloor] {
        try database.store.read { try $0.floors() }
    }

    private func unit(_ people: Int) -> OwnFloor { OwnFloor(unit: "U-2", people: people, origin: .file) }

    private func post(_ people: Int, _ origin: OwnFloor.Origin) -> OwnFloor {
        OwnFloor(unit: "U-2", post: "PL-01", people: people, origin: origin)
    }

    @Test func aCompleteFileReplacesWhatAFileSaidAndKeepsWhatWasTyped() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let result = try database.load([file("U-2,,2", "U-2,PL-01,1")])
        #expect(result.files.map(\.rows) == [2])
        #expect(try floors(database) == [unit(2), post(1, .file)])
        #expect(try database.load([file("U-2,,2", "U-2,PL-01,1")]).isUnchanged)
        try database.store.set(post(3, .typed))
        try database.load([file("U-2,,4")])
        #expect(try floors(database) == [unit(4), post(3, .typed)])
        try database.store.set(post(0, .typed))
        #expect(try floors(database) == [unit(4)])
        #expect(try database.queue.read { try StaffSeals.firstWrong($0) } == nil)
    }

    @Test func rowsThatNameNothingKnownAreBad() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let reading = try StaffImport.read(
            [file("U-9,,2", "U-2,PL-9,1", "U-2,,-1", "U-2,PL-01,1", "U-2,PL-01,2")],
            known: try database.store.knownReferences())
        #expect(reading.set.errors.map(\.row) == [2, 3, 4, 6])
        #expect(throws: StaffError.self) { try database.store.set(OwnFloor(unit: "U-9", people: 1, origin: .typed)) }
        #expect(throws: StaffError.self) {
            try database.store.set(OwnFloor(unit: "U-2", post: "PL-9", people: 1, origin: .typed))
        }
    }

    /// Two people hold PL-01 in U-2: with a floor of 2 neither may go, with 1 one may.
    @Test(arguments: [(1, RuleReason.floorKept), (2, .belowFloor)])
    func theRuleReadsThem(people: Int, reason: RuleReason) throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all.filter { $0.name != "abk.csv" })
        try database.load([file("U-2,,\(people)", "U-2,PL-01,\(people)")])
        let places = try database.workplaces(try StaffRecords.policy())
        let person = try database.sheet(OfficialExport.aminah).civilServant
        let subject = RuleSubject(
            person: person, today: database.today, left: places.left(by: person, on: database.today))
        let context = MoveContext(rules: [.r23], requirement: PostRequirement(postName: "x"))
        #expect(Rules.floor(subject, context, .standard).reason == reason)
        #expect(places.figures.map(\.post) == [nil, "PL-01"])
        #expect(places.figures.map(\.staffing.ownFloor) == [people, people])
    }
}
