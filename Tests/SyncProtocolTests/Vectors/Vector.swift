import Foundation
import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// One case of a file of `protocol/v1/vectors`.
struct Vector: CustomTestStringConvertible, Sendable {
    let json: JSON

    var testDescription: String { json["name"]?.string ?? "" }

    /// The repository's folder `protocol`.
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("protocol")

    static func all(_ name: String) throws -> [Vector] {
        let file = folder.appendingPathComponent("v1/vectors/\(name).json")
        let document = try JSON(parsing: Array(try Data(contentsOf: file)))
        return try document.requiredArray("cases", maxCount: 1000).map(Vector.init)
    }

    var isValid: Bool { json["valid"]?.boolean == true }
    var code: String? { json["code"]?.string }

    func has(_ name: String) -> Bool { json[name] != nil }

    func text(_ name: String) throws -> String {
        try json.requiredString(name, maxBytes: 1 << 20)
    }

    func bytes(_ name: String) throws -> [UInt8] {
        Array(try text(name).utf8)
    }

    func integer(_ name: String) throws -> Int {
        try json.requiredInteger(name)
    }

    func array(_ name: String) throws -> [JSON] {
        try json.requiredArray(name, maxCount: 1000)
    }

    func key(_ name: String) throws -> VerifyingKey {
        let text = try text(name)
        let bytes = try #require(Base64URL.decode(text))
        return try #require(VerifyingKey(bytes: bytes))
    }

    func operationID() throws -> OperationID {
        let text = try text("operation")
        return try #require(OperationID(text: text))
    }

    /// The code with which a reader refuses, as text; nil when it takes the value.
    static func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let error as ProtocolError {
            return error.code.rawValue
        } catch let error as JSONError {
            return "bad-request: \(error.message)"
        } catch is BodyError {
            return ProblemCode.badRequest.rawValue
        } catch {
            return "\(error)"
        }
    }
}
