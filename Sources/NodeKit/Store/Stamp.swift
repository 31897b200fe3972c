import Foundation
import Negotiation
import SyncProtocol

/// One reading of this machine's clock: evidence in operations and in what `status` shows, never a decision.
public struct Stamp: Equatable, Sendable {
    public var milliseconds: Int
    /// RFC 3339 in UTC, to the second.
    public var text: String

    /// `milliseconds` since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int) {
        self.milliseconds = milliseconds
        text = Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601)
    }

    /// The moment that a stamp's text names, to the second; nil when it is no such text.
    public init?(text: String) {
        guard let date = try? Date(text, strategy: .iso8601) else { return nil }
        self.init(milliseconds: Int(date.timeIntervalSince1970) * 1000)
    }

    /// The clock now.
    public static func now() -> Stamp {
        Stamp(milliseconds: Int(exactly: (Date().timeIntervalSince1970 * 1000).rounded(.down)) ?? 0)
    }

    /// A new operation id: a UUIDv7 (RFC 9562 section 5.7) of this moment with 74 random bits.
    public func newOperationID(random: [UInt8]) -> OperationID {
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * $0)) }
        bytes += (random + [UInt8](repeating: 0, count: 10)).prefix(10)
        bytes[6] = bytes[6] & 0x0F | 0x70
        bytes[8] = bytes[8] & 0x3F | 0x80
        guard let id = OperationID(bytes: bytes) else {
            preconditionFailure("six bytes of time and ten random ones are the sixteen of an id")
        }
        return id
    }

    public func newOperationID() -> OperationID {
        newOperationID(random: Sodium.randomBytes(10))
    }
}
