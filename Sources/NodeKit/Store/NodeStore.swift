import GRDB
import Negotiation
import Statements
import StrictJSON
import SyncProtocol

/// A node's data: its replica of what it may see, its outbox, its staff tables, and how far it has synced.
///
/// Every method is one transaction, so that several processes may use one data directory. What was written is durable on
/// return. Synchronous; nothing is kept in memory between calls.
public final class NodeStore: Sendable {
    public let identity: NodeIdentity
    /// Nil for a store that a test or simulation opened over its own database.
    public let directory: DataDirectory?
    /// The database itself, for the staff side that shares it; every use is one short transaction.
    public let writer: any DatabaseWriter
    /// Which file was opened; another one in its place means that the directory was restored meanwhile.
    private let inode: UInt64?

    /// A store over an open database; brings its schema up to date and gives an empty one to this node.
    ///
    /// Throws ``NodeFailure``: `notADatabase`, `newer`, `mixed`, `damaged`, `io`.
    public convenience init(writer: any DatabaseWriter, identity: NodeIdentity) throws {
        try self.init(writer: writer, identity: identity, directory: nil)
    }

    private init(writer: any DatabaseWriter, identity: NodeIdentity, directory: DataDirectory?) throws {
        self.directory = directory
        self.writer = writer
        let state = try NodeFailure.mapping {
            try writer.write { database in
                try NodeSchema.migrate(database)
                return try SyncState.claim(database, for: identity)
            }
        }
        var identity = identity
        identity.instance = state.instance
        self.identity = identity
        inode = directory.flatMap { PrivateFile.inode($0.database) }
    }

    /// Opens the node of a data directory. A rejoin or a restore that had come to its end but for the last steps goes on first.
    ///
    /// Throws ``NodeFailure``: `noNode`, `permissions`, `newer`, `damaged`, `mixed`, `notADatabase`, `notDurable`, `io`.
    public static func open(_ directory: DataDirectory) throws -> NodeStore {
        try directory.finishInterrupted()
        try directory.checkHoldsNode()
        let identity = try NodeIdentity(parsing: PrivateFile.read(directory.keys))
        guard PrivateFile.exists(directory.database) else {
            throw NodeFailure.damaged("The keys are there, but the database node.db is missing.")
        }
        return try NodeStore(writer: NodeDatabase.open(directory.database), identity: identity, directory: directory)
    }

    /// Makes the node of a data directory, which is created if need be. The keys are written last: until then there is
    /// no node here, and the call may be repeated.
    ///
    /// Throws ``NodeFailure``: `exists`, and what ``open(_:)`` throws.
    public static func create(_ directory: DataDirectory, identity: NodeIdentity) throws -> NodeStore {
        try directory.create()
        guard !directory.holdsNode else {
            throw NodeFailure(
                .exists, "A node has joined in \(directory.path) already.", advice: "Choose another data directory.")
        }
        try NodeDatabase.create(directory.database)
        let store = try NodeStore(
            writer: NodeDatabase.open(directory.database), identity: identity, directory: directory)
        try PrivateFile.write(identity.json.encoded, to: directory.keys)
        return store
    }

    /// Throws ``NodeFailure`` `mixed` when the database that was opened is no longer the one of the data directory.
    func checkInPlace() throws {
        guard let directory, let inode, PrivateFile.inode(directory.database) != inode else { return }
        throw NodeFailure(
            .mixed, "The data directory was replaced while this program ran.", advice: "Start the program again.")
    }

    /// Reads in one snapshot. Throws ``NodeFailure`` and what the closure throws.
    public func read<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
        try NodeFailure.mapping { try writer.snapshot(body) }
    }

    /// Writes in one transaction, all or nothing. On return everything is durable that the transaction found or wrote. Throws
    /// ``NodeFailure`` and what the closure throws.
    public func write<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
        try NodeFailure.mapping {
            try writer.transaction { database in
                let answer = try body(database)
                try database.settleFormerCommits()
                return answer
            }
        }
    }
}
