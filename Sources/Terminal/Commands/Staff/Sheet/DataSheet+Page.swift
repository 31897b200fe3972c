import Negotiation
import NodeKit
import Personnel

/// The sheet as its person reads it: every part with the file that it came from, and room to correct and to sign.
extension DataSheet {
    func page(_ presenter: Presenter) -> Page {
        let title = presenter.say("Lembar data pegawai, keadaan ", "Personnel data sheet as of ") + presenter.date(day)
        var page = Page([.title(title), .fields(identity(presenter))])
        page.blocks += gapsPage(presenter)
        page.blocks += history(presenter) + appraisals(presenter) + competences(presenter)
        page.blocks += learned(presenter) + counters(presenter) + talent(presenter) + leaves(presenter)
        page.blocks += wishes(presenter) + findings(presenter) + fit(presenter)
        page.blocks += signature(presenter)
        return page
    }

    // MARK: Parts

    private func identity(_ presenter: Presenter) -> [Page.Field] {
        let person = sheet.person
        let name = [person.titleBefore, person.name].compactMap { $0 }.joined(separator: " ")
        let held = sheet.definitiveAssignment(on: day)
        func known(_ date: CivilDate?) -> String { date.map(presenter.date) ?? "-" }
        func months(_ count: Int?) -> String {
            count.map { presenter.language.number($0) + presenter.say(" bulan", " months") } ?? "-"
        }
        var fields = [
            presenter.field("Nama", "Name", person.titleAfter.map { "\(name), \($0)" } ?? name),
            presenter.field("NIP", "NIP", person.nip.text),
            presenter.field("Status", "Employment", presenter.word(.term, person.employment.rawValue)),
            presenter.field("Kedudukan hukum", "Legal standing", person.legalStanding),
            presenter.field("Golongan", "Grade", person.grade?.text ?? "-"),
            presenter.field(
                "TMT CPNS / kontrak pertama", "First appointment", known(servant.entered ?? person.nip.entryDate)),
        ]
        fields +=
            person.permanentSince.map { [presenter.field("TMT PNS", "Permanent since", presenter.date($0))] } ?? []
        fields +=
            person.contractEnd.map { [presenter.field("Akhir kontrak", "Contract ends", presenter.date($0))] } ?? []
        fields += [
            presenter.field(
                "Pensiun", "Retires",
                known(servant.retirementDate(inPostOn: day, policy.personnel.forecast.retirementAges))),
            presenter.field("Jabatan", "Post", held?.postName ?? "-"),
            presenter.field("Unit", "Unit", held?.unitName ?? "-"),
            presenter.field("Kecamatan tempat tugas", "District of duty", profile.district ?? "-"),
            presenter.field("Lama dalam jabatan", "Time in the post", months(profile.monthsInPost)),
            presenter.field("Rumpun jabatan", "Family of posts", profile.family ?? "-"),
            presenter.field("Lama dalam rumpun", "Time in the family", months(profile.monthsInFamily)),
            presenter.field("Pendidikan", "Education", education),
            presenter.field("Sumber", "Source", "staff.csv, HierarkiUnor.csv"),
        ]
        return fields
    }

    private var education: String {
        guard let held = profile.education else { return "-" }
        return [held.level.rawValue, held.field].compactMap { $0 }.joined(separator: ", ")
    }

    private func gapsPage(_ presenter: Presenter) -> [Page.Block] {
        let heading = Page.Block.heading(presenter.say("Yang belum ada datanya", "What is missing"))
        guard !gaps.isEmpty else {
            return [
                heading, .paragraph(presenter.say("Tidak ada: semua bagian terisi.", "Nothing: every part is there.")),
            ]
        }
        return [
            heading, .items(gaps.map { name($0, presenter) }),
            .paragraph(
                presenter.say(
                    "Bagian tanpa data tidak dihitung nol dan tidak membuat siapa pun menang atau kalah.",
                    "A part without data never counts as nought, and nobody wins or loses a place by it.")),
        ]
    }

    private func history(_ presenter: Presenter) -> [Page.Block] {
        let rows = sheet.assignments.map { one in
            [
                span(one.assignment.span, presenter), one.postName, one.unitName,
                Self.word(one.assignment.kind)[presenter.language], one.decree?.number ?? "-",
                source(one.origin, presenter),
            ]
        }
        return part(
            presenter.say("Riwayat jabatan", "History of posts"), nil,
            [
                presenter.column("Masa", "Time"), presenter.column("Jabatan", "Post"),
                presenter.column("Unit", "Unit"), presenter.column("Jenis", "Kind"),
                presenter.column("SK", "Decree"), presenter.column("Sumber", "Source"),
            ], rows, presenter)
    }

