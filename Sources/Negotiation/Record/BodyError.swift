/// A body that lacks what its kind needs.
///
/// `code` is stable; `path` is the place in the JSON text; `expected` says what should have stood there.
public struct BodyError: Error, Equatable, Sendable, CustomStringConvertible {
    public var code: String
    public var path: String
    public var expected: String

    public init(code: String = "bad-body", path: String, expected: String) {
        self.code = code
        self.path = path
        self.expected = expected
    }

    public var description: String { "\(code) at \(path): expected \(expected)" }
}
