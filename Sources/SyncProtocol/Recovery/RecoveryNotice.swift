import StrictJSON

/// What the problem `recovering` says to the node that it answers: which life of the coordinator begins where, and what to
/// hand in.
///
/// Extension members `"cut":{"epoch","position"}`, `"bundle"` and `"reported"`.
public struct RecoveryNotice: Equatable, Sendable {
    /// The epoch that the restore began.
    public var epoch: Int
    /// The last position that the coordinator still has.
    public var cut: Int
    /// The number of the node's last bundle that the coordinator has; hand in what comes after it.
    public var bundle: Int
    /// Whether the node has handed in everything already: then it only waits.
    public var hasReported: Bool

    /// What a node is told.
    public init(epoch: Int, cut: Int, bundle: Int, hasReported: Bool) {
        self.epoch = epoch
        self.cut = cut
        self.bundle = bundle
        self.hasReported = hasReported
    }

    /// Reads the members; nil when the problem is another one or lacks them.
    public init?(_ problem: Problem) {
        guard problem.code == .recovering,
            let cut = problem["cut"].flatMap({ try? JournalCut(reading: JSON(parsing: $0.encoded)) }),
            let bundle = problem["bundle"].flatMap({ try? JSON(parsing: $0.encoded) })?.integer, bundle >= 0
        else { return nil }
        self.init(epoch: cut.epoch, cut: cut.position, bundle: bundle, hasReported: problem["reported"] == true)
    }

    /// The problem's members.
    public var members: [(String, JSONValue)] {
        [
            ("cut", JournalCut(self).json), ("bundle", .integer(bundle)), ("reported", .boolean(hasReported)),
        ]
    }
}
