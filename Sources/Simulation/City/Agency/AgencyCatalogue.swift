/// The agencies of the made-up city in the order in which a recipe takes them: twelve offices, the sixteen kecamatan,
/// then further offices and divisions.
enum AgencyCatalogue {
    /// Kecamatan of the reference region; the city and its people are made up, its map is not.
    static let districts = [
        "Semarang Tengah", "Semarang Utara", "Semarang Timur", "Semarang Selatan", "Semarang Barat", "Gayamsari",
        "Candisari", "Gajahmungkur", "Genuk", "Pedurungan", "Tembalang", "Banyumanik", "Gunungpati", "Mijen",
        "Ngaliyan", "Tugu",
    ]

    static let plans: [AgencyPlan] = firstOffices + districts.map(kecamatan) + furtherOffices + divisions

    private static let support: [(element: CityRole, weight: Int)] = [
        (.officeClerk, 4), (.policyReviewer, 4), (.dataProcessor, 2), (.archivist, 1), (.planner, 1),
        (.personnelAnalyst, 1), (.computerOfficer, 1), (.financeAnalyst, 1),
    ]

    private static let counters: [(element: CityRole, weight: Int)] = [
        (.serviceOperator, 5), (.serviceManager, 2), (.dataProcessor, 1),
    ]

    private static func office(
        _ code: String,
        _ name: String,
        _ englishName: String,
        head: String? = nil,
        eselon: CityPost.Eselon = .iib,
        district: String = "Semarang Tengah",
        weight: Int = 3,
        sections: [String],
        technical: String,
        services: [String] = [],
        roles: [(element: CityRole, weight: Int)] = [],
        outlets: AgencyPlan.Outlets? = nil
    ) -> AgencyPlan {
        AgencyPlan(
            code: code, name: name, englishName: englishName, headTitle: head ?? "Kepala \(name)",
            headEselon: eselon, headDistrict: district, weight: weight, sections: sections, technical: technical,
            services: services, mix: support + roles, outlets: outlets)
    }

    private static func counterOutlets(_ noun: String, headTitle: String? = nil, each: Int = 12, perMille: Int = 450)
        -> AgencyPlan.Outlets
    {
        AgencyPlan.Outlets(noun: noun, headTitle: headTitle, staffEach: each, perMille: perMille, mix: counters)
    }

