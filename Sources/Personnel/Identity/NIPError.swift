/// Why a text is not a NIP.
///
/// It does not repeat the text: a NIP is personal data, and whoever reports the error knows the row and the column.
public struct NIPError: Error, Hashable, Sendable {
    public enum Code: String, Sendable, CaseIterable {
        /// A spreadsheet read the number as a floating-point value: `1,98E+17`, or the last three digits became 000.
        case damagedBySpreadsheet = "nip-damaged-by-spreadsheet"
        case wrongLength = "nip-wrong-length"
        case notDigits = "nip-not-digits"
        case impossibleBirthDate = "nip-impossible-birth-date"
        case impossibleEntry = "nip-impossible-entry-month"
        case impossibleAgeAtEntry = "nip-impossible-age-at-entry"
        case impossibleSex = "nip-impossible-sex"
    }

    public let code: Code
    /// What was found, without the number itself.
    public let message: String
    /// What the text should have been.
    public let expected: String

    public init(code: Code, message: String, expected: String) {
        self.code = code
        self.message = message
        self.expected = expected
    }
}
