import Negotiation
import StrictJSON

/// Why bytes are not a message of this protocol.
public struct ProtocolError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The problem that it becomes on the wire.
    public var code: ProblemCode
    /// What was expected, in English; it never repeats what a message contained.
    public var message: String
    /// Where in the message, as in `JSON.path`; empty for the whole.
    public var path: String

    /// An error; `message` says what was expected.
    public init(_ code: ProblemCode, _ message: String, path: String = "") {
        self.code = code
        self.message = message
        self.path = path
    }

    /// For a log.
    public var description: String {
        path.isEmpty ? "\(code.rawValue): \(message)" : "\(code.rawValue) at \(path): \(message)"
    }

    /// The error as the coordinator answers it.
    public var problem: Problem {
        var members: [(String, JSONValue)] = []
        if !path.isEmpty {
            members.append(("path", .string(path)))
        }
        if code == .unsupportedVersion {
            members.append(("supported", .array(Limits.supportedWires.map(JSONValue.integer))))
        }
        return Problem(code, detail: message, members: members)
    }

    /// Runs a reader; what the modules below throw becomes an error of this protocol.
    static func reading<Value>(_ code: ProblemCode = .badRequest, _ read: () throws -> Value) throws -> Value {
        do {
            return try read()
        } catch let error as JSONError {
            let isLimit = error.code == .tooLarge || error.code == .tooLong || error.code == .tooMany
            throw ProtocolError(isLimit ? .tooLarge : code, error.message, path: error.path)
        } catch let error as BodyError {
            throw ProtocolError(code, "expected \(error.expected)", path: error.path)
        }
    }
}
