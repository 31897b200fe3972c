import Negotiation
import SyncProtocol

/// UUIDv7 (RFC 9562 section 5.7): ids in the order of time, so that rows go to the end of their index.
enum TimedID {
    /// The id of this millisecond with fresh random bits.
    static func make(milliseconds: Int) -> UUIDBytes? {
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * $0)) }
        bytes += Sodium.randomBytes(10)
        bytes[6] = bytes[6] & 0x0F | 0x70
        bytes[8] = bytes[8] & 0x3F | 0x80
        return UUIDBytes(bytes: bytes)
    }
}
