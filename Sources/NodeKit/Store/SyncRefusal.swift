import SyncProtocol

/// The coordinator's last refusal that was proven to be its own; it goes with the next reply that is absorbed.
public struct SyncRefusal: Equatable, Sendable {
    /// The problem's code as it travels, such as `stale`.
    public var code: String
    /// The problem's detail.
    public var detail: String

    /// Whether this node sends nothing more by itself: repeating is useless, or would do harm.
    public var stopsNode: Bool {
        switch ProblemCode(rawValue: code) {
        case .stale, .unknownNode, .superseded, .revoked, .badBundle: true
        default: false
        }
    }
}
