import Foundation
import GRDB
import Negotiation
import SyncProtocol

/// Who was given what. One row for each period, node and class, so that a page costs a row and not one for each record.
extension SQLiteTransaction {
    func add(_ delivery: Delivery) throws {
        if try one("SELECT 1 FROM access WHERE period = ? LIMIT 1", [delivery.day]) == nil {
            try foldAccesses(before: delivery.day)
        }
        for part in delivery.parts {
            try run(
                """
                INSERT INTO access (period, node, instance, class, epoch, agency, pages, count, first, last, began, ended)
                    VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
                \(Self.addAccess)
                """,
                [
                    delivery.day, Data(delivery.node.bytes), Data(delivery.instance.bytes), part.name, delivery.epoch,
                    delivery.agency.text, part.count, part.first, part.last, delivery.at, delivery.at,
                ])
        }
    }

    func accesses(of agency: AgencyCode?, limit: Int) throws -> [Access] {
        try all(
            """
            SELECT * FROM access WHERE agency = ? OR ? IS NULL
            ORDER BY period DESC, agency, node, instance, class, epoch DESC LIMIT ?
            """, [agency?.text, agency?.text, limit]
        ) { row in
            Access(
                period: try row.text("period"),
                node: try Storing.sound(NodeID(bytes: try row.blob("node")), "a node id"),
                instance: try Storing.sound(InstanceID(bytes: try row.blob("instance")), "an instance id"),
                agency: try Storing.sound(AgencyCode(try row.text("agency")), "an agency code"),
                name: try row.text("class"), epoch: try row.integer("epoch"), pages: try row.integer("pages"),
                count: try row.integer("count"), first: try row.integer("first"), last: try row.integer("last"),
                began: try row.text("began"), ended: try row.text("ended"))
        }
    }

    /// When a day begins: days that are old become part of their month, and months of their year.
    private func foldAccesses(before day: String) throws {
        try foldAccesses(of: 10, into: 7, before: day, "-\(AccessLimits.days) days")
        try foldAccesses(of: 7, into: 4, before: day, "-\(AccessLimits.months) months")
    }

    /// Periods are told apart by the length of their names.
    private func foldAccesses(of length: Int, into longer: Int, before day: String, _ age: String) throws {
        try run(
            """
            INSERT INTO access (period, node, instance, class, epoch, agency, pages, count, first, last, began, ended)
                SELECT substr(period, 1, ?), node, instance, class, epoch, agency, sum(pages), sum(count), min(first),
                    max(last), min(began), max(ended)
                FROM access WHERE length(period) = ? AND period < substr(date(?, ?), 1, ?)
                GROUP BY substr(period, 1, ?), node, instance, class, epoch, agency
            \(Self.addAccess)
            """, [longer, length, day, age, length, longer])
        try run(
            "DELETE FROM access WHERE length(period) = ? AND period < substr(date(?, ?), 1, ?)",
            [length, day, age, length])
    }

    private static let addAccess = """
        ON CONFLICT (period, node, instance, class, epoch) DO UPDATE SET pages = pages + excluded.pages,
            count = count + excluded.count, first = min(first, excluded.first), last = max(last, excluded.last),
            began = min(began, excluded.began), ended = max(ended, excluded.ended)
        """
}
