import StrictJSON

/// Offers that are held, approved, decreed and started together or not at all: an exchange (*tukar tempat*), a chain or a
/// cycle (*mutasi berantai*).
///
/// Body: `{"state","agency","offers":[ids],"said","held"?:position,"stopped"?:{"position","reason","offer"},"decided"?:[…],
/// "decreed"?:{"position","document","more"?},"ended"?:{"position","reason"}}`. While it is neither stopped nor ended, either all of its
/// offers hold or none, and either all are decreed or none. When one of them ends otherwise it stops: the others keep what
/// they have, get no document and do not start, until the personnel agency splits, re-plans or closes it.
public struct Package: Equatable, Sendable {
    /// The fewest and the most offers of one package.
    public static let size = 2...20
    /// The most decisions of the personnel agency about one package.
    public static let decisionLimit = 50

    public enum State: String, Sendable, CaseIterable {
        /// Not every offer is settled, or a seat or a card is not free.
        case open
        case held
        /// One of its offers ended; it waits for the personnel agency.
        case stopped
        /// Decreed; each start letter waits for the others.
        case decreed
        case ended
    }

    /// Which offer stopped it and by which end.
    public struct Stop: Equatable, Sendable {
        public var position: Int
        public var reason: String
        public var offer: RecordID
    }

    public struct Decreed: Equatable, Sendable {
        public var position: Int
        public var document: RecordID
        /// The others, where its offers end in several documents.
        public var more: [RecordID] = []

        public var documents: [RecordID] { [document] + more }

        mutating func add(_ document: RecordID) {
            if !documents.contains(document) { more.append(document) }
        }
    }

    public var id: RecordID
    /// Who opened it.
    public var agency: AgencyCode
    /// In the order in which they were named.
    public var offers: [RecordID]
    public var said: Attested
    /// Position at which all of them took their seats.
    public var held: Int?
    public var stopped: Stop?
    /// `{"how","reason":{"attachment"},"remove"?,"add"?}` of the personnel agency, each in its turn.
    public var decided: [Attested] = []
    public var decreed: Decreed?
    /// `started`, `split`, `closed`, `withdrawn`, or `empty` when every offer of it ended.
    public var ended: Ending?

    init(id: RecordID, agency: AgencyCode, offers: [RecordID], said: Attested) {
        self.id = id
        self.agency = agency
        self.offers = offers
        self.said = said
    }

    public init(_ record: Record) throws {
        let json = try JSON(parsing: record.body)
        let position = 0...JSON.integerRange.upperBound
        id = record.id
        agency = try json.requiredAgency("agency")
        offers = try Self.ids(json, "offers")
        let said = try Attested(saidIn: json, expected: "who opened it")
        self.said = said
        held = try json.optionalInteger("held", in: position)
        stopped = try json.optionalObject("stopped").map { stopped in
            Stop(
                position: try stopped.requiredInteger("position", in: position),
                reason: try stopped.requiredString("reason", maxBytes: 400),
                offer: try stopped.requiredRecordID("offer"))
        }
        decided = try (json.optionalArray("decided", maxCount: Self.decisionLimit) ?? [])
            .compactMap(Attested.init(reading:))
        decreed = try json.optionalObject("decreed").map { decreed in
            Decreed(
                position: try decreed.requiredInteger("position", in: position),
                document: try decreed.requiredRecordID("document"),
                more: try (decreed.optionalArray("more", maxCount: Document.togetherLimit) ?? [])
                    .map { try $0.asRecordID() })
        }
        ended = try Ending(reading: json["ended"])
    }

    /// A list of offers' ids, each once.
    static func ids(_ json: JSON, _ name: String) throws -> [RecordID] {
        let ids = try json.requiredArray(name, maxCount: size.upperBound).map { element in
            guard let id = element.string.flatMap(RecordID.init(text:)) else {
                throw BodyError(path: element.path, expected: "an offer's id")
            }
            return id
        }
        guard Set(ids).count == ids.count else {
            throw BodyError(path: json.path + "/" + name, expected: "each offer once")
        }
        return ids
    }

    var body: [UInt8] {
        let members: [(String, JSONValue?)] = [
            ("state", .string(state.rawValue)),
            ("agency", .string(agency.text)),
            ("offers", .array(offers.map { .string($0.text) })),
            ("said", said.json),
            ("held", held.map(JSONValue.integer)),
            (
                "stopped",
                stopped.map { stopped in
                    .object([
                        ("position", .integer(stopped.position)), ("reason", .string(stopped.reason)),
                        ("offer", .string(stopped.offer.text)),
                    ])
                }
            ),
            ("decided", decided.isEmpty ? nil : .array(decided.map(\.json))),
            (
                "decreed",
                decreed.map { decreed in
                    .members([
                        ("position", .integer(decreed.position)), ("document", .string(decreed.document.text)),
                        ("more", decreed.more.isEmpty ? nil : .array(decreed.more.map { .string($0.text) })),
                    ])
                }
            ),
            ("ended", ended?.json),
        ]
        return JSONValue.members(members).encoded
    }

    /// Neither stopped nor ended: its offers go together.
    public var isRunning: Bool { stopped == nil && ended == nil }

    /// The first of these that holds.
    public var state: State {
        if ended != nil { return .ended }
        if stopped != nil { return .stopped }
        if decreed != nil { return .decreed }
        return held == nil ? .open : .held
    }
}
