import GRDB
import Personnel
import Testing

@testable import NodeKit

struct ApplyTests {
    private typealias Files = OfficialExport

    @Test func firstImportStoresEverythingAndTheSecondChangesNothing() throws {
        let database = try StaffDatabase()
        let first = try database.load(StaffFiles.all)
        #expect(first.added.map(\.text) == [Files.budi, Files.aminah].sorted { $0 > $1 })
        #expect(!first.isUnchanged)
        let before = try database.everything()
        let second = try database.load(StaffFiles.all)
        #expect(second.isUnchanged)
        #expect(second.files.map(\.rows).allSatisfy { $0 == 0 })
        #expect(try database.everything() == before)
    }

    @Test func noSensitiveCellReachesTheDatabase() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let everything = try database.everything()
        for secret in Files.secrets.values {
            #expect(!everything.contains(secret))
        }
    }

    @Test func badRowsImportNothingUnlessTheGoodOnesAreAccepted() throws {
        let database = try StaffDatabase()
        let files = [
            StaffFiles.staff([Files.row(Files.aminah, "Aminah"), Files.row(Files.budi, "Budi", ["TMT JABATAN": "x"])])
        ]
        let error = #expect(throws: StaffError.self) { try database.load(files) }
        #expect(error?.code == .badRows)
        #expect(try database.store.people().isEmpty)
        try database.load(files, acceptGoodRows: true)
        #expect(try database.store.people().map(\.name) == ["Aminah"])
    }

    @Test func failedWriteLeavesNothingHalfDone() throws {
        let database = try StaffDatabase()
        try database.queue.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER full BEFORE INSERT ON staffCounterDuty
                    BEGIN SELECT RAISE(ABORT, 'disk full'); END
                    """)
        }
        #expect(throws: DatabaseError.self) { try database.load(StaffFiles.all) }
        #expect(try database.store.people().isEmpty)
        #expect(try database.store.knownReferences() == KnownReferences())
    }

    @Test func comparisonShowsTheChangeAndStoresNothing() throws {
        let database = try StaffDatabase()
        let reading = try StaffImport.read(StaffFiles.all)
        #expect(try database.store.compare(reading.set, on: database.today).added.count == 2)
        #expect(try database.store.people().isEmpty)
    }

    @Test func whoIsGoneFromAWholeExportIsAbsentAndKept() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let result = try database.load([StaffFiles.staff([Files.row(Files.aminah, "Aminah")])])
        #expect(result.absent.map(\.text) == [Files.budi])
        let budi = try database.sheet(Files.budi)
        #expect(budi.person.presence == .absent(since: database.today))
        #expect(budi.appraisals.count == 2 && budi.assignments.count == 1)
        #expect(try database.store.activeSheets().map(\.person.name) == ["Aminah"])
        let back = try database.load(StaffFiles.all)
        #expect(back.returned.map(\.text) == [Files.budi])
        #expect(try database.sheet(Files.budi).person.presence == .present)
    }

    @Test func correctedBadRowsMakeNobodyAbsent() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let result = try database.load([("staff.bad-rows.csv", Files.file([Files.row(Files.citra, "Citra", contract)]))]
        )
        #expect(result.added.map(\.text) == [Files.citra])
        #expect(result.absent.isEmpty)
    }

    @Test func newerPostOfTheExportIsAMoveOutsideTheSystemWithHistoryKept() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let moved = Files.row(
            Files.budi, "Budi", ["JABATAN ID": "PL-02", "JABATAN NAMA": "Pengelola Data", "TMT JABATAN": "2026-01-01"])
        let result = try database.load([StaffFiles.staff([Files.row(Files.aminah, "Aminah"), moved])])
        #expect(result.moved.map(\.text) == [Files.budi])
        let history = try database.sheet(Files.budi).assignments
        #expect(history.map(\.assignment.postID) == ["PL-01", "PL-02"])
        #expect(history.first?.assignment.span.until == StaffDatabase.day("2025-12-31"))
        #expect(history.last?.move == "di luar sistem")
        #expect(history.last?.assignment.span.until == nil)
    }

    @Test func olderExportMovesNobodyBack() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let yesterday = Files.row(
            Files.budi, "Budi", ["JABATAN ID": "PL-02", "JABATAN NAMA": "Pengelola Data", "TMT JABATAN": "2018-01-01"])
        let result = try database.load([StaffFiles.staff([Files.row(Files.aminah, "Aminah"), yesterday])])
        #expect(result.older.map(\.text) == [Files.budi])
        #expect(result.isUnchanged)
        #expect(try database.sheet(Files.budi).assignments.map(\.assignment.postID) == ["PL-01"])
    }

    @Test func correctedFirstDayReplacesTheAssignment() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let corrected = Files.row(Files.budi, "Budi", ["TMT JABATAN": "2019-02-01"])
        let result = try database.load([StaffFiles.staff([Files.row(Files.aminah, "Aminah"), corrected])])
        #expect(result.changed.map(\.text) == [Files.budi])
        #expect(try database.sheet(Files.budi).assignments.map(\.assignment.span.from.iso) == ["2019-02-01"])
    }

    @Test func aContractsEndComesFromTheOwnColumnAndAFileWithoutItSaysNothing() throws {
        let database = try StaffDatabase()
        let row = Files.row(Files.citra, "Citra", contract.merging(["AKHIR KONTRAK": "31-12-2027"]) { $1 })
        let stated = OfficialExport.file([row], header: OfficialExport.header + ["AKHIR KONTRAK"])
        try database.load(StaffFiles.references + [("staff.csv", stated)])
        #expect(try database.sheet(Files.citra).civilServant.contractEnd?.iso == "2027-12-31")
        try database.load([StaffFiles.staff([Files.row(Files.citra, "Citra", contract)])])
        #expect(try database.sheet(Files.citra).civilServant.contractEnd?.iso == "2027-12-31")
        let unreadable = row.merging(["AKHIR KONTRAK": "akhir tahun"]) { $1 }
        let bad = OfficialExport.file([unreadable], header: OfficialExport.header + ["AKHIR KONTRAK"])
        let export = try StaffExport(parsing: bad)
        #expect(export.errors.map(\.column) == ["AKHIR KONTRAK"])
        #expect(export.rows.isEmpty)
    }

    @Test func historyFileFillsDecreesAndEarlierPosts() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        let history = try database.sheet(Files.aminah).assignments
        #expect(history.map(\.assignment.postID) == ["PL-02", "PL-01"])
        #expect(history.map(\.decree?.number) == ["821/11", "821/22"])
        #expect(history.first?.assignment.span.until == StaffDatabase.day("2020-01-31"))
        #expect(history.map(\.origin) == [.history, .export])
        #expect(
            try database.sheet(Files.aminah).definitiveAssignment(on: database.today)?.unitName == "Loket Pelayanan")
    }

    @Test func completeFileStatesThatThereIsNothingAndABadOneDoesNot() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.references + [StaffFiles.staff([Files.row(Files.aminah, "Aminah")])])
        #expect(try database.sheet(Files.aminah).civilServant.discipline == nil)
        let bad = Files.text(
            "NIP BARU,jenis,tingkat,hukumanTanggal,akhirHukumTanggal", "\(Files.aminah),Teguran,Gawat,2024-01-01,")
        try database.load([("rw_hukdis.csv", bad)], acceptGoodRows: true)
        #expect(try database.sheet(Files.aminah).civilServant.discipline == nil)
        try database.load(StaffFiles.histories.filter { $0.name == "rw_hukdis.csv" })
        #expect(try database.sheet(Files.aminah).civilServant.discipline == DisciplineRecord(sanctions: []))
    }

    @Test func completeWorkloadFileReplacesThePostsAndUnitsItNames() throws {
        let database = try StaffDatabase()
        try database.load(StaffFiles.all)
        try database.load([
            (
                "abk.csv",
                Files.text(
                    "JABATAN ID,UNOR ID,URAIAN TUGAS,SATUAN HASIL,VOLUME,NORMA WAKTU",
                    "PL-01,U-2,Melayani KTP,dokumen,25000,12")
            )
        ])
        let rows = try database.store.read { try $0.workload(post: "PL-01", unit: "U-2") }
        #expect(rows.map(\.volumePerYear) == [25_000])
    }

    private let contract = [
        "STATUS CPNS PNS": "PPPK", "JENIS PEGAWAI NAMA": "PPPK", "GOL AKHIR NAMA": "IX", "TMT PNS": "-",
    ]
}
