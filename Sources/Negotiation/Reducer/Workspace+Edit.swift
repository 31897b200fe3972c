import StrictJSON

/// Edits of an agency's own record: merged by field group, or put before a person.
extension Workspace {
    /// Applies an edit. What collides, and a merged record that would break its own rules, changes nothing and makes a
    /// conflict record for the agency.
    mutating func edit(_ edit: GroupEdit, of subject: EditedRecord) throws -> Outcome {
        switch try attempt(edit, on: subject) {
        case .success(let outcome): return outcome
        case .failure(let clash):
            let conflict = Conflict(
                id: try nextID(), record: subject.id, subject: subject.kind, code: clash.code,
                collision: clash.collision,
                operation: operation, position: position)
            try put(conflict.id, .conflict, .of([subject.agency]), conflict.body)
            return clash.outcome(conflict.id)
        }
    }

    mutating func resolveConflict() throws -> Outcome {
        var conflict = try read(try visible(operation.record, .conflict), Conflict.init)
        if conflict.subject == .card {
            try checkRegistry()
        }
        guard conflict.ended == nil else { throw Refusal(.alreadyDone, [("conflict", .string(conflict.id.text))]) }
        let choice = try body.requiredString("choice", maxBytes: 10)
        let edit: GroupEdit
        switch choice {
        case "theirs": return try end(&conflict, choice)
        case "mine": edit = GroupEdit(was: try Self.stored(conflict.theirs), now: try Self.stored(conflict.now))
        case "anew":
            edit = GroupEdit(was: try Self.stored(conflict.theirs), now: try GroupEdit.groups(body, "now"))
            guard edit.now.allSatisfy({ wanted in conflict.groups.contains { $0 == wanted.name } }) else {
                throw BodyError(path: "/body/now", expected: "groups of the conflict: \(conflict.groups)")
            }
        default: throw BodyError(path: "/body/choice", expected: "mine, theirs or anew")
        }
        let subject = try editedRecord(conflict.record)
        guard !subject.isEnded else { throw Refusal(subject.kind == .card ? .cardClosed : .vacancyClosed) }
        switch try attempt(edit, on: subject) {
        case .success: return try end(&conflict, choice)
        case .failure(let clash):
            conflict.theirs = JSONValue.object(try Self.merged(conflict.theirs, clash.collision.theirs)).encoded
            conflict.now = JSONValue.object(try Self.merged(conflict.now, clash.collision.now)).encoded
            conflict.code = clash.code
            conflict.position = position
            try put(conflict.id, .conflict, .of([subject.agency]), conflict.body)
            return clash.outcome(conflict.id)
        }
    }

    private mutating func end(_ conflict: inout Conflict, _ choice: String) throws -> Outcome {
        conflict.ended = Ending(position: position, reason: choice)
        let subject = try editedRecord(conflict.record)
        try put(conflict.id, .conflict, .of([subject.agency]), conflict.body)
        return Outcome(.accepted)
    }

    private mutating func attempt(_ edit: GroupEdit, on subject: EditedRecord) throws -> Result<Outcome, Clash> {
        for (name, _) in edit.now where subject.reserved.contains(name) {
            throw BodyError(path: "/body/now/" + name, expected: "a field group that an agency writes")
        }
        let groups: FieldGroups
        switch edit.applied(to: subject.groups) {
        case .success(let applied): groups = applied
        case .failure(let collision): return .failure(Clash(code: .groupsConflict, collision: collision, error: nil))
        }
        let before = try record(subject.id)
        var edited = subject
        edited.groups = groups
        do {
            try edited.check()
        } catch let error as BodyError {
            return try brokenRules(edit, subject, before, path: error.path, expected: error.expected)
        } catch let error as JSONError {
            return try brokenRules(edit, subject, before, path: error.path, expected: error.message)
        }
        switch edited {
        case .card(let card):
            try store(card)
            try refreshGates(linked: Link("card", card.id.text))
        case .vacancy(let vacancy): try change(vacancy)
        }
        let hasMovedOn = edit.revision.map { seen in (before?.revision ?? seen) > seen } ?? false
        return .success(
            hasMovedOn ? Outcome(.merged, detail: .object([("groups", Self.names(edit.now))])) : Outcome(.accepted))
    }

    /// Rules broken by the edit itself are the author's mistake; broken only together with what others wrote, a conflict.
    private func brokenRules(
        _ edit: GroupEdit, _ subject: EditedRecord, _ before: Record?, path: String, expected: String
    ) throws -> Result<Outcome, Clash> {
        let hasMovedOn = edit.revision.map { seen in (before?.revision ?? seen) > seen } ?? false
        guard hasMovedOn else { throw BodyError(path: path, expected: expected) }
        var collision = Collision()
        for (name, wanted) in edit.now {
            collision.add(
                name, was: edit.was.first { $0.name == name }?.bytes, now: wanted, theirs: subject.groups[name])
        }
        return .failure(Clash(code: .ownRules, collision: collision, error: (path, expected)))
    }

    private func editedRecord(_ id: RecordID) throws -> EditedRecord {
        let record = try visible(id, try record(id)?.kind == .card ? .card : .vacancy)
        return record.kind == .card ? .card(try read(record, Card.init)) : .vacancy(try read(record, Vacancy.init))
    }

    private static func stored(_ object: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
        try (JSON(parsing: object).members ?? []).map { ($0.name, $0.value.bytes) }
    }

    private static func merged(_ object: [UInt8], _ newer: [(String, JSONValue)]) throws -> [(String, JSONValue)] {
        let kept = try stored(object).filter { old in !newer.contains { $0.0 == old.name } }
        return kept.map { ($0.name, .verbatim($0.bytes)) } + newer
    }

    private static func names(_ groups: [(name: String, bytes: [UInt8])]) -> JSONValue {
        .array(groups.map { .string($0.name) })
    }
}

/// Why an edit cannot stand beside what others wrote.
private struct Clash: Error {
    var code: RejectionCode
    var collision: Collision
    var error: (path: String, expected: String)?

    func outcome(_ conflict: RecordID) -> Outcome {
        var detail: [(String, JSONValue)] = [
            ("conflict", .string(conflict.text)), ("groups", .array(collision.groups.map(JSONValue.string))),
        ]
        if let error {
            detail += [("path", .string(error.path)), ("expected", .string(error.expected))]
        }
        return Outcome(.conflict, code: code, detail: .object(detail))
    }
}
