/// The files that an import can hold, by the name that they have on disk.
public enum ImportFile: String, CaseIterable, Sendable {
    case staff = "staff.csv"
    case units = "HierarkiUnor.csv"
    case structuralPosts = "Referensi-Jabatan-Struktural.csv"
    case functionalPosts = "Referensi-Jabatan-Fungsional.csv"
    case pelaksanaPosts = "Referensi-Jabatan-Pelaksana.csv"
    case workload = "abk.csv"
    case standards = "standar-jabatan.csv"
    case appraisals = "rw_skp22.csv"
    case competences = "kompetensi.csv"
    case trainings = "rw_diklat.csv"
    case placements = "rw_jabatan.csv"
    case sanctions = "rw_hukdis.csv"
    case leaves = "rw_cltn.csv"
    case certificates = "sertifikat.csv"
    case counterDuties = "pengalaman-loket.csv"
    case talents = "talenta.csv"
    case floors = "batas-minimal.csv"

    private static let ending = ".csv"
    private static let badRowsEnding = ".bad-rows.csv"

    /// Finds a file by its name in any capitals.
    public init?(name: String) {
        guard let match = Self.allCases.first(where: { ColumnMap.key($0.rawValue) == ColumnMap.key(name) }) else {
            return nil
        }
        self = match
    }

    /// Finds a file by its name or by the name of its bad rows, of which a corrected copy can be handed in.
    ///
    /// A copy of bad rows is partial: who or what is not in it says nothing.
    public static func matching(_ name: String) -> (file: ImportFile, isPartial: Bool)? {
        if let file = ImportFile(name: name) {
            return (file, false)
        }
        let partial = allCases.first { ColumnMap.key($0.badRowsName) == ColumnMap.key(name) }
        return partial.map { ($0, true) }
    }

    /// The name of the copy of its bad rows, such as `staff.bad-rows.csv`.
    public var badRowsName: String {
        rawValue.dropLast(Self.ending.count) + Self.badRowsEnding
    }
}
