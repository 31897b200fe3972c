/// The storage failed or holds something that it cannot hold: no decision was taken.
public struct StoreFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// Stable, for logs and exit codes.
    public enum Code: String, Sendable, CaseIterable {
        /// Another process holds the data directory.
        case locked
        /// The file is not a coordinator's database.
        case notADatabase = "not-a-database"
        /// Written by a later version of the program.
        case newer
        /// Written by an earlier version of the program, and opened for reading only.
        case older
        /// The writer would not be durable.
        case notDurable = "not-durable"
        /// A row that cannot be what was written.
        case damaged
        /// The disk, the file system or SQLite refused.
        case io
        /// A key file is missing, has the wrong form or is readable by others.
        case keys
        /// Others may enter the data directory.
        case permissions
        /// The mirror is damaged, or not of this database.
        case mirror
        /// The coordinator is halted, or the other way round: what was asked for needs another state.
        case standing
        /// The region exists already, or does not exist yet.
        case region
    }

    public var code: Code
    /// What happened, and what to do about it; no personal data.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { "\(code.rawValue): \(message)" }
}
