import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// S21: of two copies of a node only one goes on: an exchange number is answered for one nonce. And a node that nobody copied
/// or put back is never stopped.
struct CopyDetected: Invariant {
    let name = InvariantName.copyDetected

    func check(_ event: Event, in region: SimulatedRegion) throws {
        switch event {
        case .answered(let sent, _, .some):
            guard let request = sent.request else { return }
            let first = region.ledger.answer(request)
            try hold(
                first == request.nonce,
                "exchange \(request.exchange) of \(sent.machine?.name ?? "?") was answered under two nonces")
        case .ended(let machine, .refused(let problem, true)):
            guard problem.code.stopsNode else { return }
            try hold(
                machine.isSuspect || machine.isExcused,
                "\(machine.name), which nobody copied or put back, was told \(problem.code.rawValue)")
        default: break
        }
    }
}

extension ProblemCode {
    /// Whether a node that is told this sends nothing more by itself.
    fileprivate var stopsNode: Bool {
        [.stale, .unknownNode, .superseded, .revoked, .badBundle].contains(self)
    }
}