    private func appraisals(_ presenter: Presenter) -> [Page.Block] {
        let rows = sheet.appraisals.map { ["\($0.year)", presenter.word(.term, $0.rating.rawValue)] }
        var blocks = part(
            presenter.say("Penilaian kinerja", "Appraisals"), .appraisals,
            [presenter.column("Tahun", "Year"), presenter.column("Predikat", "Rating")], rows, presenter)
        let trend =
            switch strengths.trend?.direction {
            case .rising: presenter.say("naik", "rising")
            case .steady: presenter.say("tetap", "steady")
            case .falling: presenter.say("turun", "falling")
            case nil:
                presenter.say("belum dapat disebut (kurang dari tiga tahun)", "cannot be told (fewer than three years)")
            }
        blocks.append(.fields([presenter.field("Kecenderungan", "Trend", trend)]))
        return blocks
    }

    private func competences(_ presenter: Presenter) -> [Page.Block] {
        let asked = standard?.levels ?? [:]
        let measured = scores.map { score -> [String] in
            let level = asked[score.competence]
            return [
                presenter.word(.competence, score.competence), "\(score.level)", level.map(String.init) ?? "-",
                level.map { (score.level > $0 ? "+" : "") + "\(score.level - $0)" } ?? "",
                presenter.date(score.assessed),
            ]
        }
        let unmeasured = strengths.unmeasured.map { code in
            [
                presenter.word(.competence, code), presenter.say("belum diukur", "not measured"),
                asked[code].map(String.init) ?? "-", "", "",
            ]
        }
        let title = presenter.say("Kompetensi", "Competences")
        var blocks = part(
            standard.map {
                title + presenter.say(" terhadap standar \($0.post)", " against the standard of \($0.post)")
            }
                ?? title, .competences,
            [
                presenter.column("Kompetensi", "Competence"), presenter.column("Level", "Level", .right),
                presenter.column("Standar", "Standard", .right), presenter.column("Selisih", "Difference", .right),
                presenter.column("Diukur", "Measured"),
            ], measured + unmeasured, presenter)
        func list(_ standings: [StrengthsAndTrend.Standing]) -> String {
            standings.isEmpty
                ? "-" : standings.map { presenter.word(.competence, $0.competence) }.joined(separator: ", ")
        }
        let jpm = strengths.jpmPermille.map { permille in
            "\(permille / 10) % " + (strengths.jpm.map { Self.word($0)[presenter.language] } ?? "")
        }
        blocks.append(
            .fields([
                presenter.field("Terkuat", "Strongest", list(strengths.strongest)),
                presenter.field("Terlemah", "Weakest", list(strengths.weakest)),
                presenter.field(
                    "JPM", "JPM",
                    jpm ?? presenter.say("belum dapat dihitung: data kurang", "cannot be computed: data missing")),
            ]))
        return blocks
    }

    private func learned(_ presenter: Presenter) -> [Page.Block] {
        let certificates = part(
            presenter.say("Sertifikat", "Certificates"), .certificates,
            [
                presenter.column("Jenis", "Kind"), presenter.column("Nomor", "Number"),
                presenter.column("Penerbit", "Issuer"), presenter.column("Berlaku sampai", "Valid until"),
            ],
            sheet.certificates.map {
                [
                    $0.kind, $0.number, $0.issuer,
                    $0.validUntil.map(presenter.date) ?? presenter.say("seterusnya", "no end"),
                ]
            }, presenter)
        let trainings = part(
            presenter.say("Pelatihan", "Training"), .trainings,
            [
                presenter.column("Nama", "Name"), presenter.column("JP", "Hours", .right),
                presenter.column("Tanggal", "Date"), presenter.column("Kompetensi", "Competence"),
            ],
            sheet.trainings.map {
                [
                    $0.name, "\($0.hours)", presenter.date($0.date),
                    $0.competence.map { presenter.word(.competence, $0) } ?? "-",
                ]
            }, presenter)
        let due = presenter.field(
            "Tahun ini", "This year",
            presenter.say(
                "\(hoursThisYear) dari \(policy.personnel.trainingHoursPerYear) JP",
                "\(hoursThisYear) of \(policy.personnel.trainingHoursPerYear) hours"))
        return certificates + trainings + [.fields([due])]
    }

