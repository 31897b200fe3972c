/// A column of the official staff export (SIASN "Export Data ASN") and the value it has for a person.
struct StaffColumn: Sendable {
    struct Row: Sendable {
        let person: CityPerson
        let agency: CityAgency
        let day: CityDay

        var unit: CityUnit {
            agency.units[person.unit]
        }

        /// Digits that mark themselves as false by their beginning.
        func falseDigits(_ beginning: String, _ length: Int) -> String {
            beginning + padded(person.privateNumber, to: length - beginning.utf8.count)
        }

        var isContract: Bool {
            person.employment.isContract
        }
    }

    let name: String
    /// Left out by a few exports.
    let isOptional: Bool
    let value: @Sendable (Row) -> Cell

    init(_ name: String, isOptional: Bool = false, _ value: @escaping @Sendable (Row) -> Cell) {
        self.name = name
        self.isOptional = isOptional
        self.value = value
    }

    static func columns(_ choice: FileDialect.StaffColumns) -> [StaffColumn] {
        switch choice {
        case .official: official
        case .withoutOptional: official.filter { !$0.isOptional }
        case .withExtra: official + [StaffColumn("KELAS JABATAN") { .number(4 + 2 * $0.person.post.standard) }]
        }
    }

    /// The official header, in order.
    static let official: [StaffColumn] =
        identity + privateMatters + standing + grade + post + education + place

    private static let identity: [StaffColumn] = [
        StaffColumn("PNS ID") { .text(StableID.uuid("person|\($0.person.nip)")) },
        StaffColumn("NIP BARU") { .identifier($0.person.nip) },
        StaffColumn("NIP LAMA") { _ in .empty },
        StaffColumn("NAMA") { .text($0.person.name) },
        StaffColumn("GELAR DEPAN") { .text($0.person.schooling.titleBefore) },
        StaffColumn("GELAR BELAKANG") { .text($0.person.schooling.titleAfter) },
        StaffColumn("TEMPAT LAHIR ID") { .text(StableID.uuid("place|\($0.person.birthplace)")) },
        StaffColumn("TEMPAT LAHIR NAMA") { .text($0.person.birthplace) },
        StaffColumn("TANGGAL LAHIR") { .date($0.person.birth) },
        StaffColumn("JENIS KELAMIN") { .sex($0.person.sex) },
    ]

    /// Filled with visibly false values, so that whoever stores them is found out.
    private static let privateMatters: [StaffColumn] = [
        StaffColumn("AGAMA ID") { .number($0.person.privateNumber % 6 + 1) },
        StaffColumn("AGAMA NAMA") { .text("CONTOH-AGAMA-\($0.person.privateNumber % 6 + 1)") },
        StaffColumn("JENIS KAWIN ID") { .number($0.person.privateNumber % 3 + 1) },
        StaffColumn("JENIS KAWIN NAMA") { .text("CONTOH-KAWIN-\($0.person.privateNumber % 3 + 1)") },
        StaffColumn("NIK") { .identifier($0.falseDigits("99990000", 16)) },
        StaffColumn("NOMOR HP") { .identifier($0.falseDigits("0800", 12)) },
        StaffColumn("EMAIL") { .text("pribadi\($0.person.privateNumber)@contoh.invalid") },
        StaffColumn("EMAIL GOV") { .text("dinas\($0.person.privateNumber)@contoh.example") },
        StaffColumn("ALAMAT") { row in
            let number = row.person.privateNumber
            return .text(
                "Jl. Contoh \(number % 997 + 1); RT 0\(number % 9 + 1), RW 0\(number % 7 + 1), \(row.unit.district)")
        },
        StaffColumn("NPWP NOMOR") { .identifier($0.falseDigits("9999999", 15)) },
        StaffColumn("BPJS") { .identifier($0.falseDigits("99999", 13)) },
    ]

    private static let standing: [StaffColumn] = [
        StaffColumn("JENIS PEGAWAI ID") { row in
            switch row.person.employment {
            case .servant, .candidate: .text("12")
            case .contract: .text("71")
            case .partTime: .text("72")
            }
        },
        StaffColumn("JENIS PEGAWAI NAMA") { row in
            switch row.person.employment {
            case .servant, .candidate: .text("PNS Daerah")
            case .contract: .text("PPPK")
            case .partTime: .text("PPPK Paruh Waktu")
            }
        },
        StaffColumn("KEDUDUKAN HUKUM ID") { .text($0.isContract ? "71" : legalStanding(of: $0).code) },
        StaffColumn("KEDUDUKAN HUKUM NAMA") { .text($0.isContract ? "PPPK Aktif" : legalStanding(of: $0).name) },
        StaffColumn("STATUS CPNS PNS") { row in
            switch row.person.employment {
            case .servant: .text("PNS")
            case .candidate: .text("CPNS")
            case .contract: .text("PPPK")
            case .partTime: .text("PPPK Paruh Waktu")
            }
        },
        StaffColumn("KARTU ASN VIRTUAL") { .identifier($0.falseDigits("9998", 14)) },
        StaffColumn("NOMOR SK CPNS") { .text("813/\($0.person.privateNumber % 9000 + 1000)/\($0.person.entry.year)") },
        StaffColumn("TANGGAL SK CPNS") { .date($0.person.entry.adding(days: -14)) },
        StaffColumn("TMT CPNS") { .date($0.person.entry) },
        StaffColumn("NOMOR SK PNS") { row in
            permanentSince(row).map { .text("821/\(row.person.privateNumber % 8000 + 1000)/\($0.year)") } ?? .empty
        },
        StaffColumn("TANGGAL SK PNS") { .optional(date: permanentSince($0)?.adding(days: -10)) },
        StaffColumn("TMT PNS") { .optional(date: permanentSince($0)) },
    ]

