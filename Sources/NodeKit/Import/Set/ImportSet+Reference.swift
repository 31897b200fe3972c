import Personnel

/// The reference files of units and posts, the workload analysis and the posts' standards.
extension ImportSet {
    mutating func readUnits(_ bytes: [UInt8]) throws(ImportError) -> Int {
        var rows: [UnitRow] = []
        var ids: Set<String> = []
        var found: [RowError] = []
        let count = try Table.read(
            bytes, file: ImportFile.units.rawValue, required: ["ID", "NAMA_UNOR", "ID_ATASAN"], optional: ["KECAMATAN"]
        ) { cells in
            if cells.isAligned {
                let id = Self.newID(&cells, &ids)
                let name = cells.required("NAMA_UNOR", "the name of the unit")
                let parent = cells.optional("ID_ATASAN")
                let district = cells.optional("KECAMATAN")
                if let id, let name, cells.errors.isEmpty {
                    let unit = Unit(id: id, name: name, parent: parent, district: district)
                    rows.append(UnitRow(number: cells.row.number, unit: unit))
                }
            }
            found += cells.errors
        }
        units = rows
        errors += found
        return count
    }

    mutating func readPosts(_ file: ImportFile, _ bytes: [UInt8]) throws(ImportError) -> Int {
        let (kind, nameColumn, more): (PostKind, String, [String]) =
            switch file {
            case .structuralPosts: (.structural, "Nama_jabatan", ["Eselon_id", "BUP", "RUMPUN"])
            case .functionalPosts: (.functional, "Nama", ["Jenjang", "BUP", "RUMPUN"])
            default: (.pelaksana, "Nama", ["BUP", "RUMPUN"])
            }
        var rows: [PostRow] = []
        var ids: Set<String> = []
        var found: [RowError] = []
        let count = try Table.read(bytes, file: file.rawValue, required: ["ID", nameColumn], optional: more) { cells in
            if cells.isAligned {
                let id = Self.newID(&cells, &ids)
                let name = cells.required(nameColumn, "the name of the post")
                let eselon = cells.optionalWord("Eselon_id", "an eselon such as II.b or 22", Eselon.init(parsing:))
                let level = cells.optionalWord("Jenjang", "a level such as Ahli Muda", FunctionalLevel.init(parsing:))
                let age = cells.optional("BUP") == nil ? nil : cells.requiredNumber("BUP", in: 50...75)
                let family = cells.optional("RUMPUN")
                if let id, let name, cells.errors.isEmpty {
                    let post = Post(
                        id: id, name: name, kind: kind, family: family, eselon: eselon, level: level, retirementAge: age
                    )
                    rows.append(PostRow(number: cells.row.number, post: post))
                }
            }
            found += cells.errors
        }
        posts += rows
        postKinds.append(kind)
        errors += found
        return count
    }

    mutating func readWorkload(_ bytes: [UInt8]) throws(ImportError) -> Int {
        var rows: [WorkloadEntry] = []
        var tasks: Set<[String]> = []
        var found: [RowError] = []
        let count = try Table.read(
            bytes, file: ImportFile.workload.rawValue,
            required: ["JABATAN ID", "UNOR ID", "URAIAN TUGAS", "SATUAN HASIL", "VOLUME", "NORMA WAKTU"]
        ) { cells in
            if cells.isAligned {
                let post = cells.required("JABATAN ID", "the id of the post")
                let unit = cells.required("UNOR ID", "the id of the unit")
                let task = cells.required("URAIAN TUGAS", "the task")
                let output = cells.optional("SATUAN HASIL") ?? ""
                let volume = cells.requiredNumber("VOLUME", in: 0...WorkloadRow.largestVolume)
                let minutes = cells.requiredNumber("NORMA WAKTU", in: 0...WorkloadRow.largestNormMinutes)
                if let post, let unit, let task, !tasks.insert([post, unit, task]).inserted {
                    cells.refuse("URAIAN TUGAS", task, .duplicateID, "each task once for a post in a unit")
                }
                if let post, let unit, let task, let volume, let minutes, cells.errors.isEmpty,
                    let row = WorkloadRow(
                        task: task, outputUnit: output, volumePerYear: volume, normMinutes: minutes)
                {
                    rows.append(WorkloadEntry(number: cells.row.number, postID: post, unitID: unit, row: row))
                }
            }
            found += cells.errors
        }
        workload = rows
        errors += found
        return count
    }

    mutating func readStandards(_ bytes: [UInt8]) throws(ImportError) -> Int {
        var rows: [StandardRow] = []
        var found: [RowError] = []
        let count = try Table.read(
            bytes, file: ImportFile.standards.rawValue, required: ["JABATAN ID", "JENIS", "KODE", "NILAI"]
        ) { cells in
            if cells.isAligned {
                let post = cells.required("JABATAN ID", "the id of the post")
                let demand = Self.demand(&cells)
                if let post, let demand, cells.errors.isEmpty {
                    rows.append(StandardRow(number: cells.row.number, postID: post, demand: demand))
                }
            }
            found += cells.errors
        }
        standards = rows
        errors += found
        return count
    }

    private static let demands =
        "kompetensi, pendidikan, sertifikat, golongan, uji kompetensi, pengalaman, usia or loket"

    private static func demand(_ cells: inout RowReader) -> StandardRow.Demand? {
        guard let kind = cells.required("JENIS", demands) else { return nil }
        switch CellText.letters(kind) {
        case "kompetensi":
            let code = competenceCode(&cells, "KODE", isRequired: true)
            let level = cells.requiredNumber("NILAI", in: Competence.levels)
            guard let code, let level else { return nil }
            return .competence(code: code, level: level)
        case "pendidikan":
            let level = cells.word("KODE", "a level such as S-1", EducationLevel.init(parsing:))
            return level.map { .education(minimum: $0, field: cells.optional("NILAI")) }
        case "sertifikat":
            return cells.required("KODE", "the kind of certificate").map { .certificate(kind: $0) }
        case "golongan":
            let lowest = cells.word("KODE", "the lowest grade, such as II/c", Grade.init(parsing:))
            let highest = cells.word("NILAI", "the highest grade, such as III/d", Grade.init(parsing:))
            guard let lowest, let highest else { return nil }
            guard let range = GradeRange(lowest: lowest, highest: highest) else {
                cells.refuse("NILAI", highest.text, .badNumber, "a grade of the same ladder, not below \(lowest.text)")
                return nil
            }
            return .grades(range)
        case "ujikompetensi":
            return cells.required("KODE", "the kind of certificate that shows the test passed").map { .test(kind: $0) }
        case "pengalaman":
            return cells.requiredNumber("NILAI", in: StandardRow.Demand.serviceMonths).map { .service(months: $0) }
        case "usia": return cells.requiredNumber("NILAI", in: StandardRow.Demand.ages).map { .age(limit: $0) }
        case "loket": return .counter(service: cells.optional("KODE"))
        default:
            cells.refuse("JENIS", kind, .unknownWord, demands)
            return nil
        }
    }

    private static func newID(_ cells: inout RowReader, _ ids: inout Set<String>) -> String? {
        guard let id = cells.required("ID", "the id") else { return nil }
        guard ids.insert(id).inserted else {
            cells.refuse("ID", id, .duplicateID, "each id once in the file")
            return nil
        }
        return id
    }
}
