import Negotiation
import StrictJSON

/// The answer to a ``SyncRequest``, signed by the coordinator as ``MessageType/reply``.
///
/// Wire 1: `{"exchange","nonce","outcomes","page","attachments","cursor","complete"?,"head","day"?,"nextSeconds"}`. Wire 2:
/// `{"wire","exchange","nonce","receipt"?,"corrected"?,"page","attachments","restart"?,"cursor","complete"?,"head",
/// "consistency"?,"checkpoint"?,"day"?,"settled","cut"?,"nextSeconds"}`. A node believes it only when the signature holds and
/// ``answers(_:)`` says yes. Unknown members are ignored.
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

    /// The request's version of the wire.
    public var wire: Int
    /// The request's.
    public var exchange: Int
    /// The request's.
    public var nonce: String
    /// One for each operation of the request's bundle, in its order. In wire 2 they are those of ``receipt``.
    public var outcomes: [OperationOutcome]
    /// From wire 2 on: the receipt for the request's bundle.
    public var receipt: Receipt?
    /// From wire 2 on: receipts that take the place of those which this instance had for earlier bundles, after a restore of
    /// the coordinator.
    public var corrected: [Receipt] = []
    /// Changes in the order of positions.
    public var page: [ReplicaChange]
    /// What the page's records name.
    public var attachments: [Attachment]
    /// From wire 2 on: the page begins a new replica, because the cursor that was sent does not lead to this epoch.
    public var restart = false
    /// Where the replica stands after this page.
    public var cursor: Cursor
    /// Present when nothing is left: the cursor is at the head then.
    public var complete: Complete?
    /// The journal head that the page was read at.
    public var head: Head
    /// From wire 2 on: the proof (RFC 9162 section 2.1.4) that ``head`` extends the head that the request names; empty when
    /// they are the same or of different epochs.
    public var consistency: [[UInt8]] = []
    /// From wire 2 on: ``head`` as a checkpoint that the coordinator signed by itself; when asked for, and with each new day
    /// or epoch.
    public var checkpoint: String?
    /// From wire 2 on: everything up to this position is in a backup that can be restored; receipts up to it may be dropped.
    public var settled = 0
    /// To a restored node that opens an instance over a journal of an earlier epoch: no position up to this one was ever lost.
    public var cut: Int?
    /// The last `day`, "YYYY-MM-DD".
    public var day: String?
    /// When to come back; 0 for the next page at once.
    public var nextSeconds: Int

    /// The answer to a request; `wire`, `exchange` and `nonce` are the request's. With a receipt `outcomes` are the receipt's.
    public init(
        exchange: Int, nonce: String, outcomes: [OperationOutcome], page: [ReplicaChange], attachments: [Attachment],
        cursor: Cursor, complete: Complete?, head: Head, day: String?, nextSeconds: Int, wire: Int = 1,
        receipt: Receipt? = nil
    ) {
        self.wire = wire
        self.receipt = receipt
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
        wire = json["wire"] == nil ? 1 : try json.requiredWire()
        exchange = try json.requiredInteger("exchange", in: 1...JSON.integerRange.upperBound)
        nonce = try json.requiredNonce("nonce")
        if wire == 1 {
            outcomes = try json.requiredArray("outcomes", maxCount: Limits.bundleOperations)
                .map(OperationOutcome.init(reading:))
        } else {
            receipt = try json.optionalObject("receipt").map(Receipt.init(reading:))
            outcomes = receipt?.outcomes ?? []
        }
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
        if wire >= 2 {
            try readAdditions(json)
        }
        guard cursor.epoch == head.epoch, cursor.position <= head.position else {
            throw BodyError(path: "/cursor", expected: "a cursor up to the head")
        }
        guard complete == nil || cursor.position == head.position else {
            throw BodyError(path: "/complete", expected: "none before the cursor is at the head")
        }
    }

    /// What wire 2 has beside the members that both have.
    private mutating func readAdditions(_ json: JSON) throws {
        guard head.root != nil else {
            throw BodyError(path: "/head/root", expected: "the root, from wire 2 on")
        }
        corrected = try (json.optionalArray("corrected", maxCount: Limits.correctedReceipts) ?? [])
            .map(Receipt.init(reading:))
        restart = json["restart"] == nil ? false : try json.requiredBoolean("restart")
        consistency = try (json.optionalArray("consistency", maxCount: Limits.proofHashes) ?? []).map { hash in
            guard let bytes = hash.string.flatMap(Base64URL.decode), bytes.count == 32 else {
                throw BodyError(path: hash.path, expected: "32 bytes in base64url")
            }
            return bytes
        }
        checkpoint = try json.optionalString("checkpoint", maxBytes: Limits.checkpointBytes)
        settled = try json.requiredInteger("settled", in: 0...JSON.integerRange.upperBound)
        cut = try json.optionalInteger("cut", in: 0...JSON.integerRange.upperBound)
    }

    /// The bytes to sign and send.
    public func encode() -> [UInt8] {
        var members: [(String, JSONValue)] = wire == 1 ? [] : [("wire", .integer(wire))]
        members += [("exchange", .integer(exchange)), ("nonce", .string(nonce))]
        if wire == 1 {
            members.append(("outcomes", .array(outcomes.map(\.json))))
        } else {
            members += receipt.map { [("receipt", $0.json)] } ?? []
            members += corrected.isEmpty ? [] : [("corrected", .array(corrected.map(\.json)))]
        }
        members += [("page", .array(page.map(\.json))), ("attachments", .array(attachments.map(\.json)))]
        if wire >= 2, restart {
            members.append(("restart", true))
        }
        members.append(("cursor", cursor.json))
        if let complete {
            let both: [(String, JSONValue)] = [
                ("count", .integer(complete.count)), ("digest", .string(complete.digest)),
            ]
            members.append(("complete", .object(both)))
        }
        members.append(("head", head.json))
        if wire >= 2 {
            let proof = consistency.map { JSONValue.string(Base64URL.encode($0)) }
            members += proof.isEmpty ? [] : [("consistency", .array(proof))]
            members += checkpoint.map { [("checkpoint", .string($0))] } ?? []
        }
        if let day {
            members.append(("day", .string(day)))
        }
        if wire >= 2 {
            members.append(("settled", .integer(settled)))
            members += cut.map { [("cut", .integer($0))] } ?? []
        }
        members.append(("nextSeconds", .integer(nextSeconds)))
        return JSONValue.object(members).encoded(reserving: likelyBytes)
    }

    /// About what a page takes: its bodies are JSON inside JSON, in which every eighth byte is a quote that needs an escape.
    private var likelyBytes: Int {
        var bytes = 4096
        for case .record(_, _, _, _, let body) in page {
            bytes += 160 + body.count + body.count / 4
        }
        return bytes + attachments.reduce(0) { $0 + 200 + $1.bytes.count / 3 * 4 }
    }

    /// Whether it is the answer to this request: its exchange, its nonce and an outcome for each of its operations.
    public func answers(_ request: SyncRequest) -> Bool {
        exchange == request.exchange && nonce.utf8.elementsEqual(request.nonce.utf8)
            && wire == request.wire && outcomes.count == request.bundle?.operations.count ?? 0
    }
}
