import CoordinatorKit
import Negotiation
import StrictJSON
import SyncProtocol

/// Programs that are not of one version: a node, or the coordinator, speaks the first version of the wire only.
extension SimulatedRegion {
    func strikeVersions() {
        guard dice.chance(perMille: rates.oldNode) else { return }
        if dice.chance(perMille: 700) {
            let machine = dice.pick(live)
            machine.oldUntil = time.now + dice.within(1...14) * VirtualTime.day
            counts.fault("old-node")
            note("old program at \(machine.name)")
        } else if ledger.lives.isEmpty {
            // Over a journal with a second epoch no old program was ever installed: it has no restore.
            coordinator.oldUntil = time.now + dice.within(1...96) * VirtualTime.hour
            counts.fault("old-coordinator")
            note("old program at the coordinator")
        }
    }

    /// What the coordinator answers; an old one reads only what is in its own version of the wire.
    func answers(of serving: Coordinator, to requests: [SentRequest]) -> [HTTPAnswer] {
        let isOld = coordinator.oldUntil > time.now
        let isRead = requests.map { !isOld || (try? JSON(parsing: $0.body))?["wire"]?.integer != Limits.wire }
        let read = zip(requests, isRead).filter(\.1).map(\.0)
        var answers = serving.answer(read.map { .sync(body: $0.body, signature: $0.signature) })[...]
        return isRead.map { $0 ? answers.popFirst() ?? refusal : refusal }
    }

    private var refusal: HTTPAnswer {
        let problem = Problem(
            .unsupportedVersion, detail: "the wire's version is not spoken here",
            members: [("supported", .array([.integer(1)]))])
        let body = problem.encode()
        return HTTPAnswer(
            status: problem.status, contentType: Problem.contentType,
            headers: [
                HTTPAnswer.Header(
                    DetachedJWS.headerField,
                    DetachedJWS.sign(
                        body, type: .reply, keyID: DetachedJWS.coordinator, key: coordinator.keys.signing))
            ], body: body)
    }

    /// A node that was refused because of its version repeats the exchange in another; an old program, which has none, is
    /// updated.
    func speaksOtherwise(_ machine: NodeMachine) -> Bool {
        if machine.oldUntil > time.now {
            machine.oldUntil = 0
            note("program of \(machine.name) updated")
        } else {
            machine.hasFallenBack = true
        }
        return true
    }
}
