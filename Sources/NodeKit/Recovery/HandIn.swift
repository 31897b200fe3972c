import GRDB
import Negotiation
import StrictJSON
import SyncProtocol

/// What a node hands in to a restored coordinator, page by page: pure reading, so every page can be asked for again.
public enum HandIn {
    /// What one page takes at most beside its frame: bundles, receipts and attachments as they travel.
    static let pageBytes = Limits.requestBytes - (256 << 10)

    /// A page, signed.
    public struct Page: Sendable {
        public let request: ResupplyRequest
        public let bytes: [UInt8]
        /// The value of the header field `Mutasi-Signature`.
        public let signature: String

        /// The page as it goes to the coordinator at this address.
        public func transportRequest(to url: String) -> TransportRequest {
            TransportRequest(
                method: .post, url: url + ServiceDocument.resupplyPath,
                headers: [
                    ("Content-Type", "application/json"), ("Mutasi-Wire", String(Limits.wire)),
                    (DetachedJWS.headerField, signature),
                ],
                body: bytes)
        }
    }

    /// The bundles of this instance after the last one that the coordinator has, with their receipts, as many as one page
    /// takes. The first one always goes, without its receipt if need be. A restored node that has not heard yet whether its new
    /// instance was opened speaks as that one: the coordinator opens it if it has to. Throws ``NodeFailure``.
    public static func page(
        _ store: NodeStore, for notice: RecoveryNotice, after number: Int,
        nonce: [UInt8] = Sodium.randomBytes(Limits.nonceBytes)
    ) throws -> Page {
        let identity = store.identity
        let request = try store.read { database in
            let state = try SyncState(database)
            let instance = state.opens ?? state.instance
            var filling = Filling()
            for row in try rows(database, after: number) {
                let (bundle, named) = try Outbox(database).bundle(row)
                guard bundle.instance == instance, bundle.number > number else { continue }
                let receipt = try Outbox(database).receipt(ofBundle: row).flatMap { $0.covers(bundle) ? $0 : nil }
                guard filling.take(bundle, named, receipt) else { break }
            }
            return ResupplyRequest(
                region: identity.region, node: identity.node, instance: instance,
                nonce: Base64URL.encode(nonce), epoch: notice.epoch, items: filling.items,
                attachments: filling.attachments, head: state.head,
                cuts: try state.head.map { try EpochCuts.last(through: $0.epoch, in: database) } ?? [],
                answered: state.exchange > 0
                    ? ResupplyRequest.Answered(exchange: state.exchange, nonce: state.nonce) : nil,
                isDone: !filling.isFull)
        }
        let bytes = request.encode()
        return Page(
            request: request, bytes: bytes,
            signature: DetachedJWS.sign(bytes, type: .resupply, keyID: identity.node.text, key: identity.signing))
    }

    /// The coordinator's answer to this page; nil when it is not its answer.
    public static func read(_ reply: TransportReply, to page: Page, from coordinator: VerifyingKey) -> ResupplyReply? {
        guard reply.status == 200, ReplyReading.isSigned(reply, by: coordinator),
            let answer = try? ResupplyReply(parsing: reply.body),
            answer.nonce.utf8.elementsEqual(page.request.nonce.utf8)
        else { return nil }
        return answer
    }

    /// The coordinator's refusal of this page after which the node waits for a person; nil when it is none.
    public static func refusal(
        _ reply: TransportReply, of page: Page, from coordinator: VerifyingKey
    ) -> Problem? {
        guard reply.status != 200, ReplyReading.isSigned(reply, by: coordinator),
            let problem = try? Problem(parsing: reply.body), ResupplyReply.stops.contains(problem.code),
            problem["nonce"] == .string(page.request.nonce)
        else { return nil }
        return problem
    }

    /// Stops the node because what it handed in was refused. Throws ``NodeFailure``.
    public static func stop(_ store: NodeStore, by problem: Problem) throws {
        try store.write { database in
            var state = try SyncState(database)
            state.refusal = SyncRefusal(code: problem.code.rawValue, detail: problem.detail)
            try state.save(database)
        }
    }

    private struct Filling {
        var items: [ResupplyRequest.Item] = []
        var attachments: [Attachment] = []
        var isFull = false
        private var names: Set<String> = []
        private var free = HandIn.pageBytes

        /// Whether the bundle is in the page now.
        mutating func take(_ bundle: SyncProtocol.Bundle, _ named: [Attachment], _ receipt: Receipt?) -> Bool {
            let news = named.filter { !names.contains($0.name) }
            let size = bundle.bytes.count + news.reduce(0) { $0 + $1.messageBytes }
            let receiptSize = receipt.map { $0.json.encoded.count } ?? 0
            let isBeyond =
                items.count == Limits.resupplyBundles || attachments.count + news.count > Limits.attachments
                || size + receiptSize > free
            guard items.isEmpty || !isBeyond else {
                isFull = true
                return false
            }
            items.append(ResupplyRequest.Item(bundle: bundle, receipt: size + receiptSize > free ? nil : receipt))
            attachments += news
            names.formUnion(news.map(\.name))
            free -= size + receiptSize
            return true
        }
    }

    /// A row's number is never below its bundle's, because it counts the bundles of all instances.
    private static func rows(_ database: Database, after number: Int) throws -> [Int] {
        try Int.fetchAll(
            database, cached: "SELECT number FROM bundle WHERE number > ? ORDER BY number", arguments: [number])
    }
}
