import SyncProtocol

/// The agent: syncs on schedule until its task is cancelled.
///
/// What a person does meanwhile in another process, such as `sync` at once, is absorbed there; this loop then finds nothing
/// to do. Sleep and randomness are given, so that a test or a simulation owns time.
public struct SyncLoop: Sendable {
    private let session: SyncSession
    private let sleep: @Sendable (Duration) async throws -> Void
    private let random: @Sendable () -> Double
    private let report: @Sendable (SyncReport) -> Void

    /// `sleep` throws when cancelled; `random` gives 0..<1; `report` hears of each sync that ran.
    public init(
        _ session: SyncSession,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        report: @escaping @Sendable (SyncReport) -> Void = { _ in }
    ) {
        self.session = session
        self.sleep = sleep
        self.random = random
        self.report = report
    }

    /// Returns when cancelled. Throws ``NodeFailure`` for a store that cannot go on, and what `registryEffects` throws.
    public func run() async throws {
        var schedule = SyncSchedule()
        var delay = schedule.firstDelay(random: random())
        while !Task.isCancelled {
            do {
                try await sleep(delay)
            } catch is CancellationError {
                return
            }
            do {
                let result = try await session.run()
                report(result)
                delay = schedule.delay(after: result, random: random())
            } catch let failure as NodeFailure where failure.code == .syncing || failure.code == .busy {
                delay = schedule.delayAfterBusy(random: random())
            }
        }
    }
}
