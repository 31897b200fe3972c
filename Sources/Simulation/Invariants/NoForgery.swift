import CoordinatorKit
import Negotiation
import NodeKit
import StrictJSON

/// S16: no entry speaks for an agency unless somebody at a machine of that agency recorded it; what was changed on the way
/// is refused.
struct NoForgery: Invariant {
    let name = InvariantName.noForgery

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .committed(let lines):
            for line in lines where line.node != region.coordinator.coordinator?.region.node.text {
                try check(line, in: region)
            }
        case .answered(let sent, let answer, _):
            try hold(sent.origin != .forged || answer.status != 200, "a forged request was answered")
        default: break
        }
    }

    private func check(_ line: JournalLine, in region: SimulatedRegion) throws {
        if let statement = region.ledger.statements[line.id], statement.bytes == line.operation {
            try hold(statement.agency.text == line.agency, "an operation counts for another agency than its author's")
            return
        }
        // What a registry drafts by itself may be sent before the model heard of it.
        let actor = try JSON(parsing: line.operation)["actor"]?.string
        let isFollowUp = actor == RegistryTransfers.actor
        try hold(
            isFollowUp || region.ledger.allowed.contains(line.operation),
            "position \(line.position) holds an operation that nobody recorded")
    }
}
