/// A broken invariant: the simulation's reason to stop.
public struct Violation: Error, Equatable, CustomStringConvertible, Sendable {
    public var invariant: InvariantName
    public var claim: String

    init(_ invariant: InvariantName, _ claim: String) {
        self.invariant = invariant
        self.claim = claim
    }

    public var description: String { "\(invariant.rawValue): \(claim)" }
}
