import Personnel
import StrictJSON

/// An opinion, an approval or a decree: number, date, signer and standing, with a line for each offer it is about.
///
/// Body: `{"agency","document":{"type","number","date","signer","standing","part"?:{"number","of"},"lines":[…]},"position",
/// "actor","extractOf"?}`. One over more people than a record holds lines is entered in numbered parts.
public struct Document: Equatable, Sendable {
    /// The most lines of one document.
    public static let lineLimit = 100
    /// The most parts of one document.
    public static let partLimit = 20

    /// Which part of a document it is: the parts have type, number, date, signer and standing in common.
    public struct Part: Hashable, Sendable {
        /// From 1 on.
        public var number: Int
        public var of: Int
    }
    /// The most documents of one operation.
    public static let togetherLimit = 10

    public struct Line: Equatable, Sendable {
        public var offer: RecordID
        /// The version of the terms that it is about.
        public var terms: Int
        public var isFavourable: Bool
        /// What the signer declares of a conflict of interest in this line; nil when nothing is declared (R22).
        public var hasConflict: Bool?
        /// Whom or where the signer wants instead; the line itself is then struck.
        public var changed: Change?
        /// The day of the start that a correction puts in place of the decreed one.
        public var start: CivilDate?
    }

    /// Another person, another vacancy, or both.
    public struct Change: Equatable, Sendable {
        public var card: RecordID?
        public var vacancy: RecordID?
    }

    /// The minister's letter that lets an official be replaced around an election (R16).
    public struct Permit: Equatable, Sendable {
        public var number: String
        public var date: CivilDate
    }

    public var id: RecordID
    public var agency: AgencyCode
    /// An opinion's or an ending document's code of the routes it applies to.
    public var type: String
    public var number: String
    public var date: CivilDate
    public var signer: String
    public var standing: String
    public var permit: Permit?
    /// The decree that it corrects (a favourable line) or revokes (a struck one).
    public var corrects: RecordID?
    /// Nil for a document that is whole.
    public var part: Part?
    public var lines: [Line]
    public var position: Int
    public var actor: String
    /// The region's day, when it was entered later than its date.
    public var entered: CivilDate?
    /// The document of which this is the line about one offer, for agencies that may not see the others.
    public var extractOf: RecordID?
    /// The author's bytes; an extract's are composed of them.
    var value: [UInt8]

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        try self.init(
            id: record.id, agency: try json.requiredAgency("agency"),
            position: try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound),
            actor: try json.requiredString("actor", maxBytes: 100), reading: try json.requiredObject("document"))
        entered = try json.optionalDate("entered")
        extractOf = try json.optionalRecordID("extractOf")
    }

    init(id: RecordID, agency: AgencyCode, position: Int, actor: String, reading json: JSON) throws {
        self.id = id
        self.agency = agency
        self.position = position
        self.actor = actor
        value = json.bytes
        type = try json.requiredString("type", maxBytes: 40)
        number = try json.requiredText("number", maxBytes: 100)
        date = try json.requiredDate("date")
        signer = try json.requiredText("signer", maxBytes: 200)
        standing = try json.requiredText("standing", maxBytes: 100)
        permit = try json.optionalObject("permit").map { permit in
            Permit(number: try permit.requiredText("number", maxBytes: 100), date: try permit.requiredDate("date"))
        }
        corrects = try json.optionalRecordID("corrects")
        part = try json.optionalObject("part").map { part in
            let of = try part.requiredInteger("of", in: 2...Self.partLimit)
            return Part(number: try part.requiredInteger("number", in: 1...of), of: of)
        }
        lines = try json.requiredArray("lines", maxCount: Self.lineLimit).map(Line.init(reading:))
        guard !lines.isEmpty, Set(lines.map(\.offer)).count == lines.count else {
            throw BodyError(path: json.path + "/lines", expected: "at least one line, each about another offer")
        }
        if let line = lines.firstIndex(where: { corrects == nil ? $0.start != nil : $0.changed != nil }) {
            let member = corrects == nil ? "start" : "changed"
            throw BodyError(
                path: json.path + "/lines/\(line)/\(member)",
                expected: corrects == nil
                    ? "none: only a correction sets a start" : "none: a correction changes no line")
        }
    }

    var body: [UInt8] {
        JSONValue.object(
            [
                ("agency", .string(agency.text)), ("document", .verbatim(value)), ("position", .integer(position)),
                ("actor", .string(actor)),
            ] + (entered.map { [("entered", .string($0.iso))] } ?? [])
                + (extractOf.map { [("extractOf", .string($0.text))] } ?? [])
        ).encoded
    }

    /// The same with nothing but what it says of one offer: its line, or for an offer that a changed line made, that it is favoured.
    func extract(_ id: RecordID, about offer: Offer) -> Document {
        var extract = self
        extract.id = id
        extract.extractOf = self.id
        let json = try? JSON(parsing: value)
        let own = json?["lines"]?.elements?.first { $0["offer"]?.string == offer.id.text }
        extract.lines = lines.filter { $0.offer == offer.id }
        var line = own.map { JSONValue.verbatim($0.bytes) }
        if line == nil {
            let declared = offer.opinions.first { $0.document == self.id }?.hasConflict
            extract.lines = [Line(offer: offer.id, terms: 1, isFavourable: true, hasConflict: declared)]
            line = .members([
                ("offer", .string(offer.id.text)), ("terms", .integer(1)), ("result", "favourable"),
                ("conflict", declared.map(JSONValue.boolean)),
            ])
        }
        let members = (json?.members ?? []).map { name, value in
            (name, name == "lines" ? .array(line.map { [$0] } ?? []) : JSONValue(value))
        }
        extract.value = JSONValue.object(members).encoded
        return extract
    }
}

extension Document.Line {
    init(reading json: JSON) throws {
        offer = try json.requiredRecordID("offer")
        terms = try json.requiredInteger("terms", in: 1...10_000)
        switch try json.requiredString("result", maxBytes: 20) {
        case "favourable": isFavourable = true
        case "struck": isFavourable = false
        default: throw BodyError(path: json.path + "/result", expected: "favourable or struck")
        }
        hasConflict = try json.optionalBoolean("conflict")
        start = try json.optionalDate("start")
        changed = try json.optionalObject("changed").map(Document.Change.init(reading:))
        guard changed == nil || !isFavourable else {
            throw BodyError(path: json.path + "/result", expected: "struck: the changed line takes its place")
        }
        guard start == nil || isFavourable else {
            throw BodyError(path: json.path + "/start", expected: "none in a struck line")
        }
    }
}

extension Document.Change {
    init(reading json: JSON) throws {
        card = try json["card"].map { try $0.asRecordID() }
        vacancy = try json["vacancy"].map { try $0.asRecordID() }
        guard card != nil || vacancy != nil else {
            throw BodyError(path: json.path, expected: "a card, a vacancy or both")
        }
    }
}
