import SyncProtocol

/// A whole journal as one file, for an archive or an auditor: it is verified anywhere, with nothing but the coordinator's key.
///
/// The first line is `mutasi-journal 1` and a line feed. Then come frames, each a kind (one byte), the payload's length (4
/// bytes, big-endian), the payload, and a chain value: SHA-256(chain value before ‖ kind ‖ length ‖ payload), where SHA-256 of
/// the first line stands before the first frame. So a bit that flips anywhere, a frame that is missing, and one too many
/// are found at the frame in which they are.
///
/// | kind | payload |
/// |---|---|
/// | `H` | `{"region":{…},"coordinatorKey"}`; the first frame |
/// | `B` | a bundle's exact bytes; before the first entry that it carried, and before the next one of its instance |
/// | `E` | an entry's exact bytes; in the order of positions, from 1 |
/// | `C` | the signed checkpoint of all entries |
/// | `Z` | nothing; the last frame, after which the file ends |
///
/// The chain only shows damage: what holds against a forger are the bundles' signatures and the checkpoint. An export that was
/// interrupted has no last frame. Writing and reading go through the file once, in memory that does not grow with the journal
/// but for a place of 16 bytes for each frame.
enum JournalFrame {
    enum Kind: UInt8 {
        case header = 0x48
        case bundle = 0x42
        case entry = 0x45
        case checkpoint = 0x43
        case end = 0x5A
    }

    static let firstLine = Array("mutasi-journal 1\n".utf8)
    /// Kind and length.
    static let headBytes = 5
    /// The largest payload: an entry or a bundle as the strict reader takes them.
    static let payloadLimit = 16 << 20

    static var firstChain: [UInt8] { Sodium.sha256(firstLine) }

    static func head(_ kind: Kind, _ count: Int) -> [UInt8] {
        [kind.rawValue] + stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: count >> $0) }
    }

    static func chain(_ before: [UInt8], _ head: [UInt8], _ payload: [UInt8]) -> [UInt8] {
        Sodium.sha256(before + head + payload)
    }
}
