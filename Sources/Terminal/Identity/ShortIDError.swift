/// Why what was typed names no record.
public struct ShortIDError: Error, Equatable, Sendable {
    /// Stable words; programs decide by these.
    public enum Code: String, Sendable, CaseIterable {
        /// Fewer than 4 digits, or something that is no hexadecimal digit.
        case malformed = "id-malformed"
        /// No record at hand has an id that ends so.
        case none = "id-none"
        /// Several have.
        case ambiguous = "id-ambiguous"
    }

    public let code: Code
    /// What was typed, cut to 60 characters.
    public let typed: String
    /// The whole ids that it could mean, when there are several.
    public let candidates: [String]

    init(_ code: Code, typed: String, candidates: [String] = []) {
        self.code = code
        self.typed = String(typed.prefix(60))
        self.candidates = candidates
    }
}
