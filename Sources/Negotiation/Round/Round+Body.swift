import Personnel
import StrictJSON

extension Round {
    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        let said = try Attested(saidIn: json, expected: "who opened it")
        try self.init(
            id: record.id, day: try json.requiredDate("day"), said: said,
            reading: try JSON(parsing: said.value).requiredObject("round"))
        lines = try json.requiredArray("lines", maxCount: Self.lineLimit).map(Line.init(reading:))
        versions = try json.requiredArray("versions", maxCount: Self.versionLimit).map(Version.init(reading:))
        changes = try json.requiredArray("changes", maxCount: Self.changeLimit).map(Change.init(reading:))
        for result in try json.optionalArray("results", maxCount: Self.goalLimit) ?? [] {
            results[try result.requiredString("code", maxBytes: Route.codeLimit)] =
                try result.requiredInteger("after", in: Goal.numbers)
        }
        ended = try Ending(reading: json["ended"])
    }

    /// Reads what `round.open` says. Throws ``BodyError``.
    init(id: RecordID, day: CivilDate, said: Attested, reading json: JSON) throws {
        self.id = id
        self.day = day
        self.said = said
        title = try json.requiredString("title", maxBytes: 200)
        goals = try json.requiredArray("goals", maxCount: Self.goalLimit).map(Goal.init(reading:))
        guard Set(goals.map { Array($0.code.utf8) }).count == goals.count else {
            throw BodyError(path: json.path + "/goals", expected: "distinct codes")
        }
        calendar = try json.requiredArray("calendar", maxCount: Self.stepLimit).map { step in
            Step(step: try step.requiredString("step", maxBytes: 100), date: try step.requiredDate("date"))
        }
        let texts = try json.requiredObject("aspects")
        aspects = try Dictionary(
            uniqueKeysWithValues: Aspect.allCases.map { aspect in
                (aspect, try texts.requiredObject(aspect.rawValue).requiredAttachment())
            })
    }

    var body: [UInt8] {
        let outcomes = goals.compactMap { goal in
            results[goal.code].map { JSONValue.object([("code", .string(goal.code)), ("after", .integer($0))]) }
        }
        var members: [(String, JSONValue)] = [
            ("day", .string(day.iso)), ("said", said.json), ("lines", .array(lines.map(\.json))),
            ("versions", .array(versions.map(\.json))), ("changes", .array(changes.map(\.json))),
        ]
        members += outcomes.isEmpty ? [] : [("results", .array(outcomes))]
        members += ended.map { [("ended", $0.json)] } ?? []
        return JSONValue.object(members).encoded
    }
}

extension Round.Goal {
    /// What a goal can be counted in.
    static let numbers = 0...1_000_000

    init(reading json: JSON) throws {
        code = try json.requiredString("code", maxBytes: Route.codeLimit)
        title = try json.requiredString("title", maxBytes: 200)
        target = try json.requiredInteger("target", in: Self.numbers)
        before = try json.optionalInteger("before", in: Self.numbers)
    }
}

extension Round.Line {
    init(reading json: JSON) throws {
        number = try json.requiredInteger("line", in: 1...Round.lineLimit)
        offer = try json.optionalRecordID("offer")
        day = try json.requiredDate("day")
    }

    var json: JSONValue {
        var members: [(String, JSONValue)] = [("line", .integer(number))]
        members += offer.map { [("offer", .string($0.text))] } ?? []
        return .object(members + [("day", .string(day.iso))])
    }
}

extension Round.FrozenLine {
    init(reading json: JSON) throws {
        number = try json.requiredInteger("line", in: 1...Round.lineLimit)
        offer = try json.requiredRecordID("offer")
        terms = try json.requiredInteger("terms", in: 1...10_000)
    }

    var json: JSONValue {
        .object([("line", .integer(number)), ("offer", .string(offer.text)), ("terms", .integer(terms))])
    }
}

extension Round.Version {
    init(reading json: JSON) throws {
        number = try json.requiredInteger("version", in: 1...Round.versionLimit)
        to = try json.requiredString("to", maxBytes: 200)
        hash = try json.requiredHash("hash")
        day = try json.requiredDate("day")
        lines = try json.requiredArray("lines", maxCount: Round.lineLimit).map(Round.FrozenLine.init(reading:))
        stamp = try EntryStamp(reading: json)
    }

    var json: JSONValue {
        .object(
            [
                ("version", .integer(number)), ("to", .string(to)), ("hash", .string(hash)), ("day", .string(day.iso)),
                ("lines", .array(lines.map(\.json))),
            ] + stamp.members)
    }
}

extension Round.Change {
    init(reading json: JSON) throws {
        number = try json.requiredInteger("change", in: 1...Round.changeLimit)
        line = try json.requiredInteger("line", in: 1...Round.lineLimit)
        was = try json.optionalRecordID("was")
        now = try json.optionalRecordID("now")
        reason = try json.requiredObject("reason").requiredAttachment()
        ordered = try json.optionalString("ordered", maxBytes: 200)
        day = try json.requiredDate("day")
        stamp = try EntryStamp(reading: json)
        undone = try json.optionalObject("undone").map { undone in
            Round.Undoing(
                reason: try undone.requiredObject("reason").requiredAttachment(), day: try undone.requiredDate("day"),
                stamp: try EntryStamp(reading: undone))
        }
    }

    var json: JSONValue {
        let undoing = undone.map { undone in
            JSONValue.object(
                [("reason", .object([("attachment", .string(undone.reason))])), ("day", .string(undone.day.iso))]
                    + undone.stamp.members)
        }
        let members: [(String, JSONValue?)] = [
            ("change", .integer(number)), ("line", .integer(line)), ("was", was.map { .string($0.text) }),
            ("now", now.map { .string($0.text) }), ("reason", .object([("attachment", .string(reason))])),
            ("ordered", ordered.map(JSONValue.string)), ("day", .string(day.iso)),
        ]
        return .object(
            members.compactMap { name, value in value.map { (name, $0) } } + stamp.members
                + (undoing.map { [("undone", $0)] } ?? []))
    }
}

extension JSON {
    /// A member that is a SHA-256 in 64 lowercase hexadecimal digits.
    func requiredHash(_ name: String) throws -> String {
        let text = try requiredString(name, maxBytes: 64)
        guard text.utf8.count == 64, text.utf8.allSatisfy(Self.isLowercaseHexadecimal) else {
            throw BodyError(path: path + "/" + name, expected: "64 hexadecimal digits")
        }
        return text
    }
}
