import GRDB
import Negotiation
import StrictJSON
import SyncProtocol

/// The two transactions of an exchange; between them the network, with nothing open.
///
/// ``prepare(_:pageLimit:nonce:)`` stores exchange number, nonce and bundle before anything is sent, so that a repeat after a
/// crash or a lost reply is the same exchange. ``absorb(_:_:of:at:registryEffects:)`` checks the reply and takes it in as a
/// whole or not at all. Whatever is not the signed answer to the pending exchange changes nothing.
public enum SyncPlan {
    /// The pending exchange, or the next one with as many drafts as one bundle takes.
    ///
    /// Durable on return. May be called again: as long as no reply was absorbed it gives the same exchange and bundle.
    /// `pageLimit` is within `Limits.pageRecords`; `nonce` is used for a new exchange only. Throws ``NodeFailure``.
    public static func prepare(
        _ store: NodeStore, pageLimit: Int = Limits.defaultPageRecords,
        nonce: [UInt8] = Sodium.randomBytes(Limits.nonceBytes)
    ) throws -> PreparedSync {
        try prepare(store, pageLimit: pageLimit, nonce: nonce, preferring: Limits.wire)
    }

    /// The same for a program whose highest version of the wire is `preferred`.
    package static func prepare(
        _ store: NodeStore, pageLimit: Int, nonce: [UInt8] = Sodium.randomBytes(Limits.nonceBytes),
        preferring preferred: Int
    ) throws -> PreparedSync {
        let identity = store.identity
        let request = try store.write { database in
            var state = try SyncState(database)
            guard state.key == identity.signing.publicKey.bytes else {
                throw NodeFailure(
                    .mixed, "The node has joined anew while this program ran.", advice: "Start the program again.")
            }
            let outbox = Outbox(database)
            let pendingNonce = state.pendingNonce ?? Base64URL.encode(nonce)
            if state.pendingNonce == nil {
                state.pendingNonce = pendingNonce
                if let (row, bundle) = try outbox.makeBundle(
                    identity, instance: state.opens ?? state.instance, number: state.bundle + 1,
                    previous: state.bundleHash)
                {
                    state.bundle = bundle.number
                    state.bundleHash = bundle.hash
                    state.pendingBundle = row
                }
                try state.save(database)
            }
            let sent = try state.pendingBundle.map(outbox.bundle)
            // Wire 1 cannot declare a restore.
            let wire =
                state.opens == nil
                ? state.wire.version(in: state.exchange + 1, preferring: preferred) : Limits.wire
            let generation = try Generation(database, number: state.target)
            let known = try RequestHead(
                database, state, wire: wire, isIdle: sent == nil && generation.agrees != nil)
            var request = SyncRequest(
                region: identity.region, node: identity.node, instance: state.instance, exchange: state.exchange + 1,
                nonce: pendingNonce, lastNonce: state.nonce,
                cursor: generation.cursor, head: known.head, bundle: sent?.bundle,
                attachments: sent?.attachments ?? [], limit: pageLimit, wire: wire)
            request.opens = state.opens
            request.checkpoint = known.checkpoint
            request.asksCheckpoint = known.asksCheckpoint
            return request
        }
        let bytes = request.encode()
        return PreparedSync(
            request: request, bytes: bytes,
            signature: DetachedJWS.sign(bytes, type: .request, keyID: identity.node.text, key: identity.signing))
    }

    /// Takes a reply in: outcomes, page, attachments, retractions, cursor, digest and day in one transaction. What a complete
    /// view no longer has is erased after it (``Erasure``).
    ///
    /// `registryEffects` runs inside it. Throws ``NodeFailure`` and what `registryEffects` throws; then nothing changed.
    public static func absorb(
        _ store: NodeStore, _ reply: TransportReply, of prepared: PreparedSync, at stamp: Stamp = .now(),
        registryEffects: RegistryEffects? = nil
    ) throws -> Absorption {
        switch ReplyReading(reply, to: prepared.request, from: store.identity.coordinator) {
        case .noise(let noise): return .noise(noise)
        case .problem(let problem, let isProven):
            if isProven {
                try keep(problem, of: prepared.request, in: store, at: stamp)
            }
            return .refused(problem, isProven: isProven)
        case .reply(let answer):
            let (absorption, owesErasure) = try store.write { database in
                (
                    try take(answer, reply, of: prepared, in: store, database, at: stamp, registryEffects),
                    try answer.complete != nil && Erasure.isOwed(database)
                )
            }
            if owesErasure { store.settleErasure() }
            return absorption
        }
    }

    private static func take(
        _ answer: SyncReply, _ reply: TransportReply, of prepared: PreparedSync, in store: NodeStore,
        _ database: Database, at stamp: Stamp, _ registryEffects: RegistryEffects?
    ) throws -> Absorption {
        var page = try PageFold(database, prepared.request)
        let checkpoint: Checkpoint?
        do {
            checkpoint = try HeadCheck.checkpoint(
                of: answer, region: store.identity.region, key: store.identity.coordinator)
        } catch {
            return .noise(.malformed)
        }
        if let noise = page.objection(to: answer) {
            try page.keepEvidence(of: noise, in: answer, reply, checkpoint, at: stamp)
            return .noise(noise)
        }
        return .absorbed(try page.take(answer, checkpoint, at: stamp, registryEffects))
    }

    private static func keep(
        _ problem: Problem, of request: SyncRequest, in store: NodeStore, at stamp: Stamp
    ) throws {
        try store.write { database in
            var state = try SyncState(database)
            guard state.exchange + 1 == request.exchange, state.pendingNonce == request.nonce else { return }
            if problem.code == .unsupportedVersion {
                _ = state.wire.refused(problem, in: request.exchange, spoken: request.wire)
            }
            if problem.code == .foreignHead, let head = request.head {
                let isQuestion = request.isQuestion(after: state.head)
                try KeptContradictions(database).keep(
                    Contradiction(
                        isQuestion ? .other : .foreign, seen: head,
                        seenEvidence: try isQuestion
                            ? request.checkpoint : KeptCheckpoints(database).newest()?.text,
                        shown: nil, found: stamp.text))
                if isQuestion {
                    try HeadQuestions(database).remove(head)
                }
            }
            state.refusal = SyncRefusal(code: problem.code.rawValue, detail: problem.detail)
            if problem.code == .badBundle, let index = Self.index(problem), let row = state.pendingBundle,
                let bundle = try Outbox(database).quarantine(index, ofBundle: row)
            {
                // The coordinator took nothing of the exchange: the same number goes out again with another bundle.
                state.pendingNonce = nil
                state.pendingBundle = nil
                state.bundle = bundle.number - 1
                state.bundleHash = bundle.previous
                state.refusal = nil
            }
            try state.save(database)
        }
    }

    /// Which operation of the bundle could not be read.
    private static func index(_ problem: Problem) -> Int? {
        problem["index"].flatMap { try? JSON(parsing: $0.encoded) }?.integer
    }
}
