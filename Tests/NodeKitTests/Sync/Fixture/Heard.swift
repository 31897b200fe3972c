import SyncProtocol
import Synchronization

/// What registry effects were called with.
final class Heard: Sendable {
    private let changes = Mutex<[ReplicaChange]>([])

    var all: [ReplicaChange] { changes.withLock { $0 } }

    func add(_ news: [ReplicaChange]) {
        changes.withLock { $0 += news }
    }
}
