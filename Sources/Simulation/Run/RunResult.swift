/// What came of one run.
public struct RunResult: Sendable {
    public var plan: RunPlan
    /// The invariant that broke, and how; nil when all held.
    public var violation: Violation?
    public var counts: Counts
    public var trace: [String]
    /// SHA-256 of the trace.
    public var digest: String
    public var simulatedMilliseconds: Int
    /// The steps that were taken, for shrinking.
    public var steps: Int
    /// What each agency was sent, beyond the declared flows; for twins.
    public var received: [String: String]
}
