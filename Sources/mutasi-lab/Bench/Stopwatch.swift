/// Seconds of the monotonic clock.
enum Stopwatch {
    static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let begin = clock.now
        try body()
        return (clock.now - begin) / .seconds(1)
    }

    static func seconds(_ body: () async throws -> Void) async rethrows -> Double {
        let clock = ContinuousClock()
        let begin = clock.now
        try await body()
        return (clock.now - begin) / .seconds(1)
    }
}
