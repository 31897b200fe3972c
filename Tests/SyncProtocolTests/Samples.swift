import Negotiation
import StrictJSON
import SyncProtocol
import Testing

/// Messages and ids that tests start from.
enum Samples {
    static let agencyText = "disdik"
    static let nodeText = "018f0000-0000-7000-8000-000000000001"
    static let instanceText = "018f0000-0000-7000-8000-000000000002"
    static let nonce = "AAECAwQFBgcICQoLDA0ODw"
    static let otherNonce = "Dw4NDAsKCQgHBgUEAwIBAA"
    static let hash = String(repeating: "a1", count: 32)

    static func node() throws -> NodeID {
        try #require(NodeID(text: nodeText))
    }

    static func instance() throws -> InstanceID {
        try #require(InstanceID(text: instanceText))
    }

    static func key(_ byte: UInt8 = 7) throws -> SigningKey {
        try SigningKey(seed: [UInt8](repeating: byte, count: 32))
    }

    static func operation(_ number: Int) -> [UInt8] {
        Array(#"{"n":\#(number),"text":"Dinas \"Pendidikan\" é\n"}"#.utf8)
    }

    static func bundle(
        number: Int = 1, previous: String = Bundle.none, operations: [[UInt8]] = [operation(1), operation(2)]
    ) throws -> Bundle {
        Bundle.make(
            region: "kota-uji", node: try node(), instance: try instance(), number: number, previous: previous,
            operations: operations, key: try key())
    }

    static func request(exchange: Int = 1, lastNonce: String = "", bundle: Bundle? = nil) throws -> SyncRequest {
        SyncRequest(
            region: "kota-uji", node: try node(), instance: try instance(), exchange: exchange, nonce: nonce,
            lastNonce: lastNonce, cursor: nil, head: nil, bundle: bundle, wire: 1)
    }

    static func fullRequest() throws -> SyncRequest {
        var request = try request(exchange: 5, lastNonce: otherNonce, bundle: try bundle())
        request.cursor = Cursor(epoch: 1, position: 7, start: 2)
        request.head = Head(epoch: 1, position: 9)
        request.attachments = [SyncProtocol.Attachment(salt: [UInt8](repeating: 3, count: 32), bytes: [1, 2, 0, 255])]
        request.limit = 20
        return request
    }

    static func fullReply() throws -> SyncReply {
        let id = try #require(RecordID(text: nodeText))
        return SyncReply(
            exchange: 5, nonce: nonce,
            outcomes: [
                OperationOutcome(
                    operation: try #require(OperationID(text: instanceText)), position: 8,
                    outcome: Outcome(.rejected, code: RejectionCode(rawValue: "stale-terms"), detail: ["terms": 2])),
                OperationOutcome(
                    operation: try #require(OperationID(text: nodeText)), position: 9, outcome: Outcome(.accepted)),
            ],
            page: [
                .record(id: id, kind: .vacancy, revision: 2, changed: 8, body: operation(3)),
                .retraction(id: id, position: 9),
            ],
            attachments: [SyncProtocol.Attachment(salt: [UInt8](repeating: 4, count: 32), bytes: [])],
            cursor: Cursor(epoch: 1, position: 9, start: 2), complete: SyncReply.Complete(count: 0, digest: hash),
            head: Head(epoch: 1, position: 9), day: "2026-03-02", nextSeconds: 900)
    }

    static func joinReply(registry: Bool = true) throws -> JoinReply {
        JoinReply(
            region: "kota-uji", regionName: "Kota Uji", agency: try #require(AgencyCode(agencyText)), node: try node(),
            instance: try instance(), registry: registry, coordinatorKey: try key(9).publicKey,
            tagKey: registry ? [UInt8](repeating: 5, count: 32) : [], epoch: 1)
    }
}

/// Replaces one text by another in JSON bytes; fails the test when it is not there.
func replace(_ old: String, by new: String, in bytes: [UInt8]) throws -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let ranges = text.ranges(of: old)
    try #require(!ranges.isEmpty, "\(old) is not in the message")
    return Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
}

/// The code with which a reader refuses; nil when it does not.
func code(_ body: () throws -> Void) -> ProblemCode? {
    do {
        try body()
        return nil
    } catch let error as ProtocolError {
        return error.code
    } catch {
        Issue.record("threw \(error), which is not of this protocol")
        return nil
    }
}
