import NodeKit
import SyncProtocol

extension Event {
    /// Whether something has changed for somebody: anything but an exchange that brings nothing and ends in agreement.
    var isMovement: Bool {
        switch self {
        case .answered, .called, .gathered, .stalled, .compared: false
        case .absorbed(_, let reply, _):
            !reply.page.isEmpty || !reply.attachments.isEmpty || !reply.outcomes.isEmpty || !reply.corrected.isEmpty
                || reply.restart
        case .ended(_, .absorbed(let progress)): progress.agreement != .agrees || progress.drafts > 0
        default: true
        }
    }
}
