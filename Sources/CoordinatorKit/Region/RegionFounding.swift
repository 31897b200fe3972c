import Negotiation
import StrictJSON

/// What `init` is told about the region that it founds.
public struct RegionFounding: Sendable {
    public var code: String
    public var name: String
    /// IANA name of the region's time zone.
    public var zone: String
    public var isTrial: Bool
    public var bkd: AgencyCode
    /// The personnel agency's name in Indonesian and in English.
    public var bkdName: (id: String, en: String)
    public var language: String
    /// The first day, "YYYY-MM-DD".
    public var day: String

    public init(
        code: String, name: String, zone: String, isTrial: Bool, bkd: AgencyCode, bkdName: (id: String, en: String),
        language: String, day: String
    ) {
        self.code = code
        self.name = name
        self.zone = zone
        self.isTrial = isTrial
        self.bkd = bkd
        self.bkdName = bkdName
        self.language = language
        self.day = day
    }

    /// The body of `region.found`.
    var regionBody: JSONValue {
        .object([
            (
                "region",
                .object([
                    ("code", .string(code)), ("name", .string(name)), ("zone", .string(zone)),
                    ("trial", .boolean(isTrial)), ("bkd", .string(bkd.text)), ("language", .string(language)),
                    ("day", .string(day)),
                ])
            )
        ])
    }

    /// The body of `agency.add` for the personnel agency.
    var agencyBody: JSONValue {
        .object([
            (
                "agency",
                .object([
                    ("code", .string(bkd.text)),
                    ("name", .object([("id", .string(bkdName.id)), ("en", .string(bkdName.en))])),
                ])
            )
        ])
    }
}
