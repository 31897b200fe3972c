/// What is wrong in one cell of one row.
public struct RowError: Equatable, Sendable {
    /// Stable words; programs and sentences go by these.
    public enum Code: String, CaseIterable, Sendable {
        case columnCount = "row-column-count"
        case missingValue = "row-missing-value"
        case tooLong = "row-too-long"
        /// The NIP is no NIP; `detail` has the code of the NIP's own error.
        case badNIP = "row-bad-nip"
        case damagedNIP = "row-nip-damaged-by-spreadsheet"
        case duplicateNIP = "row-duplicate-nip"
        case badDate = "row-bad-date"
        case endBeforeStart = "row-end-before-start"
        case badNumber = "row-bad-number"
        case unknownWord = "row-unknown-word"
        case unknownPost = "row-unknown-post"
        case unknownUnit = "row-unknown-unit"
        case unknownPerson = "row-unknown-person"
        case unknownCompetence = "row-unknown-competence"
        case duplicateID = "row-duplicate-id"
        /// The row belongs to another agency's staff.
        case otherAgency = "row-other-agency"
        /// The grade is of the other ladder than the employment.
        case gradeOfOtherLadder = "row-grade-of-other-ladder"
    }

    /// The name under which the file was handed in.
    public internal(set) var file: String
    /// The row as a spreadsheet counts it, the header being 1.
    public let row: Int
    /// The column's official name; empty when the row as a whole is meant.
    public let column: String
    /// The value found, cut to 60 characters; nil when the cell was empty. No sensitive column is ever read.
    public let value: String?
    public let code: Code
    /// What should have stood there, in a sentence.
    public let expected: String

    public init(file: String, row: Int, column: String, value: String?, code: Code, expected: String) {
        self.file = file
        self.row = row
        self.column = column
        self.value = value.map { String($0.prefix(60)) }
        self.code = code
        self.expected = expected
    }
}

extension RowError.Code {
    /// What whoever corrects the file has to do, in a sentence.
    public var remedy: String {
        switch self {
        case .columnCount:
            "quote the cells that hold the delimiter in the original file, then import it again"
        case .missingValue: "fill the cell in, or correct it in SIASN and export again"
        case .tooLong: "shorten the cell; it probably swallowed its neighbours"
        case .badNIP: "correct the NIP as it stands in SIASN"
        case .damagedNIP: "export again with the column as text: the lost digits cannot be restored"
        case .duplicateNIP: "keep the right one of the rows"
        case .badDate: "write the date in one of the accepted ways"
        case .endBeforeStart: "correct one of the two dates"
        case .badNumber: "write a whole number within the limits"
        case .unknownWord: "use one of the accepted words"
        case .unknownPost: "add the post to its reference file, or correct JABATAN ID"
        case .unknownUnit: "add the unit to HierarkiUnor, or correct the unit's id"
        case .unknownPerson: "import the person with staff.csv first, or remove the row"
        case .unknownCompetence: "use one of the competence codes"
        case .duplicateID: "keep the right one of the rows"
        case .otherAgency: "remove the row: the other agency imports it"
        case .gradeOfOtherLadder: "correct the grade or the kind of employment"
        }
    }
}
