import StrictJSON

extension Offer {
    /// What a ranking of its vacancy said of it: a place in the order, or why it was passed over.
    public struct Ranked: Equatable, Sendable {
        public var stamp: EntryStamp
        /// From 1 on; nil when it was passed over.
        public var place: Int?
        /// How many offers the order names.
        public var count: Int
        /// Name of the reason's attachment, when it was passed over.
        public var reason: String?
    }

    /// When it is its turn among the waiting: by the ranking that named it, else since it waits.
    var turn: (Int, Int, RecordID) {
        ranked?.place.map { (ranked?.stamp.position ?? 0, $0, id) } ?? (hold?.position ?? 0, 0, id)
    }
}

extension Offer.Ranked {
    init(_ operation: Operation, at position: Int, place: Int? = nil, of count: Int, reason: String? = nil) {
        self.init(stamp: EntryStamp(operation, at: position), place: place, count: count, reason: reason)
    }

    init(reading json: JSON) throws {
        stamp = try EntryStamp(reading: json)
        place = try json.optionalInteger("place", in: 1...Offer.openLimit)
        count = try json.requiredInteger("of", in: 0...Offer.openLimit)
        reason = try json.optionalObject("reason")?.requiredAttachment()
    }

    var json: JSONValue {
        let members: [(String, JSONValue?)] = [
            ("place", place.map(JSONValue.integer)), ("of", .integer(count)),
            ("reason", reason.map { .object([("attachment", .string($0))]) }),
        ]
        return .members(stamp.members + members)
    }
}
