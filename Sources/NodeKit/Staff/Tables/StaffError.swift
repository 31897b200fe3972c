/// Why the staff tables could not do what was asked; nothing was changed.
public struct StaffError: Error, Equatable, Sendable {
    /// Stable words; programs decide by these.
    public enum Code: String, CaseIterable, Sendable {
        /// A stored row does not hold what it must; the message names table and column, never the person.
        case damagedRow = "staff-damaged-row"
        /// The files have bad rows and the good ones were not accepted alone.
        case badRows = "staff-bad-rows"
        case unknownPost = "staff-unknown-post"
        case unknownUnit = "staff-unknown-unit"
        case unknownPerson = "staff-unknown-person"
        /// A started transfer names a card of this agency that belongs to no person here.
        case unknownCard = "staff-unknown-card"
        /// Bytes that are no personnel file, with the place in it.
        case badPersonnelFile = "staff-bad-personnel-file"
        case personnelFileTooLarge = "staff-personnel-file-too-large"
        /// A transfer that contradicts what is stored, such as a start before the present post began.
        case transferDoesNotFit = "staff-transfer-does-not-fit"
        /// An answer to a question that is not asked about the person.
        case noQuestion = "staff-no-question"
        /// An answer whose day contradicts what is stored.
        case doesNotFit = "staff-does-not-fit"
    }

    public var code: Code
    /// What was found, without personal data.
    public var message: String
    /// What to do next.
    public var next: String

    public init(_ code: Code, _ message: String, next: String) {
        self.code = code
        self.message = message
        self.next = next
    }

    static func damaged(_ table: String) -> StaffError {
        StaffError(.damagedRow, "a row of \(table) is damaged", next: "restore the node from its backup")
    }
}
