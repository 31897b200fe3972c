import GRDB
import Personnel

extension StaffReader {
    /// Who serves where on a day, definitively or seconded here, and the need of each post in each unit.
    public func workplaces(on day: CivilDate, _ policy: PersonnelPolicy) throws -> Workplaces {
        func place(_ row: Row) -> Workplaces.Place {
            Workplaces.Place(post: row["postID"], unit: row["unitID"])
        }
        let running = "since <= :day AND (until IS NULL OR until >= :day)"
        let active = Set(try people().filter(\.isActive).map(\.nip.text))
        let own = try Row.fetchAll(
            db, sql: "SELECT nip, postID, unitID FROM staffAssignment WHERE kind = 'definitive' AND \(running)",
            arguments: ["day": day.iso]
        ).filter { active.contains($0["nip"]) }
        let guests = try Row.fetchAll(
            db, sql: "SELECT postID, unitID FROM staffGuest WHERE \(running)", arguments: ["day": day.iso])
        var holders: [Workplaces.Place: Int] = [:]
        for row in own + guests {
            holders[place(row), default: 0] += 1
        }
        var tasks: [Workplaces.Place: [WorkloadRow]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM staffWorkload") {
            tasks[place(row), default: []].append(try Self.workload(row))
        }
        let needs = tasks.mapValues { rows in
            Workload(rows: rows, holders: 0, effectiveMinutes: policy.effectiveMinutesPerYear).need
        }
        return Workplaces(
            holders: holders, needs: needs,
            standards: Set(try String.fetchAll(db, sql: "SELECT DISTINCT postID FROM staffStandard")))
    }
}
