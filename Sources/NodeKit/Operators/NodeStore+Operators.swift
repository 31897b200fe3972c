import GRDB

/// Who works at this node. Once somebody is named here, whoever records must be one of them and no auditor.
extension NodeStore {
    /// In the order in which they were added. Throws ``NodeFailure``.
    public func operators() throws -> [Operator] {
        try read(Self.operators)
    }

    /// Adds a person, or gives one another role. Throws ``NodeFailure`` `limit` beyond ``Operator/limit``, and `notAllowed` when
    /// nobody would be left who may record.
    public func add(_ person: Operator) throws {
        try write { database in
            let others = try Self.operators(database).filter { !Self.same($0.name, person.name) }
            guard others.count < Operator.limit else {
                throw NodeFailure(
                    .limit, "A node has at most \(Operator.limit) operators.",
                    advice: "Remove who no longer works here.")
            }
            try Self.check(others + [person])
            try database.execute(
                cached: """
                    INSERT INTO operator (name, role, since) VALUES (?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET role = excluded.role
                    """, arguments: [person.name, person.role.rawValue, person.since])
        }
    }

    /// Removes a person; what the person recorded stays. Throws ``NodeFailure`` `notFound`, and `notAllowed` when only auditors
    /// would be left.
    public func removeOperator(_ name: String) throws {
        try write { database in
            let all = try Self.operators(database)
            let left = all.filter { !Self.same($0.name, name) }
            guard left.count < all.count else {
                throw NodeFailure(.notFound, "Nobody of that name works here.", advice: "Look with: operator list")
            }
            try Self.check(left)
            try database.execute(cached: "DELETE FROM operator WHERE name = ?", arguments: [name])
        }
    }

    private static func check(_ people: [Operator]) throws {
        guard people.isEmpty || people.contains(where: \.role.mayRecord) else {
            throw NodeFailure(
                .notAllowed, "Only auditors would be left, and nobody could record.",
                advice: "Add an operator or the head first.")
        }
    }

    private static func operators(_ database: Database) throws -> [Operator] {
        try Row.fetchAll(database, cached: "SELECT name, role, since FROM operator ORDER BY id").map { row in
            let row = SoundRow(row)
            guard let role = Operator.Role(rawValue: try row.text("role")) else {
                throw NodeFailure.damaged("The list of operators has an unknown role.")
            }
            return Operator(name: try row.text("name"), role: role, since: try row.text("since"))
        }
    }

    /// By their bytes, as the table compares them.
    private static func same(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }
}
