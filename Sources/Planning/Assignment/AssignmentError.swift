/// Why a text or a list of edges is no problem to solve.
public struct AssignmentError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Stable names; a message may change, its code does not.
    public enum Code: String, Sendable, CaseIterable {
        /// Not a line of the format.
        case syntax
        /// A number outside of what stands for it.
        case range
        /// More than ``AssignmentLimits`` allows.
        case limit
        /// Said twice.
        case duplicate
        /// Not said.
        case missing
        /// A group is its own parent's parent, or groups stand too deep.
        case tree
        /// A quota is smaller than its floor.
        case bounds
    }

    public var code: Code
    public var message: String
    /// The line of the text, from 1.
    public var line: Int?

    public init(_ code: Code, _ message: String, line: Int? = nil) {
        self.code = code
        self.message = message
        self.line = line
    }

    public var description: String {
        (line.map { "line \($0): " } ?? "") + "\(code.rawValue): \(message)"
    }
}
