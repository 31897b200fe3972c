import Negotiation
import SyncProtocol

extension Gaps {
    /// What a recovery of this journal's coordinator accounts for, beside what it has told as lost.
    init(_ snapshot: any StoreSnapshot, lost: [LostPositions] = []) throws {
        let epochs = try snapshot.epochs()
        let own = epochs.last?.epoch ?? 1
        let backups = try snapshot.recovery.backups(before: own, limit: RecoveryLimits.keptBackups)
        var ends = backups.map { min($0.position, epochs.cut(since: $0.epoch) ?? 0) }
        // As long as there are fewer, every one that was ever made is counted on, and the first does not know itself.
        if backups.count < RecoveryLimits.keptBackups { ends += [epochs.cut(since: 1) ?? 0] }
        self.init(
            epochs, lived: try Self.lived(epochs, in: snapshot), backedUp: ends.min(),
            begun: try snapshot.recovery.cuts(), lost: lost)
    }

    /// What the coordinator itself says while it recovers.
    private static let recovering: Set<String> = ["coordinator.boot", "node.restore"]

    private static func lived(_ epochs: [JournalEpoch], in snapshot: any StoreSnapshot) throws -> Int {
        for (life, next) in zip(epochs, epochs.dropFirst()).reversed() {
            for position in stride(from: life.position + 1, to: next.position, by: 1) {
                let entry = try snapshot.entry(at: position)
                let operation = try entry.map { try Operation(parsing: JournalEntry(parsing: $0.bytes).operation) }
                if operation.map({ !recovering.contains($0.kind) }) == true { return life.epoch }
            }
        }
        return 1
    }
}
