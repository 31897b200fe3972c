/// Whether the coordinator decides, as its store remembers it through every restart. It is no part of the journal.
public struct Standing: Equatable, Sendable {
    public enum Mode: Equatable, Sendable {
        /// Requests are decided.
        case serving
        /// A restore began this epoch: nodes hand in what its backup lacks, and nothing is decided.
        case recovering
        /// The database is not the one that was answered from: everything is refused until a restore.
        case halted(reason: String)
    }

    public var mode: Mode
    /// The latest epoch that the coordinator's own signature was seen under: a new one must be later than it.
    public var latestEpoch: Int

    public init(mode: Mode = .serving, latestEpoch: Int = 1) {
        self.mode = mode
        self.latestEpoch = latestEpoch
    }
}
