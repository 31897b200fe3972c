import Foundation
import GRDB
import Negotiation
import Personnel

extension StaffReader {
    /// Everything of one person, or nil when the store never held the person.
    public func sheet(_ nip: NIP) throws -> PersonSheet? {
        try sheets(of: nip).first
    }

    /// Everything of everyone, by NIP.
    public func sheets() throws -> [PersonSheet] {
        try sheets(of: nil)
    }

    /// One query for each table, whether for one person or for all.
    private func sheets(of nip: NIP?) throws -> [PersonSheet] {
        let posts = Dictionary(uniqueKeysWithValues: try posts().map { ($0.id, $0) })
        let assignments = try grouped("staffAssignment", "since, kind, postID, unitID", nip, Self.assignment)
        let appraisals = try facts(Appraisal.self, nip)
        let competences = try facts(CompetenceScore.self, nip)
        let certificates = try facts(Certificate.self, nip)
        let trainings = try facts(Personnel.Training.self, nip)
        let sanctions = try facts(Sanction.self, nip)
        let leaves = try facts(Leave.self, nip)
        let duties = try facts(CounterExperience.self, nip)
        let talents = try facts(TalentScore.self, nip)
        let stated = try grouped("staffStatement", "part", nip) { row in
            StaffPart(rawValue: row["part"])
        }
        let cards = try grouped("staffCard", "id", nip) { row in RecordID(bytes: row["card"] as Data) }
        let people = try nip.map { try person($0).map { [$0] } ?? [] } ?? people()
        return people.map { person in
            let key = person.nip.text
            let held = assignments[key] ?? []
            let ids = Set(held.map(\.assignment.postID))
            return PersonSheet(
                person: person, assignments: held,
                posts: ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { posts[$0] },
                appraisals: appraisals[key] ?? [], competences: competences[key] ?? [],
                certificates: certificates[key] ?? [], trainings: trainings[key] ?? [],
                sanctions: sanctions[key] ?? [], leaves: leaves[key] ?? [], counterDuties: duties[key] ?? [],
                talents: talents[key] ?? [], stated: Set((stated[key] ?? []).compactMap { $0 }),
                card: (cards[key] ?? []).compactMap { $0 }.last)
        }
    }

    private func facts<Fact: StaffFact>(_: Fact.Type, _ nip: NIP?) throws -> [String: [Fact]] {
        let part = Fact.part
        return try grouped(part.table, part.keyColumns.joined(separator: ", "), nip) { row in
            guard let fact = Fact(StaffFields(row, part.columns)) else { throw StaffError.damaged(part.table) }
            return fact
        }
    }

    private func grouped<Value>(
        _ table: String, _ order: String, _ nip: NIP?, _ value: (Row) throws -> Value
    ) throws -> [String: [Value]] {
        let filter = nip == nil ? "" : "WHERE nip = ?"
        let arguments: StatementArguments = nip.map { [$0.text] } ?? []
        var groups: [String: [Value]] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM \(table) \(filter) ORDER BY nip, \(order)", arguments: arguments)
        while let row = try rows.next() {
            groups[row["nip"], default: []].append(try value(row))
        }
        return groups
    }
}
