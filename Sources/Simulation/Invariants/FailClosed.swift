import CoordinatorKit
import SyncProtocol

/// S27: every answer to a node is signed, refusals too; a storage that fails refuses and never shows an empty region.
struct FailClosed: Invariant {
    let name = InvariantName.failClosed

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .answered(let sent, let answer, let reply) = event else { return }
        let header = answer.header(DetachedJWS.headerField) ?? ""
        let key = region.coordinator.keys.signing.publicKey
        let signer = try? DetachedJWS.verify(header: header, payload: answer.body, type: .reply) { _ in key }
        try hold(signer != nil, "an answer of \(answer.status) is not signed by the coordinator")
        guard let reply else { return }
        try hold(reply.head.position > 0 && (reply.complete.map { $0.count > 0 } ?? true), "an empty region was served")
        try hold(sent.origin != .forged, "a request that does not verify was served")
    }
}
