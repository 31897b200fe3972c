import GRDB
import Negotiation
import Personnel
import Testing

@testable import NodeKit

/// A staff store in memory.
struct StaffDatabase {
    let queue: DatabaseQueue
    let store: StaffStore
    let today = StaffDatabase.day("2026-04-10")

    init(agency: String = "disdukcapil") throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { $0.add(function: StaffSeals.sum) }
        queue = try DatabaseQueue(configuration: configuration)
        try queue.write { db in
            for migration in StaffSchema.migrations {
                try migration.migrate(db)
            }
        }
        store = StaffStore(database: queue, agency: try #require(AgencyCode(agency)))
    }

    /// Reads and applies files.
    @discardableResult
    func load(
        _ files: [(name: String, bytes: [UInt8])], on day: CivilDate? = nil, acceptGoodRows: Bool = false
    ) throws -> ImportResult {
        let reading = try StaffImport.read(files, known: try store.knownReferences())
        return try store.apply(reading.set, on: day ?? today, acceptGoodRows: acceptGoodRows)
    }

    func sheet(_ nip: String) throws -> PersonSheet {
        try #require(try store.sheet(try NIP(parsing: nip)))
    }

    func workplaces(_ policy: Policy) throws -> Workplaces {
        try store.read { try $0.workplaces(on: today, policy.personnel) }
    }

    func query() throws -> MatchQuery {
        let policy = try StaffRecords.policy()
        return MatchQuery(
            policy: policy, today: today, workplaces: try workplaces(policy),
            wishes: StatedWishes(cards: [], requests: [], offers: []), districts: try store.read { try $0.districts() })
    }

    /// Every value of every table, in order.
    func everything() throws -> String {
        try queue.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'staff%' ORDER BY name")
            return try tables.map { table in
                table + "\n"
                    + (try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description).joined(separator: "\n"))
            }.joined(separator: "\n")
        }
    }

    static func day(_ text: String) -> CivilDate {
        CivilDate(iso: text) ?? .earliest
    }
}

/// A small agency in official files, written by hand.
enum StaffFiles {
    static let references: [(name: String, bytes: [UInt8])] = [
        ("HierarkiUnor.csv", OfficialExport.units), ("Referensi-Jabatan-Pelaksana.csv", OfficialExport.pelaksana),
        (
            "standar-jabatan.csv",
            OfficialExport.text(
                "JABATAN ID,JENIS,KODE,NILAI", "PL-01,kompetensi,pelayanan-publik,3", "PL-01,kompetensi,integritas,2",
                "PL-01,pendidikan,S-1,Ilmu Administrasi Negara", "PL-01,golongan,II/c,III/d")
        ),
        (
            "abk.csv",
            OfficialExport.text(
                "JABATAN ID,UNOR ID,URAIAN TUGAS,SATUAN HASIL,VOLUME,NORMA WAKTU",
                "PL-01,U-2,Melayani KTP,dokumen,20000,12", "PL-01,U-2,Menyusun laporan,laporan,120,600")
        ),
    ]

    static let histories: [(name: String, bytes: [UInt8])] = [
        (
            "rw_skp22.csv",
            OfficialExport.text(
                "NIP BARU,tahun,hasilKinerja,perilakuKerja,kuadranKinerja",
                "\(OfficialExport.aminah),2024,Sesuai Ekspektasi,Sesuai Ekspektasi,Baik",
                "\(OfficialExport.aminah),2025,Diatas Ekspektasi,Diatas Ekspektasi,Sangat Baik",
                "\(OfficialExport.budi),2024,,,Baik", "\(OfficialExport.budi),2025,,,Kurang")
        ),
        (
            "kompetensi.csv",
            OfficialExport.text(
                "NIP BARU,KOMPETENSI,LEVEL,TANGGAL", "\(OfficialExport.aminah),pelayanan-publik,3,2025-03-01",
                "\(OfficialExport.aminah),integritas,2,2025-03-01",
                "\(OfficialExport.budi),pelayanan-publik,1,2025-03-01")
        ),
        ("rw_hukdis.csv", OfficialExport.text("NIP BARU,jenis,tingkat,hukumanTanggal,akhirHukumTanggal")),
        ("rw_cltn.csv", OfficialExport.text("NIP BARU,jenis,tanggalAwal,tanggalAkhir")),
        (
            "sertifikat.csv",
            OfficialExport.text(
                "NIP BARU,jenis,nomor,penerbit,tempat,berlakuSampai",
                "\(OfficialExport.aminah),operator-siak,77/2024,Kemendagri,,2027-01-31")
        ),
        (
            "rw_diklat.csv",
            OfficialExport.text(
                "NIP BARU,nama,jumlahJam,tanggal,KOMPETENSI",
                "\(OfficialExport.aminah),Pelayanan prima,20,2025-02-01,pelayanan-publik")
        ),
        (
            "rw_jabatan.csv",
            OfficialExport.text(
                "NIP BARU,JABATAN ID,JABATAN NAMA,UNOR ID,tmtJabatan,nomorSk,jenisMutasi",
                "\(OfficialExport.aminah),PL-02,Pengelola Data,U-1,2016-03-01,821/11,Pengangkatan",
                "\(OfficialExport.aminah),PL-01,Pengadministrasi Kependudukan,U-2,2020-02-01,821/22,Mutasi")
        ),
        (
            "pengalaman-loket.csv",
            OfficialExport.text("NIP BARU,LAYANAN,DARI,SAMPAI", "\(OfficialExport.aminah),Loket KTP,2020-02-01,-")
        ),
    ]

    static func staff(_ rows: [[String: String]]) -> (name: String, bytes: [UInt8]) {
        ("staff.csv", OfficialExport.file(rows))
    }

    /// Aminah and Budi, with everything.
    static let all =
        references
        + [
            staff([
                OfficialExport.row(OfficialExport.aminah, "Aminah"), OfficialExport.row(OfficialExport.budi, "Budi"),
            ])
        ]
        + histories
}
