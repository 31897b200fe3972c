/// Why there is no plan: the pool, the settings or a change cannot be used.
public struct PlanError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Stable names; a message may change, its code does not.
    public enum Code: String, Sendable, CaseIterable {
        /// More than ``PlanLimits`` allows.
        case limit
        /// An id stands there twice, or two people hold one seat.
        case duplicate
        /// Something names a person, seat or group that is not in the pool.
        case unknown
        /// The groups are no tree, or too deep.
        case tree
        /// A number outside of what stands for it.
        case range
        /// A change asks for what the rules forbid: see ``refusals``.
        case notEligible = "not-eligible"
        /// Two changes contradict each other.
        case contradiction
    }

    public var code: Code
    /// The id that it is about.
    public var subject: String
    public var message: String
    public var refusals: [PlanRefusal]

    public init(_ code: Code, _ subject: String, _ message: String, refusals: [PlanRefusal] = []) {
        self.code = code
        self.subject = subject
        self.message = message
        self.refusals = refusals
    }

    public var description: String { "\(code.rawValue) \(subject): \(message)" }
}
