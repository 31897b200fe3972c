import CoordinatorKit
import Synchronization

/// The coordinator's mirror on a disk of its own, in memory: it can refuse, be lost, and lack its end.
///
/// What it has taken it keeps through every death of the coordinator, as a second machine does. `Sendable` as the protocol
/// asks; a run uses it on one thread.
final class MirrorStandIn: Mirror {
    private struct State {
        /// By epoch, in order.
        var batches: [Int: [MirrorBatch]] = [:]
        var refusals = 0
        var refused = 0
    }

    private let state = Mutex(State())

    /// Lets the next batches fail.
    func refuse(_ times: Int) {
        state.withLock { $0.refusals = times }
    }

    /// How many batches it has refused so far.
    var refused: Int {
        state.withLock { $0.refused }
    }

    /// Position up to which it has everything of the epoch.
    func position(of epoch: Int) -> Int {
        state.withLock { $0.batches[epoch]?.last?.mark.position ?? 0 }
    }

    /// Takes the last batches of the latest epoch away, as a power cut does to a disk that lied; at least one stays.
    func loseTail(_ count: Int) {
        state.withLock { state in
            guard let epoch = state.batches.keys.max(), let batches = state.batches[epoch] else { return }
            state.batches[epoch] = Array(batches.dropLast(min(count, batches.count - 1)))
        }
    }

    /// Takes everything away.
    func loseAll() {
        state.withLock { $0.batches = [:] }
    }

    func epochs() -> [Int] {
        state.withLock { $0.batches.keys.sorted() }
    }

    func end(of epoch: Int) -> MirrorMark? {
        state.withLock { $0.batches[epoch]?.last?.mark }
    }

    func append(_ batch: MirrorBatch, epoch: Int) throws {
        try state.withLock { state in
            guard state.refusals == 0 else {
                state.refusals -= 1
                state.refused += 1
                throw StoreFailure(.io, "the mirror's disk refuses")
            }
            state.batches[epoch, default: []].append(batch)
        }
    }

    func read(_ epoch: Int, _ body: (MirrorBatch) throws -> Void) throws {
        try state.withLock { $0.batches[epoch, default: []] }.forEach(body)
    }
}
