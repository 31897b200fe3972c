import Personnel

/// What a floor, a busy season or a question "who serves" is about: an agency, a unit, or one post of a unit.
public enum PlaceID: Hashable, Sendable {
    /// By the agency's code.
    case agency(String)
    /// By the unit's id.
    case unit(String)
    /// The holders of one post in one unit, by the ids of both.
    case post(String, unit: String)

    /// The place of a post in a unit.
    public init(_ address: PostInUnit) {
        self = .post(address.post, unit: address.unit)
    }
}

extension PlaceID: Comparable {
    /// Agencies before units before posts, then by id.
    public static func < (left: PlaceID, right: PlaceID) -> Bool {
        left.sortKey < right.sortKey
    }

    private var sortKey: (Int, String, String) {
        switch self {
        case .agency(let code): (0, code, "")
        case .unit(let unit): (1, unit, "")
        case .post(let post, let unit): (2, unit, post)
        }
    }
}

extension PlaceID: CustomStringConvertible {
    /// `agency CODE`, `unit ID` or `post ID in ID`, for a log.
    public var description: String {
        switch self {
        case .agency(let code): "agency \(code)"
        case .unit(let unit): "unit \(unit)"
        case .post(let post, let unit): "post \(post) in \(unit)"
        }
    }
}
