import Negotiation
import StrictJSON

/// The answer to a ``SyncRequest``, signed by the coordinator as ``MessageType/reply``.
///
/// `{"exchange","nonce","outcomes","page","attachments","cursor","complete"?,"head","day"?,"nextSeconds"}`. A node believes it
/// only when the signature holds and ``answers(_:)`` says yes. Unknown members are ignored.
public struct SyncReply: Equatable, Sendable {
    /// What a complete view must add up to.
    public struct Complete: Equatable, Sendable {
        /// How many records the replica holds after this page.
        public var count: Int
        /// Their ``ViewDigest`` as 64 hexadecimal digits.
        public var digest: String

        /// What a view must add up to.
        public init(count: Int, digest: String) {
            self.count = count
            self.digest = digest
        }
    }

    /// The request's.
    public var exchange: Int
    /// The request's.
    public var nonce: String
    /// One for each operation of the request's bundle, in its order.
    public var outcomes: [OperationOutcome]
    /// Changes in the order of positions.
    public var page: [ReplicaChange]
    /// What the page's records name.
    public var attachments: [Attachment]
    /// Where the replica stands after this page.
    public var cursor: Cursor
    /// Present when nothing is left: the cursor is at the head then.
    public var complete: Complete?
    /// The journal head that the page was read at.
    public var head: Head
    /// The last `day`, "YYYY-MM-DD".
    public var day: String?
    /// When to come back; 0 for the next page at once.
    public var nextSeconds: Int

    /// The answer to a request; `exchange` and `nonce` are the request's.
    public init(
        exchange: Int, nonce: String, outcomes: [OperationOutcome], page: [ReplicaChange], attachments: [Attachment],
        cursor: Cursor, complete: Complete?, head: Head, day: String?, nextSeconds: Int
    ) {
        self.exchange = exchange
        self.nonce = nonce
        self.outcomes = outcomes
        self.page = page
        self.attachments = attachments
        self.cursor = cursor
        self.complete = complete
        self.head = head
        self.day = day
        self.nextSeconds = nextSeconds
    }

    /// Reads a reply. Throws ``ProtocolError``.
    public init(parsing bytes: [UInt8]) throws {
        self = try ProtocolError.reading {
            let json = try JSON(parsing: bytes, limits: Limits.json(maxBytes: Limits.replyBytes))
            return try SyncReply(reading: json)
        }
    }

    private init(reading json: JSON) throws {
        exchange = try json.requiredInteger("exchange", in: 1...JSON.integerRange.upperBound)
        nonce = try json.requiredNonce("nonce")
        outcomes = try json.requiredArray("outcomes", maxCount: Limits.bundleOperations)
            .map(OperationOutcome.init(reading:))
        page = try json.requiredArray("page", maxCount: Limits.pageChanges).map(ReplicaChange.init(reading:))
        attachments = try json.requiredArray("attachments", maxCount: Limits.pageChanges).map(Attachment.init(reading:))
        cursor = try Cursor(reading: try json.requiredObject("cursor"))
        head = try Head(reading: try json.requiredObject("head"))
        complete = try json.optionalObject("complete").map { complete in
            Complete(
                count: try complete.requiredInteger("count", in: 0...JSON.integerRange.upperBound),
                digest: try complete.requiredHash("digest"))
        }
        day = try json.optionalString("day", maxBytes: 10)
        nextSeconds = try json.requiredInteger("nextSeconds", in: Limits.nextSeconds)
        guard cursor.epoch == head.epoch, cursor.position <= head.position else {
            throw BodyError(path: "/cursor", expected: "a cursor up to the head")
        }
        guard complete == nil || cursor.position == head.position else {
            throw BodyError(path: "/complete", expected: "none before the cursor is at the head")
        }
    }

    /// The bytes to sign and send.
    public func encode() -> [UInt8] {
        var members: [(String, JSONValue)] = [
            ("exchange", .integer(exchange)), ("nonce", .string(nonce)),
            ("outcomes", .array(outcomes.map(\.json))), ("page", .array(page.map(\.json))),
            ("attachments", .array(attachments.map(\.json))), ("cursor", cursor.json),
        ]
        if let complete {
            let both: [(String, JSONValue)] = [
                ("count", .integer(complete.count)), ("digest", .string(complete.digest)),
            ]
            members.append(("complete", .object(both)))
        }
        members.append(("head", head.json))
        if let day {
            members.append(("day", .string(day)))
        }
        members.append(("nextSeconds", .integer(nextSeconds)))
        return JSONValue.object(members).encoded
    }

    /// Whether it is the answer to this request: its exchange, its nonce and an outcome for each of its operations.
    public func answers(_ request: SyncRequest) -> Bool {
        exchange == request.exchange && nonce.utf8.elementsEqual(request.nonce.utf8)
            && outcomes.count == request.bundle?.operations.count ?? 0
    }
}
