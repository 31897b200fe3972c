/// The roles of the made-up city, named after posts of real cities.
extension CityRole {
    static let all: [CityRole] = [
        serviceOperator, officeClerk, policyReviewer, dataProcessor, serviceManager,
        computerOfficer, archivist, personnelAnalyst, planner, policyAnalyst, financeAnalyst, trainer, auditor,
        permitOfficer, populationDataOfficer, teacher, nurse, midwife, doctor, socialWorker, publicRelations,
        vehicleInspector, buildingEngineer, environmentOfficer, civicOrderOfficer, firefighter, librarian,
        procurementOfficer, farmAdviser, labourMediator,
    ]

    private static let secondary = Schooling(.secondary, "SLTA")
    private static let administration = Schooling(.bachelor, "Administrasi Publik", "S.A.P.")
    private static let administrationDiploma = Schooling(.diploma3, "Administrasi Perkantoran", "A.Md.")
    private static let law = Schooling(.bachelor, "Ilmu Hukum", "S.H.")
    private static let management = Schooling(.bachelor, "Manajemen", "S.E.")
    private static let informatics = Schooling(.bachelor, "Teknik Informatika", "S.Kom.")
    private static let informaticsDiploma = Schooling(.diploma3, "Manajemen Informatika", "A.Md.Kom.")
    private static let civilEngineering = Schooling(.bachelor, "Teknik Sipil", "S.T.")
    private static let government = Schooling(.diploma4, "Ilmu Pemerintahan", "S.Tr.I.P.")

    /// What holders of structural posts have studied.
    static let leadership: [Schooling] = [
        Schooling(.master, "Administrasi Publik", "S.A.P., M.A.P."), Schooling(.master, "Manajemen", "S.E., M.M."),
        Schooling(.master, "Ilmu Hukum", "S.H., M.H."), Schooling(.master, "Teknik Sipil", "S.T., M.T."),
        administration, law, management, government,
    ]

