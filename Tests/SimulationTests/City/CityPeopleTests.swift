import Testing

@testable import Simulation

/// What the rows say about people holds together.
struct CityPeopleTests {
    let tables: CityTables
    let staff: [[String: String]]
    /// The recipe's day.
    let today = "2026-01-05"

    init() throws {
        let tables = try CityTables.standard.get()
        self.tables = tables
        staff = try tables.codes.flatMap { try tables.rows($0, "staff") }
    }

    private func rows(_ file: String) throws -> [[String: String]] {
        try tables.codes.flatMap { try tables.rows($0, file) }
    }

    private func date(_ row: [String: String], _ column: String) throws -> String {
        try #require(WrittenDate(row[column] ?? ""), "\(column) is no date").iso
    }

    @Test func everyNIPIsDistinct() {
        #expect(staff.count == 600)
        #expect(Set(staff.map { $0["NIP BARU"] }).count == 600)
    }

    @Test func everyNIPStatesBirthEntryAndSexOfItsRow() throws {
        for row in staff {
            let nip = try #require(row["NIP BARU"]?.wholeMatch(of: /(\d{8})(\d{4})(\d\d)([12])(\d{3})/))
            let birth = try date(row, "TANGGAL LAHIR")
            let entry = try date(row, "TMT CPNS")
            #expect(nip.1 == birth.replacing("-", with: ""))
            #expect(nip.2 == entry.prefix(4))
            if row["STATUS CPNS PNS"]?.hasPrefix("PPPK") == true {
                #expect(Int(nip.3).map { (13...99).contains($0) } == true)
            } else {
                #expect(nip.3 == entry.dropFirst(5).prefix(2))
            }
            #expect((nip.4 == "1") == ["M", "L", "Pria"].contains(row["JENIS KELAMIN"]))
            #expect(nip.5 != "000")
            let age = try #require(Int(entry.prefix(4))) - (try #require(Int(birth.prefix(4))))
            #expect((18...46).contains(age))
        }
    }

    @Test func nobodyHasReachedTheRetirementAge() throws {
        for row in staff {
            let birth = try date(row, "TANGGAL LAHIR")
            let year = try #require(Int(birth.prefix(4)))
            #expect("\(year + 58)\(birth.dropFirst(4))" > today)
        }
    }

    @Test func datesOfACareerComeInOrder() throws {
        for row in staff {
            let entry = try date(row, "TMT CPNS")
            #expect(entry < today)
            #expect(try entry <= date(row, "TMT GOLONGAN") && date(row, "TMT GOLONGAN") <= today)
            #expect(try entry <= date(row, "TMT JABATAN") && date(row, "TMT JABATAN") <= today)
        }
    }

