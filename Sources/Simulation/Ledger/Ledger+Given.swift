import Negotiation
import SyncProtocol

extension Ledger {
    /// What says nothing about a person, whoever reads it.
    private static let impersonal: Set<RecordKind> = [.region, .agency, .invitation, .policy, .vacancy]

    /// Takes down what a reply gives away.
    func give(_ reply: SyncReply, to request: SyncRequest) {
        let instance = request.opens ?? request.instance
        func add(_ name: String, _ count: Int) {
            guard count > 0 else { return }
            given?[Given(node: request.node, instance: instance, name: name), default: 0] += count
        }
        for case .record(_, let kind, _, _, _) in reply.page where !Self.impersonal.contains(kind) {
            add(kind.rawValue, 1)
        }
        add("attachment", reply.attachments.count)
    }
}
