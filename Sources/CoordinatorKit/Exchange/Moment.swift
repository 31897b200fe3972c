import Foundation

/// One reading of the coordinator's clock. It decides nothing but what an invitation's expiry and a `day` are compared with.
public struct Moment: Sendable {
    public var secondsSince1970: Double

    public init(secondsSince1970: Double) {
        self.secondsSince1970 = secondsSince1970
    }

    public static func now() -> Moment {
        Moment(secondsSince1970: Date().timeIntervalSince1970)
    }

    private var date: Date {
        Date(timeIntervalSince1970: secondsSince1970)
    }

    var milliseconds: Int {
        Int(exactly: (secondsSince1970 * 1000).rounded(.down)) ?? 0
    }

    /// RFC 3339 in UTC, to the second.
    var text: String {
        date.formatted(.iso8601)
    }

    /// Whether this RFC 3339 text names a moment that is not after this one; nil when it is no such text.
    func hasReached(_ text: String) -> Bool? {
        let forms = [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)]
        guard let other = forms.lazy.compactMap({ try? Date(text, strategy: $0) }).first else { return nil }
        return other <= date
    }

    /// The civil date in a time zone, "YYYY-MM-DD"; nil when the zone is unknown.
    func day(in zone: String) -> String? {
        guard let zone = TimeZone(identifier: zone) else { return nil }
        return date.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
    }
}
