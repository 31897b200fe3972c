/// What a head that another was shown says beside this node's own.
public enum HeadComparison: String, Sendable, CaseIterable {
    /// Both are at one place with one root.
    case same
    /// Both are at one place, and the roots differ: proof of two stories, kept.
    case forked
    /// At different places: the coordinator proves at the next sync that one extends the other.
    case asked
    /// Of an epoch that this node has left: nothing can be proven about it.
    case older
}
