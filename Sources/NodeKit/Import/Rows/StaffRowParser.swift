import Personnel

/// Reads one row of the staff export; collects the warnings of all rows.
struct StaffRowParser {
    let file: String
    let workplaceIDs: [String]
    private(set) var warnings: [RowWarning] = []

    init(file: String, workplaceIDs: [String]) {
        self.file = file
        self.workplaceIDs = workplaceIDs
    }

    /// The row, or what can be said of it: the NIP also of a row that is bad elsewhere, to find it a second time.
    mutating func parse(_ cells: inout RowReader) -> (nip: NIP?, value: StaffRow?) {
        guard cells.isAligned else { return (nil, nil) }
        let nip = cells.nip("NIP BARU")
        let name = cells.required("NAMA", "the name")
        let born = cells.requiredDate("TANGGAL LAHIR")
        let sex = cells.word("JENIS KELAMIN", "M/F, L/P or Pria/Wanita", Self.sex)
        let standing = cells.required("KEDUDUKAN HUKUM NAMA", "a legal standing such as Aktif")
        let employment = employment(&cells)
        let grade = grade(&cells, employment)
        let post = post(&cells)
        let level = cells.optionalWord(
            "TINGKAT PENDIDIKAN NAMA", "a level such as SLTA, Diploma III or S-1/Sarjana", EducationLevel.init(parsing:)
        )
        let field = cells.optional("PENDIDIKAN NAMA")
        let entered = cells.optionalDate("TMT CPNS")
        let permanent = cells.optionalDate("TMT PNS")
        let contractEnd = cells.optionalDate("AKHIR KONTRAK")
        checkWorkplace(&cells)

        guard cells.errors.isEmpty, let nip, let name, let standing, let employment, let post else { return (nip, nil) }
        warn(cells.row.number, nip, born: born, sex: sex)
        let row = StaffRow(
            number: cells.row.number, nip: nip, name: name, titleBefore: cells.optional("GELAR DEPAN"),
            titleAfter: cells.optional("GELAR BELAKANG"), employment: employment, legalStanding: standing, grade: grade,
            education: level.map { Education(level: $0, field: field) }, entered: entered, permanentSince: permanent,
            contractEnd: contractEnd,
            postKind: post.kind, postID: post.id, postName: post.name, postSince: post.since, unitID: post.unitID,
            unitName: post.unitName)
        return (nip, row)
    }

    private struct PostCells {
        let kind: PostKind
        let id: String
        let name: String
        let since: CivilDate
        let unitID: String
        let unitName: String
    }

    private func post(_ cells: inout RowReader) -> PostCells? {
        let kind = cells.word(
            "JENIS JABATAN NAMA", "Jabatan Struktural, Jabatan Fungsional or Jabatan Pelaksana", Self.postKind)
        let id = cells.required("JABATAN ID", "the id of the post in its reference file")
        let name = cells.required("JABATAN NAMA", "the name of the post")
        let since = cells.requiredDate("TMT JABATAN")
        let unitID = cells.required("UNOR ID", "the id of the unit in HierarkiUnor")
        let unitName = cells.required("UNOR NAMA", "the name of the unit")
        guard let kind, let id, let name, let since, let unitID, let unitName else { return nil }
        return PostCells(kind: kind, id: id, name: name, since: since, unitID: unitID, unitName: unitName)
    }

    /// STATUS CPNS PNS says it; where exports leave it at PNS or empty for contract staff, JENIS PEGAWAI NAMA does.
    private func employment(_ cells: inout RowReader) -> EmploymentKind? {
        let type = cells.optional("JENIS PEGAWAI NAMA").flatMap(Self.employment)
        if let type, type.isContract {
            return type
        }
        return cells.word("STATUS CPNS PNS", "PNS, CPNS, PPPK or PPPK Paruh Waktu", Self.employment)
    }

    private func grade(_ cells: inout RowReader, _ employment: EmploymentKind?) -> Grade? {
        let grade = cells.optionalWord(
            "GOL AKHIR NAMA", "a grade such as III/a, or IX for a PPPK", Grade.init(parsing:))
        if let grade, let employment, (grade.ladder == .pppk) != employment.isContract {
            cells.refuse(
                "GOL AKHIR NAMA", grade.text, .gradeOfOtherLadder,
                employment.isContract ? "a PPPK grade, I to XVII" : "a PNS grade, I/a to IV/e")
        }
        return grade
    }

    private func checkWorkplace(_ cells: inout RowReader) {
        guard !workplaceIDs.isEmpty, let id = cells.optional("SATUAN KERJA KERJA ID"), !workplaceIDs.contains(id) else {
            return
        }
        cells.refuse(
            "SATUAN KERJA KERJA ID", id, .otherAgency, "this agency: " + workplaceIDs.joined(separator: ", "))
    }

    private mutating func warn(_ row: Int, _ nip: NIP, born: CivilDate?, sex: Sex?) {
        if let born, born != nip.birthDate {
            warnings.append(RowWarning(file: file, row: row, column: "TANGGAL LAHIR", code: .birthDateDiffersFromNIP))
        }
        if let sex, sex != nip.sex {
            warnings.append(RowWarning(file: file, row: row, column: "JENIS KELAMIN", code: .sexDiffersFromNIP))
        }
    }

    private static func sex(_ text: String) -> Sex? {
        switch CellText.letters(text) {
        case "m", "l", "pria", "lakilaki": .male
        case "f", "p", "w", "wanita", "perempuan": .female
        default: nil
        }
    }

    private static func postKind(_ text: String) -> PostKind? {
        switch CellText.letters(text) {
        case "jabatanstruktural", "struktural": .structural
        case "jabatanfungsional", "fungsional": .functional
        case "jabatanpelaksana", "pelaksana", "jabatanfungsionalumum": .pelaksana
        default: nil
        }
    }

    private static func employment(_ text: String) -> EmploymentKind? {
        switch CellText.letters(text) {
        case "pns", "p", "pnsdaerah", "pnspusat": .pns
        case "cpns", "c": .cpns
        case "pppk": .pppk
        case "pppkparuhwaktu": .pppkPartTime
        default: nil
        }
    }
}
