import Personnel
import Testing

@testable import NodeKit

struct CompanionFileTests {
    private typealias Files = OfficialExport

    private func errors(_ name: String, _ lines: String...) throws -> [String] {
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        let set = try ImportSet(reading: [(name, bytes)])
        return set.errors.map { "\($0.row) \($0.column) \($0.code.rawValue)" }
    }

    @Test func standardsOfEveryKindAreRead() throws {
        let set = try ImportSet(reading: [
            (
                "standar-jabatan.csv",
                Files.text(
                    "JABATAN ID,JENIS,KODE,NILAI", "PL-01,kompetensi,integritas,2", "PL-01,pendidikan,S-1,Hukum",
                    "PL-01,sertifikat,sip-perawat,", "PL-01,golongan,II/c,III/d")
            )
        ])
        #expect(set.errors.isEmpty)
        #expect(set.standards?.count == 4)
        let standard = PostStandard((set.standards ?? []).map(\.demand))
        #expect(standard.levels == [PostStandard.CompetenceLevel(competence: "integritas", level: 2)])
        #expect(standard.education == EducationRequirement(minimum: .bachelor, fields: ["Hukum"]))
        #expect(standard.certificates == ["sip-perawat"])
        #expect(standard.grades?.lowest.text == "II/c")
    }

    @Test func unknownWordsAndCodesAreBadRows() throws {
        #expect(
            try errors(
                "standar-jabatan.csv", "JABATAN ID,JENIS,KODE,NILAI", "P,kompetensi,kejujuran,2", "P,hobi,x,1",
                "P,golongan,IV/a,III/a", "P,kompetensi,integritas,9") == [
                    "2 KODE row-unknown-competence", "3 JENIS row-unknown-word", "4 NILAI row-bad-number",
                    "5 NILAI row-bad-number",
                ])
        #expect(
            try errors(
                "rw_hukdis.csv", "NIP BARU,jenis,tingkat,hukumanTanggal,akhirHukumTanggal",
                "\(Files.budi),Teguran,Gawat,2024-01-01,2023-01-01") == [
                    "2 tingkat row-unknown-word", "2 akhirHukumTanggal row-end-before-start",
                ])
        #expect(
            try errors("rw_cltn.csv", "NIP BARU,jenis,tanggalAwal,tanggalAkhir", "\(Files.budi),libur,2024-01-01,-")
                == [
                    "2 jenis row-unknown-word"
                ])
    }

    @Test func ratingFollowsFromBothSidesWhereTheQuadrantIsEmpty() throws {
        let set = try ImportSet(reading: [
            (
                "rw_skp22.csv",
                Files.text(
                    "NIP BARU,tahun,hasilKinerja,perilakuKerja,kuadranKinerja",
                    "'\(Files.budi),2024.0,Diatas Ekspektasi,Dibawah Ekspektasi,null", "\(Files.budi),2025,,,",
                    "\(Files.budi),dua ribu,,,Baik")
            )
        ])
        #expect(set.appraisals?.map(\.value) == [Appraisal(year: 2024, rating: .kurang)])
        #expect(set.errors.map(\.code) == [.missingValue, .badNumber])
    }

    @Test func oneTaskTwiceForAPostInAUnitIsABadRow() throws {
        #expect(
            try errors(
                "abk.csv", "JABATAN ID,UNOR ID,URAIAN TUGAS,SATUAN HASIL,VOLUME,NORMA WAKTU",
                "P,U,Melayani,dokumen,10,15",
                "P,U,Melayani,dokumen,20,15", "P,V,Melayani,dokumen,-1,15") == [
                    "3 URAIAN TUGAS row-duplicate-id", "4 VOLUME row-bad-number",
                ])
    }
}
