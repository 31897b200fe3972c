/// Why bytes are not the JSON that was expected, and where.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What went wrong; the raw values are stable and may travel.
    public enum Code: String, Sendable, CaseIterable {
        /// More bytes than `JSONLimits.maxBytes`.
        case tooLarge = "json-too-large"
        /// More nested objects and arrays than `JSONLimits.maxDepth`.
        case tooDeep = "json-too-deep"
        /// A byte sequence in a string that is not UTF-8.
        case invalidUTF8 = "json-invalid-utf8"
        /// Two members of one object with the same decoded name.
        case duplicateName = "json-duplicate-name"
        /// A number that is not an integer within ±(2^53-1), or is not written in its shortest form.
        case number = "json-number"
        /// Anything else that the grammar does not allow, a lone surrogate escape included.
        case syntax = "json-syntax"
        /// Something other than whitespace after the value.
        case trailing = "json-trailing"
        /// A value of another type than the one asked for.
        case wrongType = "json-type"
        /// A required member that is not there.
        case missing = "json-missing"
        /// A value outside the range asked for.
        case range = "json-range"
        /// A string of more bytes than asked for.
        case tooLong = "json-too-long"
        /// An object or array with more members than `JSONLimits.maxMembers`, or than asked for.
        case tooMany = "json-too-many"
    }

    public var code: Code
    /// Byte offset into the document.
    public var offset: Int
    /// Where in the document, in the form of `JSON.path`; empty for the document itself.
    public var path: String
    /// What was expected and what was found, in English, for a log.
    public var message: String

    public init(code: Code, offset: Int, path: String, message: String) {
        self.code = code
        self.offset = offset
        self.path = path
        self.message = message
    }

    public var description: String {
        let place = path.isEmpty ? "byte \(offset)" : "\(path), byte \(offset)"
        return "\(code.rawValue) at \(place): \(message)"
    }
}
