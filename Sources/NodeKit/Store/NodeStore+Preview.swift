import Negotiation

extension NodeStore {
    /// What would become of the draft after everything that waits already; it may be recorded or not. Nil when it cannot be
    /// told here.
    ///
    /// Takes time in proportion to what waits. Throws ``NodeFailure``.
    public func preview(_ draft: Draft) throws -> Decision? {
        try previewed(draft).decision
    }

    /// The same with why it cannot be told.
    public func previewed(_ draft: Draft) throws -> (decision: Decision?, unseen: Preview.Unseen?) {
        try read { database in
            var preview = try Preview(afterPending: database, identity: identity, but: draft.operation.id)
            let decision = try preview.check(draft.operation)
            return (decision, preview.unseen)
        }
    }

    /// Everything that waits, in order, each with what would become of it; what is damaged is left out. Throws ``NodeFailure``.
    public func previews() throws -> [(entry: OutboxEntry, decision: Decision?)] {
        try read { database in
            var preview = try Preview(database, identity: identity)
            return try Outbox(database).pending(skippingDamaged: true).map { ($0, try preview.check($0.operation)) }
        }
    }
}
