import Hummingbird
import NIOCore
import StrictJSON
import SyncProtocol
import Synchronization

/// The whole body of one request, within its size and its time.
///
/// Time is a grace and after it a slowest rate: a node on a bad line gets through with a large bundle, and a body that drips
/// byte by byte keeps no connection. A body that stops altogether is cut off by the connection's idle time as well.
struct TimedBody: Sendable {
    private let settings: ServerSettings
    private let share: BodyBudget.Share
    /// The most bytes of this body.
    private let limit: Int

    init(_ settings: ServerSettings, _ share: BodyBudget.Share, limit: Int) {
        self.settings = settings
        self.share = share
        self.limit = limit
    }

    /// Throws ``Problem`` `too-large`, `busy` or `timeout`, or what broke the connection.
    func collect(_ request: Request) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw tooLarge
        }
        let progress = Progress()
        let body = request.body
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await read(body, progress) }
            group.addTask { throw try await late(progress) }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    private final class Progress: Sendable {
        let received = Mutex(0)
    }

    private func read(_ body: RequestBody, _ progress: Progress) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in body {
            guard buffer.readableBytes <= limit - bytes.count else { throw tooLarge }
            guard share.take(buffer.readableBytes) else {
                throw Problem(.busy, detail: "the bodies of other requests take all memory there is for them")
            }
            bytes.append(contentsOf: buffer.readableBytesView)
            progress.received.withLock { $0 = bytes.count }
        }
        return bytes
    }

    /// Returns once the body is later than what has come of it allows.
    private func late(_ progress: Progress) async throws -> Problem {
        let start = ContinuousClock.now
        while true {
            let earned = progress.received.withLock { $0 } / max(settings.bodyBytesPerSecond, 1)
            let deadline = start + .seconds(settings.bodySeconds + earned)
            guard deadline > .now else { break }
            try await Task.sleep(until: deadline, clock: .continuous)
        }
        return Problem(
            .timeout,
            detail:
                "a body has \(settings.bodySeconds) s, then \(settings.bodyBytesPerSecond) bytes a second are too few")
    }

    private var tooLarge: Problem {
        Problem(
            .tooLarge, detail: "a body has at most \(limit) bytes",
            members: [("limit", .integer(limit))])
    }
}
