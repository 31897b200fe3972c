import Foundation
import GRDB
import Negotiation
import Personnel

extension StaffReader {
    /// Who serves where on a day, definitively or seconded here, with the need and the own floor of each post in each unit.
    ///
    /// In hundredths of a person: who is seconded elsewhere counts at home with the part of the time that stays.
    ///
    /// - Parameter movements: what decrees say of the day beside the rows.
    public func workplaces(
        on day: CivilDate, _ policy: PersonnelPolicy, _ movements: Movements = .none
    ) throws -> Workplaces {
        var counts = Workplaces.Counts()
        try count(serving: day, movements, into: &counts)
        var tasks: [Workplaces.Place: [WorkloadRow]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM staffWorkload") {
            tasks[Self.place(row), default: []].append(try Self.workload(row))
        }
        counts.needs = tasks.mapValues { rows in
            Workload(rows: rows, holders: 0, effectiveMinutes: policy.effectiveMinutesPerYear).need
        }
        for floor in try floors() {
            if let post = floor.post {
                counts.postFloors[Workplaces.Place(post: post, unit: floor.unit)] = floor.people
            } else {
                counts.unitFloors[floor.unit] = floor.people
            }
        }
        counts.standards = Set(try String.fetchAll(db, sql: "SELECT DISTINCT postID FROM staffStandard"))
        counts.rushes = Set(try CounterReadings.alarms(self, on: day, policy.surge).map(\.id))
        return Workplaces(counts)
    }

    private func count(serving day: CivilDate, _ movements: Movements, into counts: inout Workplaces.Counts) throws {
        let active = Set(try people().filter(\.isActive).map(\.nip.text))
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT nip, kind, postID, unitID, agency, transfer FROM staffAssignment
                WHERE kind IN ('definitive', 'secondment') AND \(Self.running)
                """,
            arguments: ["day": day.iso]
        ).filter { active.contains($0["nip"]) }
        let own = rows.filter { $0["kind"] == Assignment.Kind.definitive.rawValue }
        for row in rows where row["kind"] == Assignment.Kind.secondment.rawValue {
            let part = Self.part(row, movements)
            lend(try Self.nip(row), part, &counts)
            // Who is lent inside the agency serves in the other place meanwhile.
            if own.contains(where: { $0["nip"] == row["nip"] as String && $0["agency"] == row["agency"] as String }) {
                counts.holders[Self.place(row), default: 0] += part
            }
        }
        for move in movements.leaving {
            if let nip = move.nip { lend(nip, move.part, &counts) }
        }
        for row in own {
            counts.holders[Self.place(row), default: 0] += counts.shares[try Self.nip(row)] ?? 100
        }
        for row in try Row.fetchAll(
            db, sql: "SELECT postID, unitID, transfer FROM staffGuest WHERE \(Self.running)",
            arguments: ["day": day.iso])
        {
            counts.holders[Self.place(row), default: 0] += Self.part(row, movements)
        }
        for move in movements.arriving {
            let place = Workplaces.Place(post: move.place.post.id, unit: move.place.unitID)
            // An export that came first may show the person there already.
            let isShown = own.contains { $0["nip"] == move.nip?.text && Self.place($0) == place }
            counts.holders[place, default: 0] += isShown ? 0 : move.part
        }
    }

    /// Takes a part of somebody's time out of the own post.
    private func lend(_ nip: NIP, _ part: Int, _ counts: inout Workplaces.Counts) {
        counts.shares[nip] = min(counts.shares[nip] ?? 100, 100 - min(max(part, 0), 100))
    }

    /// Rows of assignments or guests of a day, as a condition with the argument `day`.
    static let running = "since <= :day AND (until IS NULL OR until >= :day)"

    static func place(_ row: Row) -> Workplaces.Place {
        Workplaces.Place(post: row["postID"], unit: row["unitID"])
    }

    private static func nip(_ row: Row) throws -> NIP {
        guard let nip = try? NIP(parsing: row["nip"]) else { throw StaffError.damaged("staffAssignment") }
        return nip
    }

    /// The percent of the time that the secondment of a row takes.
    private static func part(_ row: Row, _ movements: Movements) -> Int {
        (row["transfer"] as Data?).flatMap { RecordID(bytes: $0) }.flatMap { movements.parts[$0] } ?? 100
    }
}
