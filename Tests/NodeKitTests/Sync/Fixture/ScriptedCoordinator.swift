import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Synchronization

/// A coordinator in memory: accepts every operation, serves the records that it is given, and can have its replies lost or
/// changed on their way.
final class ScriptedCoordinator: Transport {
    typealias Way = @Sendable (TransportReply) throws -> TransportReply

    struct Entry: Sendable {
        var kind: RecordKind
        var revision: Int
        var body: [UInt8]
        var position: Int
    }

    struct State: Sendable {
        var exchange: ExchangeState?
        var outcomes: [OperationOutcome] = []
        var records: [RecordID: Entry] = [:]
        var retractions: [RecordID: Int] = [:]
        var attachments: [String: SyncProtocol.Attachment] = [:]
        var head = 0
        /// Of the head and of every cursor: cursors of an earlier one stay good.
        var epoch = 1
        var tree = ScriptedTree()
        var day: String? = "2026-03-02"
        /// Requests as they came.
        var requests: [SyncRequest] = []
        /// Added to the digest that is stated.
        var lie: ViewDigest.Leaf?
        var problem: Problem?
        var way: Way = { $0 }
    }

    let key = SigningKey.generate()
    private let state = Mutex(State())

    /// Looks at or changes the coordinator.
    @discardableResult
    func with<Answer: Sendable>(_ body: @Sendable (inout State) throws -> Answer) rethrows -> Answer {
        try state.withLock { state in try body(&state) }
    }

    /// Makes or changes a record at the next position.
    func put(_ id: RecordID, _ text: String, kind: RecordKind = .vacancy, attachment: SyncProtocol.Attachment? = nil) {
        with { state in
            state.head += 1
            let body = Sample.body(text, attachment: attachment?.name)
            let revision = (state.records[id]?.revision ?? 0) + 1
            state.records[id] = Entry(kind: kind, revision: revision, body: body, position: state.head)
            state.retractions[id] = nil
            if let attachment {
                state.attachments[attachment.name] = attachment
            }
        }
    }

    func retract(_ id: RecordID) {
        with { state in
            state.head += 1
            state.records[id] = nil
            state.retractions[id] = state.head
        }
    }

    /// A receipt for the bundle that came last, with these outcomes.
    func receipt(_ outcomes: [OperationOutcome]) throws -> Receipt {
        guard let bundle = with({ $0.requests.last?.bundle }) else { throw NodeFailure(.notFound, "no", advice: "") }
        return Receipt.make(for: bundle, epoch: 1, outcomes: outcomes, key: key)
    }

    /// What happens to replies from now on.
    func onTheWay(_ way: @escaping Way) {
        with { $0.way = way }
    }

    func send(_ request: TransportRequest) async throws -> TransportReply {
        try answer(request)
    }

    func answer(_ request: TransportRequest) throws -> TransportReply {
        let (reply, way) = try with { state in
            let message = try SyncRequest(parsing: request.body)
            state.requests.append(message)
            return (signed(try Self.reply(to: message, &state, key)), state.way)
        }
        return try way(reply)
    }

    func signed(_ answer: (status: Int, body: [UInt8])) -> TransportReply {
        TransportReply(
            status: answer.status,
            headers: [
                ("mutasi-signature", DetachedJWS.sign(answer.body, type: .reply, keyID: "coordinator", key: key))
            ],
            body: answer.body)
    }

    private static func reply(
        to request: SyncRequest, _ state: inout State, _ key: SigningKey
    ) throws -> (status: Int, body: [UInt8]) {
        if let problem = state.problem {
            return (problem.status, problem.answering(request).encode())
        }
        var exchange =
            state.exchange
            ?? ExchangeState(
                exchange: 0, nonce: "", bundleNumber: 0, bundleHash: Bundle.none, instance: request.instance)
        switch exchange.verdict(for: request) {
        case .next:
            state.outcomes = try (request.bundle?.operations ?? []).map { bytes in
                state.head += 1
                return OperationOutcome(
                    operation: try Operation(parsing: bytes).id, position: state.head, outcome: Outcome(.accepted))
            }
            exchange.exchange = request.exchange
            exchange.nonce = request.nonce
            if let bundle = request.bundle {
                exchange.bundleNumber = bundle.number
                exchange.bundleHash = bundle.hash
            }
            state.exchange = exchange
        case .repeated: break
        case .stale: return refusal(.stale, request)
        case .superseded: return refusal(.superseded, request)
        case .badBundle: return refusal(.badBundle, request)
        }
        return (200, page(for: request, state, key).encode())
    }

    private static func refusal(_ code: ProblemCode, _ request: SyncRequest) -> (status: Int, body: [UInt8]) {
        (code.status, Problem(code, detail: "scripted").answering(request).encode())
    }

    private static func page(for request: SyncRequest, _ state: State, _ key: SigningKey) -> SyncReply {
        var cursor = request.cursor ?? Cursor(epoch: state.epoch, position: 0, start: state.head)
        cursor.epoch = state.epoch
        let records = state.records.filter { $0.value.position > cursor.position }
            .map { id, entry in
                (
                    entry.position,
                    ReplicaChange.record(
                        id: id, kind: entry.kind, revision: entry.revision, changed: entry.position, body: entry.body)
                )
            }
        let retractions = state.retractions.filter { $0.value > max(cursor.position, cursor.start) }
            .map { ($0.value, ReplicaChange.retraction(id: $0.key, position: $0.value)) }
        let changes = (records + retractions).sorted { $0.0 < $1.0 }
        let page = changes.prefix(request.limit)
        let isComplete = page.count == changes.count
        cursor.position = isComplete ? state.head : page.last?.0 ?? state.head
        var view = ViewDigest()
        for (id, entry) in state.records {
            view.add(ViewDigest.leaf(kind: entry.kind.rawValue, id: id, revision: entry.revision, body: entry.body))
        }
        if let lie = state.lie {
            view.add(lie)
        }
        var reply = SyncReply(
            exchange: request.exchange, nonce: request.nonce, outcomes: request.bundle == nil ? [] : state.outcomes,
            page: page.map(\.1), attachments: state.attachments.values.sorted { $0.name < $1.name }, cursor: cursor,
            complete: isComplete ? SyncReply.Complete(count: view.count, digest: view.hex) : nil,
            head: Head(
                epoch: state.epoch, position: state.head, root: request.wire == 1 ? nil : state.tree.root(state.head)),
            day: state.day, nextSeconds: isComplete ? 60 : 0, wire: request.wire,
            receipt: request.wire == 1
                ? nil
                : request.bundle.map { Receipt.make(for: $0, epoch: state.epoch, outcomes: state.outcomes, key: key) })
        guard request.wire >= 2 else { return reply }
        if let old = request.head, old.root != nil, old.epoch == state.epoch {
            reply.consistency = state.tree.consistency(from: old.position, to: state.head)
        }
        if request.asksCheckpoint || request.head == nil {
            reply.checkpoint =
                Checkpoint.make(
                    region: request.region, epoch: state.epoch, position: state.head,
                    root: state.tree.rootBytes(state.head),
                    day: state.day, key: key
                ).text
        }
        return reply
    }
}
