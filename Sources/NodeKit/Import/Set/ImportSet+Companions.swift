import Personnel

/// The companion files: their columns, and what each row has to say.
extension ImportSet {
    mutating func readCompanion(_ file: ImportFile, _ bytes: [UInt8]) throws(ImportError) -> Int {
        switch file {
        case .staff: 0
        case .units: try readUnits(bytes)
        case .structuralPosts, .functionalPosts, .pelaksanaPosts: try readPosts(file, bytes)
        case .workload: try readWorkload(bytes)
        case .standards: try readStandards(bytes)
        case .floors: try readFloors(bytes)
        case .appraisals:
            try readPeople(
                file, bytes, ["tahun", "kuadranKinerja"], ["hasilKinerja", "perilakuKerja"], \.appraisals,
                Self.appraisal)
        case .competences:
            try readPeople(file, bytes, ["KOMPETENSI", "LEVEL", "TANGGAL"], [], \.competences, Self.competence)
        case .trainings:
            try readPeople(file, bytes, ["nama", "jumlahJam", "tanggal"], ["KOMPETENSI"], \.trainings, Self.training)
        case .placements:
            try readPeople(
                file, bytes, ["JABATAN ID", "JABATAN NAMA", "UNOR ID", "tmtJabatan"], ["nomorSk", "jenisMutasi"],
                \.placements, Self.placement)
        case .sanctions:
            try readPeople(
                file, bytes, ["jenis", "tingkat", "hukumanTanggal", "akhirHukumTanggal"], [], \.sanctions, Self.sanction
            )
        case .leaves:
            try readPeople(file, bytes, ["jenis", "tanggalAwal", "tanggalAkhir"], [], \.leaves, Self.leave)
        case .certificates:
            try readPeople(
                file, bytes, ["jenis", "nomor", "penerbit", "tempat", "berlakuSampai"], [], \.certificates,
                Self.certificate)
        case .counterDuties:
            try readPeople(file, bytes, ["LAYANAN", "DARI", "SAMPAI"], [], \.counterDuties, Self.counterDuty)
        case .talents:
            try readPeople(file, bytes, ["KINERJA", "POTENSI", "TANGGAL"], [], \.talents, Self.talent)
        }
    }

    /// Reads a file about people: the NIP, then what `parse` makes of the row; nil is a bad row.
    private mutating func readPeople<Value>(
        _ file: ImportFile, _ bytes: [UInt8], _ required: [String], _ optional: [String],
        _ part: WritableKeyPath<ImportSet, [PersonRow<Value>]?>, _ parse: (inout RowReader) -> Value?
    ) throws(ImportError) -> Int {
        var rows: [PersonRow<Value>] = []
        var found: [RowError] = []
        let count = try Table.read(
            bytes, file: file.rawValue, required: ["NIP BARU"] + required, optional: optional
        ) { cells in
            if cells.isAligned {
                let nip = cells.nip("NIP BARU")
                if let value = parse(&cells), let nip, cells.errors.isEmpty {
                    rows.append(PersonRow(number: cells.row.number, nip: nip, value: value))
                }
            }
            found += cells.errors
        }
        self[keyPath: part] = rows
        errors += found
        return count
    }

    static func competenceCode(
        _ cells: inout RowReader, _ column: String, isRequired: Bool
    ) -> String? {
        let expected = Competence.generalCodes.joined(separator: ", ") + " or \(Competence.technicalPrefix)…"
        guard let code = isRequired ? cells.required(column, expected) : cells.optional(column) else { return nil }
        guard isCompetence(code) else {
            cells.refuse(column, code, .unknownCompetence, expected)
            return nil
        }
        return code
    }

    private static func isCompetence(_ code: String) -> Bool {
        Competence.generalCodes.contains(code)
            || (code.hasPrefix(Competence.technicalPrefix) && code.utf8.count > Competence.technicalPrefix.utf8.count
                && code.utf8.count <= 60)
    }
}
