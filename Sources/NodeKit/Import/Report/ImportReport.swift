/// What was found in the files of one import, before anything is stored.
public struct ImportReport: Equatable, Sendable {
    /// The files read, with their rows.
    public var files: [ImportSet.FileCount]
    /// Everything that is wrong, by file as handed in and by row; each says column, value, code and what was expected.
    public var errors: [RowError]
    /// What is odd in rows that are taken nevertheless.
    public var warnings: [RowWarning]

    /// Whether every row of every file is good.
    public var isClean: Bool { errors.isEmpty }

    /// The bad rows of all files, each counted once.
    public var badRowCount: Int {
        var last: (file: String, row: Int)?
        var count = 0
        for error in errors where last.map({ $0.file != error.file || $0.row != error.row }) ?? true {
            count += 1
            last = (error.file, error.row)
        }
        return count
    }
}
