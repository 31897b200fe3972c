import GRDB
import Negotiation
import Personnel

/// Writes the staff tables inside a transaction that the caller holds; each write says whether it changed anything.
struct StaffWriter {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Inserts a row, or updates the one with the same key where a value differs.
    @discardableResult
    func put(_ table: String, key: [String], columns: [String], _ cells: [StaffCell]) throws -> Bool {
        let rest = columns.filter { !key.contains($0) }
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        var sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks)) "
        sql += "ON CONFLICT (\(key.joined(separator: ", "))) DO "
        if rest.isEmpty {
            sql += "NOTHING"
        } else {
            let sets = rest.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
            let differs = rest.map { "\($0) IS NOT excluded.\($0)" }.joined(separator: " OR ")
            sql += "UPDATE SET \(sets) WHERE \(differs)"
        }
        let statement = try db.cachedStatement(sql: sql)
        try statement.execute(arguments: StatementArguments(cells))
        return db.changesCount > 0
    }

    @discardableResult
    func put(_ person: StaffPerson) throws -> Bool {
        try put(
            "staffPerson", key: ["nip"], columns: ["nip"] + StaffPerson.columns + StaffPerson.stateColumns,
            [.text(person.nip.text)] + person.cells + person.stateCells)
    }

    @discardableResult
    func put(_ fact: some StaffFact, of nip: NIP) throws -> Bool {
        let part = type(of: fact).part
        return try put(
            part.table, key: ["nip"] + part.keyColumns, columns: ["nip"] + part.columns,
            [.text(nip.text)] + fact.cells)
    }

    @discardableResult
    func put(_ post: Post) throws -> Bool {
        try put("staffPost", key: ["id"], columns: Post.columns, post.cells)
    }

    /// Adds a post that is not known yet; a known one stays as it is.
    func add(_ post: Post) throws {
        if try StaffReader(db).post(post.id) == nil {
            try put(post)
        }
    }

    @discardableResult
    func put(_ unit: Unit) throws -> Bool {
        try put(
            "staffUnit", key: ["id"], columns: ["id", "name", "parent", "district"],
            [.text(unit.id), .text(unit.name), .optional(unit.parent), .optional(unit.district)])
    }

    /// States that the rows of a part are all there are.
    @discardableResult
    func state(_ part: StaffPart, of nip: NIP) throws -> Bool {
        try put(
            "staffStatement", key: ["nip", "part"], columns: ["nip", "part"], [.text(nip.text), .text(part.rawValue)])
    }

    /// Adds an assignment, or rewrites the one with the same kind, first day, post and unit.
    @discardableResult
    func put(_ assignment: StaffAssignment, of nip: NIP) throws -> Bool {
        let key = ["nip", "kind", "since", "postID", "unitID"]
        let isChanged = try put(
            "staffAssignment", key: key, columns: ["nip"] + StaffAssignment.columns,
            [.text(nip.text)] + assignment.cells)
        guard isChanged, let transfer = assignment.transfer else { return isChanged }
        try db.execute(
            sql: """
                UPDATE staffAssignment SET transfer = ?
                WHERE nip = ? AND kind = ? AND since = ? AND postID = ? AND unitID = ?
                """,
            arguments: [
                transfer.data, nip.text, assignment.assignment.kind.rawValue, assignment.assignment.span.from.iso,
                assignment.assignment.postID, assignment.assignment.unitID,
            ])
        return true
    }

    /// Takes out an assignment that was entered wrongly and is written anew.
    func remove(_ assignment: StaffAssignment, of nip: NIP) throws {
        try db.execute(
            sql: """
                DELETE FROM staffAssignment WHERE nip = ? AND kind = ? AND since = ? AND postID = ? AND unitID = ?
                """,
            arguments: [
                nip.text, assignment.assignment.kind.rawValue, assignment.assignment.span.from.iso,
                assignment.assignment.postID, assignment.assignment.unitID,
            ])
    }
}
