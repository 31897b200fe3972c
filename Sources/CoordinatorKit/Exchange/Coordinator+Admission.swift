import Negotiation
import StrictJSON
import SyncProtocol

/// What is checked of a request before it takes a place in the commit queue: signatures, form, and whose it is.
extension Coordinator {
    /// Throws ``RefusedRequest`` once the request is one that its node signed, and the bare reason before that.
    func admit(_ body: [UInt8], _ signature: String?) throws -> AdmittedRequest {
        guard body.count <= Limits.requestBytes else {
            throw Problem(.tooLarge, detail: "a request has at most \(Limits.requestBytes) bytes")
        }
        guard let signature else {
            throw Problem(.badSignature, detail: "the \(DetachedJWS.headerField) field is missing")
        }
        var found: EnrolledNode?
        var name = ""
        do {
            name = try figures.timing(\.verifying) {
                try DetachedJWS.verify(header: signature, payload: body, type: .request) { keyID in
                    name = keyID
                    found = try NodeID(text: keyID).flatMap { id in try store.read { try $0.node(id) } }
                    return found?.node == region.node ? nil : found?.key
                }
            }
        } catch let error as ProtocolError where error.code == .unknownNode {
            throw unknown(name, body)
        } catch let error as ProtocolError where error.code == .badSignature {
            guard let admitted = try former(of: found, body, signature) else { throw error }
            return admitted
        }
        guard let node = found else { throw unknown(name, body) }
        let request = try figures.timing(\.reading) { try SyncRequest(parsing: body) }
        guard request.node == node.node else {
            throw Problem(.badSignature, detail: "the request is signed by another node than it names")
        }
        guard request.region == region.code else {
            throw RefusedRequest(
                request: request,
                reason: Problem(.wrongRegion, detail: "this is the coordinator of another region"))
        }
        return try admit(request, from: node)
    }

    /// A node whose key is not known must be able to believe that it is unknown, so the answer names its exchange; but only
    /// when the request names the same node as its signature, or anybody could have another node's nonce refused.
    private func unknown(_ name: String, _ body: [UInt8]) -> any Error {
        let reason = Problem(.unknownNode, detail: "no such node in this region")
        guard let request = try? SyncRequest(parsing: body), request.node.text == name else { return reason }
        return RefusedRequest(request: request, reason: reason)
    }

    /// A request that an ended life of the node signed: it is admitted so that its answer can be believed and is told of.
    private func former(of node: EnrolledNode?, _ body: [UInt8], _ signature: String) throws -> AdmittedRequest? {
        guard let node, node.node != region.node else { return nil }
        let formers = try store.read { try $0.formers(of: node.node) }
        let signer = formers.prefix(Self.formersTried).first { former in
            let verified = try? DetachedJWS.verify(header: signature, payload: body, type: .request) { _ in former.key }
            return verified != nil
        }
        guard let signer, let request = try? SyncRequest(parsing: body), request.node == node.node else { return nil }
        return AdmittedRequest(request: request, operations: [], attachments: [], former: signer.instance)
    }

    /// A signature costs a check for each; whoever forges one shall not have it checked without end.
    private static let formersTried = 16

    private func admit(_ request: SyncRequest, from node: EnrolledNode) throws -> AdmittedRequest {
        guard let bundle = request.bundle else {
            return AdmittedRequest(request: request, operations: [], attachments: [])
        }
        guard
            bundle.region == request.region, bundle.node == request.node,
            bundle.instance == request.opens ?? request.instance,
            figures.timing(\.verifying, { bundle.verifies(with: node.key) })
        else {
            throw RefusedRequest(
                request: request,
                reason: Problem(.badBundle, detail: "the bundle is not signed by the node that sends it"))
        }
        var operations: [Operation] = []
        var named: Set<String> = []
        for (index, bytes) in bundle.operations.enumerated() {
            do {
                let operation = try Operation(parsing: bytes)
                operations.append(operation)
                named.formUnion(AttachmentNames.of(bytes))
            } catch {
                throw RefusedRequest(
                    request: request,
                    reason: Problem(
                        .badBundle, detail: "operation \(index) cannot be read", members: [("index", .integer(index))]))
            }
        }
        return AdmittedRequest(
            request: request, operations: operations,
            attachments: request.attachments.filter { named.contains($0.name) })
    }
}
