import GRDB
import Negotiation
import Personnel
import Testing

@testable import NodeKit

/// What decrees and secondments say about who serves where, in hundredths of a person.
struct MovementsTests {
    private func move(
        _ number: Int, to agency: String = "dinkes", effect: Route.AssignmentEffect = .definitive, part: Int = 100
    ) throws -> Movements.Move {
        Movements.Move(
            transfer: try StaffRecords.id(number), home: try #require(AgencyCode("disdukcapil")),
            receiving: try #require(AgencyCode(agency)), nip: try NIP(parsing: OfficialExport.aminah), name: "Aminah",
            effect: effect,
            place: StartedTransfer.Place(
                post: Post(id: "PL-02", name: "Pengelola Data", kind: .pelaksana), unitID: "U-1", unitName: "Dinas"),
            start: StaffDatabase.day("2026-04-01"), part: part, hasStarted: false)
    }

    private func database() throws -> StaffDatabase {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        return database
    }

    private func places(_ database: StaffDatabase, _ movements: Movements) throws -> Workplaces {
        try database.store.read { try $0.workplaces(on: database.today, .standard, movements) }
    }

    private func people(_ places: Workplaces, _ post: String, _ unit: String) -> String? {
        places.figures.first { $0.post == post && $0.unit == unit }?.staffing.people
    }

    @Test func aMoveInsideTheAgencyCountsInTheNewPostAlone() throws {
        let database = try database()
        let movements = Movements(
            agency: database.store.agency, moves: [try move(1, to: database.store.agency.text)])
        let counted = try places(database, movements)
        #expect(people(counted, "PL-01", "U-2") == "1" && people(counted, "PL-02", "U-1") == "1")
    }

    /// Who is decreed away is left out once: another move of hers would take nobody more.
    @Test func whoCountsAsGoneStillLeavesAsOnePerson() throws {
        let database = try database()
        let movements = Movements(agency: database.store.agency, moves: [try move(1)])
        let person = try database.sheet(OfficialExport.aminah).civilServant
        let other = try database.sheet(OfficialExport.budi).civilServant
        let counted = try places(database, movements)
        #expect(counted.left(by: person, on: database.today)?.post.hundredths == 200)
        #expect(counted.left(by: other, on: database.today)?.post.hundredths == 100)
    }

    /// A secondment takes its part of the person out of the own post, decreed or under way.
    @Test(arguments: [(40, "1.60"), (100, "1")])
    func aSecondmentTakesItsPart(part: Int, people text: String) throws {
        let database = try database()
        let decreed = Movements(agency: database.store.agency, moves: [try move(1, effect: .second, part: part)])
        #expect(people(try places(database, decreed), "PL-01", "U-2") == text)
        // The own post is kept: need and holders of it do not change.
        let holders = try database.store.read {
            try $0.holders(post: "PL-01", unit: "U-2", on: database.today, decreed)
        }
        #expect(holders == 2)

        let transfer = try StaffRecords.id(7)
        try database.queue.write { db in
            let span = try #require(
                DatedSpan(from: StaffDatabase.day("2026-04-01"), until: StaffDatabase.day("2026-06-30")))
            try StaffWriter(db).put(
                StaffAssignment(
                    assignment: Assignment(
                        postID: "PL-02", unitID: "K-1", kind: .secondment, span: span, agency: "dinkes"),
                    postName: "Petugas", unitName: "Puskesmas", origin: .transfer, transfer: transfer),
                of: try NIP(parsing: OfficialExport.aminah))
        }
        let running = Movements(agency: database.store.agency, parts: part == 100 ? [:] : [transfer: part])
        #expect(people(try places(database, running), "PL-01", "U-2") == text)
        #expect(people(try places(database, running), "PL-02", "K-1") == nil)
    }

    @Test func whomAnExportShowsAlreadyCountsOnce() throws {
        let database = try database()
        var moved = try move(1, to: database.store.agency.text)
        moved.home = try #require(AgencyCode("dinkes"))
        moved.place = StartedTransfer.Place(
            post: Post(id: "PL-01", name: "Pengadministrasi", kind: .pelaksana), unitID: "U-2", unitName: "Loket")
        let movements = Movements(agency: database.store.agency, moves: [moved])
        #expect(people(try places(database, movements), "PL-01", "U-2") == "2")
        let holders = try database.store.read {
            try $0.holders(post: "PL-01", unit: "U-2", on: database.today, movements)
        }
        #expect(holders == 2)
    }
}
