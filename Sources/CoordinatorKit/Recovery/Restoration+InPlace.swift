import Negotiation
import SyncProtocol

extension Restoration {
    /// The position of the last `coordinator.boot`, the head's when there is none: everything before it was there before that
    /// start.
    static func lastStart(in snapshot: any StoreSnapshot) throws -> Int {
        let head = try snapshot.head().position
        for position in stride(from: head, to: 0, by: -1) {
            guard let entry = try snapshot.entry(at: position) else { break }
            let operation = (try? JournalEntry(parsing: entry.bytes)).flatMap { try? Operation(parsing: $0.operation) }
            if operation?.kind == "coordinator.boot" { return position }
        }
        return head + 1
    }
}
