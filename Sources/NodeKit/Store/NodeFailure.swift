/// What a node's store or sync could not do, and what to do about it.
public struct NodeFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// Stable words; programs decide by these.
    public enum Code: String, CaseIterable, Sendable {
        /// The data directory holds no node.
        case noNode = "no-node"
        /// The data directory holds a node already.
        case exists
        /// The file is no node's database.
        case notADatabase = "not-a-database"
        /// A later version of the program wrote it.
        case newer
        /// The database or the key file is not what was written.
        case damaged
        /// The database belongs to another node than the keys.
        case mixed
        /// Others on this machine can read the data directory or a file in it.
        case permissions
        /// SQLite would not keep acknowledged transactions through a power cut.
        case notDurable = "not-durable"
        /// Another process syncs at the moment.
        case syncing
        /// Another process holds the database for longer than the busy timeout.
        case busy
        /// The disk is full.
        case full
        /// The disk, the file system or SQLite refused.
        case io
        /// A draft is not an operation of the protocol.
        case badDraft = "bad-draft"
        /// A file is no evidence of a journal's head, or not signed by this node's coordinator.
        case badEvidence = "bad-evidence"
        /// No such draft.
        case notFound = "not-found"
        /// A bundle took the operation already: it can no longer be changed.
        case sent
        /// Over a named limit of the node.
        case limit
        /// Only what was refused is sent again.
        case notRefused = "not-refused"
        /// It would leave nobody who may do what has to be done.
        case notAllowed = "not-allowed"
        /// A rejoin has begun and is not finished.
        case rejoining
        /// What a backup would replace has gone further than the backup.
        case newerCopy = "newer-copy"
        /// The file is not one that was carried by hand, or not for this node.
        case carried
        /// Nothing waits for the reply that was brought.
        case nothingPending = "nothing-pending"
        /// The invitation, or the coordinator that it led to, is not right.
        case invitation
    }

    public var code: Code
    /// What happened, in a sentence without personal data.
    public var message: String
    /// What to do next, in a sentence.
    public var advice: String

    public init(_ code: Code, _ message: String, advice: String) {
        self.code = code
        self.message = message
        self.advice = advice
    }

    public var description: String {
        "\(code.rawValue): \(message) \(advice)"
    }

    static func damaged(_ message: String) -> NodeFailure {
        NodeFailure(
            .damaged, message, advice: "Stop using this copy and keep it; ask the BKD for a new invitation.")
    }
}
