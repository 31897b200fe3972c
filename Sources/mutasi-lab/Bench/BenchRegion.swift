import CoordinatorKit
import Foundation
import Logging
import Negotiation
import NodeKit
import StrictJSON
import SyncProtocol
import Synchronization

/// A region in a temporary folder with agencies that have joined, and the real server over it.
final class BenchRegion: Sendable {
    private static let deskCode = "bkpp"
    /// As many as an agency may have.
    private static let nodesOfAgency = Agency.nodeLimit
    private static let quiet = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }

    let folder: String
    let authority: BenchAuthority
    let coordinator: Coordinator
    let store: SQLiteStore
    private let desk: Mutex<BenchAgency>
    private let made = Mutex(0)

    /// Founds the region. Throws ``BenchFailure`` and what the coordinator throws.
    init(in parent: String?) throws {
        try Sodium.start()
        folder = (parent ?? NSTemporaryDirectory()) + "/mutasi-bench-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        authority = try BenchAuthority(folder: folder)
        let directory = try CoordinatorDirectory.prepare(folder + "/coordinator")
        let deskKey = SigningKey.generate()
        guard let desk = AgencyCode(Self.deskCode) else { throw BenchFailure("the desk's code is none") }
        let reply = try Coordinator.found(
            RegionFounding(
                code: "bench", name: "Bench", zone: "Asia/Jakarta", isTrial: true, bkd: desk, bkdName: ("BKD", "BKD"),
                language: "id", day: "2026-01-05"),
            desk: NodeKeys(signing: deskKey.publicKey, box: BoxKey.generate().publicKey), store: directory.store,
            keys: directory.keys, log: Self.quiet)
        self.desk = Mutex(BenchAgency(reply, key: deskKey, box: BoxKey.generate()))
        store = directory.store
        coordinator = try Coordinator(
            store: directory.store, keys: directory.keys, log: Self.quiet)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Serves on a port of the system's choice while the body runs; the body is given the address.
    func serving<Answer: Sendable>(
        _ body: @escaping @Sendable (_ url: String) async throws -> Answer
    ) async throws -> Answer {
        let settings = ServerSettings(
            host: "127.0.0.1", port: 0,
            tls: try ServerSettings.tls(certificateChain: authority.certificate, privateKey: authority.key),
            connections: 20_000, idleSeconds: 900)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = CoordinatorServer(coordinator: coordinator, settings: settings, log: Self.quiet) {
            port.yield($0)
        }
        return try await withThrowingTaskGroup(of: Answer?.self) { group in
            group.addTask {
                try await server.run()
                return nil
            }
            group.addTask {
                for await port in ports {
                    return try await body("https://localhost:\(port)")
                }
                throw BenchFailure("the server did not start")
            }
            defer { group.cancelAll() }
            while let answer = try await group.next() {
                if let answer { return answer }
            }
            throw BenchFailure("the server stopped")
        }
    }

    /// Lets agencies join, each with a registry.
    func agencies(_ count: Int) async throws -> [BenchAgency] {
        var agencies: [BenchAgency] = []
        for _ in 0..<count {
            for invitation in try await invite(1) {
                agencies.append(try await join(invitation))
            }
        }
        return agencies
    }

    /// A second node of the agency.
    func second(of agency: BenchAgency) async throws -> BenchAgency {
        let invitation = InvitationCode.generate()
        let operation = BenchOperations.invite(
            agency.joined.agency.text, hash: InvitationCode.hash(invitation) ?? "", registry: false)
        let request = desk.withLock { $0.next([operation], limit: 1) }
        try Self.check(await coordinator.sync(body: request.body, signature: request.signature), accepted: 1)
        return try await join(invitation)
    }

    /// Nodes of as many agencies as their number asks for, a registry and others; joined side by side, as many as a commit takes.
    func fleet(_ count: Int) async throws -> [BenchAgency] {
        var nodes: [BenchAgency] = []
        var invitations: [String] = []
        func join() async throws {
            nodes += try await withThrowingTaskGroup(of: BenchAgency.self) { group in
                for invitation in invitations {
                    group.addTask { try await self.join(invitation) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            invitations = []
        }
        while nodes.count + invitations.count < count {
            let wanted = min(count - nodes.count - invitations.count, Self.nodesOfAgency)
            invitations += try await invite(wanted)
            if invitations.count > 200 {
                try await join()
            }
        }
        try await join()
        return nodes
    }

    /// A new agency and invitations for so many nodes, the first one its registry.
    private func invite(_ count: Int) async throws -> [String] {
        let code = made.withLock { made in
            made += 1
            return "dinas-\(made)"
        }
        let invitations = (0..<count).map { _ in InvitationCode.generate() }
        let operations =
            [BenchOperations.agencyAdd(code)]
            + invitations.enumerated().map { index, invitation in
                BenchOperations.invite(code, hash: InvitationCode.hash(invitation) ?? "", registry: index == 0)
            }
        let request = desk.withLock { $0.next(operations, limit: 1) }
        try Self.check(
            await coordinator.sync(body: request.body, signature: request.signature), accepted: operations.count)
        return invitations
    }

    private func join(_ invitation: String) async throws -> BenchAgency {
        let key = SigningKey.generate()
        let box = BoxKey.generate()
        let answer = await coordinator.join(
            body: JoinRequest.make(code: invitation, key: key, box: box.publicKey).encode())
        guard answer.status == 200 else { throw BenchFailure("an agency could not join") }
        return BenchAgency(try JoinReply(parsing: answer.body), key: key, box: box)
    }

    static func check(_ answer: HTTPAnswer, accepted: Int) throws {
        try check(status: answer.status, body: answer.body, accepted: accepted)
    }

    static func check(status: Int, body: [UInt8], accepted: Int) throws {
        guard status == 200 else {
            throw BenchFailure(
                "the coordinator answered \(status): \(String(decoding: body.prefix(300), as: UTF8.self))")
        }
        let outcomes = try SyncReply(parsing: body).outcomes
        guard outcomes.count == accepted, outcomes.allSatisfy({ $0.outcome.kind == .accepted }) else {
            throw BenchFailure("an operation was refused: \(outcomes.first.map { "\($0)" } ?? "none")")
        }
    }
}
