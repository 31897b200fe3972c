import Negotiation
import SyncProtocol

/// A request that its node signed, with the bundle's signature and operations checked: what the commit decides about.
struct AdmittedRequest: Sendable {
    var request: SyncRequest
    /// The bundle's operations; empty without a bundle.
    var operations: [Operation]
    /// The attachments that the operations name, out of those that came along.
    var attachments: [Attachment]
    /// The ended life whose key signed it; then nothing of it is taken.
    var former: InstanceID?
}
