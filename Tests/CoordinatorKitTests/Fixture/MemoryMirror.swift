import CoordinatorKit
import Synchronization

/// A mirror in memory whose batches can be made to fail.
final class MemoryMirror: Mirror {
    private struct State {
        var batches: [Int: [MirrorBatch]] = [:]
        var failures = 0
    }

    private let state = Mutex(State())

    /// Lets the next batches fail.
    func fail(_ count: Int) {
        state.withLock { $0.failures = count }
    }

    var positions: [Int] {
        state.withLock { $0.batches[1, default: []].map(\.mark.position) }
    }

    func epochs() -> [Int] {
        state.withLock { $0.batches.keys.sorted() }
    }

    func end(of epoch: Int) -> MirrorMark? {
        state.withLock { $0.batches[epoch]?.last?.mark }
    }

    func append(_ batch: MirrorBatch, epoch: Int) throws {
        try state.withLock { state in
            guard state.failures == 0 else {
                state.failures -= 1
                throw StoreFailure(.io, "injected")
            }
            state.batches[epoch, default: []].append(batch)
        }
    }

    func read(_ epoch: Int, _ body: (MirrorBatch) throws -> Void) throws {
        try state.withLock { $0.batches[epoch, default: []] }.forEach(body)
    }
}