    private static let firstOffices: [AgencyPlan] = [
        office(
            "bkpp", "Badan Kepegawaian, Pendidikan dan Pelatihan", "Personnel, Education and Training Agency",
            weight: 3,
            sections: ["Mutasi dan Promosi", "Pengembangan Kompetensi", "Penilaian Kinerja", "Informasi ASN"],
            technical: "teknis-kepegawaian", services: ["Konsultasi Kepegawaian"],
            roles: [(.personnelAnalyst, 5), (.trainer, 2)]),
        office(
            "disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil", "Population and Civil Registration Office",
            weight: 6, sections: ["Pendaftaran Penduduk", "Pencatatan Sipil", "Pemanfaatan Data"],
            technical: "teknis-kependudukan",
            services: ["Perekaman KTP-el", "Kartu Keluarga", "Akta Kelahiran", "Pindah Datang"],
            roles: [(.populationDataOfficer, 4)],
            outlets: counterOutlets("Loket Pelayanan Kependudukan", perMille: 600)),
        office(
            "dpmptsp", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
            "Investment and One-Stop Service Office",
            weight: 4, sections: ["Pelayanan Perizinan", "Promosi Penanaman Modal", "Pengaduan dan Kebijakan"],
            technical: "teknis-perizinan",
            services: ["Perizinan Berusaha", "Persetujuan Bangunan Gedung", "Pengaduan"],
            roles: [(.permitOfficer, 4)], outlets: counterOutlets("Mal Pelayanan Publik", perMille: 400)),
        office(
            "disdik", "Dinas Pendidikan", "Education Office",
            weight: 40, sections: ["Pembinaan SD", "Pembinaan SMP", "PAUD dan Pendidikan Nonformal"],
            technical: "teknis-pendidikan", services: ["Penerimaan Murid Baru", "Legalisasi Ijazah"],
            outlets: AgencyPlan.Outlets(
                noun: "SD Negeri", headTitle: nil, staffEach: 14, perMille: 880,
                mix: [(.teacher, 12), (.officeClerk, 1), (.serviceOperator, 1)])),
        office(
            "dinkes", "Dinas Kesehatan", "Health Office", district: "Semarang Selatan",
            weight: 22, sections: ["Pelayanan Kesehatan", "Pencegahan Penyakit", "Kesehatan Masyarakat"],
            technical: "teknis-kesehatan", services: ["Pendaftaran Pasien", "Izin Praktik"],
            outlets: AgencyPlan.Outlets(
                noun: "Puskesmas", headTitle: nil, staffEach: 18, perMille: 850,
                mix: [
                    (.nurse, 7), (.midwife, 4), (.doctor, 2), (.serviceOperator, 2), (.officeClerk, 1),
                    (.dataProcessor, 1),
                ])),
        office(
            "dinsos", "Dinas Sosial", "Social Affairs Office", district: "Semarang Timur",
            sections: ["Perlindungan Sosial", "Rehabilitasi Sosial", "Pemberdayaan Sosial"],
            technical: "teknis-sosial", services: ["Bantuan Sosial", "Rekomendasi Jaminan Kesehatan"],
            roles: [(.socialWorker, 5)], outlets: counterOutlets("Pusat Layanan Sosial", perMille: 300)),
        office(
            "diskominfo", "Dinas Komunikasi, Informatika, Statistik dan Persandian",
            "Communication and Informatics Office",
            sections: ["Aplikasi Informatika", "Infrastruktur Digital", "Komunikasi Publik", "Statistik"],
            technical: "teknis-informatika", services: ["Informasi Publik"],
            roles: [(.computerOfficer, 7), (.publicRelations, 3), (.trainer, 1)]),
        office(
            "bapenda", "Badan Pendapatan Daerah", "Regional Revenue Agency", weight: 5,
            sections: ["Pendataan Pajak", "Penetapan dan Penagihan", "Pengawasan Pajak"],
            technical: "teknis-pajak", services: ["Pembayaran PBB", "Pendaftaran Wajib Pajak"],
            roles: [(.financeAnalyst, 4)],
            outlets: counterOutlets("UPTD Pelayanan Pajak", headTitle: "Kepala UPTD", perMille: 400)),
        office(
            "dishub", "Dinas Perhubungan", "Transport Office", district: "Semarang Barat", weight: 5,
            sections: ["Lalu Lintas", "Angkutan", "Prasarana"],
            technical: "teknis-perhubungan", services: ["Uji Kendaraan", "Izin Trayek"],
            roles: [(.vehicleInspector, 4)],
            outlets: counterOutlets("UPTD Terminal", headTitle: "Kepala UPTD", perMille: 350)),
        office(
            "disperkim", "Dinas Perumahan dan Kawasan Permukiman", "Housing and Settlements Office",
            district: "Semarang Utara", sections: ["Perumahan", "Kawasan Permukiman", "Pertamanan"],
            technical: "teknis-perumahan", services: ["Rumah Susun"], roles: [(.buildingEngineer, 5)]),
        office(
            "dlh", "Dinas Lingkungan Hidup", "Environment Office", district: "Gayamsari", weight: 5,
            sections: ["Tata Lingkungan", "Pengelolaan Sampah", "Pengendalian Pencemaran"],
            technical: "teknis-lingkungan", services: ["Persetujuan Lingkungan"], roles: [(.environmentOfficer, 5)],
            outlets: counterOutlets("UPTD Kebersihan", headTitle: "Kepala UPTD", perMille: 350)),
        office(
            "satpolpp", "Satuan Polisi Pamong Praja", "Civic Order Unit", head: "Kepala Satuan", weight: 5,
            sections: ["Ketertiban Umum", "Penegakan Peraturan", "Pelindungan Masyarakat"],
            technical: "teknis-ketertiban", services: ["Pengaduan Ketertiban"], roles: [(.civicOrderOfficer, 14)]),
    ]

