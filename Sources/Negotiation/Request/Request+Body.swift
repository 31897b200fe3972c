import Personnel
import StrictJSON

extension Request {
    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        let said = try Attested(saidIn: json, expected: "who handed it in")
        try self.init(
            id: record.id, home: try json.requiredAgency("home"), by: try json.requiredAgency("by"),
            day: try json.requiredDate("day"), said: said,
            reading: try JSON(parsing: said.value).requiredObject("request"))
        to = try json.optionalAgency("to")
        answers = try (json.optionalArray("answers", maxCount: Self.answerLimit) ?? []).map(Answer.init(reading:))
        ended = try Ending(reading: json["ended"])
    }

    init(
        id: RecordID, home: AgencyCode, by: AgencyCode, day: CivilDate, said: Attested, reading json: JSON
    ) throws {
        self.id = id
        self.home = home
        self.by = by
        self.day = day
        self.said = said
        card = try json.requiredRecordID("card")
        route = try json.requiredString("route", maxBytes: Route.codeLimit)
        wishes = try Wishes(reading: try json.requiredObject("wishes"))
        to = try json.optionalAgency("to")
        exchange = json["exchange"] == nil ? nil : try json.requiredRecordID("exchange")
        reason = try json.optionalString("reason", maxBytes: Route.codeLimit)
        let letter = try json.requiredObject("letter")
        letterDate = try letter.requiredDate("date")
        letterNumber = try letter.optionalString("number", maxBytes: 100)
        scan = try json.optionalObject("scan")?.requiredAttachment()
    }

    var body: [UInt8] {
        let members: [(String, JSONValue?)] = [
            ("home", .string(home.text)), ("card", .string(card.text)), ("by", .string(by.text)),
            ("to", to.map { .string($0.text) }), ("day", .string(day.iso)), ("said", said.json),
            ("answers", answers.isEmpty ? nil : .array(answers.map(\.json))), ("ended", ended?.json),
        ]
        return JSONValue.members(members).encoded
    }
}

extension Request.Wishes {
    init(reading json: JSON) throws {
        func texts(_ name: String) throws -> [String] {
            try (json.optionalArray(name, maxCount: Request.wishLimit) ?? []).map { wish in
                guard let text = wish.string, !text.isEmpty, text.utf8.count <= 100 else {
                    throw BodyError(path: wish.path, expected: "a text of at most 100 bytes")
                }
                return text
            }
        }
        posts = try texts("posts")
        agencies = try texts("agencies").map { text in
            guard let code = AgencyCode(text) else {
                throw BodyError(path: json.path + "/agencies", expected: "codes of agencies")
            }
            return code
        }
        districts = try texts("districts")
    }

    public var isEmpty: Bool { posts.isEmpty && agencies.isEmpty && districts.isEmpty }
}

extension Request.Answer {
    init(_ operation: Operation, by agency: AgencyCode, on day: CivilDate, at position: Int) throws {
        let body = operation.body
        self.agency = agency
        says = try body.requiredWord("says", Request.Word.self)
        date = try body.requiredDate("date")
        self.day = day
        reason = try body.requiredObject("reason").requiredAttachment()
        self.position = position
        self.operation = operation.id
        actor = operation.actor
    }

    init(reading json: JSON) throws {
        agency = try json.requiredAgency("agency")
        says = try json.requiredWord("says", Request.Word.self)
        date = try json.requiredDate("date")
        day = try json.requiredDate("day")
        reason = try json.requiredObject("reason").requiredAttachment()
        position = try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound)
        guard let operation = OperationID(text: try json.requiredString("operation", maxBytes: 36)) else {
            throw BodyError(path: json.path + "/operation", expected: "an operation id")
        }
        self.operation = operation
        actor = try json.requiredString("actor", maxBytes: 100)
    }

    var json: JSONValue {
        .object([
            ("agency", .string(agency.text)), ("says", .string(says.rawValue)), ("date", .string(date.iso)),
            ("day", .string(day.iso)), ("reason", .object([("attachment", .string(reason))])),
            ("position", .integer(position)), ("operation", .string(operation.text)), ("actor", .string(actor)),
        ])
    }
}
