/// What is odd in a row that is taken nevertheless, for a person to look at.
public struct RowWarning: Equatable, Sendable {
    /// Stable words; programs and sentences go by these.
    public enum Code: String, CaseIterable, Sendable {
        /// The birth date was corrected after the NIP was given, or one of the two is wrong.
        case birthDateDiffersFromNIP = "birth-date-differs-from-nip"
        case sexDiffersFromNIP = "sex-differs-from-nip"
    }

    public let file: String
    public let row: Int
    public let column: String
    public let code: Code
}
