import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol

/// A way in for bytes of strangers: what a fuzzer drives, and what the kept corpora are replayed through.
///
/// Every input gets a typed error, or a value that re-encodes to itself. Anything else is a ``Violation``; nothing may end the
/// process.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// Any document.
    case json
    case request
    case reply
    case join
    case problem
    case operation
    case bundle
    case receipt
    case cursor
    /// A signature's header field, over a fixed payload under a fixed key.
    case jws
    case checkpoint
    case invitation
    /// A file that is carried by hand.
    case carried
    case csv

    /// What must not be.
    public struct Violation: Error {
        public var what: String
    }

    /// Whether the input was accepted. Throws ``Violation`` only.
    public func take(_ bytes: [UInt8]) throws(Violation) -> Bool {
        do {
            try read(bytes)
            return true
        } catch let violation as Violation {
            throw violation
        } catch is ProtocolError, is JSONError, is BodyError, is ImportError {
            return false
        } catch {
            throw Violation(what: "\(rawValue): the error \(type(of: error)) is none of the readers'")
        }
    }

    private func read(_ bytes: [UInt8]) throws {
        switch self {
        case .json:
            try same(try JSON(parsing: bytes)) {
                JSONValue($0).encoded
            } read: {
                try JSON(parsing: $0)
            } equal: {
                JSONValue($0) == JSONValue($1)
            }
        case .request:
            try same(try SyncRequest(parsing: bytes)) {
                $0.encode()
            } read: {
                try SyncRequest(parsing: $0)
            }
        case .reply:
            try same(try SyncReply(parsing: bytes)) {
                $0.encode()
            } read: {
                try SyncReply(parsing: $0)
            }
        case .join:
            do {
                try same(try JoinReply(parsing: bytes)) {
                    $0.encode()
                } read: {
                    try JoinReply(parsing: $0)
                }
            } catch is ProtocolError {
                let request = try JoinRequest(parsing: bytes)
                try same(request.encode()) {
                    $0
                } read: {
                    try JoinRequest(parsing: $0).encode()
                }
            }
        case .problem:
            do {
                try same(try Problem(parsing: bytes).encode()) {
                    $0
                } read: {
                    try Problem(parsing: $0).encode()
                }
            } catch is ProtocolError {
                try same(try ServiceDocument(parsing: bytes)) {
                    $0.encode()
                } read: {
                    try ServiceDocument(parsing: $0)
                }
            }
        case .operation: try keeps(bytes, try Operation(parsing: bytes).bytes)
        case .bundle:
            try keeps(bytes, try Bundle(parsing: bytes).bytes, apartFromSpaces: true)
            try same(try Bundle(parsing: bytes)) {
                $0.bytes
            } read: {
                try Bundle(parsing: $0)
            }
        case .receipt:
            try same(try Receipt(parsing: bytes)) {
                $0.json.encoded
            } read: {
                try Receipt(parsing: $0)
            }
        case .cursor:
            let cursor = try Cursor(reading: try JSON(parsing: bytes))
            try same(cursor) {
                $0.json.encoded
            } read: {
                try Cursor(reading: try JSON(parsing: $0))
            }
        case .jws: try signature(bytes)
        case .checkpoint:
            let text = String(decoding: bytes, as: UTF8.self)
            try same(try Checkpoint(parsing: text)) {
                Array($0.text.utf8)
            } read: {
                try Checkpoint(parsing: String(decoding: $0, as: UTF8.self))
            }
        case .invitation:
            let line = try InvitationLine(parsing: String(decoding: bytes, as: UTF8.self))
            try same(line) {
                Array($0.line.utf8)
            } read: {
                try InvitationLine(parsing: String(decoding: $0, as: UTF8.self))
            }
        case .carried:
            do {
                try same(try CarriedRequest(parsing: bytes)) {
                    $0.encode()
                } read: {
                    try CarriedRequest(parsing: $0)
                }
            } catch is ProtocolError {
                try same(try CarriedReply(parsing: bytes)) {
                    $0.encode()
                } read: {
                    try CarriedReply(parsing: $0)
                }
            }
        case .csv:
            var reader = try CSVReader(bytes)
            while try reader.next() != nil {}
        }
    }

    /// A value and what its bytes are read as are the same, and have the same bytes.
    private func same<Value: Equatable>(
        _ value: Value, _ encode: (Value) -> [UInt8], read: ([UInt8]) throws -> Value
    ) throws {
        try same(value, encode, read: read, equal: ==)
    }

    private func same<Value>(
        _ value: Value, _ encode: (Value) -> [UInt8], read: ([UInt8]) throws -> Value,
        equal: (Value, Value) -> Bool
    ) throws {
        let bytes = encode(value)
        let again: Value
        do {
            again = try read(bytes)
        } catch {
            throw Violation(what: "\(rawValue): its own bytes are refused: \(error)")
        }
        guard equal(value, again) else { throw Violation(what: "\(rawValue): its bytes are read as another value") }
        guard encode(again) == bytes else { throw Violation(what: "\(rawValue): it encodes in two ways") }
    }

    private func keeps(_ input: [UInt8], _ kept: [UInt8], apartFromSpaces: Bool = true) throws {
        let spaces = Set(" \t\r\n".utf8)
        let trimmed = input.drop { spaces.contains($0) }.reversed().drop { spaces.contains($0) }.reversed()
        guard kept == input || kept == Array(trimmed) else {
            throw Violation(what: "\(rawValue): other bytes are kept than came")
        }
    }

    /// Only the one right signature of the fixed payload may be accepted.
    private func signature(_ bytes: [UInt8]) throws {
        let header = String(decoding: bytes, as: UTF8.self)
        let key = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
        let payload = Array("payload".utf8)
        let signer = try DetachedJWS.verify(header: header, payload: payload, type: .reply) { name in
            name == DetachedJWS.coordinator ? key.publicKey : nil
        }
        let right = DetachedJWS.sign(payload, type: .reply, keyID: DetachedJWS.coordinator, key: key)
        guard signer == DetachedJWS.coordinator, header.utf8.elementsEqual(right.utf8) else {
            throw Violation(what: "\(rawValue): a signature holds that nobody made")
        }
    }
}
