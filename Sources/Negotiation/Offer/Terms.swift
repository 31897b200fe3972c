import Personnel
import StrictJSON

/// What an offer is about, as one side wrote it. A counter-offer is the next version.
public struct Terms: Equatable, Sendable {
    /// The most bytes of one version.
    static let byteLimit = 8 * 1024
    /// The last version.
    static let versionLimit = 10_000

    /// 1, 2, 3 …
    public var version: Int
    /// Journal position at which they became the terms.
    public var position: Int
    public var by: Side
    /// Whether the personnel agency set them; ``by`` is then home, for programs that know no other author.
    public var isByDesk: Bool
    /// The region's day on which they became the terms.
    public var day: CivilDate
    /// The author's bytes, unknown members included.
    public var value: [UInt8]

    public var start: CivilDate
    public var returns: CivilDate?

    /// For what the start waits; what a later version writes there is left out.
    public var conditions: [Condition] { (try? JSON(parsing: value)).map(Condition.list) ?? [] }
    /// The part of the working time in percent; nil for all of it.
    public var partTime: Int? { (try? JSON(parsing: value))?["partTime"]?.integer }

    init(version: Int, position: Int, by side: Side, isByDesk: Bool = false, day: CivilDate, value: JSON) throws {
        self.version = version
        self.position = position
        self.by = side
        self.isByDesk = isByDesk
        self.day = day
        self.value = value.bytes
        start = try value.requiredDate("start")
        returns = try value.optionalDate("return")
        if let returns, returns <= start {
            throw BodyError(path: value.path + "/return", expected: "a date after the start \(start.iso)")
        }
    }

    init(reading json: JSON) throws {
        guard let side = Side(rawValue: try json.requiredString("by", maxBytes: 20)) else {
            throw BodyError(path: json.path + "/by", expected: "home or receiving")
        }
        try self.init(
            version: try json.requiredInteger("version", in: 1...Self.versionLimit),
            position: try json.requiredInteger("position", in: 0...JSON.integerRange.upperBound),
            by: side, isByDesk: try json.optionalBoolean("byDesk") ?? false, day: try json.requiredDate("day"),
            value: try json.requiredObject("value"))
    }

    /// The next version with the same words by the same author.
    func again(position: Int, day: CivilDate) -> Terms {
        var next = self
        next.version += 1
        next.position = position
        next.day = day
        return next
    }

    var json: JSONValue {
        let desk: [(String, JSONValue)] = isByDesk ? [("byDesk", .boolean(true))] : []
        return .object(
            [("version", .integer(version)), ("position", .integer(position)), ("by", .string(by.rawValue))] + desk
                + [("day", .string(day.iso)), ("value", .verbatim(value))])
    }
}