    static let serviceOperator = CityRole(
        name: "Operator Layanan Operasional", family: "Pelayanan", track: .pelaksana,
        schoolings: [secondary, secondary, administrationDiploma, administration],
        tasks: [
            Task("Melayani pemohon di loket", "pemohon", minutes: 12),
            Task("Memeriksa kelengkapan berkas permohonan", "berkas", minutes: 8),
        ])
    static let officeClerk = CityRole(
        name: "Pengadministrasi Perkantoran", family: "Administrasi Perkantoran", track: .pelaksana,
        schoolings: [secondary, secondary, administrationDiploma],
        tasks: [
            Task("Mencatat surat masuk dan surat keluar", "surat", minutes: 10),
            Task("Menyiapkan bahan rapat", "kegiatan", minutes: 90),
        ])
    static let policyReviewer = CityRole(
        name: "Penelaah Teknis Kebijakan", family: "Kebijakan", track: .pelaksana,
        schoolings: [administration, law, management],
        tasks: [
            Task("Menelaah bahan kebijakan teknis", "telaahan", minutes: 300),
            Task("Menyusun laporan pelaksanaan kebijakan", "laporan", minutes: 420),
        ])
    static let dataProcessor = CityRole(
        name: "Pengolah Data dan Informasi", family: "Teknologi Informasi", track: .pelaksana,
        schoolings: [informaticsDiploma, administrationDiploma],
        tasks: [
            Task("Mengolah data layanan", "dokumen", minutes: 45),
            Task("Menyajikan rekapitulasi data", "rekapitulasi", minutes: 120),
        ])
    static let serviceManager = CityRole(
        name: "Penata Layanan Operasional", family: "Pelayanan", track: .pelaksana,
        schoolings: [administration, management, law],
        tasks: [
            Task("Mengatur alur antrean dan petugas loket", "hari layanan", minutes: 180),
            Task("Menindaklanjuti pengaduan", "pengaduan", minutes: 60),
        ])
    static let computerOfficer = CityRole(
        name: "Pranata Komputer", family: "Teknologi Informasi", track: .both,
        schoolings: [informatics, informatics, informaticsDiploma],
        tasks: [
            Task("Memelihara sistem informasi", "sistem", minutes: 900),
            Task("Menangani gangguan layanan digital", "gangguan", minutes: 75),
        ], technical: "teknis-informatika")
    static let archivist = CityRole(
        name: "Arsiparis", family: "Kearsipan", track: .both,
        schoolings: [Schooling(.diploma3, "Kearsipan", "A.Md.S.I."), Schooling(.bachelor, "Ilmu Sejarah", "S.S.")],
        tasks: [
            Task("Menata berkas arsip dinamis", "berkas", minutes: 25),
            Task("Melayani peminjaman arsip", "permintaan", minutes: 30),
        ], technical: "teknis-kearsipan")
    static let personnelAnalyst = CityRole(
        name: "Analis SDM Aparatur", family: "Kepegawaian", track: .expert,
        schoolings: [administration, management, Schooling(.bachelor, "Psikologi", "S.Psi.")],
        tasks: [
            Task("Menganalisis kebutuhan pegawai", "analisis", minutes: 600),
            Task("Memproses usul kepegawaian", "usul", minutes: 60),
        ], technical: "teknis-kepegawaian")
    static let planner = CityRole(
        name: "Perencana", family: "Perencanaan", track: .expert,
        schoolings: [Schooling(.bachelor, "Perencanaan Wilayah dan Kota", "S.T."), administration],
        tasks: [
            Task("Menyusun rencana kerja", "dokumen", minutes: 2400),
            Task("Mengevaluasi capaian kinerja", "laporan", minutes: 900),
        ], technical: "teknis-perencanaan")
    static let policyAnalyst = CityRole(
        name: "Analis Kebijakan", family: "Kebijakan", track: .expert,
        schoolings: [administration, law, government],
        tasks: [
            Task("Menyusun rekomendasi kebijakan", "rekomendasi", minutes: 1800),
            Task("Memantau pelaksanaan kebijakan", "laporan", minutes: 600),
        ])
    static let financeAnalyst = CityRole(
        name: "Analis Keuangan Pusat dan Daerah", family: "Keuangan", track: .expert,
        schoolings: [Schooling(.bachelor, "Akuntansi", "S.Ak."), management],
        tasks: [
            Task("Memeriksa dokumen pencairan", "dokumen", minutes: 40),
            Task("Menyusun laporan keuangan", "laporan", minutes: 1500),
        ], technical: "teknis-keuangan")
    static let trainer = CityRole(
        name: "Widyaiswara", family: "Kediklatan", track: .expert,
        schoolings: [
            Schooling(.master, "Administrasi Publik", "S.A.P., M.A.P."),
            Schooling(.master, "Pendidikan", "S.Pd., M.Pd."),
        ],
        tasks: [
            Task("Mengajar pelatihan", "jam pelajaran", minutes: 45),
            Task("Menyusun bahan ajar", "modul", minutes: 1200),
        ], retirementAge: 60, technical: "teknis-kepegawaian", contractPerMille: 0)
    static let auditor = CityRole(
        name: "Auditor", family: "Pengawasan", track: .expert,
        schoolings: [Schooling(.bachelor, "Akuntansi", "S.Ak."), law],
        tasks: [
            Task("Melaksanakan audit kinerja", "penugasan", minutes: 4800),
            Task("Mereviu laporan", "laporan", minutes: 600),
        ], certificates: ["sertifikat-auditor"], technical: "teknis-pengawasan")
    static let permitOfficer = CityRole(
        name: "Penata Perizinan", family: "Perizinan", track: .expert,
        schoolings: [law, administration, management],
        tasks: [
            Task("Memverifikasi permohonan izin", "permohonan", minutes: 45),
            Task("Memeriksa lokasi usaha", "pemeriksaan", minutes: 180),
        ], technical: "teknis-perizinan")
    static let populationDataOfficer = CityRole(
        name: "Administrator Database Kependudukan", family: "Kependudukan", track: .both,
        schoolings: [informatics, informaticsDiploma],
        tasks: [
            Task("Memvalidasi data penduduk", "data", minutes: 10),
            Task("Menangani data ganda", "kasus", minutes: 50),
        ], technical: "teknis-kependudukan")
    static let teacher = CityRole(
        name: "Guru", family: "Pendidikan", track: .expert,
        schoolings: [
            Schooling(.bachelor, "Pendidikan Guru Sekolah Dasar", "S.Pd."),
            Schooling(.bachelor, "Pendidikan Matematika", "S.Pd."),
            Schooling(.bachelor, "Pendidikan Bahasa Indonesia", "S.Pd."),
        ],
        tasks: [
            Task("Melaksanakan pembelajaran", "jam pelajaran", minutes: 40),
            Task("Menilai hasil belajar", "penilaian", minutes: 20),
        ], certificates: ["sertifikat-pendidik"], retirementAge: 60, technical: "teknis-pendidikan",
        contractPerMille: 350)
    static let nurse = CityRole(
        name: "Perawat", family: "Kesehatan", track: .both,
        schoolings: [
            Schooling(.diploma3, "Keperawatan", "A.Md.Kep."), Schooling(.bachelor, "Keperawatan", "S.Kep., Ns."),
        ],
        tasks: [
            Task("Melaksanakan asuhan keperawatan", "pasien", minutes: 20),
            Task("Mencatat rekam asuhan", "catatan", minutes: 6),
        ], certificates: ["STR", "SIP"], technical: "teknis-kesehatan", contractPerMille: 250)
    static let midwife = CityRole(
        name: "Bidan", family: "Kesehatan", track: .both,
        schoolings: [Schooling(.diploma3, "Kebidanan", "A.Md.Keb."), Schooling(.diploma4, "Kebidanan", "S.Tr.Keb.")],
        tasks: [
            Task("Memeriksa ibu hamil", "pasien", minutes: 25),
            Task("Mengunjungi ibu nifas", "kunjungan", minutes: 60),
        ], certificates: ["STR", "SIP"], technical: "teknis-kesehatan", contractPerMille: 250)
    static let doctor = CityRole(
        name: "Dokter", family: "Kesehatan", track: .expert,
        schoolings: [Schooling(.bachelor, "Profesi Dokter", before: "dr.")],
        tasks: [
            Task("Memeriksa pasien rawat jalan", "pasien", minutes: 12),
            Task("Melaksanakan penyuluhan kesehatan", "kegiatan", minutes: 120),
        ], certificates: ["STR", "SIP"], retirementAge: 60, technical: "teknis-kesehatan")
    static let socialWorker = CityRole(
        name: "Pekerja Sosial", family: "Sosial", track: .both,
        schoolings: [
            Schooling(.bachelor, "Kesejahteraan Sosial", "S.Sos."), Schooling(.diploma3, "Pekerjaan Sosial", "A.Md."),
        ],
        tasks: [
            Task("Mengasesmen penerima layanan", "asesmen", minutes: 90),
            Task("Mendampingi keluarga", "kunjungan", minutes: 120),
        ], technical: "teknis-sosial")
    static let publicRelations = CityRole(
        name: "Pranata Hubungan Masyarakat", family: "Komunikasi", track: .both,
        schoolings: [
            Schooling(.bachelor, "Ilmu Komunikasi", "S.I.Kom."), Schooling(.diploma3, "Hubungan Masyarakat", "A.Md."),
        ],
        tasks: [
            Task("Menyusun siaran pers", "naskah", minutes: 120),
            Task("Menjawab permintaan informasi", "permintaan", minutes: 30),
        ], technical: "teknis-komunikasi")
    static let vehicleInspector = CityRole(
        name: "Penguji Kendaraan Bermotor", family: "Perhubungan", track: .skilled,
        schoolings: [Schooling(.diploma3, "Pengujian Kendaraan Bermotor", "A.Md.PKB.")],
        tasks: [
            Task("Menguji kendaraan", "kendaraan", minutes: 25),
            Task("Memelihara alat uji", "alat", minutes: 90),
        ], certificates: ["sertifikat-penguji"], technical: "teknis-perhubungan")
    static let buildingEngineer = CityRole(
        name: "Penata Bangunan Gedung dan Kawasan Permukiman", family: "Perumahan", track: .expert,
        schoolings: [civilEngineering, Schooling(.bachelor, "Arsitektur", "S.Ars.")],
        tasks: [
            Task("Memeriksa gambar bangunan", "berkas", minutes: 120),
            Task("Mengawasi pekerjaan di lapangan", "pengawasan", minutes: 240),
        ], technical: "teknis-perumahan")
    static let environmentOfficer = CityRole(
        name: "Pengendali Dampak Lingkungan", family: "Lingkungan Hidup", track: .both,
        schoolings: [
            Schooling(.bachelor, "Teknik Lingkungan", "S.T."), Schooling(.diploma3, "Kesehatan Lingkungan", "A.Md.KL."),
        ],
        tasks: [
            Task("Memantau mutu lingkungan", "titik pantau", minutes: 150),
            Task("Memeriksa dokumen lingkungan", "dokumen", minutes: 240),
        ], technical: "teknis-lingkungan")
    static let civicOrderOfficer = CityRole(
        name: "Polisi Pamong Praja", family: "Ketertiban", track: .both,
        schoolings: [government, administrationDiploma, law],
        tasks: [
            Task("Melaksanakan patroli wilayah", "patroli", minutes: 180),
            Task("Menangani pelanggaran peraturan daerah", "kasus", minutes: 150),
        ], technical: "teknis-ketertiban")
    static let firefighter = CityRole(
        name: "Pemadam Kebakaran", family: "Ketertiban", track: .skilled,
        schoolings: [Schooling(.diploma3, "Keselamatan Kerja", "A.Md.K3.")],
        tasks: [
            Task("Siaga dan menangani kebakaran", "giliran", minutes: 480),
            Task("Memeriksa proteksi kebakaran", "bangunan", minutes: 120),
        ], certificates: ["sertifikat-pemadam"], technical: "teknis-ketertiban")
    static let librarian = CityRole(
        name: "Pustakawan", family: "Perpustakaan", track: .both,
        schoolings: [
            Schooling(.bachelor, "Ilmu Perpustakaan", "S.I.Pust."), Schooling(.diploma3, "Perpustakaan", "A.Md."),
        ],
        tasks: [
            Task("Melayani pemustaka", "pemustaka", minutes: 10),
            Task("Mengolah bahan pustaka", "judul", minutes: 30),
        ], technical: "teknis-perpustakaan")
    static let procurementOfficer = CityRole(
        name: "Pengelola Pengadaan Barang dan Jasa", family: "Pengadaan", track: .expert,
        schoolings: [law, management, civilEngineering],
        tasks: [
            Task("Melaksanakan pemilihan penyedia", "paket", minutes: 900),
            Task("Menelaah dokumen pengadaan", "dokumen", minutes: 180),
        ], certificates: ["sertifikat-pbj"], technical: "teknis-pengadaan")
    static let farmAdviser = CityRole(
        name: "Penyuluh Pertanian", family: "Pertanian", track: .both,
        schoolings: [Schooling(.bachelor, "Agribisnis", "S.P."), Schooling(.diploma3, "Pertanian", "A.Md.P.")],
        tasks: [
            Task("Mengunjungi kelompok tani", "kunjungan", minutes: 180),
            Task("Menyusun materi penyuluhan", "materi", minutes: 240),
        ], technical: "teknis-pertanian")
    static let labourMediator = CityRole(
        name: "Pengantar Kerja", family: "Ketenagakerjaan", track: .expert,
        schoolings: [Schooling(.bachelor, "Psikologi", "S.Psi."), law],
        tasks: [
            Task("Melayani pencari kerja", "pencari kerja", minutes: 20),
            Task("Memediasi penempatan kerja", "penempatan", minutes: 120),
        ], technical: "teknis-ketenagakerjaan")
}
