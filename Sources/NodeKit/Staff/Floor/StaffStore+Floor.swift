import GRDB
import Personnel

extension StaffReader {
    /// The floors that the agency set itself, by unit, the whole unit first, then by post.
    public func floors() throws -> [OwnFloor] {
        try Row.fetchAll(db, sql: "SELECT * FROM staffFloor ORDER BY unitID, postID").map { row in
            let fields = StaffFields(row, ["unitID", "postID", "people", "origin"])
            guard let unit = fields.text("unitID"), let post = row["postID"] as String?,
                let people = fields.integer("people"), (0...OwnFloor.limit).contains(people),
                let origin = fields.text("origin").flatMap(OwnFloor.Origin.init(rawValue:))
            else { throw StaffError.damaged("staffFloor") }
            return OwnFloor(unit: unit, post: post.isEmpty ? nil : post, people: people, origin: origin)
        }
    }
}

extension StaffWriter {
    /// Writes an own floor; 0 takes it away. Returns whether anything changed.
    @discardableResult
    func put(_ floor: OwnFloor) throws -> Bool {
        guard floor.people > 0 else {
            try db.execute(
                sql: "DELETE FROM staffFloor WHERE unitID = ? AND postID = ?",
                arguments: [floor.unit, floor.post ?? ""])
            return db.changesCount > 0
        }
        return try put(
            "staffFloor", key: ["unitID", "postID"], columns: ["unitID", "postID", "people", "origin"],
            [
                .text(floor.unit), .text(floor.post ?? ""), .integer(floor.people), .text(floor.origin.rawValue),
            ])
    }
}

extension StaffStore {
    /// Sets the floor of a unit, or of a post in it; 0 takes it away, and the policy's share of the need alone counts.
    ///
    /// Throws `StaffError`: `staff-unknown-unit` or `staff-unknown-post`.
    public func set(_ floor: OwnFloor) throws {
        try database.write { db in
            let reader = StaffReader(db)
            guard try reader.unit(floor.unit) != nil else {
                throw StaffError(.unknownUnit, "no file has the unit", next: "look with: staff units")
            }
            if let post = floor.post, try reader.post(post) == nil {
                throw StaffError(.unknownPost, "no file has the post", next: "look with: staff units")
            }
            try StaffWriter(db).put(floor)
        }
    }
}
