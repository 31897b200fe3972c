import SyncProtocol

/// The agent: syncs on schedule until its task is cancelled.
///
/// What a person does meanwhile in another process, such as `sync` at once, is absorbed there; this loop then finds nothing
/// to do. Sleep and randomness are given, so that a test or a simulation owns time.
public struct SyncLoop: Sendable {
    /// What the agent tells after each attempt, with the pause that follows.
    public enum Event: Sendable {
        case synced(SyncReport, next: Duration)
        /// The store could not be used for a reason that passes: another process has it, or the disk is full.
        case held(NodeFailure, next: Duration)
    }

    private let sync: @Sendable () async throws -> SyncReport
    private let sleep: @Sendable (Duration) async throws -> Void
    private let random: @Sendable () -> Double
    private let startsAtOnce: Bool
    private let tell: @Sendable (Event) -> Void

    /// `sync` is one attempt; `sleep` throws when cancelled; `random` gives 0..<1; `startsAtOnce` leaves out the first pause;
    /// `tell` hears of each attempt.
    public init(
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        startsAtOnce: Bool = false,
        tell: @escaping @Sendable (Event) -> Void = { _ in },
        sync: @escaping @Sendable () async throws -> SyncReport
    ) {
        self.sync = sync
        self.sleep = sleep
        self.random = random
        self.startsAtOnce = startsAtOnce
        self.tell = tell
    }

    /// The agent of one session.
    public init(
        _ session: SyncSession,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        tell: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.init(sleep: sleep, random: random, tell: tell) { try await session.run() }
    }

    /// Returns when cancelled. Throws ``NodeFailure`` for a store that cannot go on, and what `sync` throws else.
    public func run() async throws {
        var schedule = SyncSchedule()
        var delay = startsAtOnce ? .zero : schedule.firstDelay(random: random())
        while !Task.isCancelled {
            do {
                try await sleep(delay)
            } catch is CancellationError {
                return
            }
            do {
                let report = try await sync()
                if case .cancelled = report.ending { return }
                delay = schedule.delay(after: report, random: random())
                tell(.synced(report, next: delay))
            } catch let failure as NodeFailure where failure.passes {
                delay = schedule.delay(after: failure, random: random())
                tell(.held(failure, next: delay))
            }
        }
    }
}

extension NodeFailure {
    /// Whether the agent may wait for it to end; every other failure needs a person.
    var passes: Bool {
        switch code {
        case .syncing, .busy, .full: true
        default: false
        }
    }
}
