import CoordinatorKit
import GRDB
import Logging
import Negotiation
import StrictJSON
import SyncProtocol
import Synchronization

/// A founded region in memory with a desk, whose ids and clock are the test's own.
struct TestRegion {
    static let founding = RegionFounding(
        code: "kota-uji", name: "Kota Uji", zone: "Asia/Makassar", isTrial: true, bkd: Made.agency("bkd"),
        bkdName: ("Badan Kepegawaian Daerah", "Personnel Agency"), language: "id", day: "2026-03-02")
    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    /// 2026-03-02 08:00 in Makassar.
    static let morning = Moment(secondsSince1970: 1_772_409_600)

    let store: any CoordinatorStore
    let keys: CoordinatorKeys
    let coordinator: Coordinator
    var desk: TestNode

    init(
        store: (any CoordinatorStore)? = nil, isTrial: Bool = true, commit: CommitLimits = CommitLimits(),
        pageBytes: Int = 8 << 20, mirror: (any Mirror)? = nil, pageAttachments: Int = 20_000,
        clock: @escaping @Sendable () -> Moment = { TestRegion.morning }
    ) throws {
        try Sodium.start()
        let store = try store ?? SQLiteStore(writer: try DatabaseQueue())
        let keys = CoordinatorKeys.generate()
        let deskKey = SigningKey.generate()
        var founding = Self.founding
        founding.isTrial = isTrial
        let reply = try Coordinator.found(
            founding, desk: NodeKeys(signing: deskKey.publicKey, box: Sodium.randomBytes(32)), store: store, keys: keys,
            reducer: ScriptedReducer.reducer, at: Self.morning, log: Self.quiet)
        self.store = store
        self.keys = keys
        coordinator = try Coordinator(
            store: store, keys: keys,
            settings: CoordinatorSettings(
                commit: commit, pageBytes: pageBytes, pageAttachments: pageAttachments),
            mirror: mirror, reducer: ScriptedReducer.reducer, clock: clock, log: Self.quiet)
        desk = TestNode(reply, key: deskKey)
    }

    /// Adds an agency and invites a node of it; gives the code.
    mutating func invite(_ agency: String, expiresAt: String = "2026-03-03T00:00:00Z") async throws -> String {
        let code = InvitationCode.generate()
        let reply = try await desk.sync(
            coordinator,
            [
                Statement.make(
                    "agency.add",
                    body: .object([
                        (
                            "agency",
                            .object([
                                ("code", .string(agency)),
                                ("name", .object([("id", .string("Dinas")), ("en", .string("Agency"))])),
                            ])
                        )
                    ])),
                Statement.make(
                    "node.invite",
                    body: .object([
                        (
                            "invitation",
                            .object([
                                ("agency", .string(agency)), ("registry", true),
                                ("codeHash", .string(InvitationCode.hash(code) ?? "")),
                                ("expiresAt", .string(expiresAt)),
                            ])
                        )
                    ])),
            ])
        guard reply.outcomes.allSatisfy({ $0.outcome.kind == .accepted }) else {
            throw TestFailure.missing("invitation: \(reply.outcomes)")
        }
        return code
    }

    /// `agency` is that of a node that joins anew.
    func join(_ code: String, key: SigningKey, agency: AgencyCode? = nil) async -> HTTPAnswer {
        await coordinator.join(
            body: JoinRequest.make(code: code, key: key, box: Sodium.randomBytes(32), agency: agency).encode())
    }

    /// A joined node of a new agency.
    mutating func node(_ agency: String) async throws -> TestNode {
        let key = SigningKey.generate()
        let answer = await join(try await invite(agency), key: key)
        return TestNode(try JoinReply(parsing: answer.body), key: key)
    }
}
