import CoordinatorKit
import SyncProtocol

/// S28: whatever arrives gets an answer: a reply, or a problem that says what is wrong. Never a fault of the program.
struct NoDeath: Invariant {
    let name = InvariantName.noDeath

    func check(_ event: Event, in region: SimulatedRegion) throws {
        guard case .answered(let sent, let answer, _) = event, answer.status != 200 else { return }
        guard let problem = try? Problem(parsing: answer.body) else {
            throw Violation(name, "an answer of \(answer.status) is no problem document")
        }
        try hold(problem.code != .internal, "the coordinator failed at something it should be able to do")
        if sent.origin == .forged {
            try hold(answer.status < 500 || problem.code == .unavailable, "a forged request got \(answer.status)")
        }
    }
}
