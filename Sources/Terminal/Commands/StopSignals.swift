import Dispatch
import Glibc

/// SIGTERM and SIGINT as the end of a task, for commands that run until they are told to stop.
enum StopSignals {
    /// Runs the body; the first of the two signals cancels it. The caller must end soon after.
    static func cancelling<Answer: Sendable>(
        _ body: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        let task = Task { try await body() }
        let sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { task.cancel() }
            source.resume()
            return source
        }
        defer { sources.forEach { $0.cancel() } }
        return try await task.value
    }
}
