import Logging
import Negotiation
import StrictJSON
import SyncProtocol
import Synchronization

/// `POST /v1/admin`: what commands beside the coordinator ask of it while it serves.
extension Coordinator {
    /// Answers a request. Whoever is not on this machine, or has not the coordinator's own key, is told that there is nothing
    /// at this address.
    public func admin(body: [UInt8], signature: String?, isLoopback: Bool) async -> HTTPAnswer {
        do {
            guard isLoopback, let signature, body.count <= Limits.smallBodyBytes,
                (try? DetachedJWS.verify(header: signature, payload: body, type: .admin) { name in
                    name.utf8.elementsEqual(DetachedJWS.coordinator.utf8) ? keys.signing.publicKey : nil
                }) != nil,
                let request = try? AdminRequest(parsing: body), takeOnce(request)
            else { throw Problem(.notFound, detail: "there is nothing at this address") }
            return .json(try await carryOut(request).encoded)
        } catch let failure as StoreFailure {
            // The one who asks operates the coordinator and is told what the store says.
            return refusal(
                Problem(.unavailable, detail: failure.message, members: [("store", .string(failure.code.rawValue))]))
        } catch {
            return refusal(error)
        }
    }

    private func takeOnce(_ request: AdminRequest) -> Bool {
        let now = clock().milliseconds
        let valid = AdminRequest.validSeconds * 1000
        guard abs(now - request.at) <= valid else { return false }
        return adminNonces.withLock { nonces in
            nonces = nonces.filter { abs(now - $0.value) <= valid }
            return nonces.updateValue(request.at, forKey: request.nonce) == nil
        }
    }

    private func carryOut(_ request: AdminRequest) async throws -> JSONValue {
        switch request.act {
        case .backup:
            guard let path = request.path, path.hasPrefix("/"), let source = store as? any BackupSource else {
                throw Problem(.badRequest, detail: "a backup needs an absolute path")
            }
            try await working { try source.backup(to: path) }
        case .recordBackup:
            guard let epoch = request.epoch, let position = request.position else {
                throw Problem(.badRequest, detail: "a backup has an epoch and a position")
            }
            let mark = BackupMark(epoch: epoch, position: position, made: clock().text)
            try await working {
                try self.store.write { try $0.recovery.append(mark) }
            }
        case .showRecovery: return try await recovery().json
        case .endRecovery: try await endRecovery()
        }
        return .object([("done", true)])
    }
}

/// A store that can be copied into a file while it is written to.
public protocol BackupSource: Sendable {
    /// Copies the store into a new file for its owner alone, and checks the copy. Throws ``StoreFailure``; then there is no
    /// copy.
    func backup(to path: String) throws
}

extension SQLiteStore: BackupSource {}
