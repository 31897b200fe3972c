import Negotiation

/// The pure function that decides, as the commit calls it, and its version as the journal records it.
///
/// A value, so that the fault injection of a simulation or a test can stand in front of ``Reducer``.
public struct DecidingReducer: Sendable {
    public typealias Decide = @Sendable (Operation, DecisionContext, any RecordReader) throws -> Decision

    public let version: Int
    public let decide: Decide

    public init(version: Int, decide: @escaping Decide) {
        self.version = version
        self.decide = decide
    }

    /// The reducer of this program.
    public static let current = DecidingReducer(version: Reducer.version) { operation, context, reader in
        try Reducer.decide(operation, in: context, reading: reader)
    }
}
