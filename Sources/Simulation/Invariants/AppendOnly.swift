import CoordinatorKit
import SyncProtocol

/// S2: positions are taken one after the other, none is skipped, none is written twice.
struct AppendOnly: Invariant {
    let name = InvariantName.appendOnly

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .committed(let lines) = event, let first = lines.first else { return }
        let before = region.ledger.head - lines.count
        for (offset, line) in lines.enumerated() {
            try hold(
                line.position == before + offset + 1,
                "position \(line.position) follows \(before + offset)")
        }
        let earlier = before > 0 ? region.ledger.lines[before - 1].epoch : first.epoch
        try hold(first.epoch >= earlier, "epoch \(first.epoch) follows \(earlier)")
    }

    func checkAll(in region: SimulatedRegion) throws {
        guard region.coordinator.store != nil else { return }
        let stored = try region.coordinator.storedEntries()
        try hold(stored.count == region.ledger.head, "\(stored.count) entries, \(region.ledger.head) were seen")
        for (line, entry) in zip(region.ledger.lines, stored) {
            try hold(
                entry.position == line.position && Sodium.sha256(entry.bytes) == line.hash,
                "the entry at \(line.position) was rewritten")
        }
    }
}
