import Personnel
import StrictJSON

/// The member `surge` of a policy set, every member of it optional:
/// `{"alarmPermille","baselineWeeks","baselineDays","donorPermille","target":{"seconds","sharePermille"},
/// "calendar":[{"name","from","until","services"?:[text]}],"aheadDays"}`.
extension SurgeSettings {
    /// The most known rushes of one set: some a year, for many years.
    static let calendarLimit = 400

    init(reading json: JSON) throws {
        let standard = Self.standard
        try self.init(
            alarmPermille: json.optionalInteger("alarmPermille", in: 1000...10_000) ?? standard.alarmPermille,
            baselineWeeks: json.optionalInteger("baselineWeeks", in: 1...104) ?? standard.baselineWeeks,
            baselineDays: json.optionalInteger("baselineDays", in: 1...104) ?? standard.baselineDays,
            donorPermille: json.optionalInteger("donorPermille", in: 0...10_000) ?? standard.donorPermille,
            target: json.optionalObject("target").map(WaitTarget.init(reading:)),
            calendar: json.optionalArray("calendar", maxCount: Self.calendarLimit)?.map(KnownPeriod.init(reading:))
                ?? [],
            aheadDays: json.optionalInteger("aheadDays", in: 0...730) ?? standard.aheadDays)
        guard baselineDays <= baselineWeeks else {
            throw BodyError(path: json.path + "/baselineDays", expected: "no more days than weeks")
        }
    }
}

extension WaitTarget {
    init(reading json: JSON) throws {
        let seconds = try json.requiredInteger("seconds", in: Self.secondsRange)
        let share = try json.requiredInteger("sharePermille", in: Self.shareRange)
        guard let target = Self(seconds: seconds, sharePermille: share) else {
            throw BodyError(path: json.path, expected: "a waiting time and a share below 1000")
        }
        self = target
    }
}

extension KnownPeriod {
    init(reading json: JSON) throws {
        let from = try json.requiredDate("from")
        guard let span = DatedSpan(from: from, until: try json.requiredDate("until")) else {
            throw BodyError(path: json.path + "/until", expected: "a day that is not before the first one")
        }
        try self.init(
            name: json.requiredString("name", maxBytes: 200), span: span,
            services: json.optionalArray("services", maxCount: 50)?.map { try $0.asText() } ?? [])
    }
}

extension JSON {
    /// A text of a list, at most 200 bytes.
    func asText() throws -> String {
        guard let text = string, !text.isEmpty, text.utf8.count <= 200 else {
            throw BodyError(path: path, expected: "a text of 1 to 200 bytes")
        }
        return text
    }
}
