import GRDB
import Statements

/// The tables of the coordinator's database, forward only.
///
/// Rowid tables throughout and ids as 16-byte blobs: text ids in `WITHOUT ROWID` tables were measured five times slower.
/// Agencies are small integers, 0 is "all". `head` has one row; positions come from it and from no sequence.
enum SQLiteSchema {
    /// "Muts", so that another program's file is not taken for ours.
    static let applicationID = 0x4D75_7473

    typealias Migration = @Sendable (Database) throws -> Void

    static let migrations: [Migration] = [
        createTables, keepFormerInstances, addTree, addRecovery, slimIndexes, addAccesses, tellLivesApart, addSums,
        keepCuts,
    ]

    private static let createTables: Migration = { database in
        try database.execute(
            sql: """
                CREATE TABLE region (
                    id INTEGER PRIMARY KEY CHECK (id = 1), code TEXT NOT NULL, name TEXT NOT NULL, zone TEXT NOT NULL,
                    trial INTEGER NOT NULL, bkd TEXT NOT NULL, language TEXT NOT NULL, node BLOB NOT NULL);
                CREATE TABLE head (
                    id INTEGER PRIMARY KEY CHECK (id = 1), epoch INTEGER NOT NULL, position INTEGER NOT NULL, day TEXT);
                INSERT INTO head (id, epoch, position, day) VALUES (1, 1, 0, NULL);
                CREATE TABLE agency (id INTEGER PRIMARY KEY CHECK (id > 0), code TEXT NOT NULL UNIQUE);
                CREATE TABLE bundle (
                    id INTEGER PRIMARY KEY, instance BLOB NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL);
                CREATE UNIQUE INDEX bundleByNumber ON bundle (instance, number);
                CREATE TABLE journal (
                    position INTEGER PRIMARY KEY, agency INTEGER NOT NULL REFERENCES agency (id), operation BLOB NOT NULL,
                    bundle INTEGER NOT NULL REFERENCES bundle (id), item INTEGER NOT NULL, bytes BLOB NOT NULL,
                    leaf BLOB NOT NULL);
                CREATE TABLE decided (
                    id INTEGER PRIMARY KEY, agency INTEGER NOT NULL REFERENCES agency (id), operation BLOB NOT NULL,
                    hash BLOB NOT NULL, position INTEGER NOT NULL UNIQUE REFERENCES journal (position));
                CREATE UNIQUE INDEX decidedByOperation ON decided (operation, agency, hash);
                CREATE TABLE record (
                    id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, revision INTEGER NOT NULL,
                    audience TEXT NOT NULL, body BLOB NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL);
                CREATE TABLE link (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL,
                    record INTEGER NOT NULL REFERENCES record (id));
                CREATE INDEX linkByName ON link (name, value, record);
                CREATE INDEX linkByRecord ON link (record);
                CREATE TABLE claim (id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE, record BLOB NOT NULL);
                CREATE TABLE audience (
                    id INTEGER PRIMARY KEY, reader INTEGER NOT NULL, record INTEGER NOT NULL REFERENCES record (id),
                    position INTEGER NOT NULL, present INTEGER NOT NULL);
                CREATE UNIQUE INDEX audienceByRecord ON audience (record, reader);
                CREATE INDEX audienceByPosition ON audience (reader, position);
                CREATE TABLE digest (reader INTEGER PRIMARY KEY, count INTEGER NOT NULL, sum TEXT NOT NULL);
                CREATE TABLE node (
                    id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, agency INTEGER NOT NULL REFERENCES agency (id),
                    registry INTEGER NOT NULL, key BLOB NOT NULL UNIQUE, invitation BLOB, instance BLOB NOT NULL,
                    exchange INTEGER NOT NULL, nonce TEXT NOT NULL, bundle INTEGER NOT NULL, bundleHash TEXT NOT NULL,
                    reached INTEGER NOT NULL, seen TEXT, revoked INTEGER NOT NULL);
                CREATE TABLE attachment (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, salt BLOB NOT NULL, bytes BLOB NOT NULL);
                """)
    }

    private static let keepFormerInstances: Migration = { database in
        try database.execute(
            sql: """
                CREATE TABLE former (
                    id INTEGER PRIMARY KEY, node BLOB NOT NULL, instance BLOB NOT NULL UNIQUE, key BLOB NOT NULL,
                    exchange INTEGER NOT NULL, nonce TEXT NOT NULL, calls INTEGER NOT NULL, first TEXT, last TEXT,
                    told INTEGER);
                CREATE INDEX formerByNode ON former (node);
                """)
    }

