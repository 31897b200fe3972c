import StrictJSON
import SyncProtocol

extension Attachment {
    /// A file that a command line names.
    ///
    /// Throws ``CommandError`` `bad-argument` when it cannot be read or has more than 256 KiB.
    static func file(_ path: String) throws -> Attachment {
        .make(try CommandFile.read(path, maxBytes: Limits.attachmentBytes))
    }

    /// How a body names it.
    var reference: JSONValue { .object([("attachment", .string(name))]) }
}
