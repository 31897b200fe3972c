import GRDB
import Personnel

/// The staff export against the people in the store.
extension ImportApplication {
    mutating func applyStaff() throws -> Int {
        guard let export = set.staff else { return 0 }
        let known = Dictionary(uniqueKeysWithValues: try reader.people().map { ($0.nip, $0) })
        var changes = 0
        for row in export.rows {
            try addReferences(of: row)
            changes += try apply(row, known[row.nip]) ? 1 : 0
        }
        guard set.isComplete(.staff) else { return changes }
        let present = Set(export.rows.map(\.nip))
        for person in known.values.sorted(by: { $0.nip < $1.nip }) where !present.contains(person.nip) {
            changes += try applyAbsence(of: person) ? 1 : 0
        }
        return changes
    }

    /// Posts and units that no reference file knows are taken from the export.
    private func addReferences(of row: StaffRow) throws {
        try writer.add(Post(id: row.postID, name: row.postName, kind: row.postKind))
        if try reader.unit(row.unitID) == nil {
            try writer.put(Unit(id: row.unitID, name: row.unitName))
        }
    }

    private mutating func apply(_ row: StaffRow, _ known: StaffPerson?) throws -> Bool {
        var person = StaffPerson(row)
        guard let known else {
            try writer.put(person)
            try writer.put(assignment(row), of: row.nip)
            result.added.append(row.nip)
            return true
        }
        if case .left(let day, _) = known.presence, row.postSince < day {
            result.awaiting.append(row.nip)
            return false
        }
        // A file without the column says nothing about contracts.
        person.contractEnd = row.contractEnd ?? known.contractEnd
        let isBack = known.presence != .present
        let placed = try place(row, known)
        person.awaitsExport = placed == .awaiting && known.awaitsExport
        let isWritten = try writer.put(person)
        if isBack {
            result.returned.append(row.nip)
        }
        switch placed {
        case .moved: result.moved.append(row.nip)
        case .awaiting: result.awaiting.append(row.nip)
        case .older: result.older.append(row.nip)
        case .corrected, .same: break
        }
        let isChanged = isWritten || placed == .corrected
        if isChanged, placed != .moved, !isBack {
            result.changed.append(row.nip)
        }
        return isChanged || placed == .moved
    }

    private mutating func applyAbsence(of person: StaffPerson) throws -> Bool {
        var person = person
        switch person.presence {
        case .present where person.awaitsExport:
            result.awaiting.append(person.nip)
            return false
        case .present:
            person.presence = .absent(since: today)
            result.absent.append(person.nip)
        case .left where person.awaitsExport:
            person.awaitsExport = false
            result.changed.append(person.nip)
        case .absent, .left: return false
        }
        return try writer.put(person)
    }

    private enum Placed {
        case same, corrected, moved, awaiting, older
    }

    /// Compares the post of a row with the latest definitive assignment and writes what is newer.
    private func place(_ row: StaffRow, _ person: StaffPerson) throws -> Placed {
        let history = try reader.assignments(of: row.nip).filter { $0.assignment.kind == .definitive }
        guard let current = history.last else {
            try writer.put(assignment(row), of: row.nip)
            return .corrected
        }
        let since = current.assignment.span.from
        let isSame = current.assignment.postID == row.postID && current.assignment.unitID == row.unitID
        let isTransfer = current.origin == .transfer
        if let until = current.assignment.span.until, until < row.postSince {
            var next = assignment(row)
            next.move = Self.outsideTheSystem
            try writer.put(next, of: row.nip)
            return .moved
        }
        if isSame, isTransfer || row.postSince == since {
            return try reopen(current, person) ? .corrected : .same
        }
        if row.postSince < since {
            guard isSame, history.dropLast().allSatisfy({ $0.assignment.span.from < row.postSince }) else {
                return isTransfer ? .awaiting : .older
            }
            try replace(current, by: row, after: history.dropLast().last)
            return .corrected
        }
        if isSame || row.postSince == since {
            guard !isTransfer else { return .awaiting }
            try replace(current, by: row, after: history.dropLast().last)
            return .corrected
        }
        try end(current, before: row.postSince, of: row.nip)
        var next = assignment(row)
        next.move = Self.outsideTheSystem
        try writer.put(next, of: row.nip)
        return .moved
    }

    /// What stands for the kind of move when the export shows one that no transfer explains.
    static let outsideTheSystem = "di luar sistem"

    /// Somebody who was said to be gone is in the file again, in the same post: it never ended.
    private func reopen(_ current: StaffAssignment, _ person: StaffPerson) throws -> Bool {
        guard current.assignment.span.until != nil, person.presence != .present, current.origin != .transfer,
            var open = current.ending(on: nil)
        else { return false }
        open.ending = nil
        return try writer.put(open, of: person.nip)
    }

    private func replace(_ current: StaffAssignment, by row: StaffRow, after previous: StaffAssignment?) throws {
        try writer.remove(current, of: row.nip)
        var next = assignment(row)
        next.decree = current.decree
        next.move = current.move
        try writer.put(next, of: row.nip)
        if let previous {
            try end(previous, before: row.postSince, of: row.nip)
        }
    }

    private func end(_ assignment: StaffAssignment, before day: CivilDate, of nip: NIP) throws {
        let isOver = assignment.assignment.span.until.map { $0 < day } ?? false
        guard !isOver, let ended = assignment.ending(on: day.adding(days: -1)) else { return }
        try writer.put(ended, of: nip)
    }

    private func assignment(_ row: StaffRow) -> StaffAssignment {
        StaffAssignment(
            assignment: Assignment(
                postID: row.postID, unitID: row.unitID, kind: .definitive, span: .open(from: row.postSince),
                agency: agency),
            postName: row.postName, unitName: row.unitName, origin: .export)
    }
}

extension StaffPerson {
    /// The person as a row of the export states it, present.
    init(_ row: StaffRow) {
        self.init(
            nip: row.nip, name: row.name, titleBefore: row.titleBefore, titleAfter: row.titleAfter,
            employment: row.employment, legalStanding: row.legalStanding, grade: row.grade, education: row.education,
            entered: row.entered, permanentSince: row.permanentSince, contractEnd: row.contractEnd)
    }
}
