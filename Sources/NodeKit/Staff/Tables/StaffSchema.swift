import GRDB

/// The staff tables of a registry, as migrations for the database that also holds the replica.
///
/// Dates are text `YYYY-MM-DD`, ids of records 16 bytes, codes and ids of official files text compared byte by byte. A
/// person and an assignment are never deleted: `state` and `until` say what ended. `origin` says who wrote an assignment,
/// because an import may correct only what an import wrote.
public enum StaffSchema {
    /// In this order, each once; a name is never used again. The connection has ``StaffSeals/sum``.
    public static let migrations: [(name: String, migrate: @Sendable (Database) throws -> Void)] = [
        ("staff-1", { try $0.execute(sql: reference + people + facts + exchange) }),
        ("staff-seals", StaffSeals.install),
        (
            "staff-talent",
            { database in
                try database.execute(sql: talent)
                try StaffSeals.seal("staffTalent", database)
            }
        ),
        (
            "staff-figures",
            { database in
                try database.execute(sql: figures)
                try StaffSeals.seal("staffCounterDay", database)
                try StaffSeals.seal("staffServiceFigure", database)
            }
        ),
        (
            "staff-floor",
            { database in
                try database.execute(sql: floor)
                try StaffSeals.seal("staffFloor", database)
            }
        ),
    ]

    private static let reference = """
        CREATE TABLE staffPost (
            id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, family TEXT, eselon TEXT, level TEXT,
            retirementAge INTEGER NOT NULL);
        CREATE TABLE staffUnit (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, parent TEXT, district TEXT);
        CREATE TABLE staffWorkload (
            id INTEGER PRIMARY KEY, postID TEXT NOT NULL, unitID TEXT NOT NULL, task TEXT NOT NULL,
            outputUnit TEXT NOT NULL, volumePerYear INTEGER NOT NULL, normMinutes INTEGER NOT NULL,
            UNIQUE (postID, unitID, task));
        CREATE TABLE staffStandard (
            id INTEGER PRIMARY KEY, postID TEXT NOT NULL, demand TEXT NOT NULL, code TEXT NOT NULL, value TEXT NOT NULL,
            UNIQUE (postID, demand, code, value));

        """

    private static let people = """
        CREATE TABLE staffPerson (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL UNIQUE, name TEXT NOT NULL, titleBefore TEXT, titleAfter TEXT,
            employment TEXT NOT NULL, legalStanding TEXT NOT NULL, grade TEXT, educationLevel TEXT, educationField TEXT,
            entered TEXT, permanentSince TEXT, contractEnd TEXT,
            state TEXT NOT NULL DEFAULT 'present', stateSince TEXT, leftTo TEXT,
            awaitsExport INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE staffAssignment (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL REFERENCES staffPerson (nip), kind TEXT NOT NULL,
            postID TEXT NOT NULL, postName TEXT NOT NULL, unitID TEXT NOT NULL, unitName TEXT NOT NULL,
            agency TEXT NOT NULL, since TEXT NOT NULL, until TEXT, decree TEXT, decreeDate TEXT, endDecree TEXT,
            endDecreeDate TEXT, move TEXT, origin TEXT NOT NULL, transfer BLOB,
            UNIQUE (nip, kind, since, postID, unitID));
        CREATE TABLE staffStatement (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL REFERENCES staffPerson (nip), part TEXT NOT NULL,
            UNIQUE (nip, part));

        """

    private static let facts = """
        CREATE TABLE staffAppraisal (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL REFERENCES staffPerson (nip), year INTEGER NOT NULL,
            rating TEXT NOT NULL, UNIQUE (nip, year));
        CREATE TABLE staffCompetence (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL REFERENCES staffPerson (nip), competence TEXT NOT NULL,
            assessed TEXT NOT NULL, level INTEGER NOT NULL, UNIQUE (nip, competence, assessed));
        CREATE TABLE staffCertificate (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL REFERENCES staffPerson (nip), kind TEXT NOT NULL,
            number TEXT NOT NULL, issuer TEXT NOT NULL, place TEXT, validUntil TEXT, UNIQUE (nip, kind, number, issuer));
        CREATE TABLE staffTraining (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL REFERENCES staffPerson (nip), name TEXT NOT NULL,
            date TEXT NOT NULL, hours INTEGER NOT NULL, competence TEXT, UNIQUE (nip, name, date));
        CREATE TABLE staffSanction (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL REFERENCES staffPerson (nip), kind TEXT NOT NULL,
            since TEXT NOT NULL, level TEXT NOT NULL, until TEXT, UNIQUE (nip, kind, since));
        CREATE TABLE staffLeave (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL REFERENCES staffPerson (nip), kind TEXT NOT NULL,
            since TEXT NOT NULL, until TEXT, UNIQUE (nip, kind, since));
        CREATE TABLE staffCounterDuty (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL REFERENCES staffPerson (nip), service TEXT NOT NULL,
            since TEXT NOT NULL, until TEXT, UNIQUE (nip, service, since));

        """

    private static let talent = """
        CREATE TABLE staffTalent (
            id INTEGER PRIMARY KEY, nip TEXT NOT NULL REFERENCES staffPerson (nip), assessed TEXT NOT NULL,
            performance INTEGER NOT NULL, potential INTEGER NOT NULL, UNIQUE (nip, assessed));
        """

    private static let figures = """
        CREATE TABLE staffCounterDay (
            id INTEGER PRIMARY KEY, unitID TEXT NOT NULL, service TEXT NOT NULL, day TEXT NOT NULL,
            visitors INTEGER NOT NULL, served INTEGER NOT NULL, minutes INTEGER NOT NULL, UNIQUE (unitID, service, day));
        CREATE TABLE staffServiceFigure (
            id INTEGER PRIMARY KEY, unitID TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL, skm INTEGER,
            queueMinutes INTEGER, entered TEXT NOT NULL, UNIQUE (unitID, since, until));
        """

    /// An empty post stands for the whole unit.
    private static let floor = """
        CREATE TABLE staffFloor (
            id INTEGER PRIMARY KEY, unitID TEXT NOT NULL, postID TEXT NOT NULL, people INTEGER NOT NULL,
            origin TEXT NOT NULL, UNIQUE (unitID, postID));
        """

    private static let exchange = """
        CREATE TABLE staffCard (
            id INTEGER PRIMARY KEY, card BLOB NOT NULL UNIQUE, nip TEXT NOT NULL REFERENCES staffPerson (nip));
        CREATE INDEX staffCardOfPerson ON staffCard (nip);
        CREATE TABLE staffTransfer (
            id INTEGER PRIMARY KEY, transfer BLOB NOT NULL, effect TEXT NOT NULL, nip TEXT, UNIQUE (transfer, effect));
        CREATE TABLE staffGuest (
            id INTEGER PRIMARY KEY, transfer BLOB NOT NULL UNIQUE, card BLOB NOT NULL, home TEXT NOT NULL,
            postID TEXT NOT NULL, postName TEXT NOT NULL, unitID TEXT NOT NULL, unitName TEXT NOT NULL,
            since TEXT NOT NULL, until TEXT, name TEXT, nip TEXT, profile BLOB);
        """
}