    /// The tree over the journal: its right edge beside the head, the hash of every ``StoredTree/step``-th level's subtrees, and the
    /// root of each group of decisions, which is what nodes come to see. Of a journal that was written before, only the last
    /// root is known to anyone.
    private static let addTree: Migration = { database in
        try database.execute(
            sql: """
                ALTER TABLE head ADD COLUMN frontier BLOB NOT NULL DEFAULT x'';
                CREATE TABLE tree (id INTEGER PRIMARY KEY, hash BLOB NOT NULL);
                CREATE TABLE root (
                    position INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, day TEXT, hash BLOB NOT NULL);
                """)
        try StoredTree.plant(in: SQLiteTransaction(database: database))
    }

    /// Halt, epochs and recovery: state of the coordinator alone.
    private static let addRecovery: Migration = { database in
        try database.execute(
            sql: """
                CREATE TABLE standing (
                    id INTEGER PRIMARY KEY CHECK (id = 1), mode TEXT NOT NULL, reason TEXT, latestEpoch INTEGER NOT NULL);
                INSERT INTO standing (id, mode, reason, latestEpoch) VALUES (1, 'serving', NULL, 1);
                CREATE TABLE epoch (id INTEGER PRIMARY KEY CHECK (id > 1), cut INTEGER NOT NULL, position INTEGER NOT NULL);
                CREATE TABLE reopened (id INTEGER PRIMARY KEY, node BLOB NOT NULL UNIQUE);
                CREATE TABLE headClaim (
                    id INTEGER PRIMARY KEY, node BLOB NOT NULL UNIQUE, agency TEXT NOT NULL, epoch INTEGER NOT NULL,
                    position INTEGER NOT NULL);
                CREATE TABLE handed (
                    id INTEGER PRIMARY KEY, node BLOB NOT NULL, instance BLOB NOT NULL, number INTEGER NOT NULL,
                    bytes BLOB NOT NULL, receipt BLOB, last INTEGER);
                CREATE UNIQUE INDEX handedByNumber ON handed (instance, number);
                CREATE TABLE handedAttachment (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, salt BLOB NOT NULL, bytes BLOB NOT NULL);
                CREATE TABLE report (
                    id INTEGER PRIMARY KEY, node BLOB NOT NULL UNIQUE, done INTEGER NOT NULL, seen INTEGER NOT NULL);
                CREATE TABLE changedOutcome (
                    id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, agency TEXT NOT NULL, operation BLOB NOT NULL,
                    kind TEXT NOT NULL, record BLOB NOT NULL, former BLOB NOT NULL, formerEpoch INTEGER NOT NULL,
                    formerPosition INTEGER NOT NULL, outcome BLOB NOT NULL, position INTEGER NOT NULL);
                CREATE UNIQUE INDEX changedByOperation ON changedOutcome (epoch, agency, operation, position);
                CREATE TABLE gap (
                    id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
                    UNIQUE (epoch, first));
                CREATE TABLE owedReceipt (
                    id INTEGER PRIMARY KEY, instance BLOB NOT NULL, number INTEGER NOT NULL, sent INTEGER,
                    UNIQUE (instance, number));
                CREATE TABLE backup (
                    id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, position INTEGER NOT NULL, made TEXT NOT NULL);
                """)
    }

    /// One tree for each row where there were three: what is looked up by its whole key has no row number beside it.
    ///
    /// Links of a record follow from its body and who holds it since when from its audience, so neither is looked up by
    /// record; only what a reader lost is. Measured: half of the statements' time, and of the pages that a commit writes.
    private static let slimIndexes: Migration = { database in
        try database.execute(
            sql: """
                CREATE TABLE slimDecided (
                    position INTEGER PRIMARY KEY REFERENCES journal (position),
                    agency INTEGER NOT NULL REFERENCES agency (id), operation BLOB NOT NULL, hash BLOB NOT NULL);
                INSERT INTO slimDecided SELECT position, agency, operation, hash FROM decided ORDER BY position;
                DROP TABLE decided;
                ALTER TABLE slimDecided RENAME TO decided;
                CREATE INDEX decidedByOperation ON decided (operation, agency);
                CREATE TABLE slimLink (
                    name TEXT NOT NULL, value TEXT NOT NULL, record INTEGER NOT NULL REFERENCES record (id),
                    PRIMARY KEY (name, value, record)) WITHOUT ROWID;
                INSERT OR IGNORE INTO slimLink SELECT name, value, record FROM link ORDER BY name, value, record;
                DROP TABLE link;
                ALTER TABLE slimLink RENAME TO link;
                CREATE TABLE slimClaim (tag TEXT NOT NULL PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
                INSERT INTO slimClaim SELECT tag, record FROM claim ORDER BY tag;
                DROP TABLE claim;
                ALTER TABLE slimClaim RENAME TO claim;
                CREATE TABLE slimAudience (
                    reader INTEGER NOT NULL, position INTEGER NOT NULL,
                    record INTEGER NOT NULL REFERENCES record (id), present INTEGER NOT NULL,
                    PRIMARY KEY (reader, position, record)) WITHOUT ROWID;
                INSERT INTO slimAudience SELECT reader, position, record, present FROM audience
                    ORDER BY reader, position, record;
                DROP TABLE audience;
                ALTER TABLE slimAudience RENAME TO audience;
                CREATE UNIQUE INDEX audienceLost ON audience (record, reader) WHERE present = 0;
                """)
    }

