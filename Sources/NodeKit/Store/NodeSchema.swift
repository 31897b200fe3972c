import GRDB
import Statements

/// The tables of a node's database, forward only.
///
/// Rowid tables and ids as 16-byte blobs (text ids in `WITHOUT ROWID` tables were measured five times slower). A record
/// belongs to a *generation* of the replica: one is live, a second one is built beside it after a mismatch, and one column
/// of `state` is changed when it is right. The tables of the staff side stand in the same database, so that a started
/// transfer changes them in the transaction that absorbs it.
enum NodeSchema {
    /// "Mutn", so that another program's file is not taken for ours.
    static let applicationID = 0x4D75_746E

    typealias Migration = (name: String, migrate: @Sendable (Database) throws -> Void)

    static var migrations: [Migration] {
        [("node-1", createNode)] + StaffSchema.migrations
            + [
                ("node-2", keepReceipts), ("node-pace", keepPace), ("node-recovery", keepFormer),
                ("node-lives", addLives), ("node-heads", keepHeads), ("node-links", slimLinks),
                ("node-seals", RowSum.addColumns), ("node-cuts", keepCuts), ("node-operators", nameOperators),
            ]
    }

    /// Brings a database to this version in one transaction, or refuses it, and gives the connection what its triggers call. Throws ``NodeFailure`` or GRDB's error.
    static func migrate(_ database: Database) throws {
        database.add(function: StaffSeals.sum)
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
        guard application == applicationID || (isEmpty && application == 0) else {
            throw NodeFailure(
                .notADatabase, "The file is no node's database (application id \(application)).",
                advice: "Choose the right data directory.")
        }
        if isEmpty {
            try database.execute(sql: "CREATE TABLE migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)")
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        let applied = try String.fetchAll(database, sql: "SELECT name FROM migration")
        let known = migrations.map(\.name)
        guard applied.allSatisfy(known.contains) else {
            throw NodeFailure(
                .newer, "A later version of the program wrote the database.", advice: "Update the program.")
        }
        for migration in migrations where !applied.contains(migration.name) {
            try migration.migrate(database)
            try database.execute(sql: "INSERT INTO migration (name) VALUES (?)", arguments: [migration.name])
        }
    }

    /// What the migrations declare; it stays the same as long as the program runs.
    static let declared = Result { try Declarations(of: migrate) }

    private static let keepReceipts: @Sendable (Database) throws -> Void = { database in
        try database.execute(sql: "ALTER TABLE bundle ADD COLUMN receipt BLOB")
    }

    /// How large pages may be on this line, and how fresh the view is: see `PageSize` and `Freshness`.
    private static let keepPace: @Sendable (Database) throws -> Void = { database in
        try database.execute(
            sql: """
                ALTER TABLE state ADD COLUMN pageSize INTEGER;
                ALTER TABLE state ADD COLUMN completeAt INTEGER;
                ALTER TABLE state ADD COLUMN movedAt INTEGER;
                ALTER TABLE state ADD COLUMN stillSyncs INTEGER NOT NULL DEFAULT 0;
                """)
    }

    /// What a restore of the coordinator changed, beside what it was before.
    private static let keepFormer: @Sendable (Database) throws -> Void = { database in
        try database.execute(
            sql: """
                CREATE TABLE formerHead (
                    id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL UNIQUE, position INTEGER NOT NULL, root TEXT);
                CREATE TABLE formerOutcome (
                    id INTEGER PRIMARY KEY, operation BLOB NOT NULL, epoch INTEGER NOT NULL, position INTEGER NOT NULL,
                    outcome BLOB NOT NULL, UNIQUE (operation, epoch));
                CREATE TABLE formerReceipt (
                    id INTEGER PRIMARY KEY, bundle INTEGER NOT NULL, epoch INTEGER NOT NULL, receipt BLOB NOT NULL,
                    UNIQUE (bundle, epoch));
                """)
    }

    /// Who works at the node; see `Operator`.
    private static let nameOperators: @Sendable (Database) throws -> Void = { database in
        try database.execute(
            sql: """
                CREATE TABLE operator (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, since TEXT NOT NULL);
                """)
    }

    /// Where lives of the coordinator began.
    private static let keepCuts: @Sendable (Database) throws -> Void = { database in
        try database.execute(sql: "CREATE TABLE epochCut (epoch INTEGER PRIMARY KEY, position INTEGER NOT NULL)")
    }

    /// A database belongs to a key, and its instance may change; drafts may be held; checks of backups are remembered.
    private static let addLives: @Sendable (Database) throws -> Void = { database in
        try database.execute(
            sql: """
                ALTER TABLE state ADD COLUMN key BLOB;
                ALTER TABLE state ADD COLUMN opens BLOB;
                ALTER TABLE operation ADD COLUMN held TEXT;
                CREATE TABLE upkeep (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, at TEXT NOT NULL, file TEXT NOT NULL);
                """)
    }

    /// The head's root, signed heads, what contradicts them, what others showed, and the version of the wire.
    private static let keepHeads: @Sendable (Database) throws -> Void = { database in
        try database.execute(
            sql: """
                ALTER TABLE state ADD COLUMN headRoot TEXT;
                ALTER TABLE state ADD COLUMN wire INTEGER;
                ALTER TABLE state ADD COLUMN wireRetryAt INTEGER;
                CREATE TABLE checkpoint (
                    id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, position INTEGER NOT NULL, day TEXT,
                    text TEXT NOT NULL, UNIQUE (epoch, position));
                CREATE TABLE contradiction (
                    id INTEGER PRIMARY KEY, reason TEXT NOT NULL, seen TEXT NOT NULL, seenEvidence TEXT, shown TEXT,
                    shownEvidence TEXT, found TEXT NOT NULL, open INTEGER NOT NULL, reply BLOB, replyHash TEXT,
                    signature TEXT);
                CREATE TABLE question (
                    id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, position INTEGER NOT NULL, root TEXT, text TEXT,
                    UNIQUE (epoch, position, root));
                """)
    }

    /// Links have two trees instead of three: their own is ordered by record, of which all are read and removed together.
    private static let slimLinks: @Sendable (Database) throws -> Void = { database in
        try database.execute(
            sql: """
                CREATE TABLE slimLink (
                    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE, name TEXT NOT NULL,
                    value TEXT NOT NULL, PRIMARY KEY (record, name, value)) WITHOUT ROWID;
                INSERT OR IGNORE INTO slimLink (record, name, value)
                    SELECT record, name, value FROM link ORDER BY record, name, value;
                DROP TABLE link;
                ALTER TABLE slimLink RENAME TO link;
                CREATE INDEX linkByName ON link (name, value);
                """)
    }

    private static let createNode: @Sendable (Database) throws -> Void = { database in
        try database.execute(
            sql: """
                CREATE TABLE state (
                    id INTEGER PRIMARY KEY CHECK (id = 1), node BLOB NOT NULL, instance BLOB NOT NULL,
                    exchange INTEGER NOT NULL, nonce TEXT NOT NULL, pendingNonce TEXT, pendingBundle INTEGER,
                    bundle INTEGER NOT NULL, bundleHash TEXT NOT NULL, headEpoch INTEGER, headPosition INTEGER,
                    day TEXT, live INTEGER NOT NULL, building INTEGER, rebuilt TEXT, diverged INTEGER NOT NULL,
                    refusal TEXT, refusalDetail TEXT, lastSync TEXT, nextSeconds INTEGER);
                CREATE TABLE generation (
                    id INTEGER PRIMARY KEY, epoch INTEGER, position INTEGER, start INTEGER, count INTEGER NOT NULL,
                    sum TEXT NOT NULL, statedCount INTEGER, statedSum TEXT, statedPosition INTEGER);
                CREATE TABLE record (
                    id INTEGER PRIMARY KEY, generation INTEGER NOT NULL, uuid BLOB NOT NULL, kind TEXT NOT NULL,
                    revision INTEGER NOT NULL, body BLOB NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL);
                CREATE UNIQUE INDEX recordByUUID ON record (uuid, generation);
                CREATE TABLE link (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL,
                    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE);
                CREATE INDEX linkByName ON link (name, value, record);
                CREATE INDEX linkByRecord ON link (record);
                CREATE TABLE attachment (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, salt BLOB NOT NULL, bytes BLOB NOT NULL);
                CREATE TABLE recordAttachment (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL,
                    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE);
                CREATE INDEX recordAttachmentByName ON recordAttachment (name);
                CREATE INDEX recordAttachmentByRecord ON recordAttachment (record);
                CREATE TABLE bundle (
                    id INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, bytes BLOB NOT NULL, hash TEXT NOT NULL);
                CREATE TABLE operation (
                    id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL, hash BLOB NOT NULL,
                    bundle INTEGER REFERENCES bundle (number), position INTEGER, outcome BLOB);
                CREATE INDEX operationByBundle ON operation (bundle, outcome);
                CREATE TABLE operationAttachment (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL,
                    operation INTEGER NOT NULL REFERENCES operation (id) ON DELETE CASCADE);
                CREATE INDEX operationAttachmentByName ON operationAttachment (name);
                CREATE INDEX operationAttachmentByOperation ON operationAttachment (operation);
                """)
    }
}
