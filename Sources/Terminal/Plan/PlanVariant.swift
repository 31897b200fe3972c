import Negotiation
import Personnel
import Planning
import StrictJSON

/// One variant of a plan as the desk keeps it: what it was made from, not what came out. The same records and the same variant give the
/// same plan, to the byte.
///
/// `{"format":"mutasi-plan","version":1,"round","route","start","mostLost"?,"settings":{…},"changes":[{"person","kind","seat"?,"reason"}],
/// "made":{"day","moves":[{"person","to"}]}}`
public struct PlanVariant: Equatable, Sendable {
    static let format = "mutasi-plan"
    /// The largest file.
    static let byteLimit = 4 << 20

    public var name: String
    public var round: RecordID
    public var route: String
    public var start: CivilDate
    public var mostLost: Int?
    public var settings: PlanSettings
    public var changes: [PlanChange] = []
    /// The day on which it was last made, and who went where then: tells whether the records have changed since.
    public var day: CivilDate
    public var moves: [PlanMove] = []

    public init(
        name: String, round: RecordID, route: String, start: CivilDate, mostLost: Int?, settings: PlanSettings,
        day: CivilDate
    ) {
        self.name = name
        self.round = round
        self.route = route
        self.start = start
        self.mostLost = mostLost
        self.settings = settings
        self.day = day
    }

    /// A name is a file's name: 1 to 40 of letters, digits and `-`.
    public static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    // MARK: JSON

    init(name: String, reading json: JSON) throws {
        guard json["format"]?.string == Self.format, json["version"]?.integer == 1 else {
            throw BodyError(path: "/format", expected: "a plan of this program, version 1")
        }
        self.name = name
        round = try json.requiredRecordID("round")
        route = try json.requiredString("route", maxBytes: 40)
        start = try json.requiredDate("start")
        mostLost = try json.optionalInteger("mostLost", in: 0...PlanLimits.count)
        let stated = try json.requiredObject("settings")
        settings = PlanSettings(
            growthPoints: try stated.requiredInteger("growthPoints", in: 0...1000),
            movePrice: try stated.requiredInteger("movePrice", in: 0...1000),
            minimumFit: try stated.requiredInteger("minimumFit", in: 0...1000),
            growthMovesWanted: try stated.requiredInteger("growthMovesWanted", in: 0...PlanLimits.people),
            monthsLeftToRetirement: try stated.optionalInteger("monthsLeftToRetirement", in: 0...1200))
        changes = try json.requiredArray("changes", maxCount: PlanLimits.changes).map(PlanChange.init(reading:))
        let made = try json.requiredObject("made")
        day = try made.requiredDate("day")
        moves = try made.requiredArray("moves", maxCount: PlanLimits.people).map(PlanMove.init(reading:))
    }

    var json: JSONValue {
        .members([
            ("format", .string(Self.format)), ("version", 1), ("round", .string(round.text)),
            ("route", .string(route)), ("start", .string(start.iso)), ("mostLost", mostLost.map(JSONValue.integer)),
            (
                "settings",
                .members([
                    ("growthPoints", .integer(settings.growthPoints)),
                    ("movePrice", .integer(settings.movePrice)), ("minimumFit", .integer(settings.minimumFit)),
                    ("growthMovesWanted", .integer(settings.growthMovesWanted)),
                    ("monthsLeftToRetirement", settings.monthsLeftToRetirement.map(JSONValue.integer)),
                ])
            ),
            ("changes", .array(changes.map(\.json))),
            (
                "made",
                .object([
                    ("day", .string(day.iso)),
                    (
                        "moves",
                        .array(moves.map(\.json))
                    ),
                ])
            ),
        ])
    }
}

extension PlanChange {
    /// `{"person","kind":"forbid" or "fix" or "keep","seat"?,"reason"}`
    init(reading json: JSON) throws {
        let kind: Kind
        switch try json.requiredString("kind", maxBytes: 10) {
        case "forbid": kind = .forbid(seat: try json.requiredString("seat", maxBytes: 100))
        case "fix": kind = .fix(seat: try json.requiredString("seat", maxBytes: 100))
        case "keep": kind = .keep
        default: throw BodyError(path: json.path + "/kind", expected: "forbid, fix or keep")
        }
        self.init(
            kind, person: try json.requiredString("person", maxBytes: 100),
            reason: try json.requiredString("reason", maxBytes: 1000))
    }

    var json: JSONValue {
        let (kind, seat): (String, String?) =
            switch kind {
            case .forbid(let seat): ("forbid", seat)
            case .fix(let seat): ("fix", seat)
            case .keep: ("keep", nil)
            }
        return .members([
            ("person", .string(person)), ("kind", .string(kind)), ("seat", seat.map(JSONValue.string)),
            ("reason", .string(reason)),
        ])
    }
}

extension PlanMove {
    /// `{"person","to"}`
    init(reading json: JSON) throws {
        self.init(
            person: try json.requiredString("person", maxBytes: 100), to: try json.requiredString("to", maxBytes: 100))
    }

    public var json: JSONValue { .object([("person", .string(person)), ("to", .string(to))]) }
}

extension PlanShortage {
    /// `{"group","holders","need"}`
    public var json: JSONValue {
        .object([("group", .string(group)), ("holders", .integer(holders)), ("need", .integer(need))])
    }
}
