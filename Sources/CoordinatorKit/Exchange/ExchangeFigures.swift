import Synchronization

/// Where a coordinator's time goes, added up since the last ``reset()``: what a benchmark prints and an operator may ask for.
///
/// Counts and durations only; nothing in it is about an agency or a person.
public final class ExchangeFigures: Sendable {
    /// Sums since the last reset.
    public struct Spent: Sendable {
        public var operations = 0
        public var commits = 0
        /// Checking the signatures of requests and bundles.
        public var verifying = Duration.zero
        /// Reading requests, bundles and operations.
        public var reading = Duration.zero
        /// In the commit queue, until the request's group began.
        public var waiting = Duration.zero
        /// In groups: the exchange table, the reducer, and writing what it decided.
        public var deciding = Duration.zero
        /// Making groups durable.
        public var committing = Duration.zero
        /// Building and signing replies.
        public var replying = Duration.zero

        /// Microseconds an operation, by name; none before an operation was decided. Waiting is what a request waited,
        /// shared out over its operations, so the sum is that of one agency's path and not of the machine's work.
        public var microsecondsAnOperation: [(name: String, microseconds: Double)] {
            guard operations > 0 else { return [] }
            return [
                ("verify", verifying), ("read", reading), ("wait", waiting), ("decide", deciding),
                ("commit", committing), ("reply", replying),
            ].map { ($0.0, $0.1 / .microseconds(1) / Double(operations)) }
        }

        /// Operations decided in one commit, on average.
        public var operationsACommit: Double {
            commits > 0 ? Double(operations) / Double(commits) : 0
        }
    }

    private let sums = Mutex(Spent())

    init() {}

    /// The sums so far.
    public var spent: Spent {
        sums.withLock(\.self)
    }

    /// Begins anew.
    public func reset() {
        sums.withLock { $0 = Spent() }
    }

    func add(_ change: (inout Spent) -> Void) {
        sums.withLock { change(&$0) }
    }

    /// Runs the body and adds what it took.
    func timing<Answer>(
        _ part: WritableKeyPath<Spent, Duration>, _ body: () throws -> Answer
    ) rethrows -> Answer {
        let begin = ContinuousClock.now
        defer {
            let spent = ContinuousClock.now - begin
            add { $0[keyPath: part] += spent }
        }
        return try body()
    }
}
