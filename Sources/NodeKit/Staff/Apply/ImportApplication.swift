import GRDB
import Personnel

/// One import being applied inside a transaction.
struct ImportApplication {
    let writer: StaffWriter
    let reader: StaffReader
    let set: ImportSet
    let agency: String
    let today: CivilDate
    var result = ImportResult()

    init(_ db: Database, set: ImportSet, agency: String, today: CivilDate) {
        writer = StaffWriter(db)
        reader = StaffReader(db)
        self.set = set
        self.agency = agency
        self.today = today
    }

    /// References first, then people, then what is about people.
    mutating func run() throws -> ImportResult {
        var changes: [ImportFile: Int] = [:]
        changes[.units] = try applyUnits()
        for (file, kind) in [
            (ImportFile.structuralPosts, PostKind.structural), (.functionalPosts, .functional),
            (.pelaksanaPosts, .pelaksana),
        ] {
            changes[file] = try applyPosts(kind)
        }
        changes[.staff] = try applyStaff()
        changes[.workload] = try applyWorkload()
        changes[.standards] = try applyStandards()
        changes[.floors] = try applyFloors()
        changes[.placements] = try applyPlacements()
        changes[.appraisals] = try applyFacts(set.appraisals, .appraisals)
        changes[.competences] = try applyFacts(set.competences, .competences)
        changes[.trainings] = try applyFacts(set.trainings, .trainings)
        changes[.sanctions] = try applyFacts(set.sanctions, .sanctions)
        changes[.leaves] = try applyFacts(set.leaves, .leaves)
        changes[.certificates] = try applyFacts(set.certificates, .certificates)
        changes[.counterDuties] = try applyFacts(set.counterDuties, .counterDuties)
        changes[.talents] = try applyFacts(set.talents, .talents)
        result.files = ImportFile.allCases.filter { file in set.counts.contains { $0.file == file } }
            .map { ImportResult.FileChange(file: $0, rows: changes[$0] ?? 0) }
        return result
    }

    /// Rows of one part of people's records, by their key; of two rows with one key the later counts.
    private func applyFacts<Fact: StaffFact>(_ rows: [PersonRow<Fact>]?, _ file: ImportFile) throws -> Int {
        guard let rows else { return 0 }
        var last: [[StaffCell]: Int] = [:]
        for (index, row) in rows.enumerated() {
            last[key(of: row)] = index
        }
        var changes = 0
        for (index, row) in rows.enumerated() where last[key(of: row)] == index {
            changes += try writer.put(row.value, of: row.nip) ? 1 : 0
        }
        guard set.isComplete(file) else { return changes }
        // Someone whom the export does not show yet is not in its companion files either: they state nothing.
        for person in try reader.people() where person.presence == .present && !person.awaitsExport {
            changes += try writer.state(Fact.part, of: person.nip) ? 1 : 0
        }
        return changes
    }

    private func key<Fact: StaffFact>(of row: PersonRow<Fact>) -> [StaffCell] {
        [.text(row.nip.text)] + row.value.cells.prefix(Fact.part.keyColumns.count)
    }
}
