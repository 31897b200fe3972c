import Testing

@testable import Simulation

/// The files, their columns and what their rows name.
struct CityFilesTests {
    private static let headers = [
        "HierarkiUnor": "ID, NAMA_UNOR, ID_ATASAN, KECAMATAN",
        "Referensi-Jabatan-Struktural": "ID, Nama_unor, Nama_jabatan, Eselon_id",
        "Referensi-Jabatan-Fungsional": "ID, Nama, Jenjang, BUP, RUMPUN",
        "Referensi-Jabatan-Pelaksana": "ID, Nama, RUMPUN",
        "abk": "JABATAN ID, UNOR ID, URAIAN TUGAS, SATUAN HASIL, VOLUME, NORMA WAKTU",
        "standar-jabatan": "JABATAN ID, JENIS, KODE, NILAI",
        "rw_skp22": "NIP BARU, tahun, hasilKinerja, perilakuKerja, kuadranKinerja",
        "kompetensi": "NIP BARU, KOMPETENSI, LEVEL, TANGGAL",
        "rw_diklat": "NIP BARU, nama, jumlahJam, tanggal, KOMPETENSI",
        "rw_jabatan": "NIP BARU, JABATAN ID, JABATAN NAMA, UNOR ID, tmtJabatan, nomorSk, jenisMutasi",
        "rw_hukdis": "NIP BARU, jenis, tingkat, hukumanTanggal, akhirHukumTanggal",
        "rw_cltn": "NIP BARU, jenis, tanggalAwal, tanggalAkhir",
        "sertifikat": "NIP BARU, jenis, nomor, penerbit, tempat, berlakuSampai",
        "pengalaman-loket": "NIP BARU, LAYANAN, DARI, SAMPAI",
        "talenta": "NIP BARU, KINERJA, POTENSI, TANGGAL",
    ]

    /// The official header of "Export Data ASN"; a `?` marks what a few exports leave out.
    private static let staffHeader = """
        PNS ID, NIP BARU, NIP LAMA, NAMA, GELAR DEPAN, GELAR BELAKANG, TEMPAT LAHIR ID, TEMPAT LAHIR NAMA, \
        TANGGAL LAHIR, JENIS KELAMIN, AGAMA ID, AGAMA NAMA, JENIS KAWIN ID, JENIS KAWIN NAMA, NIK, NOMOR HP, EMAIL, \
        EMAIL GOV, ALAMAT, NPWP NOMOR, BPJS, JENIS PEGAWAI ID, JENIS PEGAWAI NAMA, KEDUDUKAN HUKUM ID, \
        KEDUDUKAN HUKUM NAMA, STATUS CPNS PNS, KARTU ASN VIRTUAL, NOMOR SK CPNS, TANGGAL SK CPNS, TMT CPNS, \
        NOMOR SK PNS, TANGGAL SK PNS, TMT PNS, GOL AWAL ID, GOL AWAL NAMA, GOL AKHIR ID, GOL AKHIR NAMA, \
        TMT GOLONGAN, MK TAHUN, MK BULAN, JENIS JABATAN ID, JENIS JABATAN NAMA, JABATAN ID, JABATAN NAMA, \
        TMT JABATAN, TINGKAT PENDIDIKAN ID, TINGKAT PENDIDIKAN NAMA, PENDIDIKAN ID, PENDIDIKAN NAMA, \
        ?NAMA SEKOLAH, TAHUN LULUS, KPKN ID, KPKN NAMA, LOKASI KERJA ID, LOKASI KERJA NAMA, UNOR ID, UNOR NAMA, \
        INSTANSI INDUK ID, INSTANSI INDUK NAMA, INSTANSI KERJA ID, INSTANSI KERJA NAMA, SATUAN KERJA INDUK ID, \
        SATUAN KERJA INDUK NAMA, SATUAN KERJA KERJA ID, SATUAN KERJA KERJA NAMA, ?IS VALID NIK, ?FLAG IKD
        """

    let tables: CityTables

    init() throws {
        tables = try CityTables.standard.get()
    }

    private static func names(_ header: String) -> [String] {
        header.split(separator: ", ").map(String.init)
    }

    @Test func everyAgencyHasEveryFileWithItsHeader() throws {
        let paths = Set(tables.city.files().map(\.path))
        let names = ["staff"] + Self.headers.keys
        #expect(paths == Set(["agencies.csv"] + tables.codes.flatMap { code in names.map { "\(code)/\($0).csv" } }))
        for code in tables.codes {
            for (file, header) in Self.headers {
                #expect(try tables.table(code, file).header == Self.names(header))
            }
        }
    }

    @Test func staffHeaderIsTheOfficialOneButForTwoAgencies() throws {
        let official = Self.names(Self.staffHeader)
        let whole = official.map { $0.replacing("?", with: "") }
        let without = official.filter { !$0.hasPrefix("?") }
        let headers = try tables.codes.map { try tables.table($0, "staff").header }
        #expect(headers.count { $0 == without } == 1)
        #expect(headers.count { $0.count == whole.count + 1 && $0.starts(with: whole) } == 1)
        #expect(headers.count { $0 == whole } == headers.count - 2)
    }

    @Test func everyRowHasAsManyFieldsAsItsHeader() throws {
        for code in tables.codes {
            for file in ["staff"] + Self.headers.keys {
                let table = try tables.table(code, file)
                #expect(table.rawRows.allSatisfy { $0.count == table.header.count })
            }
        }
    }

    @Test func agenciesAreListedWithBothNames() throws {
        let list = try #require(tables.city.files().first)
        let table = CityTable(list.bytes)
        #expect(list.path == "agencies.csv")
        #expect(table.header == ["KODE", "NAMA", "NAMA EN"])
        #expect(table.column("KODE") == tables.codes)
        #expect(table.rawRows.allSatisfy { row in row.allSatisfy { !$0.isEmpty } })
    }

    @Test func staffNamesTheRegionAndTheAgency() throws {
        let list = CityTable(try #require(tables.city.files().first).bytes)
        let names = Dictionary(uniqueKeysWithValues: zip(list.column("KODE"), list.column("NAMA")))
        for code in tables.codes {
            let staff = try tables.table(code, "staff")
            #expect(Set(staff.column("INSTANSI KERJA NAMA")) == [City.regionName])
            #expect(Set(staff.column("SATUAN KERJA KERJA ID")) == [code])
            #expect(Set(staff.column("SATUAN KERJA KERJA NAMA")) == [names[code]])
        }
    }

    @Test func whatNobodyMayStoreIsVisiblyFalse() throws {
        for row in try tables.codes.flatMap({ try tables.rows($0, "staff") }) {
            #expect(row["NIK"]?.hasPrefix("99990000") == true)
            #expect(row["NPWP NOMOR"]?.hasPrefix("9999999") == true)
            #expect(row["BPJS"]?.hasPrefix("99999") == true)
            #expect(row["NOMOR HP"]?.hasPrefix("0800") == true)
            #expect(row["EMAIL"]?.hasSuffix(".invalid") == true)
            #expect(row["ALAMAT"]?.hasPrefix("Jl. Contoh") == true)
            #expect(row["AGAMA NAMA"]?.hasPrefix("CONTOH") == true)
            #expect(row["JENIS KAWIN NAMA"]?.hasPrefix("CONTOH") == true)
        }
    }
}
