import Negotiation

extension NodeStore {
    /// The outcomes that an operation had before the coordinator was restored, the first one first. Throws ``NodeFailure``.
    public func formerOutcomes(_ id: OperationID) throws -> [FormerOutcome] {
        try read { try Outbox($0).formerOutcomes(id) }
    }

    /// Outcomes that a restore of the coordinator replaced, the last one first. Throws ``NodeFailure``.
    public func formerOutcomes(limit: Int = 100) throws -> [FormerOutcome] {
        try read { try Outbox($0).formerOutcomes(limit: limit) }
    }
}
