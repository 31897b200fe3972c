import CoordinatorKit
import Foundation
import NodeKit
import StrictJSON
import SyncProtocol
import Terminal

/// The process that serves from a data directory, asked by a command that can read the coordinator's key in it.
struct ServingCoordinator {
    let directory: String

    /// Asks for one act; the answer's document. Throws ``Failure``, also for a refusal, and `TransportError`.
    func ask(_ request: AdminRequest) async throws -> JSON {
        let key = try CoordinatorKeys.load(directory: directory).signing
        let address = try DeskAddress.read(directory: directory)
        let desk = try NodeStore.open(DataDirectory(directory + "/" + Workplace.deskFolder)).identity
        let transport = try CurlTransport(configuration: CurlConfiguration(caFile: desk.caPath))
        defer { transport.close() }
        let body = request.encode()
        let reply = try await transport.send(
            TransportRequest(
                method: .post, url: address.url + AdminRequest.path,
                headers: [
                    ("Content-Type", "application/json"),
                    (
                        DetachedJWS.headerField,
                        DetachedJWS.sign(body, type: .admin, keyID: DetachedJWS.coordinator, key: key)
                    ),
                ],
                body: body))
        guard reply.status == 200 else {
            let problem = try? Problem(parsing: reply.body)
            let store = problem?["store"].flatMap { try? JSON(parsing: $0.encoded).string }
            if let code = store.flatMap(StoreFailure.Code.init(rawValue:)) {
                throw StoreFailure(code, problem?.detail ?? "")
            }
            throw Failure(
                .problem, problem?.code.rawValue ?? "unavailable", exit: .tryLater,
                detail: problem?.detail ?? "status \(reply.status)")
        }
        return try JSON(parsing: reply.body)
    }

    /// Runs `alone` with the directory's lock when nothing serves, else `asking` over the loopback.
    static func either<Answer>(
        _ directory: String, alone: (CoordinatorDirectory) async throws -> Answer,
        asking: (ServingCoordinator) async throws -> Answer
    ) async throws -> Answer {
        let opened: CoordinatorDirectory
        do {
            opened = try CoordinatorDirectory.open(directory)
        } catch let failure as StoreFailure where failure.code == .locked {
            return try await asking(ServingCoordinator(directory: directory))
        }
        return try await alone(opened)
    }
}
