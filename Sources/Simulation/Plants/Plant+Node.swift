import GRDB
import Negotiation
import NodeKit

/// Bugs of the node's program, at the steps that the simulation takes for it.
extension Plant {
    /// Before an exchange is prepared.
    func beforePrepare(_ machine: NodeMachine) throws -> Bool {
        switch self {
        case .exchangeDropped:
            try machine.store?.write {
                try $0.execute(sql: "UPDATE state SET pendingNonce = NULL WHERE pendingBundle IS NULL")
            }
            return true
        case .refusedBlocks:
            let decided = try machine.store?.decidedEntries() ?? []
            return !decided.contains { $0.outcome?.kind == .rejected }
        default: return true
        }
    }

    /// Whether the node looks at what arrived.
    func takes(at machine: NodeMachine, truth: Int) -> Bool {
        self != .clockCompared || abs(machine.clock.milliseconds - truth) < 300_000
    }
}