    /// Codes have at most 24 characters, so the kecamatan named after the city shorten its name.
    private static func kecamatan(_ district: String) -> AgencyPlan {
        let prefix = "Semarang "
        let short = district.hasPrefix(prefix) ? "smg-" + district.dropFirst(prefix.count) : district
        return AgencyPlan(
            code: "kecamatan-" + short.lowercased(), name: "Kecamatan \(district)",
            englishName: "\(district) District", shape: .district, headTitle: "Camat \(district)", headEselon: .iiia,
            headDistrict: district, weight: 3,
            sections: ["Pemerintahan", "Pembangunan", "Kesejahteraan Sosial", "Ketertiban Umum"],
            technical: "teknis-kewilayahan", services: ["Surat Keterangan", "Legalisasi"], mix: support,
            outlets: AgencyPlan.Outlets(
                noun: "Kelurahan", headTitle: "Lurah", staffEach: 8, perMille: 600,
                mix: [(.serviceOperator, 4), (.officeClerk, 3), (.serviceManager, 1)]))
    }

    private static let furtherOffices: [AgencyPlan] = [
        office(
            "setda", "Sekretariat Daerah", "City Secretariat", head: "Sekretaris Daerah", eselon: .iia,
            sections: ["Pemerintahan dan Kesejahteraan", "Perekonomian dan Pembangunan", "Administrasi Umum"],
            technical: "teknis-pemerintahan", roles: [(.policyAnalyst, 4)]),
        office(
            "setwan", "Sekretariat DPRD", "Council Secretariat", head: "Sekretaris DPRD",
            sections: ["Persidangan", "Penganggaran", "Umum"], technical: "teknis-pemerintahan",
            roles: [(.publicRelations, 2)]),
        office(
            "inspektorat", "Inspektorat", "Inspectorate", head: "Inspektur",
            sections: ["Wilayah I", "Wilayah II", "Investigasi"], technical: "teknis-pengawasan",
            roles: [(.auditor, 12)]),
        office(
            "bappeda", "Badan Perencanaan Pembangunan Daerah", "Development Planning Agency",
            sections: ["Pemerintahan", "Ekonomi", "Infrastruktur"], technical: "teknis-perencanaan",
            roles: [(.planner, 10)]),
        office(
            "bpkad", "Badan Pengelola Keuangan dan Aset Daerah", "Finance and Assets Agency",
            sections: ["Anggaran", "Perbendaharaan", "Aset"], technical: "teknis-keuangan",
            roles: [(.financeAnalyst, 10)]),
        office(
            "kesbangpol", "Badan Kesatuan Bangsa dan Politik", "National Unity and Politics Agency", weight: 1,
            sections: ["Kewaspadaan", "Ideologi"], technical: "teknis-pemerintahan", roles: [(.policyAnalyst, 3)]),
        office(
            "bpbd", "Badan Penanggulangan Bencana Daerah", "Disaster Management Agency", weight: 2,
            sections: ["Kesiapsiagaan", "Kedaruratan"], technical: "teknis-ketertiban",
            roles: [(.civicOrderOfficer, 2)]),
        office(
            "damkar", "Dinas Pemadam Kebakaran", "Fire Service", weight: 4,
            sections: ["Operasi", "Pencegahan"], technical: "teknis-ketertiban", roles: [(.firefighter, 25)]),
        office(
            "dpu", "Dinas Pekerjaan Umum", "Public Works Office", weight: 4,
            sections: ["Bina Marga", "Sumber Daya Air"], technical: "teknis-perumahan",
            roles: [(.buildingEngineer, 8)]),
        office(
            "distaru", "Dinas Penataan Ruang", "Spatial Planning Office",
            sections: ["Tata Ruang", "Bangunan"], technical: "teknis-perumahan", services: ["Informasi Tata Ruang"],
            roles: [(.buildingEngineer, 6)]),
        office(
            "disdag", "Dinas Perdagangan", "Trade Office", weight: 5,
            sections: ["Pengelolaan Pasar", "Stabilitas Harga"], technical: "teknis-perdagangan",
            services: ["Retribusi Pasar"], outlets: counterOutlets("UPTD Pasar", headTitle: "Kepala UPTD")),
        office(
            "dinkop", "Dinas Koperasi dan Usaha Mikro", "Cooperatives Office", weight: 2,
            sections: ["Koperasi", "Usaha Mikro"], technical: "teknis-perdagangan", services: ["Pendampingan Usaha"]),
        office(
            "disnaker", "Dinas Tenaga Kerja", "Labour Office", weight: 2,
            sections: ["Penempatan Kerja", "Hubungan Industrial"], technical: "teknis-ketenagakerjaan",
            services: ["Kartu Pencari Kerja"], roles: [(.labourMediator, 6)]),
        office(
            "disperin", "Dinas Perindustrian", "Industry Office", weight: 1,
            sections: ["Industri Agro", "Industri Kreatif"], technical: "teknis-perdagangan"),
        office(
            "dispertan", "Dinas Pertanian", "Agriculture Office", district: "Mijen", weight: 2,
            sections: ["Tanaman Pangan", "Peternakan"], technical: "teknis-pertanian", roles: [(.farmAdviser, 8)]),
        office(
            "disperikanan", "Dinas Perikanan", "Fisheries Office", district: "Semarang Utara", weight: 1,
            sections: ["Budi Daya", "Tangkap"], technical: "teknis-pertanian", roles: [(.farmAdviser, 3)]),
        office(
            "dishanpan", "Dinas Ketahanan Pangan", "Food Security Office", weight: 1,
            sections: ["Ketersediaan", "Konsumsi"], technical: "teknis-pertanian", roles: [(.farmAdviser, 3)]),
        office(
            "disbudpar", "Dinas Kebudayaan dan Pariwisata", "Culture and Tourism Office", weight: 2,
            sections: ["Kebudayaan", "Pariwisata"], technical: "teknis-komunikasi", roles: [(.publicRelations, 3)]),
        office(
            "dispora", "Dinas Kepemudaan dan Olahraga", "Youth and Sports Office", weight: 1,
            sections: ["Kepemudaan", "Olahraga"], technical: "teknis-pemerintahan"),
        office(
            "arpus", "Dinas Arsip dan Perpustakaan", "Archives and Library Office", weight: 2,
            sections: ["Kearsipan", "Perpustakaan"], technical: "teknis-kearsipan",
            services: ["Layanan Baca"], roles: [(.archivist, 6), (.librarian, 6)]),
        office(
            "dp3a", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "Women and Children Office", weight: 1,
            sections: ["Pemberdayaan", "Perlindungan"], technical: "teknis-sosial", services: ["Pengaduan Kekerasan"],
            roles: [(.socialWorker, 5)]),
        office(
            "dalduk", "Dinas Pengendalian Penduduk dan Keluarga Berencana", "Family Planning Office", weight: 2,
            sections: ["Pengendalian Penduduk", "Keluarga Berencana"], technical: "teknis-sosial",
            roles: [(.midwife, 3)]),
    ]

