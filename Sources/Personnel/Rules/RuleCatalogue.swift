/// Every rule with its article, strength and title, in the order R1 to R27.
public enum RuleCatalogue {
    /// The rules that the coordinator alone computes: they need no staff data. R12 and R21 it computes as well, over the card
    /// and the offers.
    public static let coordinatorOnly: [RuleID] = [.r3, .r16, .r17, .r18, .r19, .r22, .r24]

    /// The rules of the home registry's sheet, which need staff data.
    public static let computedAtHome: [RuleID] = RuleID.allCases.filter { !coordinatorOnly.contains($0) }

    /// The entries of all rules in their order.
    public static let entries: [RuleEntry] = RuleID.allCases.map(entry)

    /// How hard a fail with this reason is.
    ///
    /// A competence a little below the standard is a finding for whoever decides; far below it stops the move. So does a
    /// donor that would fall below its floor by lending somebody, or is in a rush itself.
    public static func strength(of rule: RuleID, reason: RuleReason) -> RuleStrength {
        switch reason {
        case .competenceFarBelow, .donorBelowFloor, .donorInRush: .hard
        default: entry(rule).strength
        }
    }

    public static func entry(_ rule: RuleID) -> RuleEntry {
        let release = "Peraturan BKN 5/2019 Ps 3"
        return switch rule {
        case .r1: hard(rule, release, "Status kepegawaian", "Employment")
        case .r2: hard(rule, "PP 11/2017 Ps 190(3)", "Masa dalam jabatan", "Term in the present post")
        case .r3:
            hard(rule, "\(release); PermenPANRB 1/2020", "Formasi tersedia", "A vacant seat")
        case .r4: hard(rule, release, "Anjab dan ABK kedua jabatan", "Job and workload analysis of both posts")
        case .r5: hard(rule, release, "Predikat SKP", "Appraisals")
        case .r6: hard(rule, "\(release); PP 94/2021 Ps 8", "Hukuman disiplin", "Discipline")
        case .r7:
            hard(rule, "Manajemen talenta daerah", "Hukuman disiplin 2 tahun terakhir", "Sanctions of the last 2 years")
        case .r8: hard(rule, release, "Tugas belajar, ikatan dinas, CLTN", "Study, service bond and leave")
        case .r9: hard(rule, release, "Bebas temuan Inspektorat", "Inspectorate clearance")
        case .r10:
            hard(
                rule, "PP 11/2017 Ps 54, 107; PP 17/2020", "Pendidikan dan pengalaman jenjang",
                "Education and years for the level")
        case .r11: hard(rule, "PP 11/2017 Ps 54", "Pangkat terhadap eselon", "Grade for the eselon")
        case .r12: soft(rule, "PermenPANRB 38/2017", "Kompetensi terhadap standar", "Competence against the standard")
        case .r13: hard(rule, "Manajemen talenta daerah", "Kotak talenta", "Talent box")
        case .r14: hard(rule, "Manajemen talenta daerah", "Masa berlaku asesmen", "Age of the assessment")
        case .r15:
            hard(rule, "PermenPANRB 6/2024 Ps 59", "Masa kerja permohonan sendiri", "Service before an own request")
        case .r16:
            hard(
                rule, "UU 10/2016 Ps 71(2), 162(3)", "Larangan masa pemilihan kepala daerah",
                "Ban around the election of the head")
        case .r17: hard(rule, "Perpres 116/2022", "Kedudukan kepala daerah", "Standing of the deciding head")
        case .r18: hard(rule, "PP 11/2017 Ps 191", "Pertimbangan tim penilai kinerja", "Board opinion")
        case .r19:
            hard(
                rule, "PP 11/2017 Ps 191, 192", "Persetujuan asal dan tujuan", "Agreement of home and receiving agency")
        case .r20: soft(rule, "Kebijakan daerah", "Sisa masa kerja", "Years left to retirement")
        case .r21: hard(rule, "PP 11/2017 Ps 53", "Rangkap jabatan", "One post at a time")
        case .r22:
            hard(
                rule, "PP 11/2017 Ps 190(5); PermenPANRB 17/2024", "Konflik kepentingan", "Conflict of interest")
        case .r23: soft(rule, "Kebijakan daerah", "Batas minimal petugas", "Floor of the giving unit")
        case .r24: hard(rule, "Kebijakan daerah", "Pelatihan sebelum bertugas", "Training before the start")
        case .r25: hard(rule, "SE BKN 1/SE/I/2021", "Masa Plt", "Term of an acting holder")
        case .r26: hard(rule, "Ketentuan jabatan fungsional", "Sertifikat dan izin", "Certificates and licences")
        case .r27:
            hard(rule, "PermenPANRB 1/2023", "Masuk atau naik jenjang fungsional", "Functional post entry or rise")
        }
    }

    private static func hard(_ rule: RuleID, _ article: String, _ id: String, _ en: String) -> RuleEntry {
        RuleEntry(rule: rule, article: article, strength: .hard, indonesianTitle: id, englishTitle: en)
    }

    private static func soft(_ rule: RuleID, _ article: String, _ id: String, _ en: String) -> RuleEntry {
        RuleEntry(rule: rule, article: article, strength: .soft, indonesianTitle: id, englishTitle: en)
    }
}
