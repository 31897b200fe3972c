import Negotiation

/// Policy sets that were read once: a record of one never changes, and operators ask for it at every step.
final class PolicyShelf {
    private var read: [RecordID: Policy] = [:]

    func policy(_ record: Negotiation.Record) throws -> Policy {
        if let known = read[record.id] { return known }
        let policy = try Policy(record)
        read[record.id] = policy
        return policy
    }
}
