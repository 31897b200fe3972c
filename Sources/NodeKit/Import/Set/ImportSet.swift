import Personnel

/// The files of one import, read and checked each by itself.
///
/// A part that is nil was not handed in. What one file says about another, such as a post that no reference file knows, is
/// checked by `StaffImport`, which also knows the store.
public struct ImportSet: Equatable, Sendable {
    public var staff: StaffExport?
    public var units: [UnitRow]?
    /// The kinds whose reference file was handed in.
    public var postKinds: [PostKind] = []
    public var posts: [PostRow] = []
    public var workload: [WorkloadEntry]?
    public var standards: [StandardRow]?
    public var floors: [FloorRow]?
    public var appraisals: [PersonRow<Appraisal>]?
    public var competences: [PersonRow<CompetenceScore>]?
    public var trainings: [PersonRow<Training>]?
    public var placements: [PersonRow<Placement>]?
    public var sanctions: [PersonRow<Sanction>]?
    public var leaves: [PersonRow<Leave>]?
    public var certificates: [PersonRow<Certificate>]?
    public var counterDuties: [PersonRow<CounterExperience>]?
    public var talents: [PersonRow<TalentScore>]?
    /// The rows read in each file, in the order in which the files were handed in.
    public var counts: [FileCount] = []
    /// What is wrong in single rows: by file as handed in, by row.
    public var errors: [RowError] = []
    /// The files of which only a corrected copy of bad rows was handed in.
    public var partialFiles: [ImportFile] = []

    /// How many rows one file has below its header, blank ones left out.
    public struct FileCount: Equatable, Sendable {
        public let file: ImportFile
        /// The name under which it was handed in.
        public let name: String
        public let rows: Int
    }

    /// A set without any file.
    public init() {}

    /// Reads files by their names. Throws `ImportError` when a file as a whole cannot be read, is unknown or comes twice.
    ///
    /// - Parameter workplaceIDs: what SATUAN KERJA KERJA ID of the staff export may say; empty means anything.
    public init(
        reading files: [(name: String, bytes: [UInt8])], workplaceIDs: [String] = []
    ) throws(ImportError) {
        for (name, bytes) in files {
            guard let (file, isPartial) = ImportFile.matching(name) else {
                throw ImportError(
                    code: .unknownFile, file: name, values: ImportFile.allCases.map(\.rawValue),
                    expected: "one of the files of an import")
            }
            guard !counts.contains(where: { $0.file == file }) else {
                throw ImportError(code: .duplicateFile, file: name, expected: "each file once")
            }
            if isPartial {
                partialFiles.append(file)
            }
            try read(file, named: name, bytes, workplaceIDs)
        }
    }

    private mutating func read(
        _ file: ImportFile, named name: String, _ bytes: [UInt8], _ workplaceIDs: [String]
    ) throws(ImportError) {
        let before = errors.count
        do throws(ImportError) {
            let count: Int
            if file == .staff {
                let export = try StaffExport(parsing: bytes, workplaceIDs: workplaceIDs)
                staff = export
                errors += export.errors
                count = export.count
                guard count > 0 else {
                    // An export without anyone would make the whole agency absent.
                    throw ImportError(code: .empty, row: 2, expected: "at least one person below the header")
                }
            } else {
                count = try readCompanion(file, bytes)
            }
            counts.append(FileCount(file: file, name: name, rows: count))
        } catch {
            var named = error
            named.file = name
            throw named
        }
        for index in before..<errors.count {
            errors[index].file = name
        }
    }

    /// The name under which a file was handed in, else its official name.
    func name(of file: ImportFile) -> String {
        counts.first { $0.file == file }?.name ?? file.rawValue
    }

    /// Whether the file was handed in whole and every row of it is good: only then its silence says something.
    func isComplete(_ file: ImportFile) -> Bool {
        guard let count = counts.first(where: { $0.file == file }) else { return false }
        return !partialFiles.contains(file) && !errors.contains { $0.file == count.name }
    }
}