    private static let grade: [StaffColumn] = [
        StaffColumn("GOL AWAL ID") { .text($0.person.firstGrade.code) },
        StaffColumn("GOL AWAL NAMA") { .text($0.person.firstGrade.name) },
        StaffColumn("GOL AKHIR ID") { .text($0.person.grade.code) },
        StaffColumn("GOL AKHIR NAMA") { .text($0.person.grade.name) },
        StaffColumn("TMT GOLONGAN") { .date($0.person.gradeSince) },
        StaffColumn("MK TAHUN") { .number($0.person.entry.fullMonths(until: $0.day) / 12) },
        StaffColumn("MK BULAN") { .number($0.person.entry.fullMonths(until: $0.day) % 12) },
    ]

    private static let post: [StaffColumn] = [
        StaffColumn("JENIS JABATAN ID") { .number($0.person.post.kind.rawValue) },
        StaffColumn("JENIS JABATAN NAMA") { .text($0.person.post.kind.name) },
        StaffColumn("JABATAN ID") { .text($0.person.post.id) },
        StaffColumn("JABATAN NAMA") { .text($0.person.post.name) },
        StaffColumn("TMT JABATAN") { .date($0.person.postSince) },
    ]

    private static let education: [StaffColumn] = [
        StaffColumn("TINGKAT PENDIDIKAN ID") { .number($0.person.schooling.level.rawValue) },
        StaffColumn("TINGKAT PENDIDIKAN NAMA") { .text($0.person.schooling.level.name) },
        StaffColumn("PENDIDIKAN ID") { .text(StableID.uuid("education|\($0.person.schooling.field)")) },
        StaffColumn("PENDIDIKAN NAMA") { .text($0.person.schooling.field) },
        StaffColumn("NAMA SEKOLAH", isOptional: true) { row in
            .text(row.person.schooling.level == .secondary ? "SMA Contoh" : "Universitas Contoh")
        },
        StaffColumn("TAHUN LULUS") { .number($0.person.graduationYear) },
    ]

    private static let place: [StaffColumn] = [
        StaffColumn("KPKN ID") { _ in .text("999") },
        StaffColumn("KPKN NAMA") { _ in .text("Kantor Contoh") },
        StaffColumn("LOKASI KERJA ID") { .text(StableID.uuid("district|\($0.unit.district)")) },
        StaffColumn("LOKASI KERJA NAMA") { .text($0.unit.district) },
        StaffColumn("UNOR ID") { .text($0.unit.id) },
        StaffColumn("UNOR NAMA") { .text($0.unit.name) },
        StaffColumn("INSTANSI INDUK ID") { _ in .text(regionID) },
        StaffColumn("INSTANSI INDUK NAMA") { _ in .text(City.regionName) },
        StaffColumn("INSTANSI KERJA ID") { _ in .text(regionID) },
        StaffColumn("INSTANSI KERJA NAMA") { _ in .text(City.regionName) },
        StaffColumn("SATUAN KERJA INDUK ID") { .text($0.agency.plan.code) },
        StaffColumn("SATUAN KERJA INDUK NAMA") { .text($0.agency.plan.name) },
        StaffColumn("SATUAN KERJA KERJA ID") { .text($0.agency.plan.code) },
        StaffColumn("SATUAN KERJA KERJA NAMA") { .text($0.agency.plan.name) },
        StaffColumn("IS VALID NIK", isOptional: true) { _ in .text("0") },
        StaffColumn("FLAG IKD", isOptional: true) { _ in .text("0") },
    ]

    private static let regionID = StableID.uuid("region|\(City.regionName)")

    /// A civil servant is permanent a year after entry; nil for others.
    private static func permanentSince(_ row: Row) -> CityDay? {
        row.person.employment == .servant ? row.person.entry.adding(months: 12) : nil
    }

    private static func legalStanding(of row: Row) -> (code: String, name: String) {
        let running = row.person.leaves.first { $0.from <= row.day && row.day <= $0.until }
        return switch running?.kind {
        case "cltn": ("03", "Cuti Luar Tanggungan Negara")
        case "tugas belajar": ("04", "Tugas Belajar")
        default: ("01", "Aktif")
        }
    }
}
