import Testing

@testable import Simulation

/// What real files do: each habit appears, and an agency keeps its own.
struct CityQuirksTests {
    private static let dateColumns: [String: [String]] = [
        "staff": ["TANGGAL LAHIR", "TMT CPNS", "TMT PNS", "TMT GOLONGAN", "TMT JABATAN"], "kompetensi": ["TANGGAL"],
        "rw_diklat": ["tanggal"], "rw_jabatan": ["tmtJabatan"], "rw_hukdis": ["hukumanTanggal", "akhirHukumTanggal"],
        "rw_cltn": ["tanggalAwal", "tanggalAkhir"], "sertifikat": ["berlakuSampai"],
        "pengalaman-loket": ["DARI", "SAMPAI"],
    ]

    let tables: CityTables
    let staff: [CityTable]

    init() throws {
        let tables = try CityTables.standard.get()
        self.tables = tables
        staff = try tables.codes.map { try tables.table($0, "staff") }
    }

    @Test func separatorsAreCommaSemicolonAndTab() {
        let separators = staff.map(\.separator)
        #expect(separators.count { $0 == UInt8(ascii: ",") } > 1)
        #expect(separators.count { $0 == UInt8(ascii: ";") } > 1)
        #expect(separators.count { $0 == UInt8(ascii: "\t") } == 1)
    }

    @Test func someFilesBeginWithABOMAndSomeEndLinesWithCRLF() {
        #expect(Set(staff.map(\.startsWithBOM)) == [true, false])
        #expect(Set(staff.map(\.endsLinesWithCRLF)) == [true, false])
    }

    @Test func someFilesMarkTheNIPWithAnApostropheInEveryRow() {
        let marks = staff.map { table in
            Set(table.rawRows.map { $0[1].hasPrefix("'") })
        }
        #expect(marks.allSatisfy { $0.count == 1 })
        #expect(Set(marks) == [[true], [false]])
    }

    /// Nobody has a NIP LAMA, so that column shows how an agency writes nothing.
    @Test func nothingIsWrittenAsNullAsADashAndAsNothing() {
        let marks = staff.map { table in Set(table.rawRows.map { $0[2] }) }
        #expect(marks.allSatisfy { $0.count == 1 })
        #expect(Set(marks) == [["null"], ["-"], [""]])
    }

    @Test func sexIsWrittenInThreeWays() {
        let words = staff.map { Set($0.column("JENIS KELAMIN")) }
        #expect(Set(words) == [["M", "F"], ["L", "P"], ["Pria", "Wanita"]])
    }

    @Test func datesAreWrittenInFiveStylesOneAnAgency() throws {
        var styles: Set<WrittenDate.Style> = []
        for code in tables.codes {
            var ofAgency: Set<WrittenDate.Style> = []
            for (file, columns) in Self.dateColumns {
                let table = try tables.table(code, file)
                for text in Set(columns.flatMap(table.column)) where !text.isEmpty {
                    ofAgency.insert(try #require(WrittenDate(text), "\(text) is no date").style)
                }
            }
            #expect(ofAgency.count == 1)
            styles.formUnion(ofAgency)
        }
        #expect(styles == Set(WrittenDate.Style.allCases))
    }

    @Test func fieldsHoldSeparatorsQuotesAndApostrophes() throws {
        let fields = try tables.codes.flatMap { code in
            try tables.table(code, "staff").rawRows.flatMap { $0 }
                + tables.table(code, "rw_diklat").rawRows.flatMap { $0 }
        }
        for mark in [",", ";", "\"", "a'"] {
            #expect(fields.contains { $0.contains(mark) })
        }
    }

    @Test func habitsOfAnAgencyHoldInAllItsFiles() throws {
        for (code, staff) in zip(tables.codes, staff) {
            for file in Self.dateColumns.keys {
                let table = try tables.table(code, file)
                #expect(table.separator == staff.separator)
                #expect(table.startsWithBOM == staff.startsWithBOM)
                #expect(table.endsLinesWithCRLF == staff.endsLinesWithCRLF)
            }
        }
    }
}
