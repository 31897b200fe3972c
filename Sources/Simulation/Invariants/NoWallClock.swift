import CoordinatorKit
import Negotiation
import Personnel
import StrictJSON

/// S12: only the journaled days decide. The coordinator's clock lets a day come at most three days on, never back.
struct NoWallClock: Invariant {
    let name = InvariantName.noWallClock

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .committed(let lines) = event else { return }
        for line in lines where line.kind == "day.advance" && line.outcome == "accepted" {
            let earlier = region.ledger.lines.prefix(line.position - 1).last {
                ($0.kind == "day.advance" || $0.kind == "region.found") && $0.outcome == "accepted"
            }
            guard let earlier, let before = Self.day(of: earlier), let day = Self.day(of: line) else {
                throw Violation(name, "a day without a date was accepted")
            }
            try hold(day > before, "day \(day) follows \(before)")
            let isCoordinator = line.node == region.coordinator.coordinator?.region.node.text
            // A day that nodes have receipts of comes again when these are handed in.
            let hasComeBefore = region.ledger.lives.contains { life in
                life.lost.contains { $0.outcome == "accepted" && Self.day(of: $0) == day }
            }
            if isCoordinator, !hasComeBefore {
                try hold(Self.days(from: before, to: day) <= 3, "the clock alone let \(day) follow \(before)")
            }
        }
    }

    private static func day(of line: JournalLine) -> String? {
        guard let body = try? JSON(parsing: line.operation)["body"] else { return nil }
        return body["to"]?.string ?? body["region"]?["day"]?.string
    }

    private static func days(from: String, to: String) -> Int {
        (CivilDate(iso: to)).flatMap { end in CivilDate(iso: from)?.days(until: end) } ?? .max
    }
}
