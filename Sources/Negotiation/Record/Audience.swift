import StrictJSON

/// Who may see a record: every agency of the region, or a list of them. Whoever is in it gets the whole record.
public enum Audience: Equatable, Sendable {
    case all
    /// Sorted by code, each once; ``of(_:)`` makes it so.
    case agencies([AgencyCode])

    /// The audience of these agencies, sorted and without repeats.
    public static func of(_ agencies: [AgencyCode]) -> Audience {
        var distinct: [AgencyCode] = []
        for agency in agencies.sorted() where distinct.last != agency {
            distinct.append(agency)
        }
        return .agencies(distinct)
    }

    public func includes(_ agency: AgencyCode) -> Bool {
        switch self {
        case .all: true
        case .agencies(let list): list.contains(agency)
        }
    }

    /// The same with these agencies.
    func adding(_ agencies: [AgencyCode]) -> Audience {
        switch self {
        case .all: .all
        case .agencies(let list): .of(list + agencies)
        }
    }

    var json: JSONValue {
        switch self {
        case .all: .string("all")
        case .agencies(let list): .array(list.map { .string($0.text) })
        }
    }

    init(reading json: JSON) throws {
        if json.string == "all" {
            self = .all
            return
        }
        guard let elements = json.elements else {
            throw BodyError(path: json.path, expected: "\"all\" or a list of agency codes")
        }
        self = .of(
            try elements.map { element in
                guard let code = element.string.flatMap(AgencyCode.init) else {
                    throw BodyError(path: element.path, expected: "an agency code")
                }
                return code
            })
    }
}