    private func counters(_ presenter: Presenter) -> [Page.Block] {
        var blocks = part(
            presenter.say("Pengalaman loket", "Counter experience"), .counterDuties,
            [presenter.column("Layanan", "Service"), presenter.column("Masa", "Time")],
            sheet.counterDuties.map { [$0.service, span($0.span, presenter)] }, presenter)
        if let months = profile.counters, !sheet.counterDuties.isEmpty {
            let all = presenter.language.number(months.all)
            blocks.append(.fields([presenter.field("Seluruhnya", "In all", all + presenter.say(" bulan", " months"))]))
        }
        return blocks
    }

    private func talent(_ presenter: Presenter) -> [Page.Block] {
        func tenths(_ score: Int) -> String { presenter.language.decimal("\(score / 10).\(score % 10)") }
        let grid = policy.personnel.rules.talentGrid
        return part(
            presenter.say("Nilai talenta", "Talent scores"), .talents,
            [
                presenter.column("Tanggal", "Date"), presenter.column("Kinerja", "Performance", .right),
                presenter.column("Potensi", "Potential", .right),
                presenter.column("Kotak (dihitung)", "Box (computed)", .right),
            ],
            sheet.talents.map { score in
                [
                    presenter.date(score.assessed), tenths(score.performance), tenths(score.potential),
                    grid.map { "\($0.box(of: score))" } ?? "-",
                ]
            }, presenter)
    }

    private func leaves(_ presenter: Presenter) -> [Page.Block] {
        part(
            presenter.say("Tugas belajar, ikatan dinas, CLTN", "Study, service bond, leave outside state duty"),
            .leaves,
            [presenter.column("Jenis", "Kind"), presenter.column("Masa", "Time")],
            sheet.leaves.map { [$0.kind.rawValue, span($0.span, presenter)] }, presenter)
    }

    private func wishes(_ presenter: Presenter) -> [Page.Block] {
        func list(_ texts: [String]) -> String { texts.isEmpty ? "-" : texts.joined(separator: ", ") }
        let heading = Page.Block.heading(presenter.say("Keinginan", "Wishes"))
        guard let wishes = profile.wishes else {
            return [
                heading,
                .fields([
                    presenter.field("Jabatan", "Posts", Self.line),
                    presenter.field("Perangkat daerah", "Agencies", Self.line),
                    presenter.field("Kecamatan", "Districts", Self.line),
                ]),
                .paragraph(
                    presenter.say(
                        "Belum pernah ditanyakan: isi, atau tulis \"tidak ada\".",
                        "Never asked: fill in, or write \"none\".")),
            ]
        }
        return [
            heading,
            .fields([
                presenter.field("Jabatan", "Posts", list(wishes.posts)),
                presenter.field("Perangkat daerah", "Agencies", list(wishes.agencies)),
                presenter.field("Kecamatan", "Districts", list(wishes.districts)),
            ]),
        ]
    }

    private func findings(_ presenter: Presenter) -> [Page.Block] {
        let title =
            vacancy.map { presenter.say("Aturan untuk ", "Rules for ") + presenter.place(of: $0.id) }
            ?? presenter.say("Aturan yang melihat pegawai saja", "Rules that look at the person alone")
        return [.heading(title)] + (presenter.rules(rules).map { [.table($0)] } ?? [])
    }

    private func fit(_ presenter: Presenter) -> [Page.Block] {
        guard let match else { return [] }
        let language = presenter.language
        return [
            .heading(presenter.say("Kecocokan: ", "Fit: ") + FitText.score(match.fit, language)),
            .table(FitText.table(match.fit, language)),
            .fields([Page.Field(presenter.say("Pengembangan", "Growth"), GrowthText.text(match.growth, language))]),
            .paragraph(
                presenter.say(
                    "Kecocokan membantu yang memilih, tidak pernah memutuskan.",
                    "The fit helps whoever chooses; it never decides.")),
        ]
    }