    @Test func everyKindOfEmploymentAndPostAppears() {
        #expect(Set(staff.map { $0["STATUS CPNS PNS"] }) == ["PNS", "CPNS", "PPPK", "PPPK Paruh Waktu"])
        #expect(
            Set(staff.map { $0["JENIS JABATAN NAMA"] }) == [
                "Jabatan Struktural", "Jabatan Fungsional", "Jabatan Pelaksana",
            ])
    }

    @Test func gradesAreThoseOfTheEmployment() {
        for row in staff {
            let grade = row["GOL AKHIR NAMA"] ?? ""
            if row["STATUS CPNS PNS"]?.hasPrefix("PPPK") == true {
                #expect(grade.wholeMatch(of: /[IVX]+/) != nil)
            } else {
                #expect(grade.wholeMatch(of: /(I|II|III)\/[a-d]|IV\/[a-e]/) != nil)
            }
        }
    }

    @Test func appraisalsAreOfDistinctPastYearsAndInTheirQuadrant() throws {
        let quadrants = [
            "Diatas Diatas": "Sangat Baik", "Diatas Sesuai": "Baik", "Sesuai Diatas": "Baik", "Sesuai Sesuai": "Baik",
            "Dibawah Sesuai": "Butuh Perbaikan", "Dibawah Diatas": "Butuh Perbaikan", "Sesuai Dibawah": "Kurang",
            "Diatas Dibawah": "Kurang", "Dibawah Dibawah": "Sangat Kurang",
        ]
        let appraisals = try rows("rw_skp22")
        for row in appraisals {
            let results = try #require(row["hasilKinerja"]?.wholeMatch(of: /(Diatas|Sesuai|Dibawah) Ekspektasi/))
            let behaviour = try #require(row["perilakuKerja"]?.wholeMatch(of: /(Diatas|Sesuai|Dibawah) Ekspektasi/))
            #expect(row["kuadranKinerja"] == quadrants["\(results.1) \(behaviour.1)"])
            #expect(["2023", "2024", "2025"].contains(row["tahun"]))
        }
        #expect(Set(appraisals.map { [$0["NIP BARU"], $0["tahun"]] }).count == appraisals.count)
        #expect(
            Set(appraisals.map { $0["kuadranKinerja"] }).isSuperset(of: ["Sangat Baik", "Baik", "Butuh Perbaikan"]))
    }

    @Test func competencesAreKnownCodesAtLevelsOneToFive() throws {
        let managerial = [
            "integritas", "kerja-sama", "komunikasi", "orientasi-hasil", "pelayanan-publik", "pengembangan-diri",
            "mengelola-perubahan", "pengambilan-keputusan", "perekat-bangsa",
        ]
        let scores = try rows("kompetensi")
        let trainings = try rows("rw_diklat")
        for code in Set((scores + trainings).map { $0["KOMPETENSI"] ?? "" }) {
            #expect(managerial.contains(code) || code.wholeMatch(of: /teknis-[a-z]+/) != nil)
        }
        #expect(Set(scores.map { $0["LEVEL"] }).isSubset(of: ["1", "2", "3", "4", "5"]))
        for text in Set(scores.map { $0["TANGGAL"] ?? "" }) {
            #expect(try #require(WrittenDate(text)).iso < today)
        }
        #expect(Set(scores.map { [$0["NIP BARU"], $0["KOMPETENSI"]] }).count == scores.count)
    }

    @Test func standardsAreWrittenInTheirKinds() throws {
        let standards = try rows("standar-jabatan")
        #expect(Set(standards.map { $0["JENIS"] }) == ["kompetensi", "pendidikan", "sertifikat", "golongan", "loket"])
        for row in standards {
            let (code, value) = (row["KODE"] ?? "", row["NILAI"] ?? "")
            switch row["JENIS"] {
            case "kompetensi": #expect(["1", "2", "3", "4", "5"].contains(value))
            case "pendidikan": #expect(["SLTA", "D-III", "D-IV", "S-1", "S-2"].contains(code))
            case "sertifikat": #expect(!code.isEmpty && value.isEmpty)
            case "loket": #expect(code.isEmpty && value.isEmpty)
            default: #expect(code.contains("/") && value.contains("/"))
            }
        }
    }

    @Test func theLastPlacementIsThePostOfTheStaffRow() throws {
        let placements = Dictionary(grouping: try rows("rw_jabatan")) { $0["NIP BARU"] ?? "" }
        for row in staff {
            let own = try #require(placements[row["NIP BARU"] ?? ""])
            let dates = try own.map { try date($0, "tmtJabatan") }
            #expect(dates == dates.sorted())
            let last = try #require(own.last)
            #expect(last["JABATAN ID"] == row["JABATAN ID"])
            #expect(last["UNOR ID"] == row["UNOR ID"])
            #expect(try dates.last == date(row, "TMT JABATAN"))
        }
    }

    @Test func leavesAndSanctionsAreOfKnownKindsAndEndAfterTheyBegin() throws {
        #expect(Set(try rows("rw_cltn").map { $0["jenis"] }).isSubset(of: ["tugas belajar", "ikatan dinas", "cltn"]))
        #expect(Set(try rows("rw_hukdis").map { $0["tingkat"] }).isSubset(of: ["ringan", "sedang", "berat"]))
        for row in try rows("rw_cltn") {
            #expect(try date(row, "tanggalAwal") < date(row, "tanggalAkhir"))
        }
        for row in try rows("rw_hukdis") {
            #expect(try date(row, "hukumanTanggal") < date(row, "akhirHukumTanggal"))
        }
        #expect(try !rows("rw_cltn").isEmpty && !rows("rw_hukdis").isEmpty)
    }
}
