import Personnel
import Testing

@testable import NodeKit

struct StaffExportTests {
    private typealias Files = OfficialExport

    @Test func quirksOfRealFilesAreTakenOff() throws {
        let row = Files.row(
            "'" + Files.budi, "  Budi Santoso ",
            [
                "GELAR DEPAN": "-", "GELAR BELAKANG": "null", "JENIS KELAMIN": "Pria",
                "TANGGAL LAHIR": "31 Desember 1980",
                "TMT JABATAN": "43862",
            ])
        let bytes = Files.file([row], delimiter: ";", lineEnd: "\r\n", mark: [0xEF, 0xBB, 0xBF])
        let export = try StaffExport(parsing: bytes)
        let person = try #require(export.rows.first)
        #expect(export.errors.isEmpty && export.warnings.isEmpty)
        #expect(person.nip.text == Files.budi)
        #expect(person.name == "Budi Santoso")
        #expect(person.titleBefore == nil && person.titleAfter == nil)
        #expect(person.postSince == CivilDate(year: 2020, month: 2, day: 1))
    }

    @Test func columnsAreFoundByNameAndBracketedOnesMayBeMissing() throws {
        let header = ["KELAS JABATAN"] + Files.header.reversed().filter { !["NAMA SEKOLAH", "FLAG IKD"].contains($0) }
        let export = try StaffExport(parsing: Files.file([Files.row(Files.aminah, "Aminah")], header: header))
        #expect(export.rows.map(\.name) == ["Aminah"])
    }

    @Test func missingAndDoubledColumnsRefuseTheFile() {
        let rows = [Files.row(Files.aminah, "Aminah")]
        let without = Files.header.filter { $0 != "UNOR ID" && $0 != "NAMA" }
        #expect(throws: ImportError.self) { try StaffExport(parsing: Files.file(rows, header: without)) }
        let error = #expect(throws: ImportError.self) {
            try StaffExport(parsing: Files.file(rows, header: Files.header + [" nama "]))
        }
        #expect(error?.code == .duplicateColumn)
    }

    @Test func everyBadCellIsReportedAtOnce() throws {
        let rows = [
            Files.row(Files.aminah, "Aminah"),
            Files.row("1,98E+17", "Damaged", ["TANGGAL LAHIR": "31-12-1980"]),
            Files.row("198012312005011000", "Lost digits"),
            Files.row("19801231200501100", "Short"),
            Files.row("198013312005011002", "Month 13", ["TANGGAL LAHIR": "31-12-1980"]),
            Files.row(
                Files.budi, "",
                ["TMT JABATAN": "02/30/2020", "GOL AKHIR NAMA": "III/z", "JENIS JABATAN NAMA": "Jabatan Raja"]),
            Files.row(Files.citra, "Citra", ["SATUAN KERJA KERJA ID": "dinkes"]),
            Files.row("198803052021212004", "PPPK", ["STATUS CPNS PNS": "PPPK", "JENIS PEGAWAI NAMA": "PPPK"]),
        ]
        let export = try StaffExport(parsing: Files.file(rows, delimiter: ";"), workplaceIDs: ["disdukcapil"])
        let found = export.errors.map { "\($0.row) \($0.column) \($0.code.rawValue)" }
        #expect(
            found == [
                "3 NIP BARU row-nip-damaged-by-spreadsheet",
                "4 NIP BARU row-nip-damaged-by-spreadsheet",
                "5 NIP BARU row-bad-nip",
                "6 NIP BARU row-bad-nip",
                "7 NAMA row-missing-value",
                "7 GOL AKHIR NAMA row-unknown-word",
                "7 JENIS JABATAN NAMA row-unknown-word",
                "7 TMT JABATAN row-bad-date",
                "8 SATUAN KERJA KERJA ID row-other-agency",
                "9 GOL AKHIR NAMA row-grade-of-other-ladder",
            ])
        #expect(export.rows.map(\.name) == ["Aminah"])
        #expect(export.errors.allSatisfy { !$0.code.remedy.isEmpty && !$0.expected.isEmpty })
    }

    @Test func bothRowsOfOneNIPAreBad() throws {
        let rows = [
            Files.row(Files.aminah, "Aminah"), Files.row(Files.budi, "Budi"), Files.row(Files.aminah, "Aminah dua"),
        ]
        let export = try StaffExport(parsing: Files.file(rows))
        #expect(export.errors.map(\.code) == [.duplicateNIP, .duplicateNIP])
        #expect(export.errors.map(\.row) == [2, 4])
        #expect(export.rows.map(\.name) == ["Budi"])
    }

    @Test func birthDateAndSexThatDifferFromTheNIPAreWarnings() throws {
        let row = Files.row(Files.aminah, "Aminah", ["TANGGAL LAHIR": "1990-05-18", "JENIS KELAMIN": "L"])
        let export = try StaffExport(parsing: Files.file([row]))
        #expect(export.rows.count == 1)
        #expect(export.warnings.map(\.code) == [.birthDateDiffersFromNIP, .sexDiffersFromNIP])
    }

    @Test func delimiterWithoutQuotesInANameMakesTheRowBad() throws {
        let export = try StaffExport(parsing: Files.file([Files.row(Files.aminah, "Aminah, S.Sos.")]))
        #expect(export.errors.map(\.code) == [.columnCount])
    }

    @Test func shiftedRowIsBadWithoutShowingAnyOfItsCells() throws {
        var bytes = Files.file([Files.row(Files.aminah, "Aminah")])
        bytes += Array("x,\(Files.budi),3374011705900001\n".utf8)
        let export = try StaffExport(parsing: bytes)
        #expect(export.errors.map(\.code) == [.columnCount])
        #expect(export.errors.first?.value == nil)
        let copy = try #require(try BadRowsFile.make(of: bytes, errors: export.errors))
        #expect(!String(decoding: copy, as: UTF8.self).contains("3374011705900001"))
    }
}
