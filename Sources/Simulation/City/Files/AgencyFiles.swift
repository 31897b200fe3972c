/// Writes the files of one agency, each in the agency's dialect.
struct AgencyFiles {
    let agency: CityAgency
    let day: CityDay

    /// Every file of the agency's folder, in a fixed order; a file without rows still has its header.
    func all() -> [(path: String, bytes: [UInt8])] {
        [
            file("staff.csv", staff()),
            file("HierarkiUnor.csv", units()),
            file("Referensi-Jabatan-Struktural.csv", structuralPosts()),
            file("Referensi-Jabatan-Fungsional.csv", functionalPosts()),
            file("Referensi-Jabatan-Pelaksana.csv", pelaksanaPosts()),
            file("abk.csv", workload()),
            file("standar-jabatan.csv", standards()),
            file("rw_skp22.csv", appraisals()),
            file("kompetensi.csv", competences()),
            file("rw_diklat.csv", trainings()),
            file("rw_jabatan.csv", placements()),
            file("rw_hukdis.csv", sanctions()),
            file("rw_cltn.csv", leaves()),
            file("sertifikat.csv", certificates()),
            file("pengalaman-loket.csv", counterDuties()),
            file("talenta.csv", talents()),
        ]
    }

    private func file(_ name: String, _ content: DelimitedFile) -> (path: String, bytes: [UInt8]) {
        (path: "\(agency.plan.code)/\(name)", bytes: content.bytes)
    }

    private func table(_ header: [String], _ rows: [[Cell]]) -> DelimitedFile {
        var file = DelimitedFile(dialect: agency.dialect, header: header)
        for row in rows {
            file.append(row)
        }
        return file
    }

    /// A table of things that happened to people, each row beginning with the NIP.
    private func history<Event>(
        _ header: [String],
        of events: KeyPath<CityPerson, [Event]>,
        _ cells: (Event) -> [Cell]
    ) -> DelimitedFile {
        table(
            ["NIP BARU"] + header,
            agency.people.flatMap { person in
                person[keyPath: events].map { [.identifier(person.nip)] + cells($0) }
            })
    }

    // MARK: Staff and reference

    private func staff() -> DelimitedFile {
        let columns = StaffColumn.columns(agency.dialect.staffColumns)
        return table(
            columns.map(\.name),
            agency.people.map { person in
                let row = StaffColumn.Row(person: person, agency: agency, day: day)
                return columns.map { $0.value(row) }
            })
    }

    private func units() -> DelimitedFile {
        table(
            ["ID", "NAMA_UNOR", "ID_ATASAN", "KECAMATAN"],
            agency.units.map { unit in
                [
                    .text(unit.id), .text(unit.name), .text(unit.parent.map { agency.units[$0].id } ?? ""),
                    .text(unit.district),
                ]
            })
    }

    private func structuralPosts() -> DelimitedFile {
        table(
            ["ID", "Nama_unor", "Nama_jabatan", "Eselon_id"],
            agency.units.compactMap { unit in
                unit.headPost.map { post in
                    [.text(post.id), .text(unit.name), .text(post.name), .text(post.eselon?.rawValue ?? "")]
                }
            })
    }

    private func functionalPosts() -> DelimitedFile {
        table(
            ["ID", "Nama", "Jenjang", "BUP", "RUMPUN"],
            CityRole.all.filter { $0.track != .pelaksana }.flatMap(\.posts).map { post in
                [
                    .text(post.id), .text(post.name), .text(post.level?.rawValue ?? ""), .number(post.retirementAge),
                    .text(post.family),
                ]
            })
    }

    private func pelaksanaPosts() -> DelimitedFile {
        table(
            ["ID", "Nama", "RUMPUN"],
            CityRole.all.filter { $0.track == .pelaksana }.flatMap(\.posts).map { post in
                [.text(post.id), .text(post.name), .text(post.family)]
            })
    }

    // MARK: Workload and standards

    private func workload() -> DelimitedFile {
        table(
            ["JABATAN ID", "UNOR ID", "URAIAN TUGAS", "SATUAN HASIL", "VOLUME", "NORMA WAKTU"],
            agency.workload.map { row in
                [
                    .text(row.post.id), .text(agency.units[row.unit].id), .text(row.task.text), .text(row.task.unit),
                    .number(row.yearlyVolume), .number(row.task.minutes),
                ]
            })
    }

