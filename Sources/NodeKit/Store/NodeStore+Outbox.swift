import Negotiation

/// The outbox in one transaction each.
extension NodeStore {
    /// Records a draft, durable on return. Throws ``NodeFailure`` as ``Outbox/record(_:)`` does.
    public func record(_ draft: Draft) throws {
        try record([draft])
    }

    /// Records all drafts or none of them.
    public func record(_ drafts: [Draft]) throws {
        try write { try Outbox($0).record(drafts) }
    }

    /// Replaces a draft. Throws ``NodeFailure`` as ``Outbox/replace(_:)`` does.
    public func replace(_ draft: Draft) throws {
        try write { try Outbox($0).replace(draft) }
    }

    /// Withdraws a draft. Throws ``NodeFailure``: `notFound`, `sent`.
    public func withdraw(_ id: OperationID) throws {
        try write { try Outbox($0).withdraw(id) }
    }

    public func entry(_ id: OperationID) throws -> OutboxEntry? {
        try read { try Outbox($0).entry(id) }
    }

    /// What has no outcome yet, in order.
    public func pendingEntries() throws -> [OutboxEntry] {
        try read { try Outbox($0).pending() }
    }

    /// The same without what is damaged, for a list that shows the rest, and how many operations are.
    public func readableEntries() throws -> (pending: [OutboxEntry], damaged: Int) {
        try read { (try Outbox($0).pending(skippingDamaged: true), try Outbox($0).damagedCount()) }
    }

    /// What ended, the last one first.
    public func decidedEntries(limit: Int = 100) throws -> [OutboxEntry] {
        try read { try Outbox($0).decided(limit: limit) }
    }

    /// Lets a held draft go out. Throws ``NodeFailure`` as ``Outbox/release(_:)`` does.
    public func release(_ id: OperationID) throws {
        try write { try Outbox($0).release(id) }
    }

    /// Lets all held drafts go out; returns how many.
    public func releaseAll() throws -> Int {
        try write { try Outbox($0).releaseAll() }
    }

    /// Records a refused operation anew. Throws ``NodeFailure`` as ``Outbox/resend(_:withDependants:actor:at:)`` does.
    public func resend(_ id: OperationID, withDependants: Bool, actor: String) throws -> [Draft] {
        try write { try Outbox($0).resend(id, withDependants: withDependants, actor: actor) }
    }
}
