import CFaultDisk
import Negotiation
import SyncProtocol

/// One run: a region is founded, its operators negotiate while things go wrong, then nothing goes wrong any more and
/// everything has to settle.
///
/// Deterministic: choices follow from the seed, each step having a generator of its own, so that a step that is left out
/// does not change what the others draw. Libsodium's randomness on this thread is the seed's while the run lasts.
public enum Simulation {
    /// Runs a plan to its end or to the first broken invariant.
    public static func run(_ plan: RunPlan) -> RunResult {
        fault_random_begin(plan.seed)
        defer { fault_random_end() }
        var dice = SeededGenerator(seed: plan.seed, stream: 2)
        var rates = Rates.draw(&dice)
        for (name, rate, most) in Rates.all {
            if plan.withFaults.contains(name) { rates[keyPath: rate] = most }
            if plan.withoutFaults.contains(name) { rates[keyPath: rate] = 0 }
        }
        let region = SimulatedRegion(
            seed: plan.seed, rates: .none, plant: plan.plant, without: plan.without, secret: plan.secret)
        region.keepsReceived = plan.keepsReceived
        defer { region.shutDown() }
        var violation: Violation?
        do {
            try region.found()
            region.rates = rates
            try region.negotiate(plan)
            region.rates = .none
            try region.settle()
        } catch let broken as Violation where !plan.without.contains(broken.invariant) {
            violation = broken
        } catch is Violation {
            // What a step of the run found itself, and has no way on from; the check is switched off.
            region.note("the run cannot go on")
        } catch {
            violation = Violation(.noDeath, "an error that nobody expected: \(error)")
        }
        region.countDisks()
        region.note("end \(violation.map(\.description) ?? "well")")
        return RunResult(
            plan: plan, violation: violation, counts: region.counts,
            trace: region.trace.lines, digest: region.trace.digest,
            simulatedMilliseconds: region.time.now - VirtualTime.start, steps: region.counts.steps,
            received: region.receivedDigests)
    }
}

extension SimulatedRegion {
    /// What each agency was sent, as one hash each.
    var receivedDigests: [String: String] {
        var digests: [String: String] = [:]
        for (agency, bytes) in received {
            digests[agency.text] = Hex.encode(Sodium.sha256(bytes))
        }
        return digests
    }
}