    private func standards() -> DelimitedFile {
        table(["JABATAN ID", "JENIS", "KODE", "NILAI"], agency.posts.flatMap(standardRows))
    }

    private func standardRows(_ post: CityPost) -> [[Cell]] {
        func row(_ kind: String, _ code: String, _ value: Cell) -> [Cell] {
            [.text(post.id), .text(kind), .text(code), value]
        }
        var rows = CityTraining.managerialCompetences.map { row("kompetensi", $0, .number(post.standard)) }
        rows.append(
            row(
                "kompetensi", post.role?.technical ?? agency.plan.technical,
                .number(agency.plan.technicalStandard(of: post))))
        rows += educationFields(of: post).map { row("pendidikan", post.minimumEducation.name, .text($0)) }
        rows += (post.role?.certificates ?? []).map { row("sertifikat", $0, .empty) }
        if post.servesCounters { rows.append(row("loket", "", .empty)) }
        rows.append(
            row(
                "golongan", CityGrade.servant(post.ranks.lowerBound).name,
                .text(CityGrade.servant(post.ranks.upperBound).name)))
        return rows
    }

    /// The fields that a functional post accepts; one empty field where every field will do.
    private func educationFields(of post: CityPost) -> [String] {
        guard post.kind == .functional, let role = post.role else {
            return [""]
        }
        var fields: [String] = []
        for schooling in role.schoolings where schooling.level >= post.minimumEducation {
            if !fields.contains(schooling.field) {
                fields.append(schooling.field)
            }
        }
        return fields
    }

    // MARK: Histories

    private func appraisals() -> DelimitedFile {
        history(["tahun", "hasilKinerja", "perilakuKerja", "kuadranKinerja"], of: \.appraisals) { appraisal in
            [
                .number(appraisal.year), .text(appraisal.results.rawValue), .text(appraisal.behaviour.rawValue),
                .text(appraisal.quadrant),
            ]
        }
    }

    private func competences() -> DelimitedFile {
        history(["KOMPETENSI", "LEVEL", "TANGGAL"], of: \.competences) { score in
            [.text(score.code), .number(score.level), .date(score.date)]
        }
    }

    private func trainings() -> DelimitedFile {
        history(["nama", "jumlahJam", "tanggal", "KOMPETENSI"], of: \.trainings) { attendance in
            [
                .text(attendance.training.name), .number(attendance.training.hours), .date(attendance.date),
                .text(attendance.training.competence),
            ]
        }
    }

    private func placements() -> DelimitedFile {
        history(
            ["JABATAN ID", "JABATAN NAMA", "UNOR ID", "tmtJabatan", "nomorSk", "jenisMutasi"], of: \.placements
        ) { placement in
            [
                .text(placement.post.id), .text(placement.post.name), .text(agency.units[placement.unit].id),
                .date(placement.from), .text(placement.decree), .text(placement.kind),
            ]
        }
    }

    private func sanctions() -> DelimitedFile {
        history(["jenis", "tingkat", "hukumanTanggal", "akhirHukumTanggal"], of: \.sanctions) { sanction in
            [.text(sanction.kind), .text(sanction.severity), .date(sanction.from), .date(sanction.until)]
        }
    }

    private func leaves() -> DelimitedFile {
        history(["jenis", "tanggalAwal", "tanggalAkhir"], of: \.leaves) { leave in
            [.text(leave.kind), .date(leave.from), .date(leave.until)]
        }
    }

    private func certificates() -> DelimitedFile {
        history(["jenis", "nomor", "penerbit", "tempat", "berlakuSampai"], of: \.certificates) { certificate in
            [
                .text(certificate.kind), .text(certificate.number), .text(certificate.issuer),
                .text(certificate.place), .optional(date: certificate.validUntil),
            ]
        }
    }

    private func talents() -> DelimitedFile {
        history(["KINERJA", "POTENSI", "TANGGAL"], of: \.talents) { score in
            [.number(score.performance), .number(score.potential), .date(score.date)]
        }
    }

    private func counterDuties() -> DelimitedFile {
        history(["LAYANAN", "DARI", "SAMPAI"], of: \.counterDuties) { duty in
            [.text(duty.service), .date(duty.from), .optional(date: duty.until)]
        }
    }
}
