import Dispatch

/// Work on all processors at once whose result does not tell how many there are.
enum Parallel {
    /// Numbers that one processor takes at a time; so few that none waits long for the others.
    private static let chunk = 256

    /// The values of chunks of 0..<count, in order.
    static func chunks<Value: Sendable>(_ count: Int, _ value: @Sendable (Range<Int>) -> Value) -> [Value] {
        guard count > 0 else { return [] }
        let chunks = (count + chunk - 1) / chunk
        return [Value](unsafeUninitializedCapacity: chunks) { values, made in
            nonisolated(unsafe) let values = values
            DispatchQueue.concurrentPerform(iterations: chunks) { number in
                let begin = number * chunk
                values.initializeElement(at: number, to: value(begin..<min(begin + chunk, count)))
            }
            made = chunks
        }
    }

    /// The values of 0..<count, in order.
    static func map<Value: Sendable>(_ count: Int, _ value: @Sendable (Int) -> Value) -> [Value] {
        chunks(count) { $0.map(value) }.flatMap(\.self)
    }
}
