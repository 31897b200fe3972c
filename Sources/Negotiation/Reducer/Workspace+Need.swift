import Personnel
import StrictJSON

/// What an agency says of its own units, so that the personnel agency can plan: needs, holders and floors, and who leaves when.
extension Workspace {
    /// `need.publish` on the region: one unit, whole; its earlier statement is replaced.
    mutating func publishNeed() throws {
        let region = try region()
        guard operation.record == region.id else { throw Refusal.notFound }
        let part = try body.requiredObject("need")
        let unit = try part.requiredObject("unit").requiredText("id", maxBytes: 100)
        let need = try UnitNeed(
            id: try statement(.need, of: unit), agency: author, day: region.day, position: position, reading: part)
        try put(need.id, .need, .all, need.body)
        guard let forecast = body["forecast"], !forecast.isNull else { return }
        let ahead = try NeedForecast(
            id: try statement(.forecast, of: unit), agency: author, unit: unit, day: region.day, position: position,
            reading: body)
        let known = Set(need.posts.map { Array($0.id.utf8) })
        guard ahead.posts.allSatisfy({ known.contains(Array($0.id.utf8)) }) else {
            throw BodyError(path: forecast.path, expected: "posts that stand in the need")
        }
        try put(ahead.id, .forecast, .of([author, region.desk]), ahead.body)
    }

    /// A unit that moves is its new agency's to speak of.
    mutating func endNeed(of unit: String, at agency: AgencyCode, reason: String) throws {
        let ending = Ending(position: position, reason: reason)
        if let id = try claim(Self.tag(.need, unit, agency)) {
            var need = try linked(id, .need, UnitNeed.init)
            need.ended = ending
            try put(id, .need, .all, need.body)
        }
        if let id = try claim(Self.tag(.forecast, unit, agency)) {
            var forecast = try linked(id, .forecast, NeedForecast.init)
            forecast.ended = ending
            try put(id, .forecast, .of([agency, region().desk]), forecast.body)
        }
    }

    /// The record of the author's statement about a unit: the earlier one, or a new one.
    private mutating func statement(_ kind: RecordKind, of unit: String) throws -> RecordID {
        let tag = Self.tag(kind, unit, author)
        if let id = try claim(tag) { return id }
        let id = try nextID()
        claim(tag, for: id)
        return id
    }

    private static func tag(_ kind: RecordKind, _ unit: String, _ agency: AgencyCode) -> String {
        "\(kind.rawValue):\(agency.text):\(unit)"
    }
}
