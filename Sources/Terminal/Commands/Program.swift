/// The program that runs: both have the same commands over a node, and the desk's node syncs by itself.
public enum Program: String, Sendable {
    case node = "mutasi-node"
    case coordinator = "mutasi-coordinator"

    @TaskLocal public static var current: Program = .node

    /// Whether every command syncs before and after, over the loopback to the coordinator beside it.
    var syncsByItself: Bool { self == .coordinator }
}
