/// What a command itself finds wrong, before any module is asked.
public struct CommandError: Error, Sendable {
    /// Stable words; programs decide by these.
    public enum Code: String, Sendable, CaseIterable {
        case noDataDirectory = "no-data-directory"
        /// An argument names something that is not there or cannot be read.
        case badArgument = "bad-argument"
        /// The command needs the node that holds the staff rows.
        case notRegistry = "not-registry"
        /// The node has not heard of the region's day or policy yet.
        case neverSynced = "never-synced"
        /// A sync ended before everything was exchanged.
        case syncIncomplete = "sync-incomplete"
        /// Nothing answers where the coordinator should be.
        case unreachable
        /// What answered is not the coordinator's answer.
        case notTheCoordinator = "not-the-coordinator"
        /// The coordinator refused this node.
        case refused
        /// The node has a list of who works at it, and the name is not on it.
        case unknownOperator = "unknown-operator"
        /// An auditor reads only.
        case readsOnly = "reads-only"
        /// The coordinator cannot answer now; the same may go through later.
        case comeLater = "come-later"
    }

    public var code: Code
    public var message: Sentence
    public var advice: Sentence
    /// Fills the places of both sentences.
    public var values: [(String, String)]

    public init(_ code: Code, _ message: Sentence, advice: Sentence, values: [(String, String)] = []) {
        self.code = code
        self.message = message
        self.advice = advice
        self.values = values
    }

    public var exit: ExitCode {
        switch code {
        case .noDataDirectory, .badArgument: .usage
        case .notRegistry, .unknownOperator, .readsOnly: .notAllowed
        case .neverSynced, .syncIncomplete, .comeLater: .tryLater
        case .unreachable: .unreachable
        case .notTheCoordinator, .refused: .protocol
        }
    }
}
