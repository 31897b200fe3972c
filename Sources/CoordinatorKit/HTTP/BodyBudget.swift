import Synchronization

/// How many bytes of request bodies the server holds at a time, over all connections.
///
/// A body is in memory before its signature can be checked, so without a common limit anybody could fill the machine's memory
/// over many slow connections, and the system would end the process.
final class BodyBudget: Sendable {
    private let limit: Int
    // 0 <= held <= limit
    private let held = Mutex(0)

    init(bytes: Int) {
        limit = max(bytes, 0)
    }

    /// The bytes of one body; they are free again when the value goes.
    final class Share: Sendable {
        private let budget: BodyBudget
        private let taken = Mutex(0)

        init(of budget: BodyBudget) {
            self.budget = budget
        }

        /// Whether so many more bytes could be had; nothing is taken when not.
        func take(_ bytes: Int) -> Bool {
            let isGranted = budget.held.withLock { held in
                guard bytes <= budget.limit - held else { return false }
                held += bytes
                return true
            }
            if isGranted {
                taken.withLock { $0 += bytes }
            }
            return isGranted
        }

        deinit {
            let bytes = taken.withLock(\.self)
            budget.held.withLock { $0 -= bytes }
        }
    }
}
