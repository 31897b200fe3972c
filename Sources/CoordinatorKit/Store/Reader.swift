import Negotiation

/// Whom a digest or an audience row is for. A record is held either by `all` or by agencies, never by both, so the view
/// of an agency is the sum of two disjoint sets: what `all` hold and what the agency holds.
public enum Reader: Hashable, Comparable, Sendable {
    case all
    case agency(AgencyCode)

    /// The readers of an audience, sorted.
    static func of(_ audience: Audience) -> [Reader] {
        switch audience {
        case .all: [.all]
        case .agencies(let agencies): agencies.map(Reader.agency)
        }
    }

    public static func < (left: Reader, right: Reader) -> Bool {
        switch (left, right) {
        case (.all, .agency): true
        case (_, .all): false
        case (.agency(let first), .agency(let second)): first < second
        }
    }
}
