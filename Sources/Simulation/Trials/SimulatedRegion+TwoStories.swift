import CoordinatorKit
import Negotiation
import NodeKit
import SyncProtocol

/// The coordinator shows two agencies different histories, both under its signature; then they compare what they were shown.
extension SimulatedRegion {
    func undergoTwoStories() throws {
        let machines = live.filter(isAboveDoubt)
        guard let deceived = machines.first, let other = machines.first(where: { $0.agency != deceived.agency }) else {
            return
        }
        let copy = copyOfCoordinator()
        // Each start is an entry with a random id: from here on the two differ.
        try copy.boot()
        // Told of different places they ask, else they see it at once.
        let places = dice.within(1...2)
        for _ in 0..<places { try restartCoordinator() }
        // What it hears there is no part of the region's story.
        deceived.isRetired = true
        for _ in 0..<Self.exchangesToACheckpoint {
            try hear(copy, at: deceived)
            try sync(other)
        }
        for machine in live { try sync(machine, rounds: 40) }
        guard let store = other.store, let shown = try deceived.store?.checkpoints().first,
            shown.head.position == ledger.head - places + 1
        else { return }
        note("\(deceived.name) and \(other.name) compare position \(shown.head.position)")
        let evidence = try HeadEvidence(
            parsing: Array(shown.text.utf8), region: other.identity.region, coordinator: other.identity.coordinator)
        if try store.compare(evidence, at: other.stamp) == .asked {
            for _ in 0..<Self.exchangesToACheckpoint { try sync(other) }
        }
        try emit(.compared(other, with: shown))
        counts.probe(places == 1 ? .twoStoriesCompared : .twoStoriesAsked)
    }

    /// The head comes with the first, and a checkpoint is asked for when nothing else is to be said.
    private static let exchangesToACheckpoint = 3
}
