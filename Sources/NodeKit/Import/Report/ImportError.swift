/// Why a whole file cannot be read: nothing of it can be trusted, so nothing is taken.
///
/// What is wrong in one row only is a `RowError`.
public struct ImportError: Error, Equatable, Sendable {
    /// Stable words; programs decide by these.
    public enum Code: String, CaseIterable, Sendable {
        case fileTooLarge = "import-file-too-large"
        case notUTF8 = "import-not-utf8"
        case zeroByte = "import-zero-byte"
        case empty = "import-empty"
        case tooManyColumns = "import-too-many-columns"
        case tooManyRows = "import-too-many-rows"
        case fieldTooLong = "import-field-too-long"
        /// A quote that is never closed, or text after a closing one.
        case badQuote = "import-bad-quote"
        case missingColumns = "import-missing-columns"
        case duplicateColumn = "import-duplicate-column"
        /// The file has no name that is known.
        case unknownFile = "import-unknown-file"
        case duplicateFile = "import-duplicate-file"
        /// The file or folder cannot be opened or read.
        case unreadable = "import-unreadable"
    }

    public var code: Code
    /// The name of the file as it was handed in; empty when the reader was given bytes only.
    public var file: String
    /// The row as a spreadsheet counts it, the header being 1.
    public var row: Int?
    /// The offset in the file, in bytes from 0.
    public var byte: Int?
    /// The columns, names or numbers that the code is about.
    public var values: [String]
    /// What was expected, in a sentence; never a value of the file.
    public var expected: String

    public init(
        code: Code, file: String = "", row: Int? = nil, byte: Int? = nil, values: [String] = [], expected: String
    ) {
        self.code = code
        self.file = file
        self.row = row
        self.byte = byte
        self.values = values
        self.expected = expected
    }
}
