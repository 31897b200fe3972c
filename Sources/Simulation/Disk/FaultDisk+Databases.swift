import CFaultDisk
import CoordinatorKit
import GRDB
import NodeKit

/// The production programs' connections over a simulated disk.
extension FaultDisk {
    static let nodePath = "/node.db"
    static let coordinatorPath = "/coordinator.sqlite"

    /// How durable a connection is; anything less than `full` is a planted bug.
    enum Durability: String {
        case extra = "EXTRA"
        case full = "FULL"
        case normal = "NORMAL"
        case off = "OFF"
    }

    /// Opens the node's database, made under EXTRA when it is not there.
    func openNode(_ durability: Durability = .full) throws -> DatabaseQueue {
        if !holds(Self.nodePath) {
            let fresh = try DatabaseQueue(path: uri(Self.nodePath), configuration: Self.node(.extra))
            try fresh.write { try $0.execute(sql: "PRAGMA user_version = 0") }
            try fresh.close()
        }
        return try DatabaseQueue(path: uri(Self.nodePath), configuration: Self.node(durability))
    }

    /// Opens the coordinator's database in WAL mode; without shared memory that needs the exclusive locking mode first.
    func openCoordinator(_ durability: Durability = .full) throws -> DatabaseQueue {
        if !holds(Self.coordinatorPath) {
            let fresh = try DatabaseQueue(path: uri(Self.coordinatorPath), configuration: Self.coordinator(.extra))
            try fresh.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            try fresh.close()
        }
        let queue = try DatabaseQueue(path: uri(Self.coordinatorPath), configuration: Self.coordinator(durability))
        if durability == .extra {
            // A backup is not in this mode.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        }
        return queue
    }

    /// Where the rows of small tables are in the coordinator's file, each table in a page of its own: from where that page says that
    /// its cells begin to its end. Leaves out tables without rows.
    func coordinatorRows(of tables: [String]) throws -> [Range<Int>] {
        let queue = try openCoordinator(.extra)
        defer { try? queue.close() }
        let (pageSize, roots) = try queue.read { database in
            let names = databaseQuestionMarks(count: tables.count)
            return (
                try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0,
                try Int.fetchAll(
                    database, sql: "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name IN (\(names))",
                    arguments: StatementArguments(tables))
            )
        }
        let bytes = contents(of: Self.coordinatorPath) ?? []
        return roots.map { root in
            let page = (root - 1) * pageSize
            let cells = Int(bytes[page + 5]) << 8 | Int(bytes[page + 6])
            return page + cells..<page + pageSize
        }
        .filter { !$0.isEmpty }
    }

    /// Puts a node's database on an empty disk as a join leaves it: with its schema, and of no node yet.
    func putFreshNode() throws {
        put(try Self.freshNode.get(), at: Self.nodePath)
    }

    /// Puts a coordinator's database on an empty disk, with its schema and without a region.
    func putFreshCoordinator() throws {
        put(try Self.freshCoordinator.get(), at: Self.coordinatorPath)
    }

    /// Made once for all runs: twenty databases with their schema took as long as the weeks of a short run.
    private static let freshNode = Result { () throws -> [UInt8] in
        let disk = FaultDisk(seed: 0)
        let queue = try disk.openNode(.extra)
        try queue.write(NodeDatabase.migrate)
        try queue.close()
        return disk.contents(of: nodePath) ?? []
    }

    private static let freshCoordinator = Result { () throws -> [UInt8] in
        let disk = FaultDisk(seed: 0)
        let queue = try disk.openCoordinator(.extra)
        _ = try SQLiteStore(writer: queue)
        try queue.close()
        return disk.contents(of: coordinatorPath) ?? []
    }

    private static func node(_ durability: Durability) -> Configuration {
        var configuration = NodeDatabase.configuration(synchronous: durability.rawValue)
        configuration.prepareDatabase {
            fault_connection_forgo_observers($0.sqliteConnection.map(UnsafeMutableRawPointer.init))
        }
        return configuration
    }

    private static func coordinator(_ durability: Durability) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
            fault_connection_forgo_observers(database.sqliteConnection.map(UnsafeMutableRawPointer.init))
        }
        return configuration
    }
}
