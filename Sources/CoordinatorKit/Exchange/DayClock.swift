import Logging
import ServiceLifecycle

/// Lets days come in a region that is not on trial: asks the coordinator to look at its clock again and again.
public struct DayClock: Service {
    private let coordinator: Coordinator
    private let interval: Duration
    private let log: Logger

    /// `interval` is how late a day may come after midnight.
    public init(
        coordinator: Coordinator, interval: Duration = .seconds(300), log: Logger = Logger(label: "day")
    ) {
        self.coordinator = coordinator
        self.interval = interval
        self.log = log
    }

    public func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await coordinator.proposeDay()
                } catch {
                    // The next look tries again; until then nothing is lost but time.
                    log.error("no day could be proposed", metadata: ["error": "\(error)"])
                }
                do {
                    try await Task.sleep(for: interval)
                } catch is CancellationError {
                    return
                }
            }
        }
    }
}
