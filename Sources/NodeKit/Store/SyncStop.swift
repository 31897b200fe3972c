/// A refusal that the coordinator signed and after which this node sends nothing by itself.
public struct SyncStop: Equatable, Sendable {
    /// The problem's code: `stale`, `unknown-node`, `superseded`, `revoked` or `bad-bundle`.
    public var code: String
    public var detail: String
}
