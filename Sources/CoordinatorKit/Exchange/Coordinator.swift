import Dispatch
import Logging
import Negotiation
import StrictJSON
import SyncProtocol
import Synchronization

/// The coordinator of a region, whatever carries its messages: every call takes bytes and gives an HTTP answer.
///
/// Answers to nodes are signed, problems included, so that a node can trust a `stale` or a `revoked`. Identity is the
/// signature and nothing else. All calls may run concurrently; none throws.
public final class Coordinator: Sendable {
    public let region: RegionIdentity
    let store: any CoordinatorStore
    /// Where the time goes.
    public let figures = ExchangeFigures()
    let committer: Committer
    let queue: CommitQueue
    let keys: CoordinatorKeys
    let settings: CoordinatorSettings
    let clock: @Sendable () -> Moment
    let log: Logger
    /// Nonces of requests to ``admin(body:signature:isLoopback:)`` with their times, for as long as those hold.
    let adminNonces = Mutex<[String: Int]>([:])
    /// Verification, JSON and reading block and compute, and so stay off the cooperative threads.
    private let workers = DispatchQueue(label: "mutasi.exchange", attributes: .concurrent)

    /// A coordinator over the store of a founded region. With a mirror everything is in it before it is answered from.
    ///
    /// Throws ``StoreFailure``: `region` before the region is founded, `mirror` when the mirror is not of this store.
    public init(
        store: any CoordinatorStore, keys: CoordinatorKeys, settings: CoordinatorSettings = CoordinatorSettings(),
        mirror: (any Mirror)? = nil, reducer: DecidingReducer = .current,
        clock: @escaping @Sendable () -> Moment = Moment.now,
        log: Logger = Logger(label: "coordinator")
    ) throws {
        guard let region = try store.read({ try $0.region() }) else {
            throw StoreFailure(.region, "no region is founded here; run init first")
        }
        guard let own = try store.read({ try $0.node(region.node) }), own.key == keys.signing.publicKey else {
            throw StoreFailure(
                .keys,
                "\(CoordinatorKeys.signingFile) is not the key of this region; restore it from the backup of the keys")
        }
        self.region = region
        self.store = store
        self.keys = keys
        self.settings = settings
        self.clock = clock
        self.log = log
        committer = Committer(
            store: store, mirror: try mirror.map { try MirrorFollower($0, of: store) }, reducer: reducer, log: log,
            figures: figures
        ) {
            Hex.encode(Sodium.randomBytes(8))
        }
        queue = CommitQueue(committer, limits: settings.commit)
    }

    /// `GET /v1`: what this service is, for a client that has only its address.
    public func serviceDocument() -> HTTPAnswer {
        .json(ServiceDocument(region: region.code, name: region.name, key: keys.signing.publicKey).encode())
    }

    /// `GET /ready`: whether a request would be decided now. When nobody waits, a commit without a change shows it; else the
    /// question takes no place in the queue from those who wait.
    public func ready() async -> HTTPAnswer {
        do {
            if queue.waitingCount == 0 {
                _ = try await queue.commit { $0.head }
            } else if queue.waitingCount < settings.commit.waitingRequests {
                _ = try await head()
            } else {
                throw CommitQueue.Refusal.full
            }
            return .json(JSONValue.object([("ready", true)]).encoded)
        } catch {
            return refusal(error)
        }
    }

    /// All nodes in the order in which they joined, the coordinator's own first. Throws ``StoreFailure``.
    public func nodes() async throws -> [EnrolledNode] {
        try await working { try self.store.read { try $0.nodes() } }
    }

    /// The journal's head. Throws ``StoreFailure``.
    public func head() async throws -> JournalHead {
        try await working { try self.store.read { try $0.head() } }
    }

    /// Runs blocking work on a thread of its own.
    func working<Answer: Sendable>(_ body: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            workers.async {
                continuation.resume(with: Result { try body() })
            }
        }
    }

    /// The signature header over an answer's body.
    func signature(of body: [UInt8]) -> HTTPAnswer.Header {
        HTTPAnswer.Header(
            DetachedJWS.headerField,
            DetachedJWS.sign(body, type: .reply, keyID: DetachedJWS.coordinator, key: keys.signing))
    }

    func ownAuthor() -> OwnAuthor {
        let now = clock()
        return OwnAuthor(region: region, key: keys.signing, milliseconds: now.milliseconds, recordedAt: now.text)
    }
}