    /// What each node was given of what is about people: state of the coordinator alone.
    private static let addAccesses: Migration = { database in
        try database.execute(
            sql: """
                CREATE TABLE access (
                    period TEXT NOT NULL, node BLOB NOT NULL, instance BLOB NOT NULL, class TEXT NOT NULL,
                    epoch INTEGER NOT NULL, agency TEXT NOT NULL, pages INTEGER NOT NULL, count INTEGER NOT NULL,
                    first INTEGER NOT NULL, last INTEGER NOT NULL, began TEXT NOT NULL, ended TEXT NOT NULL,
                    PRIMARY KEY (period, node, instance, class, epoch)) WITHOUT ROWID;
                """)
    }

    /// Lost positions, and heads that nodes have seen, are of a life: epochs were counted on when these were written.
    private static let tellLivesApart: Migration = { database in
        try database.execute(
            sql: """
                ALTER TABLE report ADD COLUMN seenEpoch INTEGER NOT NULL DEFAULT 1;
                CREATE TABLE gapOfLife (
                    id INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, life INTEGER NOT NULL, first INTEGER NOT NULL,
                    last INTEGER NOT NULL, UNIQUE (epoch, life, first));
                INSERT INTO gapOfLife (epoch, life, first, last) SELECT epoch, epoch - 1, first, last FROM gap;
                DROP TABLE gap;
                ALTER TABLE gapOfLife RENAME TO gap;
                """)
    }

    /// What no fold of the journal gives anew has a hash beside it.
    private static let addSums: Migration = { database in
        try RowSum.addColumns(SQLiteTransaction(database: database))
    }

    /// Where lives began that this journal never was in, by what nodes were told there.
    private static let keepCuts: Migration = { database in
        try database.execute(sql: "CREATE TABLE reportedCut (epoch INTEGER PRIMARY KEY, position INTEGER NOT NULL)")
    }

    /// Refuses a database that is not of exactly this version.
    static func check(_ database: Database) throws {
        guard try version(of: database) == migrations.count else {
            throw StoreFailure(.older, "the database was written by an older version; run verify or serve on it once")
        }
    }

    /// Whether every table and index is declared as the migrations declare it, but for white space: what a declaration says
    /// decides what its rows mean, and no check of the rows sees it. Throws ``StoreFailure`` `damaged` with the first that is not.
    static func checkDeclarations(_ database: Database) throws {
        guard let name = try Declarations(database).firstDifference(from: declared.get()) else { return }
        throw StoreFailure(.damaged, "\(name) is not declared as this program declares it")
    }

    /// What the migrations declare; it stays the same as long as the program runs.
    private static let declared = Result { try Declarations(of: migrate) }

    /// Brings a database to this version, or refuses it. Runs inside one transaction.
    static func migrate(_ database: Database) throws {
        let version = try version(of: database)
        for migration in migrations.dropFirst(version) {
            try migration(database)
        }
        if version < migrations.count {
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(migrations.count)")
        }
    }

    /// The version of a coordinator's database, 0 for an empty one. Throws ``StoreFailure``: `notADatabase`, `newer`.
    private static func version(of database: Database) throws -> Int {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
        guard application == applicationID || (isEmpty && application == 0) else {
            throw StoreFailure(
                .notADatabase,
                "the file is not a coordinator's database (application id \(application)); choose another")
        }
        guard version <= migrations.count else {
            throw StoreFailure(
                .newer,
                "the database has version \(version), this program knows \(migrations.count); update the program")
        }
        return version
    }
}
