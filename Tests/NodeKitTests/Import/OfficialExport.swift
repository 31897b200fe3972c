/// Writes staff exports as SIASN does: the official header in order, one row a person.
enum OfficialExport {
    static let header = """
        PNS ID,NIP BARU,NIP LAMA,NAMA,GELAR DEPAN,GELAR BELAKANG,TEMPAT LAHIR ID,TEMPAT LAHIR NAMA,TANGGAL LAHIR,\
        JENIS KELAMIN,AGAMA ID,AGAMA NAMA,JENIS KAWIN ID,JENIS KAWIN NAMA,NIK,NOMOR HP,EMAIL,EMAIL GOV,ALAMAT,NPWP NOMOR,\
        BPJS,JENIS PEGAWAI ID,JENIS PEGAWAI NAMA,KEDUDUKAN HUKUM ID,KEDUDUKAN HUKUM NAMA,STATUS CPNS PNS,\
        KARTU ASN VIRTUAL,NOMOR SK CPNS,TANGGAL SK CPNS,TMT CPNS,NOMOR SK PNS,TANGGAL SK PNS,TMT PNS,GOL AWAL ID,\
        GOL AWAL NAMA,GOL AKHIR ID,GOL AKHIR NAMA,TMT GOLONGAN,MK TAHUN,MK BULAN,JENIS JABATAN ID,JENIS JABATAN NAMA,\
        JABATAN ID,JABATAN NAMA,TMT JABATAN,TINGKAT PENDIDIKAN ID,TINGKAT PENDIDIKAN NAMA,PENDIDIKAN ID,PENDIDIKAN NAMA,\
        NAMA SEKOLAH,TAHUN LULUS,KPKN ID,KPKN NAMA,LOKASI KERJA ID,LOKASI KERJA NAMA,UNOR ID,UNOR NAMA,INSTANSI INDUK ID,\
        INSTANSI INDUK NAMA,INSTANSI KERJA ID,INSTANSI KERJA NAMA,SATUAN KERJA INDUK ID,SATUAN KERJA INDUK NAMA,\
        SATUAN KERJA KERJA ID,SATUAN KERJA KERJA NAMA,IS VALID NIK,FLAG IKD
        """.split(separator: ",").map(String.init)

    static let aminah = "199005172015032001"
    static let budi = "198012312005011002"
    static let citra = "198803052021212003"

    /// What stands in the columns that must never be stored.
    static let secrets = [
        "NIK": "3374011705900001", "AGAMA NAMA": "RAHASIA-AGAMA", "JENIS KAWIN NAMA": "RAHASIA-KAWIN",
        "NOMOR HP": "081200000001", "EMAIL": "rahasia@contoh.invalid", "EMAIL GOV": "rahasia@contoh.example",
        "ALAMAT": "Jl. Rahasia 1", "NPWP NOMOR": "099999999999999", "BPJS": "0009999999999",
        "KARTU ASN VIRTUAL": "RAHASIA-KARTU",
    ]

    /// A row of an operator of the counter unit; `cells` replace what differs.
    static func row(_ nip: String, _ name: String, _ cells: [String: String] = [:]) -> [String: String] {
        var row = secrets
        row["NIP BARU"] = nip
        row["NAMA"] = name
        row["TANGGAL LAHIR"] = "\(nip.dropFirst(6).prefix(2))-\(nip.dropFirst(4).prefix(2))-\(nip.prefix(4))"
        row["JENIS KELAMIN"] = nip.dropFirst(14).first == "1" ? "M" : "F"
        row["JENIS PEGAWAI NAMA"] = "PNS Daerah"
        row["KEDUDUKAN HUKUM NAMA"] = "Aktif"
        row["STATUS CPNS PNS"] = "PNS"
        row["TMT CPNS"] = "01-03-2015"
        row["TMT PNS"] = "01-03-2016"
        row["GOL AKHIR NAMA"] = "III/b"
        row["JENIS JABATAN NAMA"] = "Jabatan Pelaksana"
        row["JABATAN ID"] = "PL-01"
        row["JABATAN NAMA"] = "Pengadministrasi Kependudukan"
        row["TMT JABATAN"] = "01-02-2020"
        row["TINGKAT PENDIDIKAN NAMA"] = "S-1/Sarjana"
        row["PENDIDIKAN NAMA"] = "Ilmu Administrasi Negara"
        row["UNOR ID"] = "U-2"
        row["UNOR NAMA"] = "Loket Pelayanan"
        row["SATUAN KERJA KERJA ID"] = "disdukcapil"
        for (column, value) in cells {
            row[column] = value
        }
        return row
    }

    static func file(
        _ rows: [[String: String]], header: [String] = header, delimiter: String = ",", lineEnd: String = "\n",
        mark: [UInt8] = []
    ) -> [UInt8] {
        let lines = [header] + rows.map { row in header.map { row[$0] ?? "" } }
        return mark + lines.flatMap { Array(($0.joined(separator: delimiter) + lineEnd).utf8) }
    }

    static func text(_ lines: String...) -> [UInt8] {
        Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    static let units = text("ID,NAMA_UNOR,ID_ATASAN,KECAMATAN", "U-1,Dinas,null,Tengah", "U-2,Loket Pelayanan,U-1,-")
    static let pelaksana = text(
        "ID,Nama,RUMPUN", "PL-01,Pengadministrasi Kependudukan,administrasi", "PL-02,Pengelola Data,data")
}
