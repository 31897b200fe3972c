/// How much work a schedule may cost, in steps: one step looks at one move in one partial schedule. The same problem and
/// budget give the same answer on every machine.
public struct TransitionBudget: Hashable, Sendable {
    /// About two seconds for moves that hang together.
    public static let usual = TransitionBudget(steps: 4_000_000)

    /// For each set of moves that hang together, at least 1: once for the search, once more for the quick search if that
    /// ends without an answer, and once in all for the explanation of a clash.
    public let steps: Int

    public init(steps: Int) {
        self.steps = max(steps, 1)
    }
}
