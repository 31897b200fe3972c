import GRDB
import Personnel

extension StaffReader {
    /// Who serves where on a day, definitively or seconded here, and the need of each post in each unit.
    public func workplaces(on day: CivilDate, _ policy: PersonnelPolicy) throws -> Workplaces {
        var places = Workplaces()
        let running = "since <= :day AND (until IS NULL OR until >= :day)"
        let active = Set(try people().filter(\.isActive).map(\.nip.text))
        let own = try Row.fetchAll(
            db, sql: "SELECT nip, postID, unitID FROM staffAssignment WHERE kind = 'definitive' AND \(running)",
            arguments: ["day": day.iso])
        let guests = try Row.fetchAll(
            db, sql: "SELECT NULL AS nip, postID, unitID FROM staffGuest WHERE \(running)", arguments: ["day": day.iso])
        for row in own + guests {
            if let nip: String = row["nip"], !active.contains(nip) { continue }
            places.holders[Workplaces.Place(post: row["postID"], unit: row["unitID"]), default: 0] += 1
        }
        for row in try Row.fetchAll(db, sql: "SELECT DISTINCT postID, unitID FROM staffWorkload") {
            let place = Workplaces.Place(post: row["postID"], unit: row["unitID"])
            let rows = try workload(post: place.post, unit: place.unit)
            places.needs[place] =
                Workload(
                    rows: rows, holders: places.holders[place] ?? 0, effectiveMinutes: policy.effectiveMinutesPerYear
                ).need
        }
        places.standards = Set(try String.fetchAll(db, sql: "SELECT DISTINCT postID FROM staffStandard"))
        return places
    }
}