    private static let divisions: [AgencyPlan] = [
        division("hukum", "Hukum", "Legal", roles: [(.policyAnalyst, 3)]),
        division("organisasi", "Organisasi", "Organisation", roles: [(.personnelAnalyst, 4)]),
        division("umum", "Umum", "General Affairs", roles: []),
        division("perekonomian", "Perekonomian", "Economic", roles: [(.financeAnalyst, 3)]),
        division("kesra", "Kesejahteraan Rakyat", "Welfare", roles: [(.policyAnalyst, 2)]),
        division("pemerintahan", "Pemerintahan", "Government", roles: [(.policyAnalyst, 3)]),
        division("protokol", "Protokol", "Protocol", roles: [(.publicRelations, 4)]),
        division("pengadaan", "Pengadaan Barang dan Jasa", "Procurement", roles: [(.procurementOfficer, 8)]),
        division("kerjasama", "Kerja Sama", "Cooperation", roles: [(.policyAnalyst, 2)]),
        division("pembangunan", "Administrasi Pembangunan", "Development", roles: [(.planner, 4)]),
    ]

    private static func division(
        _ code: String,
        _ name: String,
        _ englishName: String,
        roles: [(element: CityRole, weight: Int)]
    ) -> AgencyPlan {
        AgencyPlan(
            code: "bagian-\(code)", name: "Bagian \(name)", englishName: "\(englishName) Division", shape: .division,
            headTitle: "Kepala Bagian \(name)", headEselon: .iiia, headDistrict: "Semarang Tengah", weight: 1,
            sections: ["Penyusunan", "Pelaksanaan"], technical: "teknis-pemerintahan", services: [],
            mix: support + roles, outlets: nil)
    }
}
