import StrictJSON

/// A key under which a record can be found besides its id.
public struct Link: Hashable, Comparable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    public init(name: String, value: String) {
        self.init(name, value)
    }

    public static func kind(_ kind: RecordKind) -> Link {
        Link("kind", kind.rawValue)
    }

    /// Records of a kind that something may still happen to.
    public static func open(_ kind: RecordKind) -> Link {
        Link("open", kind.rawValue)
    }

    /// Standby entries of people of a unit.
    static func lends(_ agency: String, _ unit: String) -> Link {
        Link("lends", "\(agency):\(unit)")
    }

    public static func < (left: Link, right: Link) -> Bool {
        left.name == right.name ? left.value < right.value : left.name < right.name
    }
}

/// The secondary index: a pure function of a record, the same at the coordinator and at every node.
///
/// | link | records |
/// |---|---|
/// | `kind` KIND | all of that kind |
/// | `open` KIND | cards, vacancies, offers, packages, transfers, trainings, requests, standby, rounds, conflicts, proposals, needs, forecasts, surges: not ended; reorganisations that are planned |
/// | `agency` CODE | the agency |
/// | `node` ID | the agency that the node belongs to |
/// | `invitation` HASH | the invitation with that code |
/// | `vacancy` ID, `card` ID | offers (and transfers, checks, requests and standby, by card) |
/// | `lends` AGENCY:UNIT | standby entries of people of the unit |
/// | `freed` CARD | vacancies whose seat the card leaves |
/// | `after` ID | offers whose terms let the start wait for this vacancy or transfer |
/// | `offer` ID | trainings, transfers, disclosures and documents about it |
/// | `about` ID | conflicts and notices about it, and proposals of operations on it |
/// | `proposals` CODE | open proposals of the agency |
/// | `notice` NODE | notices about the node |
public enum Links {
    public static func of(_ record: Record) -> [Link] {
        (try? reading(record)) ?? [.kind(record.kind)]
    }

    /// The same for a record whose body must be readable. Throws `JSONError`.
    static func reading(_ record: Record) throws -> [Link] {
        var links = [Link.kind(record.kind)]
        let body = try JSON(parsing: record.body)
        func add(_ name: String, _ member: String) {
            if let value = body[member]?.string {
                links.append(Link(name, value))
            }
        }
        switch record.kind {
        case .agency:
            add("agency", "code")
            for node in body["nodes"]?.elements ?? [] {
                if let id = node["node"]?.string {
                    links.append(Link("node", id))
                }
            }
        case .invitation: add("invitation", "codeHash")
        case .vacancy:
            if let card = body["freed"]?["by"]?.string {
                links.append(Link("freed", card))
            }
        case .offer:
            add("vacancy", "vacancy")
            add("card", "card")
            if let terms = body["terms"]?["value"] {
                links += Condition.list(terms).compactMap(\.waitsFor).map { Link("after", $0.text) }
            }
        case .training, .disclosure: add("offer", "offer")
        case .check: add("card", "card")
        case .transfer:
            add("offer", "offer")
            add("card", "card")
        case .document:
            for line in body["document"]?["lines"]?.elements ?? [] {
                if let offer = line["offer"]?.string {
                    links.append(Link("offer", offer))
                }
            }
        case .request: add("card", "card")
        case .standby:
            add("card", "card")
            if let home = body["home"]?.string,
                let unit = body["said"]?["value"]?["standby"]?["place"]?["unit"]?["id"]?.string
            {
                links.append(.lends(home, unit))
            }
        case .conflict: add("about", "record")
        case .proposal:
            if let about = body["operation"]?["record"]?.string {
                links.append(Link("about", about))
            }
            if isOpen(record.kind, body) {
                add("proposals", "agency")
            }
        case .notice:
            add("about", "record")
            add("notice", "node")
        default: break
        }
        if isOpen(record.kind, body) {
            links.append(.open(record.kind))
        }
        return links
    }

    private static func isOpen(_ kind: RecordKind, _ body: JSON) -> Bool {
        switch kind {
        case .card, .vacancy, .package, .transfer, .training, .request, .standby, .round, .conflict, .proposal,
            .need, .forecast, .surge:
            body["ended"] == nil
        case .offer:
            body["closed"] == nil && body["decreed"] == nil
        case .reorganisation:
            body["state"]?.string == Reorganisation.State.planned.rawValue
        default: false
        }
    }
}