    private func signature(_ presenter: Presenter) -> [Page.Block] {
        let until = dataCheck.map {
            presenter.say(
                " Kembalikan paling lambat \(presenter.date($0)), hari pemeriksaan data.",
                " Hand it back by \(presenter.date($0)), the day of the data check.")
        }
        let lines = (0..<Self.correctionLines).map { _ in [Self.line, Self.line, Self.line] }
        return [
            .heading(presenter.say("Perbaikan", "Corrections")),
            .table(
                Table(
                    [
                        presenter.column("Bagian", "Part"), presenter.column("Seharusnya", "Should be"),
                        presenter.column("Bukti", "Evidence"),
                    ], rows: lines)),
            .paragraph(
                presenter.say(
                    "Saya sudah membaca lembar ini. Isinya benar, kecuali yang saya tulis pada perbaikan.",
                    "I have read this sheet. What it says is right, except for what I wrote as corrections.")
                    + (until ?? "")),
            .fields([
                presenter.field("Tanda tangan", "Signature", Self.line),
                presenter.field("Tanggal", "Date", Self.line),
                presenter.field("Diterima oleh", "Received by", Self.line),
            ]),
        ]
    }

    // MARK: Words

    /// Room for what is written by hand.
    private static let line = "____________________"
    private static let correctionLines = 5

    /// A heading with its source, and the rows, or what it means that there are none.
    private func part(
        _ title: String, _ part: StaffPart?, _ columns: [Table.Column], _ rows: [[String]], _ presenter: Presenter
    ) -> [Page.Block] {
        let source = part.map { " (\($0.file.rawValue))" } ?? ""
        let none =
            part.map(sheet.states) ?? true
            ? presenter.say("Tidak ada.", "None.")
            : presenter.say("Data kurang: belum pernah diimpor.", "Data missing: never imported.")
        return [.heading(title + source), rows.isEmpty ? .paragraph(none) : .table(Table(columns, rows: rows))]
    }

    private func span(_ span: DatedSpan, _ presenter: Presenter) -> String {
        "\(presenter.date(span.from)) – \(span.until.map(presenter.date) ?? presenter.say("kini", "now"))"
    }

    private func source(_ origin: StaffAssignment.Origin, _ presenter: Presenter) -> String {
        switch origin {
        case .export: ImportFile.staff.rawValue
        case .history: ImportFile.placements.rawValue
        case .transfer: presenter.say("mutasi di sistem ini", "a transfer of this system")
        case .file: presenter.say("berkas kepegawaian", "personnel file")
        }
    }

    private func name(_ gap: Gap, _ presenter: Presenter) -> String {
        switch gap {
        case .part(let part): Self.word(part)[presenter.language] + " (\(part.file.rawValue))"
        case .grade: presenter.say("golongan", "grade")
        case .education: presenter.say("pendidikan", "education")
        case .educationField: presenter.say("bidang pendidikan", "field of education")
        case .post: presenter.say("satu jabatan definitif", "one post held for good")
        case .standard:
            presenter.say(
                "standar kompetensi jabatan (standar-jabatan.csv)", "the post's standard (standar-jabatan.csv)")
        case .district: presenter.say("kecamatan unit (HierarkiUnor.csv)", "the unit's district (HierarkiUnor.csv)")
        case .wishes: presenter.say("keinginan pegawai", "her own wishes")
        }
    }

    private static func word(_ part: StaffPart) -> Sentence {
        switch part {
        case .appraisals: Sentence("penilaian kinerja", "appraisals")
        case .competences: Sentence("hasil uji kompetensi", "measured competences")
        case .certificates: Sentence("sertifikat", "certificates")
        case .trainings: Sentence("pelatihan", "training")
        case .sanctions: Sentence("hukuman disiplin", "discipline")
        case .leaves: Sentence("tugas belajar dan cuti", "study and leave")
        case .counterDuties: Sentence("pengalaman loket", "counter experience")
        case .talents: Sentence("nilai talenta", "talent scores")
        }
    }

    private static func word(_ kind: Assignment.Kind) -> Sentence {
        switch kind {
        case .definitive: Sentence("definitif", "definitive")
        case .secondment: Sentence("penugasan sementara", "secondment")
        case .acting: Sentence("Plt / Plh", "acting")
        }
    }

    private static func word(_ jpm: JPMClass) -> Sentence {
        switch jpm {
        case .optimal: Sentence("optimal", "optimal")
        case .sufficient: Sentence("cukup optimal", "sufficient")
        case .lacking: Sentence("kurang optimal", "lacking")
        }
    }
}
