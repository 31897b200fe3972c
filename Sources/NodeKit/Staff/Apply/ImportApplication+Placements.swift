import GRDB
import Personnel

/// The history of posts (`rw_jabatan`) under the assignments in the store.
///
/// A placement fills in the decree of the assignment that begins on the same day in the same post, or is added before the
/// latest definitive assignment; it never moves anyone. Each one that is added or was exported lasts until the next begins.
extension ImportApplication {
    func applyPlacements() throws -> Int {
        var byPerson: [NIP: [Placement]] = [:]
        for row in set.placements ?? [] {
            byPerson[row.nip, default: []].append(row.value)
        }
        return try byPerson.keys.sorted().reduce(0) { changes, nip in
            try changes + applyPlacements(byPerson[nip] ?? [], of: nip)
        }
    }

    private func applyPlacements(_ placements: [Placement], of nip: NIP) throws -> Int {
        let known = try reader.assignments(of: nip).filter { $0.assignment.kind == .definitive }
        guard let latest = known.last else { return 0 }
        var history = known
        for placement in placements {
            if let index = history.firstIndex(where: { $0.assignment.span.from == placement.from }) {
                guard history[index].assignment.postID == placement.postID else { continue }
                history[index].decree = placement.decree.map { Decree(number: $0) } ?? history[index].decree
                history[index].move = history[index].move ?? placement.move
            } else if placement.from < latest.assignment.span.from {
                history.append(try assignment(placement))
            }
        }
        history.sort { $0.assignment.span.from < $1.assignment.span.from }
        for index in history.indices.dropLast() where history[index].origin != .transfer {
            let next = history[index + 1].assignment.span.from
            let until = history[index].assignment.span.until
            if until.map({ $0 >= next }) ?? true, let ended = history[index].ending(on: next.adding(days: -1)) {
                history[index] = ended
            }
        }
        return try history.reduce(0) { changes, assignment in
            guard assignment.origin != .transfer else { return changes }
            return try changes + (writer.put(assignment, of: nip) ? 1 : 0)
        }
    }

    private func assignment(_ placement: Placement) throws -> StaffAssignment {
        let unit = placement.unitID ?? ""
        return StaffAssignment(
            assignment: Assignment(
                postID: placement.postID, unitID: unit, kind: .definitive, span: .open(from: placement.from),
                agency: agency),
            postName: placement.postName, unitName: try reader.unit(unit)?.name ?? "",
            decree: placement.decree.map { Decree(number: $0) }, move: placement.move, origin: .history)
    }
}

extension DatedSpan {
    /// A span whose end is not known.
    static func open(from day: CivilDate) -> DatedSpan {
        guard let span = DatedSpan(from: day, until: nil) else {
            preconditionFailure("a span without an end cannot end before it begins")
        }
        return span
    }
}
